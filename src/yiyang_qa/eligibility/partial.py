"""按标准的一定比例: some have a share of what a standard gives to others: 7至14周岁残疾儿童按上述标准的50%执行."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.money import written
from yiyang_qa.eligibility.terms import Basis, Benefit
from yiyang_qa.eligibility.topups import is_met
from yiyang_qa.eligibility.units import plain
from yiyang_qa.eligibility.verdict import AmountDue
from yiyang_qa.eligibility.weighing import Candidate

_OF_A_STANDARD = re.compile("(?:[上前]述|以上|前款|前条|同类|本条)[^，,。]{0,6}标准$")


def share_of(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """What gives a share of the standards of the clause of ``chosen``, where the case meets all that it asks."""
    return next(
        (
            held
            for held in fitting
            if held.cited.citation == chosen.cited.citation and is_met(held) and _share(held) is not None
        ),
        None,
    )


def at_the_share(amount: AmountDue | None, held: Candidate | None) -> AmountDue | None:
    """``amount`` at the share that ``held`` gives."""
    share = _share(held) if held else None
    if amount is None or share is None or amount.most is not None:
        return amount
    value = (amount.value * share.value / 100).normalize()
    working = f"{amount.working} × {plain(share.value)}%"
    return replace(
        amount,
        value=Decimal(plain(value)),
        working=working,
        words=written(value, amount.unit, "万" in amount.words),
    )


def of_a_standard(held: Candidate) -> bool:
    """Whether all that a rule gives is a share of a standard."""
    return _share(held) is not None


def _share(held: Candidate) -> Benefit | None:
    granted = held.cited.rule.benefits
    only = granted[0] if len(granted) == 1 else None
    fits = only and only.basis is Basis.SHARE and only.unit == "%" and _OF_A_STANDARD.search(only.noun)
    return only if fits else None
