"""The amount a rule comes to for a case, with its working; decimals throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.counting import count, counted_by, parts, unclear
from yiyang_qa.eligibility.money import Term, bound, capped, figure, written
from yiyang_qa.eligibility.portions import OF_A_BODY, base, portion
from yiyang_qa.eligibility.spending import Costs
from yiyang_qa.eligibility.terms import Basis, Benefit, Measured, Rule
from yiyang_qa.eligibility.units import plain
from yiyang_qa.eligibility.verdict import AmountDue

#: 一年一共多少, 全年能领多少钱: of what goes by the month.
_BY_THE_YEAR = re.compile(
    r"(?:一整?|全|每)年(?:下来|里)?(?:一共|总共|合计|共|能|可以|可)*(?:[领拿得补给发有]到?)?(?:多少|几)|(?:一整?|全)年的?呢"
)


def due(rules: Sequence[Rule], case: Case) -> AmountDue | None:
    """What ``rules``, which add up, come to; None where a count is not told or figures compete."""
    terms: list[Term] = []
    for rule in rules:
        own = [term for benefit in rule.benefits if (term := _term(benefit, rule, case))]
        if len(own) > 1 and not all(term.benefit.noun and term.benefit.basis is Basis.COUNT for term in own):
            return None
        terms += own
    if not terms or len({term.unit for term in terms}) > 1:
        return None
    if _BY_THE_YEAR.search(case.text):
        terms = [_of_a_year(term) for term in terms]
    value = sum((term.value for term in terms), Decimal(0))
    return AmountDue(
        value=Decimal(plain(value)),
        unit=terms[0].unit,
        working=" + ".join(term.working for term in terms),
        words=written(value, terms[0].unit, any(term.benefit.in_wan for term in terms)),
        bound=bound("".join(term.benefit.bound for term in terms)),
        most=terms[0].most if len(terms) == 1 else None,
        on_top=all(term.benefit.extra for term in terms),
    )


def _of_a_year(term: Term) -> Term:
    """What is paid by the month, for twelve of them."""
    if not term.unit.endswith("/月") or term.most is not None:
        return term
    return replace(
        term, value=term.value * 12, unit=f"{term.unit[:-1]}年", working=f"{term.working} × 12个月"
    )


def counted(rule: Rule, case: Case) -> tuple[tuple[Benefit, Told | Costs], ...]:
    """The figures of ``rule`` whose count, or the sum they are a share of, the case tells, with it."""
    found = ((benefit, base(benefit, case) or _counted(benefit, rule, case)) for benefit in rule.benefits)
    return tuple((benefit, told) for benefit, told in found if told is not None)


def _counted(benefit: Benefit, rule: Rule, case: Case) -> Told | None:
    added = any(isinstance(c.test, Measured) and c.test.added for c in rule.conditions)
    return count(benefit, rule, case, added)


def _term(benefit: Benefit, rule: Rule, case: Case) -> Term | None:
    if benefit.basis is Basis.SHARE:
        return portion(benefit, case)
    if benefit.basis is Basis.ONCE or (benefit.basis is Basis.COUNT and benefit.per == "家"):
        return Term(benefit.value, benefit.unit, figure(benefit), benefit, benefit.most)
    if benefit.basis is Basis.RATE:
        return _rate(benefit, rule, case)
    told = _counted(benefit, rule, case)
    return _times(benefit, told) if told else None


def _times(benefit: Benefit, told: Told) -> Term | None:
    many = told.interval.exact
    if many is None:
        return None
    each = figure(benefit)
    if benefit.lot == 1:
        working = f"{plain(many)}{benefit.per}{benefit.noun} × {each}/{benefit.per}"
    else:
        working = f"{plain(many)}{benefit.per} ÷ {plain(benefit.lot)}{benefit.per} × {each}"
    most = many * benefit.most / benefit.lot if benefit.most is not None else None
    return capped(Term(many * benefit.value / benefit.lot, benefit.unit, working, benefit, most))


def _rate(benefit: Benefit, rule: Rule, case: Case) -> Term | None:
    """Per time and head or thing: 每人每月 400元 is 400元/月, and for 30 persons told 12000元/月."""
    told = count(benefit, rule, case)
    by = counted_by(benefit)
    time = "".join(f"/{part}" for part in parts(benefit.per) if part not in (by, "人"))
    each = "".join(f"每{part}" for part in parts(benefit.per)) + figure(benefit)
    if told is None:
        by_visit = "/人次" if by == "人次" else ""
        if by == "人" and time and OF_A_BODY.search(case.text):
            time = f"/人·{time[1:]}"
        unit = benefit.unit + (by_visit + time or "/人")
        return None if unclear(benefit, case) else Term(benefit.value, unit, each, benefit, benefit.most)
    many = told.interval.exact
    if many is None or benefit.most is not None:
        return None
    working = f"{plain(many)}{'人' if by == '人' else told.unit} × {each}"
    return capped(Term(benefit.value * many, benefit.unit + time, working, benefit))
