"""系数: what a text multiplies its standards by, once for all that they come to.

评定为五级、四级的，运营补贴分别按照标准的120%、110%发放，未参加评定的按照80%; 乘以系数：五级1.5，四级1.3; 营利性养老机构
按照同类非营利性养老机构标准的80%给予补贴.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from yiyang_qa.text import fold
from yiyang_qa.types import Span

#: The grades of institutions (养老机构等级, 星级), the highest last.
_GRADES = "一二三四五"
UNRATED, FOR_PROFIT = "未评定", "营利"
_GRADE = r"[一二三四五](?:星级?|级)"
_FACTOR = r"(?:\d{1,3}(?:\.\d+)?%|\d\.\d+)"
_SENTENCE = re.compile(r"[^。\n]+。?")
_LIMB = re.compile(r"[^;,]+(?:,(?!\s*(?:未|[一二三四五]))[^;,]+)*")
#: 乘以系数, 按照标准的120%: not a share of what was spent.
_MULTIPLIES = re.compile(
    rf"系数|标准的? ?(?:分别)?的? ?{_FACTOR}|按照? ?{_FACTOR}(?:的?标准)?(?:发放|执行|给予|拨付|补贴)"
)
_OF_GRADES = re.compile("等级|星级|评定")
_DEALT = re.compile(
    rf"(?P<grades>{_GRADE}(?:[、和及]{_GRADE})+)[^;。\d]{{0,30}}?分别[^;。\d]{{0,10}}(?P<factors>{_FACTOR}(?:[、和及]{_FACTOR})+)"
)
_EACH = re.compile(
    rf"(?P<grade>{_GRADE})(?:及?其?(?P<reach>以[上下]))?的?[^,;。、\d]{{0,12}}?(?P<factor>{_FACTOR})"
)
_UNRATED = re.compile(rf"未(?:参[加与])?(?:等级)?评[定级][^,;。\d]{{0,10}}?(?P<factor>{_FACTOR})")
_FOR_PROFIT = re.compile(
    r"(?<!非)营利性[^;。]{0,12}按照?[^,;。\d]{0,6}(?:非营利性|同类|同等|[上前]述|以上|前款|本条)[^,;。\d]{0,12}"
    rf"标准的? ?(?P<factor>{_FACTOR})"
)
#: How a case tells of its grade; 评的重度三级 is a person's.
_RATED = re.compile(
    r"评(?:了|上|为|定|成|到|过|的|是|个)*(?:[^,。;失残度]{0,4}?)(?P<grade>[一二三四五1-5])(?:颗?星级?|级)|"
    r"(?P<named>[一二三四五1-5])(?:星级?|级)的?(?:养老|敬老|护理)(?:院|机构)"
)
_NOT_RATED = re.compile(
    r"没有?(?:去|参加)?评(?:过|级|等|定|上)|未(?:参加)?(?:等级)?评|(?:等级|星级)(?:都|也|还)?没有?(?:去)?评|没有?(?:等级|星级)"
)


@dataclass(frozen=True, slots=True)
class Coefficient:
    """By what the ``grade`` of an institution multiplies a standard; ``span`` of the sentence that says so."""

    grade: str  # 四; UNRATED, FOR_PROFIT
    factor: Decimal
    written: str  # 110%
    span: Span


@lru_cache(64)
def coefficients(text: str) -> tuple[Coefficient, ...]:
    """Every coefficient that ``text`` states, what is said of a grade by itself before what 及以下 takes in."""
    folded = fold(text)
    found = [
        each
        for sentence in _SENTENCE.finditer(folded)
        if _MULTIPLIES.search(sentence[0])
        for each in _in_sentence(sentence[0], Span(*sentence.span()))
    ]
    return tuple(each for each, _ in sorted(found, key=lambda pair: pair[1]))


def grade_told(folded: str) -> str | None:
    """The grade of the institution that a question tells; None where it tells none."""
    if _NOT_RATED.search(folded):
        return UNRATED
    found = _RATED.search(folded)
    if found is None:
        return None
    said = found["grade"] or found["named"]
    return _GRADES[int(said) - 1] if said.isdigit() else said


def _in_sentence(said: str, span: Span) -> Iterator[tuple[Coefficient, bool]]:
    """Those of one sentence, and whether each is only taken in by 及以下."""
    if found := _FOR_PROFIT.search(said):
        yield _coefficient(FOR_PROFIT, found["factor"], span), False
    if not _OF_GRADES.search(said):
        return
    for limb in _LIMB.findall(said):
        if found := _DEALT.search(limb):
            grades, factors = re.findall(_GRADE, found["grades"]), re.findall(_FACTOR, found["factors"])
            for grade, factor in zip(grades, factors, strict=False):
                yield _coefficient(grade[0], factor, span), False
        elif found := _UNRATED.search(limb):
            yield _coefficient(UNRATED, found["factor"], span), False
        else:
            for found in _EACH.finditer(limb):
                for grade in _reached(found["grade"][0], found["reach"]):
                    yield _coefficient(grade, found["factor"], span), grade != found["grade"][0]


def _coefficient(grade: str, written: str, span: Span) -> Coefficient:
    factor = Decimal(written.rstrip("%"))
    return Coefficient(grade, factor / 100 if written.endswith("%") else factor, written, span)


def _reached(grade: str, reach: str | None) -> str:
    at = _GRADES.index(grade)
    return {None: grade, "以上": _GRADES[at:], "以下": _GRADES[: at + 1]}[reach]
