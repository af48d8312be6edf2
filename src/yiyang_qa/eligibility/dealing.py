"""What a sentence deals out: a rule with a list of figures becomes one for each grade of the list that they go with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.grades import Grade, dealt
from yiyang_qa.eligibility.pairs import paired
from yiyang_qa.eligibility.talk import ACTS, LABEL
from yiyang_qa.eligibility.terms import Belongs, Benefit, Condition, Measured, Rule, Stated
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.types import Span

#: Bodies and verbs that lead to a list of grades and demand nothing of their own: 养老机构收住轻度、中度….
_LEADS = re.compile(
    r"日间照料中心|社区|(?:[民公]办|社会办)?养老(?:服务)?(?:机构|设施|组织|中心|站)|养老院|医疗(?:卫生)?机构|医院|老年人|养老护理员|护理员|"
    r"[民公]办|服务|质量|年度|评估|评定|评[为上]|考核|结果|等级|收住|收养|入住|取得|获得|获评|持有|其中|[对向凡被经按在给为是的, ]"
)
#: Whom the words that lead to a list call by no more than that: 参保人员.
_PERSONS = re.compile(r"参保|人员|老年?人|对象|职工|居民|毕业生")
_LEAST = 3  # 字 that demand something of their own


def alternatives(rule: Rule, folded: str) -> Iterator[Rule]:
    """``rule``, or what is dealt out in it: the n-th grade of a list with the n-th figure."""
    turns = [benefit for benefit in rule.benefits if benefit.turn is not None]
    dealt = _dealt(rule, folded, turns)
    if dealt is None:
        yield replace(rule, benefits=tuple(b for b in rule.benefits if b.turn is None)) if turns else rule
        return
    others = tuple(_beside(rule.conditions, dealt, folded, turns[0].span.start))
    for own, benefit in zip(dealt, turns, strict=True):
        yield replace(rule, conditions=(own, *others), benefits=(benefit,))


def _dealt(rule: Rule, folded: str, turns: Sequence[Benefit]) -> tuple[Condition, ...] | None:
    """As many conditions as ``turns`` (at least two): the grades of one list, or bounds of one measure."""
    if len(turns) < 2:
        return None
    bounds = [c for c in rule.conditions if isinstance(c.test, Measured)]
    for measure in {c.test.measure for c in bounds if isinstance(c.test, Measured)}:
        own = tuple(c for c in bounds if isinstance(c.test, Measured) and c.test.measure == measure)
        if len(own) == len(turns):
            return own
    figures = Span(turns[0].span.start, turns[-1].span.end)
    found = _paired_with(folded, turns) or dealt(folded, figures, len(turns))
    return tuple(Condition(grade.test, "", grade.span) for grade in found) if found else None


def _paired_with(folded: str, turns: Sequence[Benefit]) -> tuple[Grade, ...] | None:
    runs = paired(folded, benefits(folded))
    return next((run.grades for run in runs if run.figures == tuple(turns)), None)


def _beside(
    conditions: Sequence[Condition], dealt: Sequence[Condition], folded: str, figures: int
) -> Iterator[Condition]:
    """What is demanded of every grade: ``conditions`` less what they say of the grades, and what leads to the list."""
    named = Span(min(c.span.start for c in dealt), max(c.span.end for c in dealt))
    axes = {own.test.axis for own in dealt if isinstance(own.test, Belongs)}
    others = [c for c in conditions if getattr(c.test, "axis", "") not in axes]
    kept = [c for c in others if not c.span.overlaps(named)]
    kept += [c for other in others if other not in kept for c in _after_the_grades(other, named, folded)]
    head = _head(folded, named) if named.start < figures else None
    if head and not any(condition.span.overlaps(head) for condition in kept):
        yield from _said_by(head, folded, axes)
    yield from kept


def _said_by(head: Span, folded: str, axes: set[str]) -> Iterator[Condition]:
    """What the words that lead to a list demand: the categories that they name, else they themselves."""
    words = head.of(folded)
    typed = [(test, span) for test, span in belongings(words) if test.axis not in axes]
    for test, span in typed:
        yield Condition(test, "", span.shift(head.start))
    left = "".join(char for at, char in enumerate(words) if not any(s.start <= at < s.end for _, s in typed))
    if not typed or len(_LEADS.sub("", _PERSONS.sub("", left))) > _LEAST:
        yield Condition(Stated(), "", head)


def _head(folded: str, named: Span) -> Span | None:
    """The words of its stretch that lead to a list of grades, where they demand something: 新设立…科室的, 首次评定为."""
    label = LABEL.match(folded)
    stops = [folded.rfind(stop, 0, named.start) + 1 for stop in ",;:。"]
    start = max(*stops, min(label.end(), named.start) if label else 0)
    words = folded[start : named.start]
    start += len(words) - len(re.sub(r"^[对向凡 ]+", "", words))
    return (
        Span(start, start + len(folded[start : named.start].rstrip("的为 ")))
        if _LEADS.sub("", words)
        else None
    )


def _after_the_grades(condition: Condition, named: Span, folded: str) -> Iterator[Condition]:
    """What a condition in words says after its list of grades: 医院设立…的."""
    after = Span(named.end, condition.span.end)
    words = after.of(folded).strip("的") if after.start < after.end else ""
    if isinstance(condition.test, Stated) and ACTS.search(words):
        yield replace(condition, span=after)
