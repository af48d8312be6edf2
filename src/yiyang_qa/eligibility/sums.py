"""Sums of money as people say them without their unit: 花了1万8, 自付三千五, 医保报了八千."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.eligibility.units import FIGURE, Quantity, decimal
from yiyang_qa.types import Span

_DIGIT = "1-9一二三四五六七八九"
#: 1万8, 三千五, 3万5千: the digit behind a scale is of the next lower one.
_SHORT = re.compile(
    rf"(?<![\d.第一二两三四五六七八九十百千万])(?P<high>\d{{1,4}}|[一二两三四五六七八九十百]{{1,4}})(?P<scale>[万千])(?P<low>[{_DIGIT}])"
    r"(?P<next>[千百])?(?P<unit>元|块钱?)?(?![\d.十百千万个张名人户岁年月天平间])"
)
_LOWER = {"万": "千", "千": "百"}
_SCALES = {"万": Decimal(10000), "千": Decimal(1000)}
#: 花了八千, 工资4500: a figure behind words of money, with nothing counted behind it.
_BARE = re.compile(
    r"(?:花|掏|付|交|缴|社保|医保|保险|自费|自负|报|承担|负担|收入|工资|退休[金费]|养老金|低保金|存款|租金|房租|账单|费用?|押金|要)"
    rf"(?:了|掉|到|销|是|有|去|出|个|大概|大约|差不多|将近|才|每?个?月|一个月)*(?P<figure>\d{{3,7}}(?:\.\d+)?|{FIGURE}(?<=[千百]))"
    r"(?P<more>[多来])?(?=[,。;?!、:]|$|的|,|左右|出头|能|报|自|吧|呢|上下)"
)
_LEAST = 100  # 元 that a figure without its unit may be


def sums(folded: str) -> Iterator[Quantity]:
    """The sums in ``folded`` that no unit follows, in 元."""
    for found in _SHORT.finditer(folded):
        whole, rest = decimal(found["high"]), decimal(found["low"])
        if whole is not None and rest is not None and found["next"] in (None, _LOWER[found["scale"]]):
            value = (whole + rest / 10) * _SCALES[found["scale"]]
            yield Quantity(Interval(value, value), "元", Span(*found.span()))
    for found in _BARE.finditer(folded):
        least = decimal(found["figure"])
        if least is not None and least >= _LEAST:
            most = least * Decimal("1.2") if found["more"] else least
            yield Quantity(Interval(least, most), "元", Span(*found.span("figure")))
