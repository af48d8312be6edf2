"""Quantities that people tell: 60张床, 租了6年, 快80张, 三十多岁, 半年, 花了30万, 今年83."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yiyang_qa.eligibility.sums import sums
from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.eligibility.units import FIGURE, UNIT, Quantity, decimal, factor, measured
from yiyang_qa.types import Span

#: Units of which 一 is an article more often than a figure: 一个中心, 一家公司.
_ARTICLES = frozenset(["个", "家", "所", "处", "间", "人", "张", "户", "元"])
_TOLD = re.compile(
    r"(?P<under>不到|不足|不满|未满|没到)?(?P<near>快|将近|接近|近|差不多|大概|大约|约)?(?P<over>超过|多于|至少)? ?"
    rf"(?<![第\d.之])(?P<figure>{FIGURE}|半(?=年))(?P<more>[多来余几])?(?P<scale>[十百千万亿]{{0,2}}) ?"
    rf"(?:{UNIT}|(?P<money>(?<=[万亿])(?![一-龥]|\d)|(?<=[万亿])(?=[的失医社研设]|失业)))"
    r"(?P<half>半(?!失能|自理|护理))?(?P<tail>多(?!少)|左右|上下|出头)?"
)
_WHO_IS_OLD = r"(?:老(?![年旧])|[爷奶爸妈爹娘]|[我俺]?(?:[爷奶爸妈爹娘]|外[公婆]|姥))"
#: 今年62, 八十多了, 我爸92了户口在…, 八十二了, 九十三的老奶奶: an age told without its unit.
_AGE = re.compile(
    rf"(?:今年|刚满|虚岁|年纪)整?(?P<figure>{FIGURE})(?P<more>[多几])?(?![\d一-龥])|"
    r"满了?(?P<full>\d{2,3})(?=[呢了岁])|"
    r"(?P<said>[五六七八九]十[一二三四五六七八九])(?=了(?![\d一-龥]*[元块]))|"
    rf"(?<![\d.第])(?P<old>[四五六七八九]十[一二三四五六七八九]?|\d{{2,3}})(?=的{_WHO_IS_OLD})|"
    r"(?P<about>[五六七八九]十)(?P<much>[多几])(?=了|[,。?!;]|$)|(?<![\d.])(?P<aged>\d{2,3})了(?![\d一-龥])|"
    r"(?<=[爸爹妈娘爷奶姥婆公])(?P<bare>\d{2,3})(?=了|呢|[,。?;]|$)"
)
_AGES = ("figure", "full", "about", "aged", "bare", "said", "old")
_ABOUT = (Decimal("0.8"), Decimal("1.2"))  # 大概, 左右


def told(folded: str) -> Iterator[Quantity]:
    """Every quantity told in words: 60张床, 租了6年, 1500户, 快80张, 三十多岁, 花了30万."""
    short = list(sums(folded))
    spans = [each.span for each in short]
    yield from short
    for found in _TOLD.finditer(folded):
        value, unit = measured(found)
        if value is None or (unit in _ARTICLES and found["figure"] == "一" and not found["scale"]):
            continue
        if any(span.start < found.end() and found.start() < span.end for span in spans):
            continue
        if found["half"]:
            value += Decimal(factor(found)) / 2
        spans.append(Span(*found.span()))
        interval = _told(found, value)
        yield Quantity(_in_years(interval) if unit == "岁" else interval, unit, spans[-1])
    for found in _AGE.finditer(folded):
        value = decimal(next(filter(None, map(found.group, _AGES))))
        overlaps = any(span.start < found.end() and found.start() < span.end for span in spans)
        if value is not None and 15 <= value <= 120 and not overlaps:
            many = found["more"] or found["much"]
            interval = Interval(value, value + 10, below=True) if many else Interval(value, value)
            yield Quantity(_in_years(interval), "岁", Span(*found.span()))


def _in_years(age: Interval) -> Interval:
    """周岁 are whole: 九十几岁 is 90 to 99, and falls inside 90—99周岁."""
    if age.low is None or age.high is None or not age.below:
        return age
    return Interval(age.low, age.high - 1)


def _told(found: re.Match[str], value: Decimal) -> Interval:
    if found["under"]:
        return Interval(high=value, below=True)
    if found["over"]:
        return Interval(low=value)
    if found["more"] in ("多", "余", "几") or found["tail"] in ("多", "出头"):
        return Interval(value, value + _step(found, value), below=True)
    if found["near"] == "快":
        return Interval(value * _ABOUT[0], value, below=True)
    if found["near"] or found["more"] or found["tail"]:
        return Interval(value * _ABOUT[0], value * _ABOUT[1])
    return Interval(value, value)


def _step(found: re.Match[str], value: Decimal) -> Decimal:
    """How far 多 reaches: 20多张 to 30, 三千多 to 4000, 5年多 to 6 years."""
    plain = value / factor(found)
    step = Decimal(1)
    while found["tail"] is None and plain % (step * 10) == 0 and step < plain:
        step *= 10
    return step * factor(found)
