"""Dates as documents write them, at the precision of the source (ISO 8601).

``2021年9月  日`` is ``2021-09``, ``二〇二三年十月十八日`` is ``2023-10-18``; what no calendar
holds (13月) is no date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from yiyang_qa.parse.numerals import number
from yiyang_qa.text import fold
from yiyang_qa.types import PartialDate, Span

_FIGURES = "〇零一二三四五六七八九"
_SMALL = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
#: A month and its day; the day may be left blank to be filled in by hand.
MONTH_DAY = rf"(?P<m>{_SMALL}) {{0,3}}月(?: {{0,3}}(?P<d>{_SMALL})? {{0,6}}[日号](?![间常均]))?"
_YEAR = rf"(?<![0-9{_FIGURES}])(?P<y>(?:19|20)[0-9]{{2}}|[一二][{_FIGURES}oO0]{{3}}) {{0,3}}年(?![版级代])度?"
_MARKED = (
    r"(?<![0-9])(?P<iy>(?:19|20)[0-9]{2})(?P<mark>[-./])"
    r"(?P<im>[0-9]{1,2})(?P=mark)(?P<id>[0-9]{1,2})(?![0-9])"
)
#: For text folded by ``text.fold``; groups y, m, d or, for 2023-10-19, iy, im, id.
DATE = rf"(?:{_YEAR}(?: {{0,3}}{MONTH_DAY})?|{_MARKED})"
_DATE = re.compile(DATE)
#: What every date begins with.
_YEAR_BEGINS = re.compile(rf"[12一二][0-9{_FIGURES}oO]{{3}}(?= {{0,3}}年|[-./])")
_YEARS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})年? ?[-~至到]{1,2} ?((?:19|20)[0-9]{2})(?![0-9])")
_FIVE_YEARS = re.compile(r"十([一二三四五六])五")


def dates(text: str) -> tuple[tuple[PartialDate, Span], ...]:
    """Every date of ``text`` with its span, in order."""
    return dates_of(fold(text))


def dates_of(folded: str) -> tuple[tuple[PartialDate, Span], ...]:
    """``dates`` of a text that is folded already."""
    found = ((said(match), Span(*match.span())) for match in matches(folded))
    return tuple((when, span) for when, span in found if when is not None)


def dated(folded: str) -> bool:
    """Whether ``folded`` may hold a match of ``DATE``."""
    return _YEAR_BEGINS.search(folded) is not None


def matches(folded: str) -> Iterator[re.Match[str]]:
    """The matches of ``DATE`` in order: each is looked for by its year, the pattern tried there only."""
    end = 0
    for begins in _YEAR_BEGINS.finditer(folded):
        if begins.start() >= end and (found := _DATE.match(folded, begins.start())):
            end = found.end()
            yield found


def period(title: str) -> tuple[int, int] | None:
    """规划期 that a title names, both years included: ``(2022—2024年)``, ``“十四五”`` is (2021, 2025)."""
    if years := _YEARS.search(fold(title)):
        first, last = int(years[1]), int(years[2])
        return (first, last) if first < last else None
    if plan := _FIVE_YEARS.search(title):
        last = 2005 + 5 * int(number(plan[1]) or 0)
        return last - 4, last
    return None


def said(match: re.Match[str], year: int | None = None) -> PartialDate | None:
    """The date that a match of ``DATE`` or ``MONTH_DAY`` writes; ``year`` where it names none."""
    groups = match.groupdict()
    figures = [groups.get(a) or groups.get(b) for a, b in (("y", "iy"), ("m", "im"), ("d", "id"))]
    numbers = [_whole(figure) if figure else None for figure in figures]
    return partial(numbers[0] or year, numbers[1], numbers[2])


@lru_cache(maxsize=4096)
def partial(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """``2021``, ``2021-09`` or ``2021-09-30``; None without a year or off the calendar."""
    if year is None:
        return None
    try:
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part is not None)])


def later(start: PartialDate | None, months: int | None) -> PartialDate | None:
    """When ``months`` from ``start`` are over, at the precision of ``start``; None without both."""
    if start is None or months is None:
        return None
    year, month, day = (int(part) for part in (start + "-01-01").split("-")[:3])
    years, month = divmod(year * 12 + month - 1 + months, 12)
    end = partial(years, month + 1, day) or partial(years, month + 1)
    return end[: len(start)] if end else None


def _whole(figure: str) -> int | None:
    value = number(figure if figure.isascii() else re.sub("[oO0]", "〇", figure))
    return None if value is None else int(value)
