"""What figures measure: the same row reads a clause (房屋租期 5年及以上) and a case (租了6年)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.terms import Measured
from yiyang_qa.types import Span


@dataclass(frozen=True, slots=True)
class Measure:
    """``clause`` must stand before the bound, ``told`` in the same breath as the figure."""

    name: str  # also what to ask: 房屋租期
    key: str  # its identifier where a case is told as values: lease_years
    unit: str
    clause: re.Pattern[str]
    told: re.Pattern[str]


#: Units that can mean only one thing have a row of their own; the first row that fits wins.
MEASURES = tuple(
    Measure(name, key, unit, re.compile(clause), re.compile(told))
    for name, key, unit, clause, told in (
        (
            "房屋租期",
            "lease_years",
            "月",
            r"(?:房屋)?(?:租期|租赁(?:合同)?期限?|租约|租赁合同|租[赁用][^,。;]{0,6}合同期限?|承租|租用)",
            r"(?<!出)租(?![金给])",
        ),
        ("劳动合同期限", "contract_years", "月", r"(?:劳动|聘用)合同|签订", r"合同|签"),
        (
            "中断缴费时间",
            "interruption_years",
            "月",
            r"(?:中断|间断|停止?|暂停|断)(?:缴费|缴纳|参保|缴|保)",
            r"断(?:[缴交]|保(?!险))(?:费|纳)?|(?:中断|间断|停止?|暂停)(?:缴费|缴纳|参保|[缴交保])?",
        ),
        (
            "缴费或参保年限",
            "contribution_years",
            "月",
            r"(?<![断止停])(?:缴费|参保|缴纳|参加[^,]{0,8}保险)",
            r"(?<!断)(?<!停)[交缴]|参保|参加[^,。;]{0,6}(?:保险|险|医保|社保)",
        ),
        ("毕业年限", "graduated_years", "月", r"毕业后?|离校", r"毕业(?!证)|离校"),
        (
            "从业年限",
            "working_years",
            "月",
            r"从事|从业|工作|任职|执业(?!许可|登记|证)|入职|服务(?=每?满)",
            r"[干做]|工作|从业|上班|入职|当了?|护理(?=了?满?$)",
        ),
        (
            "运营年限",
            "operating_years",
            "月",
            r"运营|营业|经营",
            r"运营|营业|经营|(?<![离召公])开业?|(?<![代经])办(?!证|理|手续|公)",
        ),
        ("成立年限", "registered_years", "月", r"登记|成立|注册|设立", r"登记|成立|注册|领证|办证|开业|开张"),
        ("居住证年限", "permit_years", "月", r"居住证", r"居住证|暂住证"),
        ("居住年限", "resident_years", "月", r"居住(?!证|登记)|常住", r"住(?!证|院)"),
        (
            "床位数",
            "beds",
            "张",
            r"(?:新增|新建|新设)?(?:(?:养老|护理|医疗|康复|托养|普惠)型?)?床位数?|",
            r"",
        ),
        ("年龄", "age", "岁", r"", r""),
        ("户数", "households", "户", r"", r""),
        ("面积", "floor_area", "平方米", r"(?:总|单处)?(?:建筑|使用|占地)?面积|占地|", r""),
        ("服务人次", "visits", "人次", r"", r""),
        ("楼层数", "storeys", "层", r"", r"[楼栋幢房高]|小区|共"),
    )
)
#: What counts only when new: in a clause, and how people say it.
NEW = re.compile(r"新增|新设|新建")
TOLD_NEW = re.compile(
    r"新[增添加设建开办]|[添加增扩][了加添出到]?|多[了出]|增设|新的?床|建[了成设好起个]*(?=[\d一二两三四五六七八九十百])"
)
OF_TIME = frozenset({"月", "岁"})  # 新建机构运营满1年: the home is new, not the year
_REACH = 24  # characters before a bound in which its measure is named
#: 人均使用面积, 每张床位面积: of each, not of all.
OF_EACH = re.compile(r"[人床户]均|平均|每|占|比例")


def measured(folded: str) -> Iterator[tuple[Measured, Span]]:
    """The bounded quantities of a clause that have a known measure, with the words that say so.

    Of several measures named before a bound the nearest is bounded: 承租房屋运营满3年.
    """
    for found in bounds(folded):
        opening = _opening(folded, found.span.start)
        before = folded[max(opening, found.span.start - _REACH) : found.span.start]
        named = [(_last(m.clause, before), m.name) for m in MEASURES if m.unit == found.unit]
        said, name = max(
            ((at, name) for at, name in named if at is not None), default=(None, ""), key=itemgetter(0)
        )
        if said is not None and not (found.unit == "平方米" and OF_EACH.search(before)):
            start = found.span.start - len(before) + said
            bound = Measured(name, found.interval, bool(NEW.search(before)) and found.unit not in OF_TIME)
            yield bound, _stripped(folded, start, found.span.end)


def has_row(name: str) -> bool:
    """Whether a row of the table measures ``name``."""
    return any(measure.name == name for measure in MEASURES)


def unit_of(name: str) -> str:
    """The base unit of the measure called ``name``."""
    return next(measure.unit for measure in MEASURES if measure.name == name)


def _opening(folded: str, at: int) -> int:
    """Where the stretch that ends at ``at`` begins."""
    return max(folded.rfind(stop, 0, at) for stop in ",;。()\n") + 1


def _last(pattern: re.Pattern[str], before: str) -> int | None:
    """Start of the last words that match; the end of ``before`` where nothing need stand there."""
    starts = [found.start() for found in pattern.finditer(before) if found[0]]
    if starts:
        return starts[0] if len(starts) == 1 else starts[-1]
    return len(before) if pattern.fullmatch("") else None


def _stripped(folded: str, start: int, end: int) -> Span:
    while start < end and folded[start] == " ":
        start += 1
    return Span(start, end)
