"""沿革: who ends whom in a library, and how each document stands on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache

from yiyang_qa.types import Amended, Course, Document, Ending, Extended, Force, Standing, begun, over
from yiyang_qa.versions.amended import amended_clauses
from yiyang_qa.versions.order import first_day

#: What a page says of a document that is over, where it does not mean that its term is.
_SAID_REPEALED = ("废止", "作废")
_LEFT_ALONE = Course()
_OVER = frozenset({Force.EXPIRED, Force.SUPERSEDED, Force.REPEALED})
_DAYS = 16  # days on which the force of all documents is remembered


class Lineage:
    """The documents of a catalogue and what the others do to each."""

    def __init__(self, documents: Mapping[str, Document], courses: Mapping[str, Course]) -> None:
        self._documents = documents
        self._courses = courses
        self._ended, self._extended, self._amended = (
            _turned(documents, lambda id_: self.endings(id_)[:1]),
            _turned(documents, lambda id_: self.course(id_).extensions),
            _turned(documents, lambda id_: self.course(id_).amendments),
        )
        self.forces = lru_cache(_DAYS)(self._forces)
        self._clauses: dict[str, Mapping[str, tuple[Amended, ...]]] = {}

    def document(self, document_id: str) -> Document:
        """The document as the catalogue has it; KeyError for a stranger."""
        return self._documents[document_id]

    def course(self, document_id: str) -> Course:
        """What other documents do to this one."""
        return self._courses.get(document_id, _LEFT_ALONE)

    def endings(self, document_id: str) -> tuple[Ending, ...]:
        """How other documents end this one, the earliest first."""
        return self.course(document_id).endings

    def amended(self, document: Document) -> Mapping[str, tuple[Amended, ...]]:
        """The clauses of ``document`` (text and all) that others amend, by id, on whatever day."""
        if document.id not in self._clauses:
            amendments = self.course(document.id).amendments
            self._clauses[document.id] = amended_clauses(document, amendments) if amendments else {}
        return self._clauses[document.id]

    def superseded_by(self, document_id: str) -> str | None:
        """The document that is first to supersede or repeal this one, now or later."""
        return next((ending.by.id for ending in self.endings(document_id)), None)

    def supersedes(self, document_id: str) -> tuple[str, ...]:
        """The documents that this one is first to supersede or repeal, in the order of the catalogue."""
        return self._ended.get(document_id, ())

    def extends(self, document_id: str) -> tuple[str, ...]:
        """The documents whose term this one lengthens, in the order of the catalogue."""
        return self._extended.get(document_id, ())

    def amends(self, document_id: str) -> tuple[str, ...]:
        """The documents of which this one amends clauses, in the order of the catalogue."""
        return self._amended.get(document_id, ())

    def standing(self, document_id: str, day: date) -> Standing:
        """How a document of the library stands on ``day``; KeyError for a stranger."""
        return standing(self._documents[document_id], self.course(document_id), day)

    def _forces(self, day: date) -> tuple[Force, ...]:
        """How all documents stand on ``day``, in the order of the catalogue."""
        return tuple(self.standing(document_id, day).force for document_id in self._documents)


def _turned(
    documents: Iterable[str], done: Callable[[str], tuple[Ending | Extended | Amended, ...]]
) -> dict[str, tuple[str, ...]]:
    """Who did something, with those to whom it was ``done``, each once."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for document_id in documents:
        for deed in done(document_id):
            found[deed.by.id][document_id] = None
    return {by: tuple(ids) for by, ids in found.items()}


def standing(document: Document, course: Course, day: date) -> Standing:
    """How ``document``, to which others do what its ``course`` says, stands on ``day``."""
    on, start = day.isoformat(), first_day(document)
    if not begun(start, on):
        return Standing(document, Force.NOT_YET, start)
    extended = next((each for each in reversed(course.extensions) if begun(each.on, on)), None)
    until = extended.until if extended else document.valid_until
    ended = next((ending for ending in course.endings if begun(ending.on, on)), None)
    if over(until, on) and (ended is None or over(until, ended.on)):
        return Standing(document, Force.EXPIRED, until, extended=extended)
    if ended:
        return Standing(document, ended.force, ended.on, ended.by, extended)
    force = Force.IN_FORCE if course.endings else _stated(document)
    through = _through(course, day) if force is Force.IN_FORCE else None
    return Standing(document, through.force if through else force, extended=extended, through=through)


def _through(course: Course, day: date) -> Standing | None:
    """How the last of the documents stands that a text amends, where all of them are over; None where it does more."""
    amends = [standing(document, theirs, day) for document, theirs in course.amends]
    return amends[-1] if amends and all(each.force in _OVER for each in amends) else None


def coming(endings: tuple[Ending, ...], day: date) -> Ending | None:
    """The first of ``endings`` that has not come on ``day``."""
    return next((ending for ending in endings if not begun(ending.on, day.isoformat())), None)


def _stated(document: Document) -> Force:
    """What the page that carries it says; it gives no day, so that it holds for every day."""
    stated = document.stated_force
    if stated is None or stated.in_force:
        return Force.IN_FORCE
    return Force.REPEALED if stated.word.endswith(_SAID_REPEALED) else Force.EXPIRED
