"""并排: the clauses in which two documents differ."""

from __future__ import annotations

from itertools import islice
from typing import NamedTuple

from yiyang_qa.types import Clause, Document
from yiyang_qa.versions import Change, diff

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
    """The first forty clauses that differ in more than white space or width, in the order of ``new``."""
    changed = (c for c in diff(old, new).changes if c.change not in {Change.UNCHANGED, Change.MOVED})
    pairs = (Difference(_side(c.old, old), _side(c.new, new)) for c in changed)
    return tuple(islice((pair for pair in pairs if any(pair)), _MOST))


def _side(clause: Clause | None, document: Document) -> Side | None:
    if clause is None or not (text := clause.body.of(document.text)):
        return None
    return Side(clause.path, text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……")
