"""Two versions laid out for reading: rows of two cells, runs of unchanged clauses folded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from yiyang_qa.api.layout import Run, runs
from yiyang_qa.types import Clause, Document, Span
from yiyang_qa.versions import Change, ClauseChange, Diff
from yiyang_qa.versions.telling import became, called
from yiyang_qa.wire.place import clause_url


@dataclass(frozen=True, slots=True)
class Cell:
    """A clause as one version has it; ``runs``, joined, are its text."""

    url: str  # the clause in its source page
    name: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One clause through both versions."""

    change: Change
    said: str  # 修改, 新增 …
    old: Cell | None
    new: Cell | None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows to be shown together; those of unchanged clauses folded."""

    folded: bool
    rows: tuple[Row, ...]


def groups(found: Diff) -> tuple[Group, ...]:
    """All rows in order."""
    by_change = groupby(found.changes, lambda change: change.change is Change.UNCHANGED)
    return tuple(Group(same, tuple(_row(found, change) for change in changes)) for same, changes in by_change)


def _row(found: Diff, change: ClauseChange) -> Row:
    return Row(
        change=change.change,
        said=became(change),
        old=_cell(found.old, change.old, [edit.old for edit in change.edits]),
        new=_cell(found.new, change.new, [edit.new for edit in change.edits]),
    )


def _cell(document: Document, clause: Clause | None, marks: Sequence[Span]) -> Cell | None:
    if clause is None:
        return None
    return Cell(clause_url(document, clause, ()), called(clause), runs(document.text, clause.body, marks))
