"""Deadlines (期限) as a clause states them.

Precision stays that of the source: 年底 and 年末 are December (``2024-12``), 上半年 is June,
a quarter its last month; a five-year plan (十四五期间) is due in its last year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.dates import MONTH_DAY, dated, dates, matches, partial, period, said
from yiyang_qa.parse.validity import Validity, validity
from yiyang_qa.text import fold
from yiyang_qa.types import Deadline, PartialDate, Span

__all__ = ["Validity", "dates", "deadlines", "period", "validity"]

_ENDS = {"上半年": 6, "第一季度": 3, "第二季度": 6, "第三季度": 9, "第四季度": 12}
_YEARLESS = re.compile(rf"(?<![0-9十年至-]){MONTH_DAY}")
_PLAN = re.compile(r"十[一二三四五六]五[\"']?(?:期?末|期间|时期)(?!,?是|[^。]{0,60}(?:取得|成效|累计|以来))")
_BEFORE = r"(?:之?前|以前)(?![后述款提期]|[一二三四0-9]{1,2}[季个年])"
_CLOSE = re.compile(rf"(?P<part>年?[底末]|{'|'.join(_ENDS)})?(?P<before>{_BEFORE})?")
_REACH = re.compile(r"(?:(?<![达高升增降至加止])到|力争|争取|确保|计划)[到在于]?$")
_REPORTS = re.compile(r"(?:截至|截[至止]到|至|自|从|每年?|[次当翌]年)$")

#: 2005年底前建成的小区: a date that says which things are meant sets no term.
_LIMITS = re.compile(
    r"[已就]?(?:尚?未)?(?:建成|竣工|完工|开工|交付|投入|登记|注册|成立|设立|备案|参[保加]|出生|入住|入职|取得[^,。;]{1,10}[证格书]|购买|批准|立项|签订|退休|办理)"
    r"[^,。;:\n]{0,16}的(?=[一-龥,;、])"
)


def deadlines(text: str) -> tuple[Deadline, ...]:
    """What ``text`` wants reached by a date: 到2025年, 2024年年底前, 9月30日前 (of the year before it).

    截至2022年底 reports, 每年3月底前 recurs, 2005年底前建成的小区 are old ones: none is a deadline. Spans are offsets into
    ``text``.
    """
    return deadlines_of(fold(text))


def deadlines_of(folded: str) -> tuple[Deadline, ...]:
    """``deadlines`` of a text that is folded already."""
    found = [*_dated(folded)] if dated(folded) else []
    if "五" in folded and (planned := [*_planned(folded)]):
        found = sorted([*found, *planned], key=lambda deadline: deadline.span)
    return tuple(found)


def _dated(folded: str) -> Iterator[Deadline]:
    for moment, when in _moments(folded):
        close = _CLOSE.match(folded, moment.end())
        lead = folded[max(moment.start() - 8, 0) : moment.start()].rstrip()
        if close is None or _REPORTS.search(lead):
            continue
        reaches = _REACH.search(lead)
        if not reaches and _LIMITS.match(folded, close.end()):
            continue
        if close["before"] or reaches or (close["part"] or "")[-1:] in ("底", "末"):
            yield Deadline(_at_end(when, close["part"]), Span(moment.start(), close.end()))


def _moments(folded: str) -> Iterator[tuple[re.Match[str], PartialDate]]:
    """Dates in order; a day without a year takes the year of the date before it."""
    stop, year = 0, None
    for moment in [*matches(folded), None]:
        if year is not None and folded.find("月", stop) >= 0:
            for day in _YEARLESS.finditer(folded, stop, moment.start() if moment else len(folded)):
                if when := said(day, year):
                    yield day, when
        if moment and (when := said(moment)):
            yield moment, when
            stop, year = moment.end(), int(when[:4])


def _planned(folded: str) -> Iterator[Deadline]:
    for plan in _PLAN.finditer(folded):
        years = period(plan[0])
        if years and not _REPORTS.search(folded[max(plan.start() - 4, 0) : plan.start()].rstrip("\"'")):
            yield Deadline(str(years[1]), Span(*plan.span()))


def _at_end(when: PartialDate, part: str | None) -> PartialDate:
    if part is None or len(when) > 4:
        return when
    return partial(int(when), _ENDS.get(part, 12)) or when
