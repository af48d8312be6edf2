"""A promise beside the cases in which the same text refuses it: the exclusions held against what a case tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.citing import citing
from yiyang_qa.eligibility.described import Said, Telling, told_of
from yiyang_qa.eligibility.exclusions import WHOLE, Exclusion, exclusions
from yiyang_qa.eligibility.matching import standing
from yiyang_qa.eligibility.measures import measured
from yiyang_qa.eligibility.open_conditions import asks
from yiyang_qa.eligibility.owning import beside_the_asker, of_another
from yiyang_qa.eligibility.purposes import purposes_in, purposes_told
from yiyang_qa.eligibility.records import events_named
from yiyang_qa.eligibility.terms import Condition, Rule, Stated, Strength
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.eligibility.verdict import Judgement, Outcome, Refusal
from yiyang_qa.text import bigrams, fold, one_line, outside
from yiyang_qa.types import Document, Evidence, Region, Span, Verdict

#: What every benefit is called: 奖补资格 names none of its own.
_ANY = re.compile(
    r"任何|各项|[两三]项|所有|全部|一切|当年|补[贴助]|奖[补励]|津贴|资助|基金|资金|待遇|政策|优惠|扶持"
)
#: 二、服务对象: who is left out there is left out of all that the text grants.
_WHOM = re.compile(r"(?:服务|补[贴助]|保障|救助|发放|适用|享受|改造|资助)(?:的)?(?:对象|范围|人群)")
_WANTS = re.compile(r"能|可以|可否|还[给有发享付报]|给不给|发不发|有没|多少|几|够|行不|吗|符合|不$")
_INTERRUPTED = re.compile("中断|间断|[中断停欠][缴费发止]")
#: What is left of an item that only sets a bound.
_NOTHING = re.compile("的|老年人|人员|机构|单位|对象|养老")
#: What else is said of those of a status.
_OF_A_STATUS = re.compile(
    "纳入|列入|属于|已|享受|供养|救助|保障|待遇|范围|人员|对象|家庭|成员|老年人|残疾人|儿童|的|[ 、,()]"
)
_ANOTHER_CASE = re.compile("那|要是|如果|换成")
_STANDING = {Said.HOLDS: False, Said.PERHAPS: None, Said.DENIED: True}


@dataclass(frozen=True, slots=True)
class _Bar:
    """An item of an exclusion that the case speaks of."""

    exclusion: Exclusion
    item: Span
    telling: Telling


def weighed(
    case: Case, question: str, judged: Judgement | None, evidence: Sequence[Evidence], last: str = ""
) -> tuple[Judgement | None, tuple[Evidence, ...]]:
    """``judged`` with what its document refuses, and ``evidence`` with the clauses that say so.

    Without a promise only a refusal that surely holds of what is asked for is a judgement. What was told before a
    ``last`` turn that puts another case (那住自己家的呢) may no longer hold.
    """
    beside = (judged, tuple(evidence))
    if (judged and judged.verdict is Verdict.NOT_ELIGIBLE) or not (
        judged or (case.own and _WANTS.search(case.text))
    ):
        return beside
    home = evidence[judged.citation - 1 if judged else 0]
    found = [each for each in exclusions(home.document.text) if _of_the_same(each, home, question, judged)]
    bars = [_still(bar, last) for each in found for bar in _bars(each, home.document, case, question)]
    holding = next((bar for bar in bars if bar.telling.said is Said.HOLDS), None)
    if holding:
        return _refused(holding, home, evidence)
    if judged is None or not found:
        return beside
    return _left_open(judged, bars, found, home, evidence)


def _still(bar: _Bar, last: str) -> _Bar:
    """``bar``, which only may hold where the ``last`` turn puts another case than the one that told it."""
    before = _ANOTHER_CASE.match(fold(last)) and bar.telling.words not in fold(last)
    doubtful = before and bar.telling.said is Said.HOLDS
    return replace(bar, telling=replace(bar.telling, said=Said.PERHAPS)) if doubtful else bar


def _of_the_same(each: Exclusion, home: Evidence, question: str, judged: Judgement | None) -> bool:
    """Whether what ``each`` refuses is surely what is promised or asked for."""
    if each.subject == WHOLE:
        return True
    asked, own = purposes_told(fold(question)), purposes_in(each.subject)
    granted = {b.purpose for b in judged.rule.benefits} - {""} if judged else set[str]()
    if any(own and others and not own & others for others in (asked, granted)):
        return False
    core = set(bigrams(_ANY.sub(" ", each.subject)))
    clauses = home.document.clauses
    near = [" ".join(home.clause.path), home.clause.body.of(home.document.text)] if judged else []
    lead = next((c for c in clauses if c.span.start <= each.lead.start < c.span.end), None)
    if (
        not core
    ):  # 取消资格: of the whole text, or of what stands under the same heading; 不纳入 among 服务对象
        if lead and any(_WHOM.search(heading) for heading in lead.path):
            return True
        return bool(_ANY.search(each.subject)) or bool(lead and lead.parent == home.clause.parent and judged)
    return any(core <= set(bigrams(text)) for text in (question, home.document.title, *near))


def _bars(each: Exclusion, document: Document, case: Case, question: str) -> Iterator[_Bar]:
    for item in each.items:
        telling = _told(item, each, document, case, question)
        if telling.said is not Said.UNTOLD:
            yield _Bar(each, item, telling)


def _told(item: Span, each: Exclusion, document: Document, case: Case, question: str) -> Telling:
    words = item.of(document.text)
    met, given = standing(_condition(words, item), case, document.region)
    if given is not None:
        return Telling(Said.DENIED if met else Said.HOLDS, given)
    bounded = list(_bounded(words, case, document.region))
    if any(met is not True for met, _, _ in bounded):
        return Telling(Said.DENIED if any(met is False for met, _, _ in bounded) else Said.UNTOLD)
    words = outside(words, [span for _, _, span in bounded])
    if bounded and not outside(words, [m.span() for m in _NOTHING.finditer(words)]):
        return Telling(Said.HOLDS, bounded[0][1] or "")
    if status := _status(words, case, document.region):
        return status
    elsewhere = document.text[: each.lead.start] + document.text[each.items[-1].end :]
    place = document.region.name if document.region else ""
    telling = told_of(words, question, place, fold(elsewhere))
    if telling.said is Said.UNTOLD:
        return _by_events(words, case)
    another = of_another(case.text, telling.words) or (
        each.subject == WHOLE and beside_the_asker(case.text, telling.words)
    )
    return replace(telling, said=Said.PERHAPS) if another and telling.said is Said.HOLDS else telling


def _bounded(words: str, case: Case, region: Region | None) -> Iterator[tuple[bool | None, str | None, Span]]:
    """How the case stands to what ``words`` bound: 运营不满1年. A time of interruption is none of what it interrupts."""
    for test, span in measured(fold(words)) if not _INTERRUPTED.search(words) else ():
        yield (*standing(Condition(test, "", span), case, region), span)


def _status(words: str, case: Case, region: Region | None) -> Telling | None:
    """What is told of the status by which ``words`` name somebody, and nothing besides: 纳入特困人员供养范围的残疾人."""
    named = [(test, span) for test, span in belongings(fold(words)) if test.axis == "身份"]
    stood = [standing(Condition(test, "", span), case, region) for test, span in named]
    rest = outside(words, [span for _, span in named])
    if not named or outside(rest, [m.span() for m in _OF_A_STATUS.finditer(rest)]).strip():
        return None
    given = [said for met, said in stood if met and said]
    return Telling(Said.HOLDS, given[0]) if len(given) == len(named) else None


def _by_events(words: str, case: Case) -> Telling:
    """What is told of a blot that ``words`` name: none, or one that may be it."""
    named = events_named(fold(words))
    event = next((event for event in case.events if event.events & named), None)
    if event is None:
        return Telling(Said.UNTOLD)
    return Telling(Said.DENIED if event.denied else Said.PERHAPS, event.said)


def _condition(words: str, item: Span) -> Condition:
    return Condition(Stated(excepts=True), words, item)


def _refused(
    bar: _Bar, home: Evidence, evidence: Sequence[Evidence]
) -> tuple[Judgement, tuple[Evidence, ...]]:
    known, numbers = citing((bar.exclusion.lead, bar.item), home, evidence)
    words = bar.item.of(home.document.text)
    rule = Rule(bar.item, words, (_condition(words, bar.item),), (), Strength.DENIED)
    refusal = Refusal(one_line(bar.exclusion.lead.of(home.document.text)), numbers[0])
    outcome = _outcome(bar, home.document, numbers[1])
    return Judgement(Verdict.NOT_ELIGIBLE, rule, numbers[1], (outcome,), None, (), refusal=refusal), known


def _left_open(
    judged: Judgement,
    bars: Sequence[_Bar],
    found: Sequence[Exclusion],
    home: Evidence,
    evidence: Sequence[Evidence],
) -> tuple[Judgement, tuple[Evidence, ...]]:
    """``judged`` with the items that the case speaks of, and the first list that it leaves open."""
    known = tuple(evidence)
    fresh = []
    for bar in bars:
        known, (number,) = citing((bar.item,), home, known)
        fresh.append(_outcome(bar, home.document, number))
    lists = [each for each in found if len(each.items) > 1]
    refusal = None
    if lists:
        known, (number,) = citing((lists[0].lead,), home, known)
        refusal = Refusal(one_line(lists[0].lead.of(home.document.text)), number)
    return replace(judged.also(fresh), refusal=refusal), known


def _outcome(bar: _Bar, document: Document, citation: int) -> Outcome:
    condition = _condition(bar.item.of(document.text), bar.item)
    return Outcome(condition, _STANDING[bar.telling.said], bar.telling.words, asks(condition), citation)
