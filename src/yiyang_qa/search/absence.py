"""What a question speaks of and the documents in scope do not: the surest sign that they cannot answer.

Only official terms count (高龄津贴, 运营补贴); lay words are absent from official texts anyway. A
term is present when one line holds most of its characters in pairs, since documents vary
their words (中医药适宜技术 for 中医适宜技术). A year is a sign of its own: a plan up to 2024
has no figure for 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yiyang_qa.search.aspects import aspects
from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions
from yiyang_qa.types import Document

#: Shorter terms are too general to decide anything.
_SHORTEST = 3  # 字
#: A line that holds this share of a term's pairs speaks of it.
_ENOUGH = 0.6
#: 威海2026年要到多少: a figure of that year is asked for.
_FIGURE_OF_YEAR = re.compile(r"((?:19|20)\d\d)年(?:底|末)?.{0,40}(?:多少|几|比例|占比|目标|达到|要到)")


def absent_terms(question: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """Official terms and years of ``question`` that none of ``documents`` speaks of, under any of their names."""
    lines = [fold(line) for document in documents for line in document.text.splitlines() if line.strip()]
    folded = fold(question)
    official = [e for e in expansions(question) if not e.formal and e.span.end - e.span.start >= _SHORTEST]
    terms = [(e.span.of(folded), e.same) for e in official]
    held = {clause.kind for document in documents for clause in document.clauses}
    unsaid = [aspect.name for aspect in aspects(folded) if aspect.decisive and held.isdisjoint(aspect.kinds)]
    unspoken = [
        term for term, same in terms if not aspects(term) and not _spoken_of(term, *same, lines=lines)
    ]
    years = [
        f"{year}年" for year in _FIGURE_OF_YEAR.findall(folded) if not any(year in line for line in lines)
    ]
    return tuple(dict.fromkeys((*unsaid, *unspoken, *years)))


def _spoken_of(*names: str, lines: Iterable[str]) -> bool:
    wanted = [set(bigrams(name)) for name in names]
    return any(
        sum(pair in line for pair in pairs) >= _ENOUGH * len(pairs)
        for line in lines
        for pairs in wanted
        if pairs
    )
