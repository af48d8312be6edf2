"""费用分担: shares of the costs that somebody bears, from where they begin (起付标准) to a limit of the year (年度限额).

个人自付费用,低保边缘家庭成员起付标准为2500元,按65%救助: the costs are named once, before whom it is for, or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.shares import BOUND, cap_after
from yiyang_qa.eligibility.terms import Basis, Benefit
from yiyang_qa.eligibility.units import FIGURE, decimal, in_scale
from yiyang_qa.types import Span

_PAID = r"(?:救助|支付|报销|补[助贴偿]|资助|给付)"
_SHARE = re.compile(
    rf"(?:按照?|给予|予以|由[^,。;\d]{{2,14}}) ?(?P<bound>{BOUND})? ?(?P<percent>{FIGURE}) ?(?P<sign>[%‰])的?(?:比例|标准)?"
    rf"(?:给予|予以|进行)?的?(?:[一-龥]{{2,4}}(?=救助|补[助偿]))?{_PAID}"
)
#: 按实际缴费额的2/3给予补贴, 按照实际改造费用给予全额补贴.
_FRACTION = re.compile(
    rf"按照?(?P<noun>[一-龥]{{2,14}}?)的? ?(?:(?P<parts>\d)/(?P<of>\d)|(?P<words>[二三])分之(?P<many>[一二])|(?P<whole>(?:给予|予以)?全额))"
    rf"的?(?:比例|标准)?(?:给予|予以)?{_PAID}"
)
#: The unit of a share that is the whole.
IN_FULL = "全额"
_IN_WORDS = {"一": 1, "二": 2, "三": 3}
#: What is paid a share of, by how a text or somebody who asks names it.
_COSTS = re.compile(
    r"(?P<noun>(?:政策范围内|合规|个人|自付|自负|住院|门诊|医疗|护理|租房|装修|改造|建设|[一-龥]{2})*?(?:费用|医疗费|护理费|保险费|保费|缴费额?|自付部分|租金|投资额?|支出))(?!限额)"
)
_ANY_COSTS = "费用"
#: What is asked of a case where a share of its costs begins above a floor.
COSTS = "个人自付费用"
_BEGINS = re.compile(
    rf"(?:起付(?:标准|线|金额)?[^,;。\d]{{0,6}}|(?<![不得能应])(?:超[过出]|高[于出])[^,;。\d]{{0,8}}) ?(?P<figure>{FIGURE})(?P<wan>万?)元"
)
#: 年度救助限额5万元, 全年封顶线为2万元: said in the sentence or of all before it.
_LIMIT = re.compile(
    rf"(?:限额|封顶线?|最高(?:支付|救助|补助)?(?:限额|额度)?)[^,。;\d]{{0,8}}?(?P<figure>{FIGURE})(?P<wan>万?)元"
)
_LIMIT_OF_ALL = re.compile(rf"^[^,。;\d]{{0,20}}{_LIMIT.pattern}[^,;。\d]{{0,6}}[。;]?$")
_STOPS = ";。"


def shares_of_costs(folded: str) -> Iterator[Benefit]:
    """The shares of costs that one sentence takes over, offsets in ``folded``."""
    for match in _SHARE.finditer(folded):
        value = decimal(match["percent"])
        if value is None:
            continue
        begins = _beginning(folded, match.start())
        yield replace(
            _share(folded, match, value, match["sign"], _named(folded, match.start())),
            bound=match["bound"] or "",
            floor=in_scale(begins["figure"], begins["wan"]) if begins else None,
        )
    for match in _FRACTION.finditer(folded):
        if match["whole"]:
            yield _share(folded, match, Decimal(1), IN_FULL, match["noun"])
        else:
            many = int(match["parts"] or _IN_WORDS[match["many"]])
            of = match["of"] or _IN_WORDS[match["words"]]
            yield _share(folded, match, Decimal(many), f"/{of}", match["noun"])


def _share(folded: str, match: re.Match[str], value: Decimal, unit: str, noun: str) -> Benefit:
    cap = cap_after(folded, match.end())[0] or _limit_after(folded, match.end())
    return Benefit(Span(*match.span()), value, unit, Basis.SHARE, noun=noun, cap=cap)


def floor_of(folded: str, at: int) -> Span:
    """The words that say where the share at ``at``, which has a floor, begins."""
    found = _beginning(folded, at)
    return Span(*found.span()) if found else Span(at, at)


def limit_of_all(folded: str) -> Decimal | None:
    """The most of a year, in 元, that a sentence sets for the shares before it; None where it says something else."""
    found = _LIMIT_OF_ALL.match(folded)
    return in_scale(found["figure"], found["wan"]) if found else None


def _beginning(folded: str, at: int) -> re.Match[str] | None:
    begin = max(folded.rfind(stop, 0, at) for stop in _STOPS) + 1
    return next(reversed([*_BEGINS.finditer(folded, begin, at)]), None)


def _named(folded: str, at: int) -> str:
    """The costs named last before ``at``; any, where none are."""
    found = [match["noun"] for match in _COSTS.finditer(folded, 0, at)]
    return found[-1] if found else _ANY_COSTS


def _limit_after(folded: str, at: int) -> Decimal | None:
    end = min((e for stop in _STOPS if (e := folded.find(stop, at)) >= 0), default=len(folded))
    found = _LIMIT.search(folded, at, end)
    return in_scale(found["figure"], found["wan"]) if found else None
