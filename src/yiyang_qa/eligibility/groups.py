"""Groups of persons by their names: 困难残疾人, 经济困难老年人; in a sentence, and as the label of what is granted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.axes_of_persons import OF_PERSONS
from yiyang_qa.eligibility.measures import measured
from yiyang_qa.eligibility.talk import ACTS, LABEL, TALK
from yiyang_qa.eligibility.terms import Condition, Measured, Stated, Test
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.types import Span

_ANYBODY = r"老年?人员?|人员|居民|公民|家庭|对象|人群|群体|群众"
_SOMEBODY = r"残疾(?:人|儿童)|孤儿|儿童|未成年人|职工|毕业生|军人|军属|遗属|志愿者|劳模"
_GROUP = re.compile(rf"(?P<of>[一-龥]{{0,8}}?)(?P<who>{_SOMEBODY}|{_ANYBODY})(?:家庭|老年?人)?")
#: Where the words of a group begin at the end of a stretch: behind a bound, an attribute.
_BEGINS = re.compile(r"[^一-龥]|的|以[上下]|周?岁|每?[每一1][名位个户]")
#: Words before a group that set nobody apart, or are no words of it.
_OF_ALL = re.compile(
    r"属于|城乡|[全本][市县区省]|辖区|户籍|上述|前述|其[他它余]|各类|广大|相关|有关|申请|服务|保障|救[助治]|受助|目标|符合条件|高龄|常住|养老|同一|[下上以]列|以下|供养|资助|级(?:[轻中重]度)?|失能|学[历位]|"
    rf"{_ANYBODY}|家庭中?|中|及|和|与|的"
)
#: 为生活困难残疾人免费适配: to whom.
_TO = re.compile("[对为向]")
_NOT_OF = re.compile(r"[收入给为向对按每住被使让由在]")
#: 困难残疾人生活补贴: a label that says who gets what.
_GIVEN = r"(?:补[贴助]|津贴|救助金?|救济金?|待遇|资助|长寿金|保障金|慰问金|补助金|护理费|服务费)"
_LABELLED = re.compile(
    rf"(?P<who>[一-龥、]{{0,14}}?(?:{_SOMEBODY}|{_ANYBODY}))(?:家庭|老年?人)?(?:的?[一-龥]{{0,8}}?{_GIVEN})?(?:的?(?:发放)?标准)?[:。]? *"
)
_SET = re.compile("[:。]$|(?:为|是|按)")
_PERSONS = frozenset(axis.name for axis in OF_PERSONS)
_CHILD, _GROWN_UP = re.compile("儿童|未成年人|孩子"), 18  # 周岁
_LEAST = 2  # 字 that set a group apart


def group_at_the_end(folded: str, stretch: Span, known: Sequence[Condition]) -> Span | None:
    """The group that the words at the end of ``stretch`` name, where they say more than what is ``known``."""
    words = stretch.of(folded).rstrip(" 的")
    start = stretch.start + max((found.end() for found in _BEGINS.finditer(words)), default=0)
    start = next(
        (found.end() for found in _TO.finditer(folded, start, start + 1) if found.start() == start), start
    )
    span = Span(start, stretch.start + len(words)) if start < stretch.start + len(words) else None
    if span is None or not any(c.span.end <= start or c.span.overlaps(span) for c in known):
        return None
    if _CHILD.fullmatch(span.of(folded)) and any(_is_childhood(c) and c.span.end == start for c in known):
        return None
    return span if _sets_apart(folded, span, [c.span for c in known]) else None


def _is_childhood(condition: Condition) -> bool:
    """Whether it bounds an age under 18: 0至6周岁, of whom 儿童 says nothing more."""
    test = condition.test
    high = test.bounds.high if isinstance(test, Measured) and test.measure == "年龄" else None
    return high is not None and high <= _GROWN_UP


def of_label(folded: str) -> Iterator[tuple[Test, Span, bool]]:
    """Whom the label that ``folded`` opens with names, and whether any of several will do: 特困人员护理补贴。"""
    opening = LABEL.match(folded)
    start = opening.end() if opening else 0
    found = _LABELLED.match(folded, start)
    if found is None or not (
        _SET.search(found[0]) or _SET.match(folded, found.end()) or found.end() == len(folded)
    ):
        return
    who = Span(*found.span("who"))
    either = bool(re.search("[、和及或]", who.of(folded)))
    typed: list[tuple[Test, Span]] = [
        (test, span.shift(start)) for test, span in belongings(who.of(folded)) if test.axis in _PERSONS
    ]
    typed += [(test, span) for test, span in measured(folded[: who.end]) if span.start >= start]
    for test, span in typed:
        yield test, span, either
    known = [span for _, span in typed]
    if not (either or who.of(folded).endswith("对象")) and _sets_apart(folded, who, known):
        yield Stated(), who, False


def _sets_apart(folded: str, span: Span, known: Sequence[Span]) -> bool:
    """Whether the words of ``span`` name a group by more than the spans ``known``: 困难残疾人, not 重度失能老年人."""
    group = _GROUP.fullmatch(span.of(folded))
    if group is None or ACTS.search(group[0]) or TALK.match(group[0]) or _NOT_OF.search(group["of"]):
        return False
    of = "".join(
        char
        for at, char in enumerate(group["of"], span.start)
        if not any(place.start <= at < place.end for place in known)
    )
    named = re.fullmatch(_SOMEBODY, group["who"]) and not any(place.overlaps(span) for place in known)
    return bool(named) or len(_OF_ALL.sub("", of)) >= _LEAST
