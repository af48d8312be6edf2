"""年龄: the one age that a question tells, and what texts that bound ages say of whoever is of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.owning import ages_of_whom
from yiyang_qa.eligibility.telling import told
from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.text import fold, spaced

_YEARS = "岁"
#: 65岁以上, 80至89岁: bounds that are asked about, no age that is told.
_BOUND = re.compile(r"及?以[上下]|[、至到~-]\d")
_RANGE = re.compile(r"\d[、至到~-]$")
_LIMB = re.compile("[^,;:。]+")
#: How well a list's item fits: a band with both ends; one open above, which takes in or shuts out by less than a decade.
_BAND, _OPEN, _DECADE = 1.0, 0.5, 10


def age_told(question: str) -> Interval | None:
    """The age in years, perhaps no nearer than 九十多岁, of the one asked about; None where none or several are told."""
    folded = spaced(question)
    ages = [quantity for quantity in told(folded) if quantity.unit == _YEARS]
    ages = [
        age
        for age in ages
        if not (_BOUND.match(folded, age.span.end) or _RANGE.search(folded, 0, age.span.start))
    ]
    meant = set(ages_of_whom(folded, [age.span for age in ages]))
    found = {age.interval for age in ages if age.span in meant}
    return found.pop() if len(found) == 1 else None


def leaves_out(age: Interval) -> Callable[[str], bool]:
    """Whether every stretch of a text that bounds an age leaves out whoever is ``age``; none that bounds none."""

    def left_out(text: str) -> bool:
        stated = list(_bounded(fold(text)))
        return bool(stated) and not any(_within(each, age) for each in stated)

    return left_out


def of_the_age(question: str) -> Callable[[str], float]:
    """How well a text of a list of ages (80至89周岁) fits the age told in ``question``, 0–1: 0 where none is told."""
    age = age_told(question)
    least = age.low if age else None
    if least is None:
        return lambda _: 0.0
    return lambda text: max((_fit(each, least) for each in _stated(fold(text))), default=0.0)


def _fit(stated: Interval, age: Decimal) -> float:
    if stated.low is None:
        return 0.0
    if stated.high is None:
        return _OPEN if abs(age - stated.low) < _DECADE else 0.0
    within = stated.low <= age and (age < stated.high or (age == stated.high and not stated.below))
    return _BAND if within else 0.0


def _stated(folded: str) -> list[Interval]:
    return [bound.interval for bound in bounds(folded) if bound.unit == _YEARS]


def _bounded(folded: str) -> Iterator[list[Interval]]:
    """The bounds of each stretch that has some."""
    return filter(None, map(_stated, _LIMB.findall(folded)))


def _within(stated: Sequence[Interval], age: Interval) -> bool:
    """Whether ``age`` is in one of the ranges ``stated``, or within all ends that stand alone: 年满60周岁不满65周岁."""
    ranges = [each for each in stated if each.low is not None and each.high is not None]
    ends = [each for each in stated if each not in ranges]
    within = bool(ends) and all(end.holds(age) for end in ends)
    return within or any(each.holds(age) for each in ranges)
