"""年龄段: a clause of a list of ages (80至89周岁) is that of whoever is told to be of such an age."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.case import case
from yiyang_qa.text import fold

_AGE = "年龄"
_YEARS = "岁"


def takes_in(question: str, day: date) -> Callable[[str], bool]:
    """Whether a text names a band of ages, both ends given, in which the only age told in ``question`` lies."""
    told = {q.interval.low for q in case(question, day).quantities if _AGE in q.measures}
    age = next(iter(told)) if len(told) == 1 else None
    if age is None:
        return lambda _: False
    return lambda text: _has_band(fold(text), age)


def _has_band(folded: str, age: Decimal) -> bool:
    return any(
        low is not None
        and high is not None
        and low <= age
        and (age < high if band.interval.below else age <= high)
        for band in bounds(folded)
        if band.unit == _YEARS
        for low, high in [(band.interval.low, band.interval.high)]
    )
