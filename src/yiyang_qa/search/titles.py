"""文件名: documents that a question means by what they are called, with or without 《》."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.search.addresses import documents_named
from yiyang_qa.search.admission import Admitted
from yiyang_qa.search.aspects import MATTER, aspects
from yiyang_qa.search.ranking import At, Hit, Mask
from yiyang_qa.search.short_titles import called_for_short, short_names
from yiyang_qa.search.statutes import statutes_meant
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document, Intent, Region
from yiyang_qa.versions.names import called, in_order, stem, unmarked

_KIND_OF_DOCUMENT = re.compile(GENRES)
#: What a question calls a document, as far as it goes on before 条例, 办法.
_CALLED = re.compile(rf"[^\W\da-z_的和与及请问这那该个你我们]{{2,16}}?{GENRES}")
_STATE = "中华人民共和国"  # which laws are called with and without
#: What the line of an answer begins with that names the document it cites.
_SOURCE = "出处："
_A_NAME = 6  # 字: a shorter one is that of a matter, 养老服务
#: Documents that score at least this share of the likeliest may be meant as well.
_AS_LIKELY = 0.9
#: What it counts that a document is of the very region asked about, not of one inside it.
_OF_THE_REGION = 0.5
#: A document that has this share of what the question calls it is so called.
_SO_CALLED = 0.8


@dataclass(frozen=True, slots=True)
class Named:
    """The documents that a question names: ``surely`` whatever their region, else the first of ``perhaps`` in scope."""

    surely: Mask | None
    perhaps: tuple[Mask, ...] = ()

    def among(self, admitted: Admitted) -> Admitted:
        """What is named of ``admitted``; all of it where none is."""
        scope = admitted.documents | admitted.out_of_force
        inside = self.surely
        if inside is None:
            inside = next((mask for mask in self.perhaps if (scope & mask).any()), None)
        return admitted if inside is None else admitted.only(inside)


def named(resolved: Resolved, catalogue: Sequence[Document]) -> Named:
    """What the question, or else the conversation before it, names of ``catalogue``."""
    if (surely := documents_named(resolved.asked, catalogue)) is not None:
        return Named(surely)
    if (cited := _cited_last(resolved, catalogue)) is not None:
        return Named(None, (cited,))
    before = resolved.query.variants[0]
    found = [documents_named(before, catalogue)]
    if resolved.query.intent is not Intent.COMPARE:  # 两市的实施方案 is no name of one of them
        asked = (resolved.asked, before)
        finds = (documents_called, statutes_meant, _for_short)
        found = [find(text, catalogue) for find in finds for text in asked] + found
    return Named(None, tuple(mask for mask in found if mask is not None))


def documents_called(question: str, catalogue: Sequence[Document]) -> Mask | None:
    """Mask of the documents whose whole name ``question`` has, that of the region apart; None when of none."""
    asked = unmarked(question).replace(_STATE, "")
    if not _KIND_OF_DOCUMENT.search(asked):
        return None
    named = (any(len(n) >= _A_NAME and n in asked for n in _names(document)) for document in catalogue)
    mask = np.fromiter(named, np.bool_, len(catalogue))
    return mask if mask.any() else None


def source_of(answer: str) -> str:
    """What an earlier ``answer`` gives as its source, without marks; empty where it gives none, or several."""
    sources = {line for line in answer.splitlines() if line.startswith(_SOURCE)}
    documents = {line.partition("》（")[0] for line in sources}
    return unmarked(documents.pop()) if len(documents) == 1 else ""


def is_source(document: Document, source: str) -> bool:
    """Whether ``document`` is the ``source`` of an answer."""
    return bool(source) and source.endswith(unmarked(document.title))


def is_place(clause: Clause, answer: str) -> bool:
    """Whether an earlier ``answer`` gives ``clause`` as the place of what it says, within its source."""
    sources = (line for line in answer.splitlines() if line.startswith(_SOURCE))
    return bool(clause.path) and any(line.endswith(" › ".join(clause.path)) for line in sources)


def _cited_last(resolved: Resolved, catalogue: Sequence[Document]) -> Mask | None:
    """Mask of the document that the last answer cites, where the question asks of it; None where it does not."""
    source = source_of(resolved.last_answer) if resolved.points_at_document else ""
    mask = np.array([is_source(document, source) for document in catalogue], np.bool_)
    return mask if mask.any() else None


def _for_short(question: str, catalogue: Sequence[Document]) -> Mask | None:
    """Mask of the documents whose names have most of what ``question`` calls one for short; None when of none."""
    asked = list(short_names(question))
    if not asked:
        return None
    told = np.fromiter(
        (max(called_for_short(*words, name) for words in asked for name in _names(d)) for d in catalogue),
        np.int64,
        len(catalogue),
    )
    return told == told.max() if told.any() else None


def _names(document: Document) -> Iterator[str]:
    """What ``document`` and the text that it prints anew are called in every edition."""
    return (stem(title, document.region).replace(_STATE, "") for title in called(document))


def asks_of_a_document(question: str) -> bool:
    """Whether ``question`` asks for what is said of a document as a whole: its dates, its number, its issuers."""
    asked = aspects(question)
    return any(aspect.decisive for aspect in asked) or bool(
        asked and _KIND_OF_DOCUMENT.search(fold(question))
    )


def meant(hits: Sequence[Hit], resolved: Resolved, at: At) -> frozenset[str]:
    """Ids of the documents that a question about a document itself may mean.

    By their names and by what they say of the matter; in a comparison those of each region.
    """
    each = resolved.query.intent is Intent.COMPARE
    found: dict[Region | None, dict[str, _Likely]] = {}
    for hit in hits:
        document, clause = at(hit)
        of = found.setdefault(document.region if each else None, {})
        said = 0.0 if clause.kind in MATTER else hit.score
        known = of.get(document.id) or _Likely(*_named(document, resolved))
        of[document.id] = known._replace(said=max(known.said, said))
    return frozenset(id for of in found.values() for id in _likeliest(of))


class _Likely(NamedTuple):
    called: float  # share of what the question calls a document that is in its name
    home: float  # whether it is of the very region asked about
    said: float = 0.0  # how near its clauses come to the matter


def _likeliest(documents: Mapping[str, _Likely]) -> Iterator[str]:
    """Those called what the question calls a document, where any is; of them those that say most of the matter."""
    clear = any(likely.called >= _SO_CALLED for likely in documents.values())
    scores = {
        id: (likely.called + likely.home if clear else 0.0, sum(likely)) for id, likely in documents.items()
    }
    name = max(called for called, _ in scores.values())
    near = {id: score for id, (called, score) in scores.items() if called >= _AS_LIKELY * name}
    yield from (id for id, score in near.items() if score >= _AS_LIKELY * max(near.values()))


def _named(document: Document, resolved: Resolved) -> tuple[float, float]:
    """How far ``document`` is called what the question calls it, and what its region adds."""
    asked = _CALLED.search(unmarked(resolved.query.variants[0]))
    share = max(in_order(asked[0], name) for name in _names(document)) if asked else 0.0
    return share, _OF_THE_REGION * (document.region in resolved.query.regions)
