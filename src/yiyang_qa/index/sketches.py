"""Sketches of the documents of an index: which of them a new one may be like, without reading them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.table import Digests, Rows, digests_of
from yiyang_qa.shingles import Marks, Sketch, sketch

_TEXTS, _MARKS = "sketches.npy", "sketches-marks.npy"
_TEXT = np.dtype([("digest", "S16"), ("size", np.int32), ("end", np.int64)])


@dataclass(frozen=True, slots=True, eq=False)
class Sketches:
    """Of each text the digest, how many shingles it has, and those of its sketch, one after the other."""

    digests: Digests
    sizes: NDArray[np.int32]
    ends: Rows  # where the marks of each text end
    marks: Marks

    @classmethod
    def of(cls, texts: Iterable[str]) -> Sketches:
        """The sketches of ``texts``; no two of these are held at a time."""
        return cls.made((text, sketch(text)) for text in texts)

    @classmethod
    def made(cls, pairs: Iterable[tuple[str, Sketch]]) -> Sketches:
        """Of texts, each with its sketch; no two of these are held at a time."""
        digests, found = list[Digests](), list[Sketch]()
        for text, drawn in pairs:
            digests.append(digests_of([text]))
            found.append(drawn)
        return cls(
            np.concatenate([*digests, digests_of(())]),
            np.array([each.size for each in found], np.int32),
            np.fromiter(accumulate(len(each.marks) for each in found), np.int64, len(found)),
            np.concatenate([*(each.marks for each in found), np.empty(0, np.uint32)]),
        )

    @classmethod
    def chained(cls, parts: Sequence[Sketches]) -> Sketches:
        """The sketches of all ``parts``, one part after the other."""
        before = accumulate((len(part.marks) for part in parts), initial=0)
        return cls(
            np.concatenate([part.digests for part in parts]),
            np.concatenate([part.sizes for part in parts]),
            np.concatenate([part.ends + first for part, first in zip(parts, before, strict=False)]),
            np.concatenate([part.marks for part in parts]),
        )

    def __len__(self) -> int:
        return len(self.sizes)

    @property
    def kept(self) -> Rows:
        """How many marks each sketch has."""
        return np.diff(self.ends, prepend=0)

    def taken(self, positions: Rows) -> Sketches:
        """The sketches at ``positions``, in their order."""
        kept = self.kept[positions]
        ends = np.cumsum(kept)
        marks = np.arange(kept.sum()) + np.repeat(self.ends[positions] - ends, kept)
        return Sketches(self.digests[positions], self.sizes[positions], ends, self.marks[marks])

    def save(self, directory: Path) -> None:
        """Write what ``load`` reads."""
        texts = np.empty(len(self), _TEXT)
        texts["digest"], texts["size"], texts["end"] = self.digests, self.sizes, self.ends
        np.save(directory / _TEXTS, texts)
        np.save(directory / _MARKS, self.marks)

    @classmethod
    def load(cls, directory: Path) -> Sketches | None:
        """What ``save`` wrote, the marks mapped, not read; None in an index made before there were any."""
        if not (directory / _TEXTS).exists():
            return None
        texts = np.load(directory / _TEXTS, allow_pickle=False)
        marks = np.load(directory / _MARKS, mmap_mode="r", allow_pickle=False)
        return cls(texts["digest"], texts["size"], texts["end"], marks)
