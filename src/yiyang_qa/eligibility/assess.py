"""The entry: a question and its evidence become a judgement with its sentences, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from yiyang_qa.eligibility.barring import weighed
from yiyang_qa.eligibility.by_counts import judged_by_counts
from yiyang_qa.eligibility.case import case
from yiyang_qa.eligibility.citing import cited_with
from yiyang_qa.eligibility.exclusions import exclusions
from yiyang_qa.eligibility.explain import explain
from yiyang_qa.eligibility.facts import case_of, together
from yiyang_qa.eligibility.grouped import dealt_to_groups, with_groups
from yiyang_qa.eligibility.judge import judge
from yiyang_qa.eligibility.multiplied import as_nonprofit, multiplied
from yiyang_qa.eligibility.preconditions import left_out, titled_as_asked, with_preconditions
from yiyang_qa.eligibility.requirements import required
from yiyang_qa.eligibility.rules import rules
from yiyang_qa.eligibility.situations import situations
from yiyang_qa.eligibility.terms import Rule
from yiyang_qa.eligibility.unreckoned import unreckoned
from yiyang_qa.eligibility.verdict import Assessment
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.text import fold, sentences
from yiyang_qa.types import Document, Evidence, Fact, Span, ancestors


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
    told, known = with_groups(together(case(question_text, as_of, last), case_of(facts)), evidence)
    held = as_nonprofit(told, known)
    rules_read = tuple(_cited(known, question_text)) if told.tells else ()
    promised = judged_by_counts(held, rules_read) or judge(held, rules_read)
    judged, known = weighed(told, question_text, promised, known, last)
    if judged is None and told.tells:
        judged, known = left_out(told, question_text, known)
    if judged is None:
        return None
    judged, known = with_preconditions(told, judged, known)
    judged, known = cited_with(judged, known)
    judged, known, lines = multiplied(told, judged, known)
    beside, known = unreckoned(judged, known)
    return Assessment(judged, "\n".join([explain(judged), *lines, *beside]), known)


def _headings(item: Evidence) -> tuple[Span, ...]:
    """The first sentences of the clauses that contain the one quoted, the outermost first."""
    clauses, text = item.document.clauses, item.document.text
    above = [clauses[at] for at in ancestors(clauses, item.clause)]
    return tuple(span for clause in reversed(above) for span in sentences(text, clause.body)[:1])


def _cited(evidence: Sequence[Evidence], question: str) -> Iterator[Cited]:
    for number, item in enumerate(evidence, 1):
        document = item.document
        refused, open_lists = list(_refused(document)), situations(document.text)
        lists = [rule for rule in required(document.text) if item.quote.holds(rule.span)]
        open_ = [rule for each in open_lists for rule in each.rules if item.quote.holds(rule.span)]
        read = [*(each.span for each in open_lists), *(span for rule in lists for span in _whole(rule))]
        stated = rules(document.text, item.quote, _headings(item), unled=_unled(item))
        parent = item.clause.parent
        heading = None if parent is None else (document.id, parent)
        named = titled_as_asked(document, question)
        plain = (
            rule for rule in stated if rule.benefits or not any(rule.span.overlaps(span) for span in read)
        )
        dealt = (each for rule in plain for each in dealt_to_groups(rule, document.text))
        for rule in (*lists, *open_, *dealt):
            if any(rule.span.overlaps(where) for where in refused):
                continue
            lit = any(rule.span.overlaps(h) for h in item.highlights)
            yield Cited(rule, number, document.region, lit, document.id, _under(item, rule), heading, named)


def _unled(item: Evidence) -> bool:
    """Whether ``item`` quotes a whole item that stands under a heading and no more: 二、发放标准."""
    document, parent = item.document, item.clause.parent
    if parent is None or item.quote.start > item.clause.body.start:
        return False
    above = document.clauses[parent]
    said = fold(above.body.of(document.text)).strip()
    return bool(above.heading) and said.endswith(fold(above.heading).strip())


def _whole(rule: Rule) -> Iterator[Span]:
    """The lead of a list of conditions and its items, as far as they are read as such."""
    yield rule.span
    yield from (condition.span for condition in rule.conditions)


def _refused(document: Document) -> Iterator[Span]:
    """Where lists of refused cases stand, which promise nothing and are weighed by themselves."""
    lists = (each for each in exclusions(document.text) if len(each.items) > 1)
    return (Span(each.lead.start, each.items[-1].end) for each in lists)


def _under(item: Evidence, rule: Rule) -> str:
    """What names the benefit of ``rule`` above it: the headings of its clause, and the words that announce its list."""
    before = item.document.text[item.clause.body.start : rule.span.start]
    lead = max(before.rfind(":"), before.rfind("："))
    announced = re.split("[。;；\n]", before[: max(lead, 0)])[-1]
    opening = re.split("[。;；\n]", before)[0]
    return " ".join((*item.clause.path, opening, announced))
