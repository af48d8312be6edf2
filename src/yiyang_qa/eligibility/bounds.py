"""Bounds that clauses set: 50张以上, 不满65周岁, 满12个月, 16—24岁, 50—99张的."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.eligibility.units import FIGURE, UNIT, Quantity, decimal, factor, measured
from yiyang_qa.types import Span

#: What an expression before or after a figure bounds: below (low), above (high), and without the end itself.
_BOUNDS = {
    "low": "不[得能应]?(?:少|低|小|短)于|至少|(?<!未)达到|(?<!未)达(?!到)|年满|(?<!不)(?<!未)满",
    "above": "(?<![不得能应])超过|高于|大于|多于",
    "high": "不[得能应]?超过|不[得能应]?[高多大]于",
    "below": "不满|未满|未达到?|不足|(?<![不得能应])[少低小]于",
}
_BEFORE = "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS.items())
_BOUND = re.compile(
    rf"(?:{_BEFORE})? ?(?<![第\d.之])(?P<figure>{FIGURE}) ?(?:{UNIT})"
    r"(?:\(含[^()]{0,3}\))?(?:(?P<up>(?:及|或|含)?以上)|(?P<down>(?:及|或|含)?以[下内])|(?P<until>之前|以前|前(?=[,、。;)的]|$))|(?P<since>内))?"
)
#: 毕业5年内: within a time since then; elsewhere 内 sets a term for what is to be done.
_SINCE = re.compile(r"(?:毕业|离校)后?$")
#: Both ends given: always of ages, of other things where the words make it a condition.
_RANGE = re.compile(
    rf"(?<![第\d.之])(?P<least>{FIGURE}) ?(?:个|张|户|人|年|周岁|岁)?[-~至到]{{1,2}} ?(?P<figure>{FIGURE}) ?(?:{UNIT})"
    r"(?:(?<=岁)|(?=\(含|的|之间|、[\d一二三四五六七八九]))"
)

#: 百岁老人: a bound that is a word.
_CENTENARY = re.compile(r"百岁(?=老)")


def bounds(folded: str) -> Iterator[Quantity]:
    """Every bounded figure of a clause, offsets in ``folded``."""
    taken: list[Span] = []
    for found in _CENTENARY.finditer(folded):
        yield Quantity(Interval(low=Decimal(100)), "岁", Span(*found.span()))
    for found in _RANGE.finditer(folded):
        high, unit = measured(found)
        low = decimal(found["least"])
        if unit not in ("元", "%") and low is not None and high is not None and low * factor(found) <= high:
            taken.append(Span(*found.span()))
            yield Quantity(Interval(low * factor(found), high), unit, taken[-1])
    for found in _BOUND.finditer(folded):
        value, unit = measured(found)
        if found["since"] and not _SINCE.search(folded, 0, found.start()):
            continue
        free = not any(span.start < found.end() and found.start() < span.end for span in taken)
        if free and value is not None and (interval := _bounded(found, value)):
            yield Quantity(interval, unit, Span(*found.span()))


def _bounded(found: re.Match[str], value: Decimal) -> Interval | None:
    if found["low"] and found["until"]:  # 年满三周岁之前
        return Interval(high=value, below=True)
    if found["low"] or found["up"]:
        return Interval(low=value)
    if found["above"]:
        return Interval(low=value, above=True)
    if found["high"] or found["down"] or found["since"]:
        return Interval(high=value)
    return Interval(high=value, below=True) if found["below"] else None
