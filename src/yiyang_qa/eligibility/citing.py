"""The clauses that a judgement cites beside those found: an item of a list is often a clause of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.verdict import Judgement
from yiyang_qa.types import Evidence, Span

_LONGEST = 1200  # 字 of a quote


def cited_with(judged: Judgement, evidence: Sequence[Evidence]) -> tuple[Judgement, tuple[Evidence, ...]]:
    """``judged`` with each condition cited where it stands, and ``evidence`` with the clauses that say them."""
    known, outcomes = tuple(evidence), []
    for outcome in judged.outcomes:
        home = known[outcome.citation - 1]
        known, (number,) = citing((outcome.condition.span,), home, known)
        outcomes.append(replace(outcome, citation=number))
    return replace(judged, outcomes=tuple(outcomes)), known


def citing(
    spans: Sequence[Span], home: Evidence, evidence: Sequence[Evidence]
) -> tuple[tuple[Evidence, ...], tuple[int, ...]]:
    """``evidence`` with the clauses of the document of ``home`` that hold ``spans``, and the number of each of these."""
    known, numbers = list(evidence), []
    for span in spans:
        here = [
            n
            for n, item in enumerate(known)
            if item.document.id == home.document.id and item.quote.holds(span)
        ]
        at = next((n for n in here if known[n] is home), here[0] if here else len(known))
        if at == len(known):
            known.append(_evidence(span, home))
        numbers.append(at + 1)
    return tuple(known), tuple(numbers)


def _evidence(span: Span, home: Evidence) -> Evidence:
    clause = next(c for c in home.document.clauses if c.span.start <= span.start < c.span.end)
    whole = clause.body.end - clause.body.start <= _LONGEST
    quote = clause.body if whole and clause.body.holds(span) else span
    return Evidence(home.document, clause, quote, (span,), home.score, home.course, nearness=home.nearness)
