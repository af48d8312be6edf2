"""Portions of a sum that a case tells: 应缴保险费的50%, and of the costs borne what lies above where the share begins."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.costs import IN_FULL
from yiyang_qa.eligibility.matching import only
from yiyang_qa.eligibility.money import Term, capped, written
from yiyang_qa.eligibility.spending import Costs, own_costs
from yiyang_qa.eligibility.terms import Basis, Benefit
from yiyang_qa.eligibility.units import plain

_PARTS = {"%": Decimal(100), "‰": Decimal(1000), IN_FULL: Decimal(1)}
_VAGUE = frozenset(
    ["上年", "年度", "实际", "缴纳", "单位", "标准", "企业", "职工", "应缴", "总额", "个人", "费用"]
)
#: What is told as spent without its name (花了1万元); 租金 and 保费 are told by name.
_SPENDING = re.compile(r"(?<![缴保])(?:支出|费用?|花费|投入|开支|投资|自付部分|负担|缴费额?)$")
_BY_NAME_ONLY = re.compile("保险费|保费|个人缴费|租金|房租")
#: A body asks, for which one head's share, or one bed's, is not the whole: 我们养老院.
OF_A_BODY = re.compile(r"(?:我|咱)们(?!家|两口|俩|夫妻|老)|本(?:院|机构|公司|单位)")


def portion(benefit: Benefit, case: Case) -> Term | None:
    """The share that ``benefit`` is of what the case tells, above its floor and within its cap."""
    whole = base(benefit, case)
    if whole is None:
        return None
    of = _PARTS.get(benefit.unit) or Decimal(benefit.unit.lstrip("/"))
    floor = benefit.floor or Decimal(0)
    if whole.value <= floor:
        return None
    above, steps = whole.value - floor, whole.working
    if floor:
        steps = f"{steps} − {written(floor, whole.unit, False)}"
    rest = written(above, whole.unit, False)
    said = rest if steps == rest else f"{steps} = {rest}，{rest}"
    share = f"{plain(benefit.value)}{benefit.unit}"
    working = f"所述{said}{IN_FULL}" if benefit.unit == IN_FULL else f"{said} × {share}"
    term = Term(above * benefit.value / of, whole.unit, working, benefit)
    return _capped_each(term, case) if benefit.cap_per else capped(term)


def base(benefit: Benefit, case: Case) -> Costs | None:
    """The sum that a share is taken of, told in the clause's own words (8万失业险 for 失业保险费) or as spent."""
    if benefit.basis is not Basis.SHARE or benefit.noun.startswith("月"):
        return None
    return _named(benefit, case) or (
        own_costs(case) if _SPENDING.search(benefit.noun) and not _BY_NAME_ONLY.search(benefit.noun) else None
    )


def _named(benefit: Benefit, case: Case) -> Costs | None:
    """The one sum told together with what names it in the clause."""
    pairs = {"房租"} if "租金" in benefit.noun else set()
    pairs |= {benefit.noun[i : i + 2] for i in range(len(benefit.noun) - 1)} - _VAGUE
    told = only(case, lambda t: t.unit in ("元", "平方米") and any(pair in t.breath for pair in pairs))
    if told is None or told.interval.exact is None:
        return None
    return Costs(told.interval.exact, told.unit, told.said, written(told.interval.exact, told.unit, False))


def _capped_each(term: Term, case: Case) -> Term | None:
    """``term``, whose cap is for each of its things (最高4000元/张); None where a body does not tell how many."""
    each = term.benefit
    told = only(case, lambda t: t.unit == each.cap_per)
    many = told.interval.exact if told else Decimal(1)
    if many is None or each.cap is None or (told is None and OF_A_BODY.search(case.text)):
        return None
    whole = capped(replace(term, benefit=replace(each, cap=each.cap * many)))
    if whole.value == term.value or many == 1:
        return replace(whole, benefit=each)
    full, most, one = (
        written(value, term.unit, each.in_wan) for value in (term.value, whole.value, each.cap)
    )
    limit = f"{plain(many)}{each.cap_per} × {one}/{each.cap_per} = {most}为限"
    return replace(whole, working=f"{term.working} = {full}，以{limit}", benefit=each)
