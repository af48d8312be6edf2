"""并排: the clauses in which two documents differ."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, zip_longest
from typing import NamedTuple

from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document

_MOST = 40  # differences shown
_LONGEST = 400  # characters shown of a clause


class Side(NamedTuple):
    """A clause of one of the two: where it stands and how it begins."""

    path: tuple[str, ...]
    text: str


class Difference(NamedTuple):
    """Clauses that stand at the same place; None where one of the documents has none there."""

    old: Side | None
    new: Side | None


def differences(old: Document, new: Document) -> tuple[Difference, ...]:
    """The first forty clauses that differ in more than white space, width or case, in the order of the texts."""
    return tuple(islice(_differences(old, new), _MOST))


def _differences(old: Document, new: Document) -> Iterator[Difference]:
    before, after = _sides(old), _sides(new)
    matcher = SequenceMatcher(None, [key for key, _ in before], [key for key, _ in after], autojunk=False)
    for change, a, b, c, d in matcher.get_opcodes():
        if change != "equal":
            pairs = zip_longest(before[a:b], after[c:d])
            yield from (Difference(gone and gone[1], come and come[1]) for gone, come in pairs)


def _sides(document: Document) -> list[tuple[str, Side]]:
    """Every clause with text of its own: as it is compared, and as it is shown."""
    bodies = ((clause, clause.body.of(document.text)) for clause in document.clauses)
    return [("".join(fold(text).split()), _side(clause, text)) for clause, text in bodies if text]


def _side(clause: Clause, text: str) -> Side:
    return Side(clause.path, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……")
