"""Summands of an amount: a value with its working, its limits said, figures as officials write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from yiyang_qa.eligibility.terms import Benefit
from yiyang_qa.eligibility.units import plain

_WAN = Decimal(10000)
_BOUNDS = (("最高", r"最高|最多|不超过"), ("约", r"约"), ("不少于", r"不低于|不少于|不小于|至少"))


@dataclass(frozen=True, slots=True)
class Term:
    """One summand; ``unit`` keeps the time of a rate: 元/月."""

    value: Decimal
    unit: str
    working: str
    benefit: Benefit
    most: Decimal | None = None


def written(value: Decimal, unit: str, in_wan: bool) -> str:
    """``value`` as officials write it: 60万元, 400元/月, 300平方米."""
    if unit.startswith("元") and (in_wan or (value >= _WAN and value % 1000 == 0)):
        return f"{plain(value / _WAN)}万{unit}"
    return plain(value) + unit


def capped(term: Term) -> Term:
    """``term`` with what it would come to, where its cap is less."""
    cap = term.benefit.cap
    if cap is None or term.value <= cap or not term.unit.startswith("元"):
        return term
    full, most = (written(value, term.unit, term.benefit.in_wan) for value in (term.value, cap))
    reckoned = term.working if term.working.endswith(full) else f"{term.working} = {full}"
    return replace(term, value=cap, working=f"{reckoned}，以{most}为限", most=None)


def figure(benefit: Benefit) -> str:
    """The figure with its bound, as the clause writes it: 最高20万元, 约200万元, 350元至500元."""
    low = written(benefit.value, benefit.unit, benefit.in_wan)
    most = f"至{written(benefit.most, benefit.unit, benefit.in_wan)}" if benefit.most is not None else ""
    return bound(benefit.bound) + low + most


def bound(words: str) -> str:
    """The kind of bound that ``words`` put before a figure: 最高, 约, 不少于."""
    return next((name for name, pattern in _BOUNDS if re.search(pattern, words)), "")
