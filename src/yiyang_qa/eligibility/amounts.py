"""The amount a rule comes to for a case, with its working; decimals throughout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.counting import count, counted_by, parts, unclear
from yiyang_qa.eligibility.matching import only
from yiyang_qa.eligibility.terms import Basis, Benefit, Measured, Rule
from yiyang_qa.eligibility.units import plain
from yiyang_qa.eligibility.verdict import AmountDue

_WAN = Decimal(10000)
_PARTS = {"%": (Decimal(100), "%"), "‰": (Decimal(1000), "‰")}
_BOUNDS = (("最高", r"最高|最多|不超过"), ("约", r"约"), ("不少于", r"不低于|不少于|不小于|至少"))
_VAGUE = frozenset(["上年", "年度", "实际", "缴纳", "单位", "标准", "企业", "职工", "应缴", "总额"])
#: 实际支出, told as 花了1万元; 租金 and 保费 are told by name.
_SPENDING, _SPENT = (
    re.compile(r"(?:支出|费用|花费|投入|开支)$"),
    re.compile(r"花|支出|费用|投入|开支|用掉|用了"),
)

#: A body asks, for which one head's share is not the whole: 我们养老院.
_OF_A_BODY = re.compile(r"(?:我|咱)们(?!家|两口|俩|夫妻|老)|本(?:院|机构|公司|单位)")


#: 一年一共多少, 全年能领多少钱: of what goes by the month.
_BY_THE_YEAR = re.compile(
    r"(?:一整?|全|每)年(?:下来|里)?(?:一共|总共|合计|共|能|可以|可)*(?:[领拿得补给发有]到?)?(?:多少|几)|(?:一整?|全)年的?呢"
)


@dataclass(frozen=True, slots=True)
class _Term:
    """One summand; ``unit`` keeps the time of a rate: 元/月."""

    value: Decimal
    unit: str
    working: str
    benefit: Benefit
    most: Decimal | None = None


def due(rules: Sequence[Rule], case: Case) -> AmountDue | None:
    """What ``rules``, which add up, come to; None where a count is not told or figures compete."""
    terms: list[_Term] = []
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
        bound=_bound("".join(term.benefit.bound for term in terms)),
        most=terms[0].most if len(terms) == 1 else None,
        on_top=all(term.benefit.extra for term in terms),
    )


def _of_a_year(term: _Term) -> _Term:
    """What is paid by the month, for twelve of them."""
    if not term.unit.endswith("/月") or term.most is not None:
        return term
    return replace(
        term, value=term.value * 12, unit=f"{term.unit[:-1]}年", working=f"{term.working} × 12个月"
    )


def counted(rule: Rule, case: Case) -> tuple[tuple[Benefit, Told], ...]:
    """The figures of ``rule`` whose count, or the sum they are a share of, the case tells, with it."""
    added = any(isinstance(c.test, Measured) and c.test.added for c in rule.conditions)
    found = (
        (benefit, _whole(benefit, case) or count(benefit, rule, case, added)) for benefit in rule.benefits
    )
    return tuple((benefit, told) for benefit, told in found if told is not None)


def written(value: Decimal, unit: str, in_wan: bool) -> str:
    """``value`` as officials write it: 60万元, 400元/月, 300平方米."""
    if unit.startswith("元") and (in_wan or (value >= _WAN and value % 1000 == 0)):
        return f"{plain(value / _WAN)}万{unit}"
    return plain(value) + unit


def _term(benefit: Benefit, rule: Rule, case: Case) -> _Term | None:
    if benefit.basis is Basis.SHARE:
        return _share(benefit, case)
    if benefit.basis is Basis.ONCE or (benefit.basis is Basis.COUNT and benefit.per == "家"):
        return _Term(benefit.value, benefit.unit, _figure(benefit), benefit, benefit.most)
    if benefit.basis is Basis.RATE:
        return _rate(benefit, rule, case)
    found = [told for own, told in counted(rule, case) if own is benefit]
    return _times(benefit, found[0]) if found else None


def _times(benefit: Benefit, told: Told) -> _Term | None:
    many = told.interval.exact
    if many is None:
        return None
    each = _figure(benefit)
    if benefit.lot == 1:
        working = f"{plain(many)}{benefit.per}{benefit.noun} × {each}/{benefit.per}"
    else:
        working = f"{plain(many)}{benefit.per} ÷ {plain(benefit.lot)}{benefit.per} × {each}"
    most = many * benefit.most / benefit.lot if benefit.most is not None else None
    return _capped(_Term(many * benefit.value / benefit.lot, benefit.unit, working, benefit, most))


def _rate(benefit: Benefit, rule: Rule, case: Case) -> _Term | None:
    """Per time and head or thing: 每人每月 400元 is 400元/月, and for 30 persons told 12000元/月."""
    told = count(benefit, rule, case)
    by = counted_by(benefit)
    time = "".join(f"/{part}" for part in parts(benefit.per) if part not in (by, "人"))
    each = "".join(f"每{part}" for part in parts(benefit.per)) + _figure(benefit)
    if told is None:
        by_visit = "/人次" if by == "人次" else ""
        if by == "人" and time and _OF_A_BODY.search(case.text):
            time = f"/人·{time[1:]}"
        unit = benefit.unit + (by_visit + time or "/人")
        return None if unclear(benefit, case) else _Term(benefit.value, unit, each, benefit, benefit.most)
    many = told.interval.exact
    if many is None or benefit.most is not None:
        return None
    working = f"{plain(many)}{'人' if by == '人' else told.unit} × {each}"
    return _capped(_Term(benefit.value * many, benefit.unit + time, working, benefit))


def _capped(term: _Term) -> _Term:
    """``term`` with what it would come to, where its cap is less."""
    cap = term.benefit.cap
    if cap is None or term.value <= cap or not term.unit.startswith("元"):
        return term
    full, most = (written(value, term.unit, term.benefit.in_wan) for value in (term.value, cap))
    return replace(term, value=cap, working=f"{term.working} = {full}，以{most}为限", most=None)


def _share(benefit: Benefit, case: Case) -> _Term | None:
    whole = _whole(benefit, case)
    if whole is None or whole.interval.exact is None:
        return None
    of, sign = _PARTS[benefit.unit]
    value = whole.interval.exact * benefit.value / of
    working = f"{written(whole.interval.exact, whole.unit, False)} × {plain(benefit.value)}{sign}"
    term = _Term(value, whole.unit, working, benefit)
    return _capped_each(term, case) if benefit.cap_per else _capped(term)


def _capped_each(term: _Term, case: Case) -> _Term | None:
    """``term``, whose cap is for each of its things (最高4000元/张); None where a body does not tell how many."""
    each = term.benefit
    told = only(case, lambda t: t.unit == each.cap_per)
    many = told.interval.exact if told else Decimal(1)
    if many is None or each.cap is None or (told is None and _OF_A_BODY.search(case.text)):
        return None
    whole = _capped(replace(term, benefit=replace(each, cap=each.cap * many)))
    if whole.value == term.value or many == 1:
        return replace(whole, benefit=each)
    full, most, one = (
        written(value, term.unit, each.in_wan) for value in (term.value, whole.value, each.cap)
    )
    limit = f"{plain(many)}{each.cap_per} × {one}/{each.cap_per} = {most}为限"
    return replace(whole, working=f"{term.working} = {full}，以{limit}", benefit=each)


def _whole(benefit: Benefit, case: Case) -> Told | None:
    """The sum that a share is taken of, told in the clause's own words (8万失业险 for 失业保险费) or as spent."""
    if benefit.basis is not Basis.SHARE or benefit.noun.startswith("月"):
        return None
    pairs = {benefit.noun[i : i + 2] for i in range(len(benefit.noun) - 1)} - _VAGUE
    spent = bool(_SPENDING.search(benefit.noun))
    return only(
        case,
        lambda t: (
            t.unit in ("元", "平方米")
            and (any(pair in t.breath for pair in pairs) or (spent and bool(_SPENT.search(t.breath))))
        ),
    )


def _figure(benefit: Benefit) -> str:
    """The figure with its bound, as the clause writes it: 最高20万元, 约200万元, 350元至500元."""
    low = written(benefit.value, benefit.unit, benefit.in_wan)
    most = f"至{written(benefit.most, benefit.unit, benefit.in_wan)}" if benefit.most is not None else ""
    return _bound(benefit.bound) + low + most


def _bound(words: str) -> str:
    return next((name for name, pattern in _BOUNDS if re.search(pattern, words)), "")
