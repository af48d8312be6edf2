"""相似: how much of their wording two texts share, and which of thousands shares most.

Measured in shingles, the runs of five letters or figures of the folded text (Broder, On the
resemblance and containment of documents, 1997). A sixteenth of them, chosen by their first two
letters, tells who is worth comparing; the comparison itself is exact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.text import fold

Hashes = NDArray[np.uint64]

#: Multilinear hashing, of which the high bits are the good ones; as many factors as a shingle has letters.
_FACTORS = tuple(
    np.uint64(factor)
    for factor in (
        0x9E3779B97F4A7C15,
        0xC2B2AE3D27D4EB4F,
        0x165667B19E3779F9,
        0xD6E8FEB86659FD93,
        0xA0761D6478BD642F,
    )
)
WIDTH = len(_FACTORS)
_PAIR = (np.uint32(0x9E3779B1), np.uint32(0x85EBCA77))  # hashes the first two letters of a shingle
_SAMPLED = np.uint32(1 << 28)  # a sixteenth of those hashes are smaller: their shingles are looked up
_WORTH = 0.2  # share of the sample, of either text, that makes a comparison worth while
_COMPARED = 5  # of the most promising

_DROPPED = 1  # what is neither letter nor figure
_forms = np.zeros(0x110000, np.uint32)  # code point → its folded form; 0 where not yet met


class Likeness(NamedTuple):
    """Shares from 0 to 1 of the shingles of two texts."""

    jaccard: float  # common ones among all
    containment: float  # common ones among those of the smaller text


def shingles(text: str) -> Hashes:
    """Hashes of the shingles of ``text``, sorted, each once; none for less than five letters."""
    letters = _letters(text)
    return np.unique(_hashes(letters, np.arange(len(letters) - WIDTH + 1)))


def likeness(one: Hashes, other: Hashes) -> Likeness:
    """How alike the texts of two sets of shingles are; nothing is like an empty one."""
    common = len(np.intersect1d(one, other, assume_unique=True))
    if not common:
        return Likeness(0.0, 0.0)
    return Likeness(common / (len(one) + len(other) - common), common / min(len(one), len(other)))


class Shelf:
    """Texts in the order in which they were put there, and the one most like a given text."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts: list[str] = []
        self._sizes: list[int] = []  # of the samples
        self._holders: dict[int, list[int]] = {}  # sampled shingle → positions of texts
        for text in texts:
            self.put(text)

    def put(self, text: str) -> None:
        """Add a text at the end."""
        sample = _sample(text)
        for each in sample:
            self._holders.setdefault(each, []).append(len(self._texts))
        self._texts.append(text)
        self._sizes.append(len(sample))

    def nearest(self, text: str) -> tuple[int, Likeness] | None:
        """Position and likeness of the text most like ``text``; None where none is worth comparing."""
        own = shingles(text)
        promising = self._promising(_sample(text))
        compared = ((at, likeness(own, shingles(self._texts[at]))) for at in promising)
        return max(compared, key=lambda pair: (max(pair[1]), pair[1].jaccard, -pair[0]), default=None)

    def likeness(self, position: int, text: str) -> Likeness:
        """How alike ``text`` is to the one at ``position``."""
        return likeness(shingles(self._texts[position]), shingles(text))

    def _promising(self, sample: set[int]) -> list[int]:
        shared = Counter(at for each in sample for at in self._holders.get(each, ()))
        shares = {at: n / min(len(sample), self._sizes[at]) for at, n in shared.items()}
        ranked = sorted((at for at, share in shares.items() if share >= _WORTH), key=lambda at: -shared[at])
        return ranked[:_COMPARED]


def _sample(text: str) -> set[int]:
    """The hashes of those shingles that are looked up: the same ones of the same wording, wherever it stands."""
    letters = _letters(text)
    chosen = letters[:-1] * _PAIR[0] + letters[1:] * _PAIR[1] < _SAMPLED
    return set(_hashes(letters, np.flatnonzero(chosen[: len(letters) - WIDTH + 1])).tolist())


def _hashes(letters: NDArray[np.uint32], starts: NDArray[np.intp]) -> Hashes:
    """One hash for each shingle that begins at one of ``starts``."""
    hashes = np.zeros(len(starts), np.uint64)
    for shift, factor in enumerate(_FACTORS):
        hashes += letters[starts + shift] * factor
    return hashes


def _letters(text: str) -> NDArray[np.uint32]:
    """Letters and figures of the folded text as code points; like ``text.fold``, at the speed of memory."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    forms = _forms[codes]
    if not forms.all():
        for code in np.unique(codes[forms == 0]).tolist():
            form = fold(chr(code))
            _forms[code] = ord(form) if form.isalnum() else _DROPPED
        forms = _forms[codes]
    return forms[forms > _DROPPED]
