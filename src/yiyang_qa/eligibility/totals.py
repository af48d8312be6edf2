"""Several benefits at once: each worked out by itself, added up only where they are sums of one kind that may be added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.amounts import due
from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.purposes import asks_total, purposes_told
from yiyang_qa.eligibility.terms import Benefit, Rule
from yiyang_qa.eligibility.verdict import AmountDue, Dues, Part
from yiyang_qa.eligibility.weighing import Cited

_MONEY = "元"  # paid once: what goes by time is 元/月


def dues(held: Sequence[Cited], case: Case) -> Dues:
    """What the rules ``held`` come to for ``case``: one amount, or several told side by side."""
    asked = purposes_told(case.text)
    wanted = [_wanted(cited, asked) for cited in held]
    parts = [part for cited in wanted for part in _parts(cited, case)]
    purposes = {part.purpose for part in parts}
    if len(asked) > 1 and not purposes & asked:
        return Dues(None)  # of several asked for, nobody knows which this is
    lacking = tuple(sorted(asked - purposes)) if asked & purposes else ()
    if len(purposes - {""}) < 2 and not lacking:
        return Dues(due([cited.rule for cited in wanted], case), alone=asks_total(case.text))
    if any(not part.purpose for part in parts) or len(purposes) < len(parts):
        return Dues(None)
    barred = any(cited.rule.exclusive for cited in held)
    once = all(part.amount.unit == _MONEY and part.amount.most is None for part in parts)
    total = asks_total(case.text)
    if once and total and not barred and not lacking and len({part.citation for part in parts}) == 1:
        return Dues(
            due([_only(cited.rule, benefit) for cited in wanted for benefit in cited.rule.benefits], case)
        )
    return Dues(None, tuple(parts), barred=barred, mixed=total and not once, lacking=lacking)


def _wanted(cited: Cited, asked: frozenset[str]) -> Cited:
    """The rule with the benefits asked for, where the question names some that it has."""
    own = tuple(b for b in cited.rule.benefits if b.purpose in asked)
    return replace(cited, rule=replace(cited.rule, benefits=own)) if own else cited


def _only(rule: Rule, benefit: Benefit) -> Rule:
    return replace(rule, benefits=(benefit,))


def _parts(cited: Cited, case: Case) -> list[Part]:
    found: list[tuple[Benefit, AmountDue | None]] = [
        (benefit, due([_only(cited.rule, benefit)], case)) for benefit in cited.rule.benefits
    ]
    return [Part(b.purpose, amount, cited.citation) for b, amount in found if amount is not None]
