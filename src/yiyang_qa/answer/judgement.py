"""资格判断 in an answer: only where the asker tells a case that a cited rule speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yiyang_qa.eligibility import AmountDue, Judgement, assess, caveats
from yiyang_qa.search.values import values_asked
from yiyang_qa.types import Eligibility, Entitlement, Evidence, Intent, Query, Requirement, Span

#: A question that asks who is responsible, or for a whole list, tells no case.
_NO_CASE = frozenset({Intent.UNITS, Intent.LIST, Intent.COMPARE})
#: Values that are due to somebody, or that a rule grants.
_DUE = frozenset({"金额", "比例", "张数", "减免", "费用由谁承担", "医保支付", "赔偿"})


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgement as a value and as sentences."""

    eligibility: Eligibility
    text: str
    evidence: tuple[Evidence, ...]  # the clause that decides comes first, its rule marked


def judged_by(query: Query, evidence: Sequence[Evidence]) -> Judged | None:
    """What ``evidence`` says of the case told in ``query``; None where none is told."""
    if query.intent in _NO_CASE or _asks_otherwise(query.asked):
        return None
    if not (assessed := assess(query.text, evidence, query.as_of, query.case)):
        return None
    judgement = assessed.judgement
    cited = evidence[judgement.citation - 1]
    decides = replace(cited, highlights=_with(judgement.rule.span, cited.highlights))
    others = [item for number, item in enumerate(evidence, 1) if number != judgement.citation]
    ordered = (decides, *others)
    again = assess(query.text, ordered, query.as_of, query.case) or assessed
    return Judged(_value(again.judgement), again.text, ordered)


def _asks_otherwise(asked: str) -> bool:
    """Whether a value is asked for that no amount due is: 能有几个钟头 is no sum of money."""
    values = {value.name for value in values_asked(asked)}
    return bool(values) and values.isdisjoint(_DUE)


def _with(rule: Span, marked: Sequence[Span]) -> tuple[Span, ...]:
    """The words of the ``rule`` that decides and what else was ``marked`` as answering, in the order of the text."""
    return tuple(sorted([rule, *(span for span in marked if not span.overlaps(rule))]))


def _value(judgement: Judgement) -> Eligibility:
    return Eligibility(
        verdict=judgement.verdict,
        requirements=tuple(Requirement(o.text, o.met, o.given, o.citation) for o in judgement.outcomes),
        amount=_entitlement(judgement.amount),
        missing=judgement.missing,
        caveats=caveats(judgement),
    )


def _entitlement(due: AmountDue | None) -> Entitlement | None:
    return Entitlement(due.value, due.unit, due.working, due.bound, due.most) if due else None
