"""五字片段: the runs of five letters or figures of a text, and a sketch of them small enough to keep.

Two texts are as alike as their sets of shingles (Broder, On the resemblance and containment of
documents, 1997). The shingles with the smallest marks are a fair sample of the set, and of any two
sets the same ones.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.text import fold

Hashes = NDArray[np.uint64]
Marks = NDArray[np.uint32]

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
_MIXING, _HALF = np.uint64(0xFF51AFD7ED558CCD), np.uint64(32)
_SAMPLED = 2**32 // 8  # marks below this are kept: an eighth of them
LEAST = 256  # so many are kept in any case, of a short text all

_DROPPED = 1  # what is neither letter nor figure
_forms = np.zeros(0x110000, np.uint32)  # code point → its folded form; 0 where not yet met


class Sketch(NamedTuple):
    """A sample of the shingles of a text."""

    size: int  # how many shingles the text has
    marks: Marks  # the smallest ones, ascending


def shingles(text: str) -> Hashes:
    """Hashes of the shingles of ``text``, ascending, each once; none for less than five letters."""
    letters = _letters(text)
    count = max(0, len(letters) - WIDTH + 1)
    hashes = np.zeros(count, np.uint64)
    for shift, factor in enumerate(_FACTORS):
        hashes += letters[shift : shift + count] * factor
    hashes.sort()
    once: Hashes = hashes[np.diff(hashes, prepend=~hashes[:1]) != 0]
    return once


def marks_of(hashes: Hashes) -> Marks:
    """Where each shingle stands in the order that decides which are kept; ascending."""
    return np.sort(((hashes ^ (hashes >> _HALF)) * _MIXING >> _HALF).astype(np.uint32))


def sketch(text: str) -> Sketch:
    """The sketch of ``text``: an eighth of its shingles, but 256 at least, or all."""
    return sketch_of(shingles(text))


def sketch_of(hashes: Hashes) -> Sketch:
    """The sketch of the text that has these shingles."""
    marks = marks_of(hashes)
    return Sketch(len(marks), marks[: max(LEAST, int(np.searchsorted(marks, _SAMPLED)))])


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
