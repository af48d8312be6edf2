"""沿革: who ends whom in a library, and how each document stands on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from yiyang_qa.types import Document, Ending, Force, Standing
from yiyang_qa.versions.order import begun, first_day, over

#: What a page says of a document that is over, where it does not mean that its term is.
_SAID_REPEALED = ("废止", "作废")
_DAYS = 16  # days on which the force of all documents is remembered


class Lineage:
    """The documents of a catalogue and what ends them, the earliest ending first."""

    def __init__(self, documents: Mapping[str, Document], endings: Mapping[str, tuple[Ending, ...]]) -> None:
        self._documents = documents
        self._endings = endings
        ended: dict[str, list[str]] = defaultdict(list)
        for document_id in documents:
            for ending in self.endings(document_id)[:1]:
                ended[ending.by.id].append(document_id)
        self._ended = {by: tuple(ids) for by, ids in ended.items()}
        self.forces = lru_cache(_DAYS)(self._forces)

    def document(self, document_id: str) -> Document:
        """The document as the catalogue has it; KeyError for a stranger."""
        return self._documents[document_id]

    def endings(self, document_id: str) -> tuple[Ending, ...]:
        """How other documents end this one, the earliest first."""
        return self._endings.get(document_id, ())

    def superseded_by(self, document_id: str) -> str | None:
        """The document that is first to supersede or repeal this one, now or later."""
        return next((ending.by.id for ending in self.endings(document_id)), None)

    def supersedes(self, document_id: str) -> tuple[str, ...]:
        """The documents that this one is first to supersede or repeal, in the order of the catalogue."""
        return self._ended.get(document_id, ())

    def standing(self, document_id: str, day: date) -> Standing:
        """How a document of the library stands on ``day``; KeyError for a stranger."""
        return standing(self._documents[document_id], self.endings(document_id), day)

    def _forces(self, day: date) -> tuple[Force, ...]:
        """How all documents stand on ``day``, in the order of the catalogue."""
        return tuple(self.standing(document_id, day).force for document_id in self._documents)


def standing(document: Document, endings: tuple[Ending, ...], day: date) -> Standing:
    """How ``document``, which ``endings`` end, stands on ``day``."""
    on, start = day.isoformat(), first_day(document)
    if not begun(start, on):
        return Standing(document, Force.NOT_YET, start)
    ended = next((ending for ending in endings if begun(ending.on, on)), None)
    if over(document.valid_until, on) and (ended is None or over(document.valid_until, ended.on)):
        return Standing(document, Force.EXPIRED, document.valid_until)
    if ended:
        return Standing(document, ended.force, ended.on, ended.by)
    return Standing(document, Force.IN_FORCE if endings else _stated(document))


def coming(endings: tuple[Ending, ...], day: date) -> Ending | None:
    """The first of ``endings`` that has not come on ``day``."""
    return next((ending for ending in endings if not begun(ending.on, day.isoformat())), None)


def _stated(document: Document) -> Force:
    """What the page that carries it says; it gives no day, so that it holds for every day."""
    stated = document.stated_force
    if stated is None or stated.in_force:
        return Force.IN_FORCE
    return Force.REPEALED if stated.word.endswith(_SAID_REPEALED) else Force.EXPIRED
