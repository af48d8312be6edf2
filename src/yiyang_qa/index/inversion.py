"""倒排: from the tokens of each row to the rows of each token, in two passes.

The first counts small batches, which is the only sorting there is; the second knows how
many rows each term has and puts every posting straight into its place.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, count, islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_BATCH = 1024  # rows counted at a time

Tokens = Sequence[str]


class Inverted(NamedTuple):
    """Postings of term ``t``: ``rows[starts[t]:starts[t + 1]]``, ascending, and their weights."""

    size: int  # rows in all
    terms: NDArray[np.uint64]  # stable hashes, ascending
    starts: NDArray[np.int64]  # one more than terms
    rows: NDArray[np.int32]
    weights: NDArray[np.float32]


class _Batch(NamedTuple):
    """Postings of some rows, in order of term, then row."""

    terms: NDArray[np.int64]  # that occur, ascending
    held: NDArray[np.int64]  # rows that hold each
    rows: NDArray[np.int32]  # one per posting, and so on
    times: NDArray[np.int32]


def stable_hash(token: str) -> np.uint64:
    """64 bits of BLAKE2b: the same everywhere; in a million terms a clash has chance 3e-8."""
    digest = blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest))


def invert(rows: Iterable[Tokens], k1: float, b: float) -> Inverted:
    """Postings with BM25 weights: tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length))."""
    vocabulary: defaultdict[str, int] = defaultdict(count().__next__)
    batches: list[_Batch] = []
    lengths: list[int] = []
    for batch in _batched(rows):
        batches.append(_count(batch, len(lengths), vocabulary))
        lengths.extend(map(len, batch))
    length = np.array(lengths, np.float64)
    damping = k1 * (1 - b + b * length / max(length.mean(), 1)) if lengths else length
    terms = np.fromiter(map(stable_hash, vocabulary), np.uint64, len(vocabulary))
    return _placed(batches, terms, damping, k1)


def _batched(rows: Iterable[Tokens]) -> Iterator[list[Tokens]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _count(batch: list[Tokens], first: int, vocabulary: defaultdict[str, int]) -> _Batch:
    """The postings of ``batch``, whose rows count from ``first``; new terms enter ``vocabulary``."""
    term = np.fromiter(map(vocabulary.__getitem__, chain.from_iterable(batch)), np.int64)
    row = np.repeat(np.arange(len(batch)), [len(tokens) for tokens in batch])
    pairs, times = np.unique(term * _BATCH + row, return_counts=True)
    term, row = np.divmod(pairs, _BATCH)
    terms, held = np.unique(term, return_counts=True)
    return _Batch(terms, held, (row + first).astype(np.int32), times.astype(np.int32))


def _placed(
    batches: list[_Batch], hashes: NDArray[np.uint64], damping: NDArray[np.float64], k1: float
) -> Inverted:
    """All batches in one: terms in order of their hashes, rows ascending within each."""
    order = np.argsort(hashes)
    held = np.zeros(len(hashes), np.int64)
    for batch in batches:
        held[batch.terms] += batch.held
    starts = np.concatenate([[0], np.cumsum(held[order])])
    free = np.empty_like(held)  # the next free place of each term
    free[order] = starts[:-1]
    rows = np.empty(starts[-1], np.int32)
    weights = np.empty(starts[-1], np.float32)
    for batch in batches:
        before = np.cumsum(batch.held) - batch.held
        places = np.arange(len(batch.rows)) + np.repeat(free[batch.terms] - before, batch.held)
        free[batch.terms] += batch.held
        rows[places] = batch.rows
        weights[places] = batch.times * (k1 + 1) / (batch.times + damping[batch.rows])
    return Inverted(len(damping), hashes[order], starts, rows, weights)
