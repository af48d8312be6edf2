"""Arithmetic shown in an answer: 60张 × 1万元/张 = 60万元, 72% − 60% = 12个百分点."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from yiyang_qa.answer.guard.claims import Claim, Figure
from yiyang_qa.eligibility.shares import BOUND
from yiyang_qa.text import fold
from yiyang_qa.types import Span

#: Between two figures: a noun, the rest of a rate (/张), a remark, the sign; before the next 约 or 每张.
_BETWEEN = re.compile(
    r" {0,3}[一-龥]{0,14}(?P<per>(?:[/·][一-龥]{1,3})*) {0,8}(?:\([^()0-9]{0,20}\))? {0,8}"
    r"(?P<sign>[×x*✕✖+\-÷/=]) {0,3}"
    rf"(?:{BOUND})? {{0,3}}(?:每[一-龥]{{1,2}}?){{0,3}} {{0,3}}"
)
_PER = re.compile("[/·]([一-龥]{1,3})")
_ROUNDED = Decimal("0.005")  # a quotient is written with few digits


@dataclass(frozen=True, slots=True)
class Equation(Claim):
    """等式: its ``operands``, the ``results`` that it yields when it ``holds``."""

    operands: tuple[Figure, ...]
    results: frozenset[tuple[Decimal, str | None]]
    holds: bool


class _Term(NamedTuple):
    """A product; ``units`` are what is left of its factors' units, 元 alone where there is money."""

    value: Decimal
    units: frozenset[str]
    divided: bool


class _Factor(NamedTuple):
    figure: Figure
    per: frozenset[str]  # of a rate: 张 in 1万元/张
    sign: str  # between it and the next


def equations(text: str, figures: Sequence[Figure]) -> Iterator[Equation]:
    """Every run of ``figures`` joined by signs, one of them =; ``text`` may have [n] blanked out."""
    folded = fold(text).replace("**", "  ")
    chain: list[_Factor] = []
    for figure, following in zip(figures, [*figures[1:], None], strict=False):
        end = following.span.start if following else figure.span.end
        between = _BETWEEN.fullmatch(folded, figure.span.end, end)
        per = frozenset(_PER.findall(between["per"])) if between else frozenset[str]()
        chain.append(_Factor(figure, per, between["sign"] if between else ""))
        if not between:
            if any(factor.sign == "=" for factor in chain):
                yield _equation(text, chain)
            chain = []


def _equation(text: str, chain: Sequence[_Factor]) -> Equation:
    span = Span(chain[0].figure.span.start, chain[-1].figure.span.end)
    sides = list(_split(chain, "="))
    terms = [[_product(part) for part in _split(side, "+-")] for side in sides]
    try:
        sums = [_sum(side, parts) for side, parts in zip(sides, terms, strict=True)]
        holds = len(sides) > 1 and all(_equal(sums[0], each) for each in sums[1:])
    except ArithmeticError:
        holds = False
    reckoned = [side for side in sides if len(side) > 1]
    single = {(side[0].figure.value, side[0].figure.unit) for side in sides if len(side) == 1 and reckoned}
    partial = {
        (term.value, next(iter(term.units))) for side in terms for term in side if len(term.units) == 1
    }
    operands = tuple(factor.figure for factor in (reckoned or sides)[0])
    return Equation(
        span, span.of(text), operands, frozenset(single | partial) if holds else frozenset(), holds
    )


def _split(chain: Sequence[_Factor], signs: str) -> Iterator[list[_Factor]]:
    part: list[_Factor] = []
    for factor in chain:
        part.append(factor)
        if factor.sign and factor.sign in signs:
            yield part
            part = []
    if part:
        yield part


def _product(factors: Sequence[_Factor]) -> _Term:
    product, units, per, divided = Decimal(1), set[str](), set[str](), False
    for factor, sign in zip(factors, ["×", *(f.sign for f in factors)], strict=False):
        figure = factor.figure
        share = figure.unit == "%" and len(factors) > 1
        amount = figure.value / 100 if share else figure.value
        if sign in "÷/":
            product, divided = _quotient(product, amount), True
            per |= {figure.unit} if figure.unit and not share else set()
            units |= factor.per
        else:
            product *= amount
            units |= {figure.unit} if figure.unit and not share else set()
            per |= factor.per
    left = units - per
    return _Term(product, frozenset({"元"} if "元" in left else left), divided)


def _quotient(one: Decimal, other: Decimal) -> Decimal:
    return one / other if other else Decimal("NaN")


def _sum(side: Sequence[_Factor], terms: Sequence[_Term]) -> _Term:
    signs = [factor.sign for factor in side if factor.sign in ("+", "-")]
    total = terms[0].value
    for sign, term in zip(signs, terms[1:], strict=False):
        total += term.value if sign == "+" else -term.value
    kinds = {term.units for term in terms}
    if len(kinds) > 1:
        raise ArithmeticError("所加的数单位不同")
    return _Term(total, kinds.pop(), any(term.divided for term in terms))


def _equal(one: _Term, other: _Term) -> bool:
    """Equal values of one kind; a quotient may be rounded, and may be written as a share."""
    left = one.value
    if other.units == {"%"} and not one.units:
        left *= 100
    elif not _same_kind(one.units, other.units):
        return False
    if one.divided or other.divided:
        return abs(left - other.value) <= abs(left) * _ROUNDED
    return left == other.value


def _same_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    points = frozenset({"百分点"})
    ours, theirs = (points if units == {"%"} else units for units in (one, other))
    return not ours or not theirs or not ours.isdisjoint(theirs)
