"""What a question speaks of and the documents in scope do not: the surest sign that they cannot answer.

Only official terms count (高龄津贴, 运营补贴); lay words are absent from official texts anyway. A
term is present when one line holds most of its characters in pairs, since documents vary
their words (中医药适宜技术 for 中医适宜技术). A year is a sign of its own: a plan up to 2024
has no figure for 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yiyang_qa.search.addresses import document_numbers
from yiyang_qa.search.aspects import aspects
from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions, matters_of_other_fields
from yiyang_qa.types import Document, Kind

#: Shorter terms are too general to decide anything.
_SHORTEST = 3  # 字
#: A line that holds this share of a term's pairs speaks of it.
_ENOUGH = 0.8
#: Who acts rather than what is at stake: documents name actors in passing, under many names.
_ACTOR = re.compile(r".{1,3}[人员院站会室所者队民众]")
#: What lists or names, and says nothing of its own.
_SAYS_NOTHING = frozenset({Kind.FURNITURE, Kind.TITLE, Kind.ADDRESSEE, Kind.ENCLOSURES})
#: 威海2026年要到多少: a figure of that year is asked for.
_FIGURE_OF_YEAR = re.compile(r"((?:19|20)\d\d)年(?:底|末)?.{0,40}(?:多少|几|比例|占比|目标|达到|要到)")


def absent_terms(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Official terms and years of ``question`` that none of ``documents`` speaks of, under any of their names."""
    folded = fold(question)
    clauses = [(d, clause) for d in documents for clause in d.clauses if clause.kind not in _SAYS_NOTHING]
    unsaid = [
        aspect.name
        for aspect in aspects(folded)
        if aspect.decisive and all(aspect.place(c, d.text) is None for d, c in clauses)
    ]
    terms, asked_years = list(_official(folded)), _FIGURE_OF_YEAR.findall(folded)
    if not (terms or asked_years):  # the documents need not be read
        return tuple(unsaid)
    lines = [line for d, clause in clauses for line in fold(clause.body.of(d.text)).splitlines()]
    lines += (fold(d.title) for d in documents)  # what a document is about, its clauses need not repeat
    unspoken = [term for term, same in terms if not _spoken_of(term, *same, lines=lines)]
    years = [f"{y}年" for y in asked_years if not any(y in line for line in lines)]
    return tuple(dict.fromkeys((*unsaid, *unspoken, *years)))


def absent_numbers(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Document numbers in ``question`` that none of ``documents`` bears or mentions."""
    return tuple(n for n in document_numbers(question) if not any(_speaks_of(d, n) for d in documents))


def _speaks_of(document: Document, number: str) -> bool:
    return number in re.sub(r"\s", "", fold(f"{document.doc_number or ''}\n{document.text}"))


def _official(folded: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Official terms in ``folded`` that name a matter, each with its other names."""
    for found in expansions(folded):
        term = found.span.of(folded)
        general = len(term) < _SHORTEST and term not in matters_of_other_fields()
        if not (found.formal or general or _ACTOR.fullmatch(term) or aspects(term)):
            yield term, found.same


def _spoken_of(*names: str, lines: Iterable[str]) -> bool:
    wanted = [set(bigrams(name)) for name in names]
    return any(
        sum(pair in line for pair in pairs) >= _ENOUGH * len(pairs)
        for line in lines
        for pairs in wanted
        if pairs
    )
