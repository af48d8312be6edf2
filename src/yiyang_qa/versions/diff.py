"""对照: two versions clause by clause. Every quote is the documents' own text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Document
from yiyang_qa.versions.edits import Edit, edits
from yiyang_qa.versions.matching import matched
from yiyang_qa.versions.wording import Wording, wording


class Change(StrEnum):
    """What became of a clause."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    MOVED = "moved"  # the same words under another number or heading
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ClauseChange:
    """One clause through two versions; ``edits`` are offsets in the two texts."""

    change: Change
    old: Clause | None  # None when added
    new: Clause | None  # None when removed
    moved: bool = False  # it has another number, or stands under another heading
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Diff:
    """Two versions; every clause of both once, in the order of the new one, what was removed in its old place."""

    old: Document
    new: Document
    changes: tuple[ClauseChange, ...]


def diff(old: Document, new: Document) -> Diff:
    """``old`` and ``new`` clause by clause."""
    ours = [wording(old.text, clause) for clause in old.clauses]
    theirs = [wording(new.text, clause) for clause in new.clauses]
    pairs = matched(old, new, ours, theirs)
    changes: list[ClauseChange] = []
    for at, to in _in_order(len(old.clauses), len(new.clauses), pairs):
        if to is not None and at is not None:
            changes.append(_compared(old, new, (at, to), pairs, (ours[at], theirs[to])))
        elif to is not None:
            changes.append(ClauseChange(Change.ADDED, None, new.clauses[to]))
        elif at is not None:
            changes.append(ClauseChange(Change.REMOVED, old.clauses[at], None))
    return Diff(old, new, tuple(changes))


def _in_order(old: int, new: int, pairs: dict[int, int]) -> Iterator[tuple[int | None, int | None]]:
    """Every position of both once: those of ``new`` in order, what was removed behind what it stood behind."""
    removed: dict[int | None, list[int]] = defaultdict(list)
    behind: int | None = None
    for at in range(old):
        if at in pairs:
            behind = at
        else:
            removed[behind].append(at)
    origins = {to: at for at, to in pairs.items()}
    yield from ((at, None) for at in removed[None])
    for to in range(new):
        origin = origins.get(to)
        yield origin, to
        yield from ((at, None) for at in (removed[origin] if origin is not None else ()))


def _compared(
    old: Document, new: Document, pair: tuple[int, int], pairs: dict[int, int], words: tuple[Wording, Wording]
) -> ClauseChange:
    before, after = old.clauses[pair[0]], new.clauses[pair[1]]
    moved = fold(before.label) != fold(after.label) or _elsewhere(before.parent, after.parent, pairs)
    if words[0].tokens == words[1].tokens:
        return ClauseChange(Change.MOVED if moved else Change.UNCHANGED, before, after, moved)
    return ClauseChange(Change.CHANGED, before, after, moved, edits(*words))


def _elsewhere(before: int | None, after: int | None, pairs: dict[int, int]) -> bool:
    """Whether the containing clauses are known not to be the same one."""
    if before is None or after is None:
        return before is not after
    return pairs.get(before, after) != after
