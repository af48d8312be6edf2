"""Of the rules that a case touches, the one that it falls under, where several say something of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.remainders import gives_the_same, names
from yiyang_qa.eligibility.terms import Measured, Stated, Strength
from yiyang_qa.eligibility.topups import is_met, only_adds
from yiyang_qa.eligibility.weighing import ASKS_SUM, Candidate, Cited


def of_the_benefit(found: Sequence[Candidate], fitting: Sequence[Candidate]) -> list[Candidate]:
    """``found`` without what is of benefits of other names, where anything is of the benefit asked for by name."""
    named = any(held.by_name and held.cited.rule.benefits for held in fitting)
    return [held for held in found if held.by_name is not False or not named]


def with_sum(case: Case, chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """Where a sum is asked for and ``chosen`` only says whom something is for, what says it beside, under one heading."""
    if chosen.cited.rule.benefits or chosen.fails or not ASKS_SUM.search(case.text):
        return None
    return best(
        held
        for held in fitting
        if held.cited.rule.strength is Strength.GRANTED
        and held.cited.rule.benefits
        and is_met(held)
        and not only_adds(held)
        and held.cited.heading is not None
        and held.cited.heading == chosen.cited.heading
    )


def best(candidates: Iterable[Candidate]) -> Candidate | None:
    """The one that weighs most."""
    return max(candidates, key=_by_weight, default=None)


def taking_in(firm: Candidate | None, fitting: Sequence[Candidate]) -> Candidate | None:
    """``firm``, or where it leaves the case out, the rule of the same clause or list that bounds the same and takes it in.

    不满65周岁的半价，65周岁以上的免费: whoever is 65 rides for nothing, and is not refused half the price. One with
    words of its own (开设安宁疗护病区) is of another matter.
    """
    if firm is None or not firm.fails:
        return firm
    left_out = {outcome.asks for outcome in firm.outcomes if outcome.met is False}
    fits = {outcome.asks for outcome in firm.outcomes if outcome.met}
    beside = (
        held
        for held in fitting
        if _stand_together(held.cited, firm.cited)
        and held.cited.rule.strength not in (Strength.TENTATIVE, Strength.DENIED)
        and not held.fails
        and _in_words(held) <= _in_words(firm)
        and left_out <= {outcome.asks for outcome in held.told}
        and not fits & {outcome.asks for outcome in held.outcomes if outcome.met is None}
        and gives_the_same(firm.cited.rule, held.cited.rule)
        and not _of_another_benefit(firm.cited, held.cited)
    )
    return best(beside) or firm


def _stand_together(one: Cited, other: Cited) -> bool:
    """Whether two rules are of one clause, or items of one list: （三）95至99周岁 and （四）100周岁以上."""
    return one.citation == other.citation or (one.heading is not None and one.heading == other.heading)


def _of_another_benefit(one: Cited, other: Cited) -> bool:
    """Whether two rules stand under benefits of other names: 高龄津贴 and 服务补贴."""
    named = [names(f"{each.under} {each.rule.about} {each.rule.text}") for each in (one, other)]
    return all(named) and named[0].isdisjoint(named[1])


def broken_beside(chosen: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """Where ``chosen`` is a duty that the case does not break, one of the same clause that it breaks.

    One that bounds the same otherwise (70周岁以上不满80周岁 beside 80周岁以上) is of another case.
    """
    if chosen.cited.rule.strength is not Strength.REQUIRED or chosen.fails or chosen.cited.rule.benefits:
        return None
    kept = {outcome.asks for outcome in chosen.told}
    return best(
        held
        for held in found
        if held.cited.rule.strength is Strength.REQUIRED and held.cited.citation == chosen.cited.citation
        if held.fails and not kept & {outcome.asks for outcome in held.outcomes if outcome.met is False}
    )


def nearer(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """Where ``chosen`` leaves the case out, what grants to it and is nearer, if the case meets some of its conditions.

    Who is not 低保 is not refused what 1至6周岁儿童 get for the 交通补助 of 低保家庭.
    """
    if not chosen.fails or chosen.cited.rule.strength is not Strength.GRANTED:
        return None
    return best(
        held
        for held in fitting
        if held.cited.rule.strength is Strength.GRANTED
        and held.cited.document == chosen.cited.document
        and bool(held.cited.rule.benefits)
        and not held.fails
        and held.weight > chosen.weight
        and not _of_another_benefit(chosen.cited, held.cited)
        and any(outcome.met and not outcome.condition.demanded for outcome in held.told)
    )


def _by_weight(held: Candidate) -> float:
    return held.weight


def tightest(chosen: Candidate, found: Sequence[Candidate]) -> Candidate:
    """Of graded alternatives that are all met (50张以上, 100张以上), the one that asks most."""
    graded = [
        held
        for held in found
        if held.cited.citation == chosen.cited.citation
        and not (held.fails or chosen.fails)
        and [o.asks for o in held.outcomes] == [o.asks for o in chosen.outcomes]
    ]
    return max((chosen, *graded), key=_floor)


def _floor(held: Candidate) -> Decimal:
    tests = (outcome.condition.test for outcome in held.told)
    lows = (test.bounds.low for test in tests if isinstance(test, Measured))
    return sum((low for low in lows if low is not None), Decimal(0))


def _in_words(held: Candidate) -> set[str]:
    """The conditions that are only words to us."""
    return {outcome.asks for outcome in held.outcomes if isinstance(outcome.condition.test, Stated)}
