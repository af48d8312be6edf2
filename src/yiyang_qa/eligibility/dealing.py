"""What a sentence deals out: a rule with a list of figures becomes one for each grade of the list that they go with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.conditions import ACTS
from yiyang_qa.eligibility.grades import Grade, dealt
from yiyang_qa.eligibility.pairs import paired
from yiyang_qa.eligibility.terms import Belongs, Benefit, Condition, Measured, Rule, Stated
from yiyang_qa.types import Span

_FIRST = re.compile("首次|初次|第一次")  # 首次评定为三级、四级: more than the grade
_LEAST = 4  # characters of a condition before a list of grades


def alternatives(rule: Rule, folded: str) -> Iterator[Rule]:
    """``rule``, or what is dealt out in it: the n-th grade of a list with the n-th figure."""
    turns = [benefit for benefit in rule.benefits if benefit.turn is not None]
    dealt = _dealt(rule, folded, turns)
    if dealt is None:
        yield replace(rule, benefits=tuple(b for b in rule.benefits if b.turn is None)) if turns else rule
        return
    others = tuple(_beside(rule.conditions, dealt, folded))
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


def _beside(conditions: Sequence[Condition], dealt: Sequence[Condition], folded: str) -> Iterator[Condition]:
    """What is demanded of every grade: ``conditions`` less what they say of the grades themselves."""
    named = Span(min(c.span.start for c in dealt), max(c.span.end for c in dealt))
    axes = {own.test.axis for own in dealt if isinstance(own.test, Belongs)}
    for condition in conditions:
        if getattr(condition.test, "axis", "") in axes:
            continue
        if not condition.span.overlaps(named):
            yield condition
        elif isinstance(condition.test, Stated):
            yield from _around_the_grades(condition, named, folded)


def _around_the_grades(condition: Condition, named: Span, folded: str) -> Iterator[Condition]:
    """What a condition in words says before its list of grades (新设立…科室的) and after it (…医院设立…的)."""
    before, after = Span(condition.span.start, named.start), Span(named.end, condition.span.end)
    words = before.of(folded) if before.start < before.end else ""
    if (words.endswith("的") and len(words) > _LEAST) or _FIRST.search(words):
        yield replace(condition, span=Span(before.start, before.start + len(words.rstrip("的为"))))
    if after.start < after.end and ACTS.search(after.of(folded).strip("的")):
        yield replace(condition, span=after)
