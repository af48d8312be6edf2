"""The vectors of a build: those of the build before, and of texts that it had not, each encoded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from yiyang_qa import thesaurus
from yiyang_qa.embed import Encoder
from yiyang_qa.index import DenseIndex, Digests, Lender, PassageTable, TextVectors, Vectors, digests_of

#: Told of passages as they are encoded: (done, of how many).
Progress = Callable[[int, int], None]

_CHUNK = 4096  # texts whose vectors are held twice for a moment


def vectors_for(
    fresh: PassageTable, encoder: Encoder, lender: Lender | None, progress: Progress | None
) -> Callable[[Digests], Vectors]:
    """What gives vectors by the digests of their texts, those of the lender and of the ``fresh`` rows.

    Encoded are only texts that the lender has not.
    """
    wanted = np.unique(fresh.digests)
    if lender is not None:
        wanted = wanted[lender.find(wanted) < 0]
    texts = dict(zip(fresh.digests.tolist(), fresh.dense_texts, strict=True))
    new = _encoded(wanted, [texts[digest] for digest in wanted.tolist()], encoder, progress)

    def vectors(digests: Digests) -> Vectors:
        rows = new.find(digests)
        found = np.empty((len(rows), encoder.dimension), np.float32)
        found[rows >= 0] = new.vectors(rows[rows >= 0])
        if lender is not None:
            found[rows < 0] = lender.vectors(lender.find(digests[rows < 0]))
        return found

    return vectors


def landmarks(encoder: Encoder, lender: Lender | None) -> TextVectors:
    """The texts with which every question is compared."""
    texts = thesaurus.matters_at_large()
    digests = digests_of(texts)
    if lender is not None and np.array_equal(np.sort(digests), lender.opened.landmarks.digests):
        return lender.opened.landmarks
    return TextVectors.of(digests, DenseIndex.build(encoder.encode_passages(texts)))


def _encoded(
    digests: Digests, texts: Sequence[str], encoder: Encoder, progress: Progress | None
) -> TextVectors:
    count = _counting(progress, len(texts))
    chunks = (texts[start : start + _CHUNK] for start in range(0, len(texts), _CHUNK))
    indexes = [DenseIndex.build(encoder.encode_passages(chunk, count)) for chunk in chunks]
    return TextVectors.of(digests, DenseIndex.chained(encoder.dimension, indexes))


def _counting(progress: Progress | None, total: int) -> Callable[[int], None] | None:
    if progress is None:
        return None
    done = 0

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    return count
