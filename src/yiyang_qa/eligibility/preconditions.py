"""先决条件: what a text demands once of all that it grants (补贴对象为…), weighed with the promise of another article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.citing import citing
from yiyang_qa.eligibility.kinds import kinds_in_clause
from yiyang_qa.eligibility.matching import standing
from yiyang_qa.eligibility.open_conditions import asks
from yiyang_qa.eligibility.purposes import purposes_in, purposes_told
from yiyang_qa.eligibility.requirements import conditions_of, required
from yiyang_qa.eligibility.scopes import of_the_text
from yiyang_qa.eligibility.standards import says
from yiyang_qa.eligibility.terms import Rule, Strength
from yiyang_qa.eligibility.verdict import Judgement, Outcome
from yiyang_qa.text import fold
from yiyang_qa.types import Document, Evidence, Span, Verdict

#: 奖补对象为…的人员: whom all of it is granted to.
_WHOM = re.compile(
    r"(?:(?<=[。;\n 条、)])|^)(?P<lead>(?:本(?:办法|细则)(?:的|所称)?)?"
    r"(?:补[贴助]|奖[补励]|资助|发放|享受|适用|申[请领])的?对象(?:(?:应当?)?(?:为|是|:)|[。 ]?\n\s*(?!\()))"
    r"(?P<who>[^。;:\n]{6,120})(?=[。;\n]|$)"
)
#: Several groups, of whom any will do: A老年人、B老年人.
_GROUP = re.compile(r"(?:老年人|残疾人|人员|家庭|机构|职工|居民|对象|群众)(?=[,、和及或与]|$)")
#: 申请补助的养老机构应当: a lead that names no benefit of its own.
_OF_ALL = re.compile(
    r"(?:申[请领报]|享受|领取)?(?:本(?:办法|细则)规定的?)?(?:各项|上述|有关|相关)?(?:补[贴助]|奖[补励]|资助|扶持|待遇|资金|政策)*的?"
    r"(?:单位|个人|人员|老年人|申请人|对象|(?:民办|社会办)?养老(?:服务)?机构)?,?(?:应当?|须|必须|需)?(?:同时)?(?:符合|具备|满足).*"
)
_ONE = 1
#: 榆次市敬老金发放办法: what the title of a text says that it grants.
_TITLED = re.compile(
    r"(?P<name>[一-龥]{2,14}?)(?:建设|发放|申领|资金|审核|服务)*(?:管理|实施|工作|暂行|试行|办法|细则|方案|规定|制度)"
)
_ASKED_FOR = re.compile(r"能|可以|可否|给不给|发不发|有没|多少|符合|资格|吗|[^。;,]不$")


def with_preconditions(
    case: Case, judged: Judgement, evidence: Sequence[Evidence]
) -> tuple[Judgement, tuple[Evidence, ...]]:
    """``judged``, a promise, with the one statement of its document that says of all who may have it."""
    home = evidence[judged.citation - 1]
    known = tuple(evidence)
    found = (
        list(_of_all(home.document.text)) if judged.rule.benefits else list(of_the_text(home.document.text))
    )
    if (
        judged.verdict is Verdict.NOT_ELIGIBLE
        or len(found) != _ONE
        or found[0].span.overlaps(judged.rule.span)
    ):
        return judged, known
    rule = found[0]
    if case.kinds and rule.kinds and not case.kinds & rule.kinds:
        return judged, known
    told = {outcome.condition.span for outcome in judged.outcomes}
    kept = {outcome.asks for outcome in judged.outcomes if outcome.met}
    fresh: list[Outcome] = []
    for condition in rule.conditions:
        if condition.span not in told:
            known, (number,) = citing((condition.span,), home, known)
            met, given = standing(condition, case, home.document.region)
            if met and asks(condition) in kept:  # 年满60周岁 of one of whom 65周岁以上 is said
                continue
            fresh.append(Outcome(condition, met, given, asks(condition), number))
    failed = next((outcome for outcome in fresh if outcome.met is False), None)
    if failed and failed.asks in kept:  # of 15周岁以上, where the promise is made to 0至6周岁
        return judged, tuple(evidence)
    if failed:
        outcomes = (*judged.outcomes, *fresh)
        return Judgement(Verdict.NOT_ELIGIBLE, rule, failed.citation, outcomes, None, ()), known
    return judged.also(fresh), known


def left_out(
    case: Case, question: str, evidence: Sequence[Evidence]
) -> tuple[Judgement | None, tuple[Evidence, ...]]:
    """That the case is none of those to whom the text grants what the question names, where no sum of it is touched."""
    known = tuple(evidence)
    if not (
        known and case.own and _ASKED_FOR.search(case.text) and titled_as_asked(known[0].document, question)
    ):
        return None, known
    home = known[0]
    found = list(_of_all(home.document.text))
    if len(found) != _ONE:
        return None, known
    outcomes: list[Outcome] = []
    for condition in found[0].conditions:
        met, given = standing(condition, case, home.document.region)
        known, (number,) = citing((condition.span,), home, known)
        outcomes.append(Outcome(condition, met, given, asks(condition), number))
    failed = next((o for o in outcomes if o.met is False), None)
    if failed is None:
        return None, tuple(evidence)
    return Judgement(Verdict.NOT_ELIGIBLE, found[0], failed.citation, tuple(outcomes), None, ()), known


def titled_as_asked(document: Document, question: str) -> bool:
    """Whether the title of ``document`` is that of a benefit which ``question`` names, be it as 高龄的钱."""
    title, asked = fold(document.title), fold(question)
    title = title[title.rfind("《") + 1 :]
    if document.region and document.region.name in title:
        title = title.rpartition(document.region.name)[2]
    found = _TITLED.match(title)
    return found is not None and bool(
        says([found["name"]], asked) or purposes_told(asked) & purposes_in(found["name"])
    )


def _of_all(text: str) -> Iterator[Rule]:
    """The statements of ``text`` that name no benefit of their own."""
    folded = fold(text)
    yield from of_the_text(text)
    yield from (rule for rule in required(text) if _OF_ALL.fullmatch(_unnumbered(fold(rule.text))))
    for found in _WHOM.finditer(folded):
        if len(_GROUP.findall(found["who"])) <= _ONE:
            span = Span(*found.span())
            needed = tuple(conditions_of(folded, text, Span(*found.span("who"))))
            yield Rule(span, span.of(text), needed, (), Strength.GRANTED, kinds_in_clause(found["who"]))


def _unnumbered(words: str) -> str:
    return re.sub(r"^(?:第[一-龥]{1,6}条|\(?[一二三四五六七八九十\d]{1,3}[).、])\s*", "", words)
