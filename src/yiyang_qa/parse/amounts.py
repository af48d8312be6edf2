"""Amounts (数额) of a clause: a figure with its unit, 万 and 亿 multiplied out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.numerals import ARABIC_REST, CHINESE_FIGURES, number
from yiyang_qa.text import fold
from yiyang_qa.types import Amount, Span

#: Units, and what must not follow them: 三人 counts, 三人民 does not. The first that matches wins.
_UNITS = (
    "个百分点", "百分点", "%", "‰", "美元", "港元", "欧元", "元(?![化旦素])",
    "平方米", "平方公里", "公里", "公顷", "亩", "米",
    "周岁", "岁", "年(?![级代龄])", "个月", "个?工作日", "天(?![然津])", "日(?![间常照均托])",
    "小时", "分钟", "学时", "课时", "人次", "人(?![民员均口才力工身文们])", "名(?![单称录])",
    "户(?![籍口外])", "对(?![象于口接外应])", "家(?![庭属长具])", "所(?![有在属需以述称])",
    "处(?![理置罚方分])", "张(?!贴)", "间(?![隔接])", "栋", "座", "项(?!目(?!标))", "倍",
    "次(?![性均年日月序])", "种(?!植)", "门(?![诊类户])", "场(?![所地馆])", "件", "套(?!餐)",
    "台(?![账阶])", "辆", "支(?![持付出队撑])", "例(?![如外])", "个(?![人性体别案])",
)  # fmt: skip
_SAME = {"个百分点": "百分点", "个月": "月", "个工作日": "工作日", "天": "日", "岁": "周岁"}
_SHARES = {"百": "%", "千": "‰", "万": "‱"}
#: Units with which 一 is a figure (一年); elsewhere it often is not (一个平台) and wants a limit before it.
_MEASURES = re.compile("元|%|年|个月|日|天|个?工作日|小时|倍|平方米|亩|个百分点")
_LIMIT = re.compile(r"(?:不少于|至少|不低于|不超过|最多|最少|每.{1,2}) ?$")

_FIGURE = rf"[0-9{CHINESE_FIGURES}](?:(?<=[0-9]){ARABIC_REST} ?[十百千万亿]{{0,2}}|(?<![0-9])[{CHINESE_FIGURES}]{{0,23}})"
_UNIT = rf" ?[余多]?(?P<scale>[十百千万亿]{{0,2}}) ?(?P<unit>{'|'.join(_UNITS)})"
#: What a unit, or what may stand before it, begins with: most figures have none, and a set tells so soonest.
_UNIT_BEGINS = "".join(sorted({*" 余多十百千万亿工", *(unit[0] for unit in _UNITS)}))
_TO = r" ?[-~至到]{1,2} ?(?=[0-9〇零一二三四五六七八九十两百])"
#: A figure with its unit, or the lower end of a range whose unit stands after the upper one, or a mere figure.
_COUNTED = re.compile(rf"(?P<figure>{_FIGURE})(?:(?=[{_UNIT_BEGINS}]){_UNIT}|(?P<to>{_TO}))?")
_SHARE = re.compile(rf"([百千万])分之({_FIGURE})")
#: After these a figure is an ordinal, a part of a number or of a name: 第三, 三分之二, A4.
_BEFORE_ORDINAL = frozenset("第几之.0123456789abcdefghijklmnopqrstuvwxyz")


def amounts(text: str) -> tuple[Amount, ...]:
    """Every figure with a unit in ``text``, in order: ``50张以上`` is 50 张, ``0.5 万元`` 5000 元.

    ``350元-500元`` and ``3-6个月`` are two amounts each, ``百分之三十`` is 30 %. Years, dates,
    document numbers and ordinals are none. Spans are offsets into ``text``.
    """
    return amounts_of(fold(text))


def amounts_of(folded: str, at: int = 0) -> tuple[Amount, ...]:
    """``amounts`` of a text that is folded already, and stands at the offset ``at`` of a longer one."""
    if "分之" not in folded:
        return tuple(_counted(folded, at))
    return tuple(sorted([*_counted(folded, at), *_shares(folded, at)], key=lambda amount: amount.span))


def _counted(folded: str, at: int) -> Iterator[Amount]:
    low: re.Match[str] | None = None
    for found in _COUNTED.finditer(folded):
        figure, scale, unit, to = found.groups()
        if unit is None:
            low = found if to and not _is_ordinal(folded, found) else None
            continue
        value = number(figure + scale)
        if value is not None and _counts(folded, found, value):
            name = _SAME.get(unit, unit)
            if low and (least := _least(low["figure"], figure + scale)) is not None:
                yield Amount(least, name, Span(at + low.start(), at + low.end("figure")))
            yield Amount(value, name, Span(at + found.start(), at + found.end()))
        low = None


def _shares(folded: str, at: int) -> Iterator[Amount]:
    for found in _SHARE.finditer(folded):
        if (value := number(found[2])) is not None:
            yield Amount(value, _SHARES[found[1]], Span(at + found.start(), at + found.end()))


def _is_ordinal(folded: str, figure: re.Match[str]) -> bool:
    before = folded[max(figure.start() - 2, 0) : figure.start()].rstrip(" ")  # not of the line above
    return before[-1:] in _BEFORE_ORDINAL


def _counts(folded: str, found: re.Match[str], value: float) -> bool:
    """Whether figure and unit are an amount, not a date (2022年, 9月30日) or a mere article (一个平台)."""
    if _is_ordinal(folded, found):
        return False
    figure, unit = found["figure"], found["unit"]
    before = folded[max(found.start() - 5, 0) : found.start()]
    if unit == "年":
        return value <= 100 and value * 2 == int(value * 2)
    if unit == "日" and before.rstrip().endswith("月"):
        return False
    if figure[0] in "百千万亿":
        return before.endswith("每")
    return figure != "一" or bool(_MEASURES.fullmatch(unit) or _LIMIT.search(before))


def _least(low: str, high: str) -> float | None:
    """The lower end of a range; it shares the scale of the upper: 3-5万 begins at 30000."""
    least, most = number(low), number(high.rstrip("万亿"))
    if least is None or most is None or least > most:
        return least
    return number(low.strip() + high[len(high.rstrip("万亿")) :]) or least
