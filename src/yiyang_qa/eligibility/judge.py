"""Which rule a case falls under, and how it stands to it.

Conservative by design: a rule about another kind of body is left aside, a rule that the case does not
touch says nothing, and *eligible* needs every condition met, the unreadable ones included.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.nearest import (
    best,
    broken_beside,
    nearer,
    of_the_benefit,
    taking_in,
    tightest,
    with_sum,
)
from yiyang_qa.eligibility.partial import at_the_share, of_a_standard, share_of
from yiyang_qa.eligibility.purposes import purposes_told
from yiyang_qa.eligibility.scopes import of_their_own
from yiyang_qa.eligibility.standards import decided_by, entitling, standard_of
from yiyang_qa.eligibility.statuses import own_to_status
from yiyang_qa.eligibility.terms import Belongs, Benefit, Rule, Strength
from yiyang_qa.eligibility.topups import adds_to, base_of, is_met, of_a_sort, only_adds, topup
from yiyang_qa.eligibility.totals import dues
from yiyang_qa.eligibility.verdict import Dues, Judgement, Outcome
from yiyang_qa.eligibility.weighing import Candidate, Cited, candidate, touches
from yiyang_qa.types import Verdict

_NEAR = 0.5  # of weight: what another clause says is as near
_ORPHANS = {True: ("本项之上的共同条件",), False: ()}


def judge(case: Case, rules: Sequence[Cited]) -> Judgement | None:
    """``case`` held against the one of ``rules`` that it falls under; None where it falls under none.

    A sentence that only explores (探索、鼓励) is judged where nothing firm is nearer to the case, and told
    beside a firm one that leaves the case out.
    """
    fitting = [held for cited in rules if (held := candidate(case, cited)) is not None]
    found = [held for held in fitting if touches(held) and not (held.fails and only_adds(held))]
    found = [held for held in of_the_benefit(found, fitting) if not of_a_standard(held)]
    found = of_their_own(found)
    solid = [held for held in found if held.cited.rule.strength is not Strength.TENTATIVE]
    first = best(held for held in solid if not held.cited.rule.rest) or best(solid)
    firm = taking_in(first, fitting)
    vague = [h for h in fitting if h.cited.rule.strength is Strength.TENTATIVE and not h.fails]
    prospect = best(h for h in vague if firm is not None and _explores_what_is_left_out(firm, h))
    if firm is not None and prospect is not None:
        judged = _judgement(case, firm, fitting)
        return replace(judged, prospect=(prospect.cited.rule, prospect.cited.citation)) if judged else None
    chosen = best(h for h in (firm, *vague) if h is not None and (h is firm or h in found))
    if chosen is None:
        return None
    chosen = broken_beside(chosen, found) or tightest(chosen, found)
    chosen = own_to_status(chosen, fitting) or chosen
    chosen = nearer(chosen, fitting) or chosen
    chosen = base_of(chosen, fitting) or decided_by(chosen, fitting) or chosen
    figured = with_sum(case, chosen, fitting)
    grants = entitling(figured or chosen, fitting)
    return _judgement(case, grants if grants and grants.fails else figured or chosen, fitting, chosen)


def _of_the_rest(chosen: Candidate, fitting: Sequence[Candidate]) -> tuple[Rule, int] | None:
    """What the same clause grants to the others, of whom the case is one."""
    own = (h for h in fitting if h.cited.citation == chosen.cited.citation and not h.fails)
    rest = next((h for h in own if h.cited.rule.rest and is_met(h)), None)
    return (rest.cited.rule, rest.cited.citation) if rest else None


def _explores_what_is_left_out(firm: Candidate, vague: Candidate) -> bool:
    """Whether ``vague`` explores for the very category that ``firm`` leaves out: 中度 beside 重度."""
    return bool(_axes(firm, met=False) & _axes(vague, met=True))


def _axes(held: Candidate, met: bool) -> set[str]:
    tests = (outcome.condition.test for outcome in held.outcomes if outcome.met is met)
    return {test.axis for test in tests if isinstance(test, Belongs)}


def _judgement(
    case: Case, chosen: Candidate, fitting: Sequence[Candidate], whom: Candidate | None = None
) -> Judgement | None:
    """How ``case`` stands to ``chosen``, beside what says of ``whom`` it is."""
    rule, verdict = chosen.cited.rule, _verdict(chosen)
    if verdict is Verdict.NOT_ELIGIBLE:
        rest = _of_the_rest(chosen, fitting)
        return Judgement(verdict, rule, chosen.cited.citation, chosen.outcomes, None, (), rest=rest)
    if rule.strength is Strength.TENTATIVE:  # what is only explored comes to no amount
        return Judgement(verdict, rule, chosen.cited.citation, chosen.outcomes, None, ())
    beside = [held for held in (standard_of(chosen, fitting), entitling(chosen, fitting)) if held]
    beside += [whom] if whom and whom is not chosen and not whom.cited.rule.benefits else []
    added = [held for held in fitting if any(adds_to(held, each) for each in (chosen, *beside))]
    extras = [held for held in added if is_met(held)]
    extras += [held for held in fitting if held not in added and of_a_sort(held, chosen, case)]
    extras = [*beside, *extras, *_also_asked(case, chosen, fitting)]
    held = (chosen.cited, *(extra.cited for extra in extras))
    rivals = [each for each in fitting if each not in beside]  # what says the sum of it is none
    given = Dues(None) if _has_rival(chosen, rivals) else dues(held, case)
    if part := share_of(chosen, fitting):
        given, extras = replace(given, amount=at_the_share(given.amount, part)), [*extras, part]
    if given.amount is None and rule.strength is Strength.REQUIRED:
        return None  # a duty that the case does not break decides nothing
    told = (outcome for each in (chosen, *extras) for outcome in each.outcomes)
    outcomes = tuple({(outcome.condition.span, outcome.met): outcome for outcome in told}.values())
    grants = entitling(chosen, fitting)
    if grants and not chosen.outcomes and is_met(grants) and not rule.orphan:
        verdict = Verdict.ELIGIBLE  # the sum itself asks nothing more
    if verdict is Verdict.ELIGIBLE and not all(outcome.met for outcome in outcomes):
        verdict = Verdict.UNDETERMINED
    apart = given if given.parts or (given.alone and given.amount) else None
    missing = _missing(outcomes, rule.orphan)
    elsewhere = [each for each in held if each.rule.benefits and each.citation != chosen.cited.citation]
    return Judgement(
        verdict,
        rule,
        chosen.cited.citation,
        outcomes,
        given.amount,
        missing,
        apart=apart,
        sums=tuple((each.rule, each.citation) for each in elsewhere),
        topups=tuple(topup(held) for held in added if not is_met(held) and held.outcomes),
    )


def _also_asked(case: Case, chosen: Candidate, fitting: Sequence[Candidate]) -> list[Candidate]:
    """For each further benefit that the question names (建设补贴和运营补贴), the rule of the same document that grants it."""
    covered = {benefit.purpose for benefit in chosen.cited.rule.benefits}
    further = purposes_told(case.text) - covered if covered & purposes_told(case.text) else frozenset[str]()
    firm = [
        h
        for h in fitting
        if h.cited.rule.strength is Strength.GRANTED and not h.fails and h.cited.region == chosen.cited.region
    ]
    own = (
        best(h for h in firm if purpose in {b.purpose for b in h.cited.rule.benefits})
        for purpose in sorted(further)
    )
    return [held for held in own if held is not None and not _has_rival(held, fitting)]


def _has_rival(chosen: Candidate, fitting: Sequence[Candidate]) -> bool:
    """Whether another rule fits as well and only what the case leaves open, words or a grade, tells them apart."""
    open_ = _left_open(chosen)
    if not open_:
        return False
    told = [(outcome.asks, outcome.met) for outcome in chosen.told]
    return any(
        held.cited.rule.benefits != chosen.cited.rule.benefits
        and _may_be_the_same(held.cited.rule.benefits, chosen.cited.rule.benefits)
        and _left_open(held) != open_
        and [(outcome.asks, outcome.met) for outcome in held.told] == told
        and held.counts == chosen.counts
        and (held.cited.citation == chosen.cited.citation or held.weight > chosen.weight - _NEAR)
        for held in fitting
    )


def _may_be_the_same(one: Sequence[Benefit], other: Sequence[Benefit]) -> bool:
    """Whether two rules may grant the same thing: 建设补贴 and 运营补贴 do not."""
    purposes = {benefit.purpose for benefit in one}, {benefit.purpose for benefit in other}
    return bool(one) and ("" in purposes[0] | purposes[1] or not purposes[0].isdisjoint(purposes[1]))


def _left_open(held: Candidate) -> set[str]:
    """The conditions of which the case does not tell how it stands, by their words."""
    return {outcome.text for outcome in held.outcomes if outcome.met is None}


def _missing(outcomes: Sequence[Outcome], orphan: bool) -> tuple[str, ...]:
    open_ = (outcome.asks for outcome in outcomes if outcome.met is None)
    return tuple(dict.fromkeys((*open_, *_ORPHANS[orphan])))


def _verdict(chosen: Candidate) -> Verdict:
    rule = chosen.cited.rule
    if rule.strength is Strength.DENIED:
        return Verdict.NOT_ELIGIBLE
    if rule.strength is Strength.TENTATIVE:  # what is only explored comes to no amount
        return Verdict.UNDETERMINED
    if chosen.fails:
        return Verdict.NOT_ELIGIBLE
    about = chosen.named or any(not outcome.condition.demanded for outcome in chosen.outcomes)
    settled = about and all(outcome.met for outcome in chosen.outcomes) and not rule.orphan
    return Verdict.ELIGIBLE if settled else Verdict.UNDETERMINED
