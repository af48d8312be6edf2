"""The entry: a question and its evidence become a judgement with its sentences, or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from yiyang_qa.eligibility.barring import weighed
from yiyang_qa.eligibility.case import case
from yiyang_qa.eligibility.explain import explain
from yiyang_qa.eligibility.facts import case_of, together
from yiyang_qa.eligibility.judge import judge
from yiyang_qa.eligibility.rules import rules
from yiyang_qa.eligibility.verdict import Assessment
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.text import sentences
from yiyang_qa.types import Evidence, Fact, Span, ancestors


def assess(
    question_text: str,
    evidence: Sequence[Evidence],
    as_of: date,
    facts: Sequence[Fact] = (),
    last: str = "",
) -> Assessment | None:
    """The case told in ``question_text`` and ``facts`` held against the rules in the quotes of ``evidence``.

    A fact counts before the words, and of contradictory words those of the ``last`` turn. Citations count from 1
    in the order of ``evidence``. None where no case is told or no rule is touched.
    """
    told = together(case(question_text, as_of, last), case_of(facts))
    promised = judge(told, tuple(_cited(evidence))) if told.tells else None
    judged, known = weighed(told, question_text, promised, evidence)
    return Assessment(judged, explain(judged), known) if judged is not None else None


def _headings(item: Evidence) -> tuple[Span, ...]:
    """The first sentences of the clauses that contain the one quoted, the outermost first."""
    clauses, text = item.document.clauses, item.document.text
    above = [clauses[at] for at in ancestors(clauses, item.clause)]
    return tuple(span for clause in reversed(above) for span in sentences(text, clause.body)[:1])


def _cited(evidence: Sequence[Evidence]) -> Iterator[Cited]:
    for number, item in enumerate(evidence, 1):
        for rule in rules(item.document.text, item.quote, _headings(item)):
            lit = any(rule.span.overlaps(h) for h in item.highlights)
            yield Cited(rule, number, item.document.region, lit)
