"""自付费用: what somebody tells of the costs that he bears: 自己掏了2万; 花了3万,医保报了1万8."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.money import written

_OWN = re.compile(
    r"自付|自费|自负|掏|自己[^,;。]{0,4}[付花出担]|个人[^,;。]{0,4}(?:付|承担|负担)|报(?:销)?(?:完|后|过|下来)|(?:剩|还[要得差欠])[^,;。]{0,3}$"
)
_BACK = re.compile(
    r"报(?:销)?(?:了|掉|到|回来?|的)?(?:大?概|差不多)?$|(?:医保|大病保险|新农合)[^,;。]{0,4}(?:付|出|给)了?$"
)
_SPENT = re.compile(r"花|用[掉了]|费用|支出|开支|[付交缴]|一共|总共|投入|账单")


@dataclass(frozen=True, slots=True)
class Costs:
    """A sum that a share is taken of, in ``unit``; ``working`` how it was come by: 3万元 − 1.8万元."""

    value: Decimal
    unit: str
    said: str
    working: str


def own_costs(case: Case) -> Costs | None:
    """The one sum that ``case`` tells to have borne, or what is left of a bill; None where it tells none, or several."""
    sums = [told for told in case.quantities if told.unit == "元" and told.interval.exact is not None]
    back = [told for told in sums if _BACK.search(told.lead)]
    own = [told for told in sums if told not in back and _OWN.search(told.lead)]
    spent = [told for told in sums if told not in (*back, *own) and _SPENT.search(told.breath)]
    if len(own) == 1:
        return _whole(own[0])
    if own or len(spent) != 1 or len(back) > 1:
        return None
    if not back:
        return _whole(spent[0])
    bill, came = _whole(spent[0]), _whole(back[0])
    if came.value >= bill.value:
        return None
    said, working = f"{bill.said}，报{came.said}", f"{bill.working} − {came.working}"
    return Costs(bill.value - came.value, "元", said, working)


def _whole(told: Told) -> Costs:
    value = told.interval.exact or Decimal(0)
    return Costs(value, "元", told.said, written(value, "元", False))
