"""A judgement's amount times the coefficient (系数) that the case falls under; one that it may fall under is told beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.citing import citing
from yiyang_qa.eligibility.coefficients import FOR_PROFIT, Coefficient, coefficients, grade_told
from yiyang_qa.eligibility.money import written
from yiyang_qa.eligibility.purposes import purposes_in
from yiyang_qa.eligibility.terms import Belongs, Rule, Strength
from yiyang_qa.eligibility.traits import Trait
from yiyang_qa.eligibility.verdict import AmountDue, Judgement
from yiyang_qa.text import fold, one_line
from yiyang_qa.types import Evidence, Span

_NATURE, _NONPROFIT = "营利性质", "非营利"
#: Sums that are no plain product: what is capped, what has something on top that may not be multiplied (不乘系数).
_NO_PRODUCT = re.compile(r"为限| \+ ")


def as_nonprofit(case: Case, evidence: Sequence[Evidence]) -> Case:
    """``case`` of an institution for profit as one of none, where the text gives it a share of what these have."""
    own = Trait(_NATURE, FOR_PROFIT, "")
    if not any((t.axis, t.value, t.denied) == (own.axis, own.value, False) for t in case.traits):
        return case
    shared = any(c.grade == FOR_PROFIT for item in evidence for c in coefficients(item.document.text))
    traits = tuple(replace(t, value=_NONPROFIT) if t.axis == _NATURE else t for t in case.traits)
    return replace(case, traits=traits) if shared else case


def multiplied(
    case: Case, judged: Judgement, evidence: Sequence[Evidence]
) -> tuple[Judgement, tuple[Evidence, ...], list[str]]:
    """``judged`` with its amount times what the case tells of, and words on what is not reckoned.

    ``evidence`` comes back with the sentences that say so.
    """
    known, lines, sums = tuple(evidence), list[str](), list(judged.sums)
    amount = judged.amount
    if (
        amount is None
        or judged.parts
        or amount.most is not None
        or judged.rule.strength is Strength.TENTATIVE
    ):
        return judged, known, lines
    home = known[judged.citation - 1]
    for sentence, dealt in _by_sentence(home, judged):
        own = next((c for c in dealt if _falls_under(c, case)), None)
        if own is None and all(c.grade == FOR_PROFIT for c in dealt):
            continue
        known, (number,) = citing((sentence,), home, known)
        words = one_line(sentence.of(home.document.text)).rstrip("。；;")
        if own is None or _NO_PRODUCT.search(amount.working):
            lines.append(f"另：“{words}”，这里没有计入[{number}]。")
            continue
        amount = _times(amount, own)
        sums.append((Rule(sentence, words, (), (), Strength.GRANTED), number))
    outcomes = judged.outcomes
    if _is_for_profit(case):
        outcomes = tuple(o for o in outcomes if not _is_of_nature(o.condition.test))
    return replace(judged, amount=amount, outcomes=outcomes, sums=tuple(sums)), known, lines


def _by_sentence(home: Evidence, judged: Judgement) -> list[tuple[Span, list[Coefficient]]]:
    """The coefficients of the document, by sentence, that are not of another benefit than what is judged."""
    text = home.document.text
    granted = frozenset(benefit.purpose for benefit in judged.rule.benefits) - {""}
    granted = granted or purposes_in(fold(" ".join((*home.clause.path, home.clause.body.of(text)))))
    found: dict[Span, list[Coefficient]] = {}
    for each in coefficients(text):
        named = purposes_in(fold(each.span.of(text)))
        if not (named and granted) or named & granted:
            found.setdefault(each.span, []).append(each)
    return list(found.items())


def _falls_under(coefficient: Coefficient, case: Case) -> bool:
    if coefficient.grade == FOR_PROFIT:
        return _is_for_profit(case)
    return coefficient.grade == grade_told(case.text)


def _is_for_profit(case: Case) -> bool:
    return any(t.axis == _NATURE and t.value == FOR_PROFIT and not t.denied for t in case.traits)


def _is_of_nature(test: object) -> bool:
    return isinstance(test, Belongs) and test.axis == _NATURE


def _times(amount: AmountDue, by: Coefficient) -> AmountDue:
    value = amount.value * by.factor
    words = written(value, amount.unit, "万" in amount.words)
    return replace(amount, value=value.normalize(), working=f"{amount.working} × {by.written}", words=words)
