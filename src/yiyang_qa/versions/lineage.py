"""沿革: which documents of a library end, extend and amend which, and from which day. A pure function of the catalogue.

A document is ended by one that names it in a 废止 clause, and by a newer version of itself:
same region, same body, same name but for the edition. Who ends must begin surely later than who is
ended, so that nobody, through whomever, ends himself. Where it is not sure, nothing is ended.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from yiyang_qa.types import Amended, Course, Document, Ending, Force, PartialDate
from yiyang_qa.versions.amending import amended, only_amending
from yiyang_qa.versions.extending import extended
from yiyang_qa.versions.names import may_be_made_anew, number_of, same_level, stem
from yiyang_qa.versions.order import earlier, first_day
from yiyang_qa.versions.register import Register
from yiyang_qa.versions.repealing import repealed
from yiyang_qa.versions.standing import Lineage

#: Region code, name without edition, 规划期: plans for other years are other documents.
_Name = tuple[str, str, tuple[int, int] | None]
#: Sorts after every precision of a date: whatever follows is surely later.
_AFTER = "~"


def lineage(catalogue: Iterable[Document]) -> Lineage:
    """The lineage of all documents of ``catalogue``; their texts and clauses are not looked at."""
    register = Register(catalogue)
    found: dict[str, dict[str, Ending]] = defaultdict(dict)
    for endings in (
        _reprinted(register.documents),
        _remade(register.documents),
        _printed_by(register),
        repealed(register),
    ):
        for ended, ending in endings:  # the later rule goes before the one above it
            found[ended][ending.by.id] = ending
    changed = ((id_, each) for id_, each in amended(register) if each.by.id not in found.get(id_, {}))
    terms, changes = dict(extended(register)), _gathered(changed)
    courses = {
        id_: Course(tuple(sorted(found[id_].values(), key=_first)), terms.get(id_, ()), changes.get(id_, ()))
        for id_ in {*found, *terms, *changes}
    }
    documents = {document.id: document for document in register.documents}
    for by, ids in only_amending(register, changes).items():
        amends = tuple((documents[id_], courses[id_]) for id_ in ids)
        courses[by] = replace(courses.get(by, Course()), amends=amends)
    return Lineage(documents, courses)


def _gathered(amendments: Iterable[tuple[str, Amended]]) -> dict[str, tuple[Amended, ...]]:
    """What amends each document, the earliest first."""
    found: dict[str, list[Amended]] = defaultdict(list)
    for id_, amendment in amendments:
        found[id_].append(amendment)
    return {id_: tuple(sorted(each, key=lambda a: (a.on, a.by.id, a.span))) for id_, each in found.items()}


def _first(ending: Ending) -> tuple[str, bool, str]:
    """The earliest; of one day, the one in so many words."""
    return ending.on, ending.force is not Force.REPEALED, ending.by.id


def _name(document: Document) -> _Name | None:
    words = stem(document.reprint.printed if document.reprint else document.title, document.region)
    return (document.region.code, words, document.period) if document.region and words else None


def _remade(documents: Iterable[Document]) -> Iterator[tuple[str, Ending]]:
    """Each rule or plan with the next one of the same name from the same kind of body."""
    named: dict[_Name, list[Document]] = defaultdict(list)
    for document in documents:
        if (name := _name(document)) and first_day(document) and may_be_made_anew(document):
            named[name].append(document)
    for versions in named.values():
        versions.sort(key=lambda d: (first_day(d) or "", d.id))
        starts = [first_day(version) or "" for version in versions]
        for old, start in zip(versions, starts, strict=True):
            after = range(bisect_right(starts, start + _AFTER), len(versions))
            for at in [at for at in after if same_level(old, versions[at])][:1]:
                yield old.id, Ending(Force.SUPERSEDED, starts[at], versions[at])


def _printed_by(register: Register) -> Iterator[tuple[str, Ending]]:
    """Each document with the later ones that amend it and print it anew."""
    for by in register.documents:
        start = first_day(by)
        for document in register.meant(by.reprint, by) if by.reprint and start else ():
            if start and earlier(first_day(document), start):
                yield document.id, Ending(Force.SUPERSEDED, start, by)


def _reprinted(documents: Iterable[Document]) -> Iterator[tuple[str, Ending]]:
    """Each document with the next one of the same name and 文号, whoever prints it."""
    numbered: dict[tuple[_Name, str], list[Document]] = defaultdict(list)
    for document in documents:
        if (name := _name(document)) and document.doc_number:
            numbered[name, number_of(document.doc_number)].append(document)
    for prints in numbered.values():
        prints.sort(key=lambda d: (first_day(d) or "", d.published_on or "", d.id))
        for old, new in pairwise(prints):
            if day := _day_of_reprint(old, new):
                yield old.id, Ending(Force.SUPERSEDED, day, new)


def _day_of_reprint(old: Document, new: Document) -> PartialDate | None:
    """When ``new`` takes the place of ``old``: with its own first day, else when it was published."""
    before, start = first_day(old), first_day(new)
    if before == start and earlier(old.published_on, new.published_on):
        return new.published_on
    return start if earlier(before, start) else None
