"""相似: how much of their wording two texts share, and which of thousands share most.

Measured in shingles. Sketches of them tell which texts are worth comparing; the comparison itself
is exact.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index import Sketches
from yiyang_qa.shingles import Hashes, Marks, Sketch, marks_of, shingles

_WORTH = 0.2  # share of the shorter text, as the sketches tell it, that makes a comparison worth while
_COMPARED = 5  # of the most promising
_LOOSE = 1000  # sketches put on a shelf before they are sorted in
_HALF = np.uint64(32)  # bits of a mark, and of the number of a text


class Likeness(NamedTuple):
    """Shares from 0 to 1 of the shingles of two texts."""

    jaccard: float  # common ones among all
    containment: float  # common ones among those of the smaller text


def likeness(one: Hashes, other: Hashes) -> Likeness:
    """How alike the texts of two sets of shingles are; nothing is like an empty one."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    if not common:
        return Likeness(0.0, 0.0)
    return Likeness(common / (len(one) + len(other) - common), common / min(len(one), len(other)))


class Shelf:
    """Sketches of texts in the order in which they were put there.

    A text that shares the part c of the shorter one's shingles is missed with a chance below
    exp(-2 n (c - 0.2)²), where n of these are in reach of the other's sketch: 256 at least where both
    are as long as that or equally long, and an eighth of a short one inside a long one (Hoeffding).
    """

    def __init__(self, sketches: Sketches) -> None:
        self._sizes, self._kept = sketches.sizes.tolist(), sketches.kept.tolist()
        self._marks, self._holders = _sorted(sketches.marks, np.repeat(np.arange(len(sketches)), self._kept))
        self._loose: list[Marks] = []  # of the last ones put here
        self._places: dict[int, list[int]] = {}  # mark → which of all texts, among the last ones

    def __len__(self) -> int:
        return len(self._sizes)

    def put(self, sketch: Sketch) -> None:
        """Add a text at the end."""
        for mark in sketch.marks.tolist():
            self._places.setdefault(mark, []).append(len(self))
        self._loose.append(sketch.marks)
        self._sizes.append(sketch.size)
        self._kept.append(len(sketch.marks))
        if len(self._loose) == _LOOSE:
            self._sort_in()

    def nearest(self, hashes: Hashes, text: Callable[[int], str]) -> tuple[int, Likeness] | None:
        """Position and likeness of the text most like the one of these shingles; None where none is worth
        comparing. ``text`` gives the one at a position.
        """
        compared = ((at, likeness(hashes, shingles(text(at)))) for at in self._promising(hashes))
        return max(compared, key=lambda pair: (pair[1].containment, pair[1].jaccard, -pair[0]), default=None)

    def _promising(self, hashes: Hashes) -> list[int]:
        """Those that come nearest as far as their sketches tell."""
        found, shared = np.unique(self._holding(marks_of(hashes)), return_counts=True)
        sizes, kept = (np.array(each, np.float64)[found] for each in (self._sizes, self._kept))
        smaller = np.minimum(sizes, len(hashes))
        common = np.minimum(shared * sizes / kept, smaller)
        jaccard = common / (sizes + len(hashes) - common)
        order = np.lexsort((-jaccard, -common / smaller))
        best = found[order[(common / smaller)[order] >= _WORTH]]
        return [int(at) for at in best[:_COMPARED]]

    def _holding(self, marks: Marks) -> NDArray[np.int64]:
        """The texts that hold each of ``marks``, a text once for each that it holds."""
        first, last = (np.searchsorted(self._marks, marks, side) for side in ("left", "right"))
        sizes = last - first
        at = np.arange(sizes.sum()) + np.repeat(first - (np.cumsum(sizes) - sizes), sizes)
        loose = [place for mark in marks.tolist() for place in self._places.get(mark, ())]
        return np.concatenate([self._holders[at], np.array(loose, np.int64)])

    def _sort_in(self) -> None:
        first = len(self) - len(self._loose)
        holders = np.repeat(np.arange(first, len(self)), self._kept[first:])
        self._marks, self._holders = _sorted(
            np.concatenate([self._marks, *self._loose]), np.concatenate([self._holders, holders])
        )
        self._loose, self._places = [], {}


def _sorted(marks: Marks, holders: NDArray[np.integer]) -> tuple[Marks, NDArray[np.uint32]]:
    """Both in the order of the marks: sorted as one number, which is seven times as fast as sorting places."""
    keys = (marks.astype(np.uint64) << _HALF) | holders.astype(np.uint64)
    keys.sort()
    return (keys >> _HALF).astype(np.uint32), keys.astype(np.uint32)
