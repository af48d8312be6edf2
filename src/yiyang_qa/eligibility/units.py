"""Figures and units as clauses and people write them, brought to a base unit (months for 年)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.parse.numerals import ARABIC, CHINESE, number
from yiyang_qa.types import Span

FIGURE = rf"(?:{ARABIC} ?[十百千万亿]{{0,2}}|{CHINESE})"

#: Spelling → base unit and factor. The pattern says what must not follow: 三人 counts, 三人民 does not.
_UNITS: tuple[tuple[str, str, int], ...] = (
    (r"平方米|平米|平方(?![公千])|㎡|m2|平(?![时常均等台安原])", "平方米", 1),
    (r"周岁|岁", "岁", 1),
    (r"个月", "月", 1),
    (r"年(?![前级底初代龄月度])", "月", 12),
    (r"人次", "人次", 1),
    (r"人(?![民员均才口次家])|名(?![单称录下])|位(?![于置在])", "人", 1),
    (r"个人(?![民账所缴信])|口人", "人", 1),
    (r"个(?:(?:养老|护理|医疗|康复)型?)?床位?(?!日)", "张", 1),
    (r"张|床(?!位?日)", "张", 1),
    (r"户(?![籍口])", "户", 1),
    (r"元(?![旦素])|块钱?(?!地)", "元", 1),
    (r"%", "%", 1),
    (r"公里|千米", "米", 1000),
    (r"米(?![饭粉面])", "米", 1),
    (r"层(?![面次级])", "层", 1),
    (r"台(?![阶面账])|辆", "台", 1),
    (r"亩", "亩", 1),
    (r"个(?![人性体别案])", "个", 1),
    (r"家(?![庭里属长])", "家", 1),
    (r"所(?![有在属需以])", "所", 1),
    (r"处(?![理置罚方分])", "处", 1),
    (r"间(?![接隔])", "间", 1),
)
UNIT = "|".join(f"(?P<u{i}>{pattern})" for i, (pattern, _, _) in enumerate(_UNITS))
#: 人、次、月…: what a rate goes by, the longest spelling first.
TIMES = r"人次|季度|学年|学时|课时|小时|床日|人|月|年|天|日|次|餐|顿|例"
_LONGEST_YEARS = 100  # 2020年 is no duration


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as an interval of its base unit (months for 年), and where it stands."""

    interval: Interval
    unit: str
    span: Span


def decimal(written: str) -> Decimal | None:
    """The number that ``written`` is, exactly; None where it is none."""
    value = 0.5 if written == "半" else number(written)
    return None if value is None else Decimal(str(value))


def in_scale(figure: str, scale: str) -> Decimal | None:
    """The number with a 万 that stands inside it (1.5万) or after a range (3-5万)."""
    value = decimal(figure)
    return value * 10**4 if value is not None and scale == "万" and "万" not in figure else value


def plain(value: Decimal) -> str:
    """``value`` without exponent or trailing zeros: 600000, 0.5."""
    return f"{value.normalize():f}"


def measured(found: re.Match[str]) -> tuple[Decimal | None, str]:
    """Value in the base unit and that unit; no value where the figure is none or a calendar year."""
    groups = found.groupdict()
    value = decimal(found["figure"] + (groups.get("scale") or ""))
    unit = "元" if groups.get("money") is not None else _row(found)[1]
    if value is None or (unit == "月" and factor(found) == 12 and value > _LONGEST_YEARS):
        return None, unit
    return value * factor(found), unit


def _row(found: re.Match[str]) -> tuple[str, str, int]:
    groups = found.groupdict()
    return next((row for i, row in enumerate(_UNITS) if groups.get(f"u{i}")), ("", "元", 1))


def factor(found: re.Match[str]) -> int:
    """How many base units the unit found holds: 12 for 年."""
    return _row(found)[2]
