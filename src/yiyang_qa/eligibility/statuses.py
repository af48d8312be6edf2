"""身份: what a clause sets for 特困 or 低保 goes before what it sets for everybody of an age."""

from __future__ import annotations

from collections.abc import Sequence

from yiyang_qa.eligibility.terms import Belongs, Benefit, Rule
from yiyang_qa.eligibility.weighing import Candidate

_STATUS = "身份"


def own_to_status(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """The one rule of the clause of ``chosen`` that sets another sum of the same kind for the status that the case has."""
    if chosen.fails or not chosen.cited.rule.benefits or _by_status(chosen):
        return None
    own = [
        held
        for held in fitting
        if held.cited.citation == chosen.cited.citation
        and _by_status(held)
        and all(outcome.met for outcome in held.outcomes)
        and _alike(held.cited.rule, chosen.cited.rule)
    ]
    return own[0] if len(own) == 1 else None


def _by_status(held: Candidate) -> bool:
    """Whether a rule is for those of a status, which the case has."""
    tests = (outcome.condition.test for outcome in held.outcomes if outcome.met)
    return any(isinstance(test, Belongs) and test.axis == _STATUS for test in tests)


def _alike(one: Rule, other: Rule) -> bool:
    """Whether two rules grant a figure each, for the same things and times, which do not add up."""
    kinds = [{_kind(benefit) for benefit in rule.benefits} for rule in (one, other)]
    extra = any(benefit.extra for rule in (one, other) for benefit in rule.benefits)
    return not extra and len(one.benefits) == len(other.benefits) == 1 and kinds[0] == kinds[1]


def _kind(benefit: Benefit) -> tuple[object, ...]:
    return benefit.basis, benefit.unit, benefit.per, benefit.purpose
