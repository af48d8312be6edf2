"""Exact look-ups: a document number, a title in 《》, or a clause by its own number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import GENRES, NTH, REFERENCE
from yiyang_qa.regions import mentions
from yiyang_qa.search.statutes import attached_meant
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Kind, ancestors
from yiyang_qa.versions.names import called

_DOC_NUMBER = re.compile(REFERENCE)
_TITLE = re.compile(r"《([^《》]{4,80})》")
_FIGURE = rf"({NTH})"
#: Kinds of clause that have a number of their own, from the outside in.
_LABELS = (
    (Kind.ANNEX, re.compile(rf"附\s*件\s*{_FIGURE}")),
    (Kind.VOLUME, re.compile(rf"第\s*{_FIGURE}\s*编")),
    (Kind.CHAPTER, re.compile(rf"第\s*{_FIGURE}\s*章")),
    (Kind.SECTION, re.compile(rf"第\s*{_FIGURE}\s*节")),
    (Kind.ARTICLE, re.compile(rf"第\s*{_FIGURE}\s*条(?:之{_FIGURE})?")),
    (Kind.SIDEBAR, re.compile(rf"专栏\s*{_FIGURE}")),
    (Kind.TABLE, re.compile(rf"表\s*{_FIGURE}(?!\d)")),
)
_OUTWARD = {kind: depth for depth, (kind, _) in enumerate(_LABELS)}
#: 违反第十条怎么处罚 asks for the clause that punishes, not for the one broken.
_BROKEN = re.compile(r"违反[^,。;:?!]{0,20}$")
_BETWEEN = re.compile(r"[\s,、的里中]{0,2}")

#: 附件2第3条之一 from the outside in: ((ANNEX, 2, 0), (ARTICLE, 3, 1)).
Address = tuple[tuple[Kind, int, int], ...]
#: An article of an annex counts less where the question names no annex.
_OF_AN_ANNEX = 0.75
#: So does an item asked for as if it were an article.
_OF_A_PLAN = 0.9
_ITEM = re.compile(r"(\d{1,3})[.、]")
#: What is said of a clause without saying what it is about.
_CALLED = re.compile(rf"第{_FIGURE}[款项目点]|{GENRES}|实施|内容|原文|全文|[讲说写念看提]|具体|这一?条")
_WORD = 2  # 字
_QUESTIONS = 1 << 10  # of which the addresses are remembered: each is asked of every clause
_LABEL = 12  # characters at the head of a heading in which its number stands


def documents_named(question: str, catalogue: Sequence[Document]) -> NDArray[np.bool_] | None:
    """Mask of the documents that ``question`` names by number or by 《title》; None when it names none of them."""
    folded = fold(question)
    numbers = set(document_numbers(question))
    titles: list[str] = _TITLE.findall(folded)
    mask = np.fromiter(
        (_is_named(document, numbers, titles) for document in catalogue), np.bool_, len(catalogue)
    )
    return mask if mask.any() else None


def document_numbers(question: str) -> tuple[str, ...]:
    """The document numbers in ``question``, folded and without spaces, nor the place in front: 北京京政办发(2020)5号."""
    return tuple(
        map(_without_place, (re.sub(r"\s", "", found) for found in _DOC_NUMBER.findall(fold(question))))
    )


def _without_place(number: str) -> str:
    first = next(iter(mentions(number)), None)
    bare = number[first.span.end :] if first and first.span.start == 0 and first.span.end > 1 else number
    return bare if _DOC_NUMBER.fullmatch(bare) else number


@lru_cache(_QUESTIONS)
def addresses(question: str) -> tuple[Address, ...]:
    """The clauses that ``question`` names by their own numbers: 第十三条, 第三章第十二条, 附件2第3条, 表1."""
    folded = fold(question)
    found = sorted(
        (m.start(), m.end(), (kind, int(ordinal), _added(m)))
        for kind, pattern in _LABELS
        for m in pattern.finditer(folded)
        if (ordinal := number(m[1])) is not None and not _BROKEN.search(folded, 0, m.start())
    )
    named: list[Address] = []
    last = 0
    for start, end, step in found:
        inside = (
            named
            and _OUTWARD[named[-1][-1][0]] < _OUTWARD[step[0]]
            and _BETWEEN.fullmatch(folded, last, start)
        )
        named[len(named) - bool(inside) :] = [(*(named[-1] if inside else ()), step)]
        last = end
    return tuple(named)


def _added(found: re.Match[str]) -> int:
    """What stands behind 之 in 第十条之一; 0 without it."""
    return int(number(found[2]) or 0) if found.lastindex == 2 else 0


def only_addressed(question: str) -> bool:
    """Whether ``question`` asks for a clause by its number and says nothing of any matter: 某办法第八条讲什么."""
    named = _TITLE.sub("", _DOC_NUMBER.sub("", fold(question)))
    for _, pattern in _LABELS:
        named = pattern.sub("", named)
    return bool(addresses(question)) and len(_CALLED.sub("", without_asking(without_places(named)))) < _WORD


def absent_addresses(question: str, named: str, documents: Sequence[Document]) -> tuple[str, ...]:
    """The numbers of clauses that ``question`` asks for, saying nothing of any matter, where none of ``documents`` has one.

    ``named`` is the question with the name of the document, or of the text attached to one, that it means.
    """
    if not only_addressed(question):
        return ()
    if any(addressed(document, clause, named) for document in documents for clause in document.clauses):
        return ()
    return tuple(found[0] for _, pattern in _LABELS for found in pattern.finditer(fold(question)))


def addressed(document: Document, clause: Clause, question: str) -> float:
    """How far ``clause`` is one of those that ``question`` points at: 0 not at all, 1 surely.

    Less in an annex not named; less, too, where a plan's only item 13 is asked for as 第十三条.
    """
    asked = addresses(question)
    text = attached_meant(question, document) if asked else None
    if not asked or (text is not None and text not in _held_by(document, clause)):
        return 0.0
    if not (own := _labels(clause.label)):
        said = _ITEM.match(fold(clause.label))
        spoken = said is not None and ((Kind.ARTICLE, int(said[1]), 0),) in asked
        return _OF_A_PLAN * (spoken and _is_the_only(clause, document))
    above = [step for heading in clause.path[:-1] for step in _labels(heading)]
    for steps in asked:
        if own[0] == steps[-1] and all(step in above for step in steps[:-1]):
            annexed = (
                any(kind is Kind.ANNEX for kind, _, _ in above) and steps[0][0] is not Kind.ANNEX and not text
            )
            return _OF_AN_ANNEX if annexed else 1.0
    return 0.0


def _held_by(document: Document, clause: Clause) -> Iterator[str]:
    """The headings of what ``clause`` stands in."""
    return (document.clauses[at].heading for at in ancestors(document.clauses, clause))


def _is_the_only(item: Clause, document: Document) -> bool:
    """Whether no other item of ``document`` has the label of ``item``, and no article has a number at all."""
    return not any(
        clause.kind is Kind.ARTICLE or (clause.label == item.label and clause is not item)
        for clause in document.clauses
    )


def _labels(heading: str) -> Address:
    """The number that ``heading`` begins with, if it has one."""
    return next((steps[:1] for steps in addresses(heading[:_LABEL])), ())


def _is_named(document: Document, numbers: set[str], titles: Sequence[str]) -> bool:
    own = re.sub(r"\s", "", fold(document.doc_number or ""))
    names = [fold(title) for title in (*called(document), *document.attached)]
    return (own in numbers) or any(title in name for title in titles for name in names)
