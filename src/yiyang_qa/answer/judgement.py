"""资格判断 in an answer: only where the asker tells a case that a cited rule speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yiyang_qa.dialogue.asking import KINDS, WHO, without_asking
from yiyang_qa.dialogue.intent import asks_who
from yiyang_qa.eligibility import AmountDue, Judgement, assess, caveats
from yiyang_qa.search.particulars import particular_asked
from yiyang_qa.search.values import values_asked
from yiyang_qa.types import Eligibility, Entitlement, Evidence, Intent, Query, Requirement, Span

#: A question that asks when, or for a whole list, tells no case; nor one that only asks who is responsible.
_NO_CASE = frozenset({Intent.DATE, Intent.LIST, Intent.COMPARE})
#: Values that no rule grants by a sum or a measure.
_NOT_DUE = frozenset(
    {
        "频次",
        "天数",
        "期限",
        "时间",
        "有效期",
        "电话",
        "网址或平台",
        "办理地点或渠道",
        "材料",
        "发放时间",
        "申请时间",
    }
)
_OF_CASES = ("多少", "可否")  # what is asked of a case, whoever else is
_BARE = 4  # 字: 谁去申请 names nothing that could be judged


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
    if not (assessed := assess(query.text, evidence, query.as_of, query.case, query.asked)):
        return None
    judgement = assessed.judgement
    cited = assessed.evidence[judgement.citation - 1]
    decides = replace(cited, highlights=_with(judgement.rule.span, cited.highlights))
    others = [item for number, item in enumerate(assessed.evidence, 1) if number != judgement.citation]
    ordered = (decides, *others)
    again = assess(query.text, ordered, query.as_of, query.case, query.asked) or assessed
    return Judged(_value(again.judgement), again.text, ordered)


def _asks_otherwise(asked: str) -> bool:
    """Whether nothing is asked for that a rule makes due: 能有几个钟头 is no sum of money."""
    values = {value.name for value in values_asked(asked)}
    particular = particular_asked(asked)
    if (asks_who(asked) or KINDS[WHO].search(asked)) and not any(
        KINDS[kind].search(asked) for kind in _OF_CASES
    ):
        return True
    if particular and particular.name in _NOT_DUE and len(without_asking(asked)) <= _BARE:
        return True
    return bool(values) and values <= _NOT_DUE


def _with(rule: Span, marked: Sequence[Span]) -> tuple[Span, ...]:
    """The words of the ``rule`` that decides and what else was ``marked`` as answering, in the order of the text."""
    return tuple(sorted([rule, *(span for span in marked if not span.overlaps(rule))]))


def _value(judgement: Judgement) -> Eligibility:
    return Eligibility(
        verdict=judgement.verdict,
        requirements=tuple(Requirement(o.text, o.met, o.given, o.citation) for o in judgement.outcomes),
        amount=_entitlement(judgement.amount),
        missing=judgement.missing,
        apart=tuple(replace(_of(part.amount), name=part.name) for part in judgement.parts),
        caveats=caveats(judgement),
    )


def _entitlement(due: AmountDue | None) -> Entitlement | None:
    return _of(due) if due else None


def _of(due: AmountDue) -> Entitlement:
    return Entitlement(due.value, due.unit, due.working, due.bound, due.most)
