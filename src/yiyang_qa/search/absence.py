"""What a question speaks of and the documents in scope do not: the surest sign that they cannot answer.

A year is a sign beside the matters named: a plan up to 2024 has no figure for 2026.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.search.addresses import document_numbers
from yiyang_qa.search.aspects import aspects
from yiyang_qa.search.matters import matters, told_lines
from yiyang_qa.text import fold
from yiyang_qa.types import Document, Kind

#: What lists or names, and says nothing of its own.
_SAYS_NOTHING = frozenset({Kind.FURNITURE, Kind.TITLE, Kind.ADDRESSEE, Kind.ENCLOSURES})
#: 助餐补贴: what is granted, and for what.
_GRANTED = re.compile(r"(?P<matter>.{2,})(?P<grant>补贴|补助|津贴|奖补|奖励|资助)")
#: 威海2026年要到多少: a figure of that year is asked for.
_FIGURE_OF_YEAR = re.compile(r"((?:19|20)\d\d)年(?:底|末)?.{0,40}(?:多少|几|比例|占比|目标|达到|要到)")
#: 那2027年呢: a turn that only puts another year in the place of the one before.
_ONLY_YEAR = re.compile(r"\s*(?:那么?|到|如果|要是|换成)*(?:19|20)\d\d年(?:[底末初]|[的呢?\s])*")


def absent_terms(question: str, documents: Sequence[Document], last: str = "") -> tuple[str, ...]:
    """Official terms and years of ``question`` that none of ``documents`` speaks of, under any of their names.

    Of a follow-up what its ``last`` turn asks of the document itself counts, and the years that it names: what came
    before was asked of another place.
    """
    folded = fold(question)
    clauses = [(d, clause) for d in documents for clause in d.clauses if clause.kind not in _SAYS_NOTHING]
    unsaid = [
        aspect.name
        for aspect in aspects(last or folded)
        if aspect.decisive and all(aspect.place(c, d.text) is None for d, c in clauses)
    ]
    named, asked_years = list(matters(folded)), _years(folded, fold(last))
    if not (named or asked_years):  # the documents need not be read
        return tuple(unsaid)
    lines = [line for d, clause in clauses for line in told_lines(clause.body.of(d.text))]
    lines += (
        line for d in documents for line in told_lines(d.title)
    )  # what a document is about, its clauses need not repeat
    unspoken = [m.term for m in named if not (m.spoken_of(lines) or _granted_under(m.term, documents))]
    years = [f"{y}年" for y in asked_years if not any(y in line for line in lines)]
    return tuple(dict.fromkeys((*unsaid, *unspoken, *years)))


def _granted_under(term: str, documents: Sequence[Document]) -> bool:
    """Whether a document that ``term`` (助餐补贴) is granted under is called by its matter and says the rest: 每餐补贴3元."""
    granted = _GRANTED.fullmatch(term)
    return granted is not None and any(
        granted["matter"] in fold(d.title) and granted["grant"] in d.text for d in documents
    )


def _years(whole: str, last: str) -> list[str]:
    """The years of which a figure is wanted: in the ``last`` turn, if it does more than name one."""
    return _FIGURE_OF_YEAR.findall(last if last and not _ONLY_YEAR.fullmatch(last) else whole)


def absent_numbers(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Document numbers in ``question`` that none of ``documents`` bears or mentions."""
    return tuple(n for n in document_numbers(question) if not any(_speaks_of(d, n) for d in documents))


def _speaks_of(document: Document, number: str) -> bool:
    return number in re.sub(r"\s", "", fold(f"{document.doc_number or ''}\n{document.text}"))
