"""The vectors of a build: those of the build before, and of texts that it had not, each encoded once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from yiyang_qa import thesaurus
from yiyang_qa.embed import Encoder
from yiyang_qa.index import (
    PIECE_ROWS,
    DenseIndex,
    Digests,
    Lender,
    PassageTable,
    Pieces,
    TextVectors,
    Vectors,
    digests_of,
)

#: Told of passages as they are encoded: (done, of how many).
Progress = Callable[[int, int], None]


def vectors_for(
    fresh: PassageTable, encoder: Encoder, lender: Lender | None, pieces: Pieces, progress: Progress | None
) -> Callable[[Digests], Vectors]:
    """What gives vectors by the digests of their texts, those of the lender and of the ``fresh`` rows.

    Encoded are only texts that neither the lender nor the ``pieces`` have; they are added to the pieces.
    """
    wanted, taken_up = np.unique(fresh.digests), pieces.taken_up()
    sources: list[TextVectors | Lender] = [taken_up, lender] if lender else [taken_up]
    for source in sources:
        wanted = wanted[source.find(wanted) < 0]
    count = _counting(progress, len(taken_up.digests), len(wanted))
    texts = dict(zip(fresh.digests.tolist(), fresh.dense_texts, strict=True))
    sources.append(_encoded(wanted, [texts[digest] for digest in wanted.tolist()], encoder, pieces, count))

    def vectors(digests: Digests) -> Vectors:
        found, missing = np.empty((len(digests), encoder.dimension), np.float32), np.arange(len(digests))
        for source in sources:
            rows = source.find(digests[missing])
            found[missing[rows >= 0]] = source.vectors(rows[rows >= 0])
            missing = missing[rows < 0]
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
    digests: Digests,
    texts: Sequence[str],
    encoder: Encoder,
    pieces: Pieces,
    count: Callable[[int], None] | None,
) -> TextVectors:
    indexes = []
    for start in range(0, len(texts), PIECE_ROWS):
        here = slice(start, start + PIECE_ROWS)
        vectors = encoder.encode_passages(texts[here], count)
        if len(texts) > PIECE_ROWS:  # else there is nothing to lose
            pieces.add(digests[here], vectors)
        indexes.append(DenseIndex.build(vectors))
    return TextVectors.of(digests, DenseIndex.chained(encoder.dimension, indexes))


def _counting(progress: Progress | None, done: int, left: int) -> Callable[[int], None] | None:
    if progress is None:
        return None
    total = done + left

    def count(more: int) -> None:
        nonlocal done
        done += more
        progress(done, total)

    return count
