"""倒排: from the tokens of each row to the rows of each token.

Small batches of rows are counted by themselves; batches, and parts of earlier indexes, are
then brought into one. Only counts are kept, so that rows may come, go and move without
another look at their text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import chain, islice, pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_BATCH = 1024  # rows counted at a time
_RUN = 65_536  # postings brought together at a time, one term's in any case: a cache holds them
#: A posting as one number that sorts: its term in the run, its row and its count, from the high bits down.
_ROW_BITS, _TIMES_BITS = 31, 16

Tokens = Sequence[str]
#: For each row of a part, its row in the whole; below 0 where it is left out.
Places = NDArray[np.int64]


class Inverted(NamedTuple):
    """Postings of term ``t``: ``rows[starts[t]:starts[t + 1]]``, ascending, and their counts."""

    terms: NDArray[np.uint64]  # stable hashes, ascending
    starts: NDArray[np.int64]  # one more than terms
    rows: NDArray[np.int32]
    times: NDArray[np.uint16]  # how often the row holds the term
    lengths: NDArray[np.int32]  # tokens of each row


def stable_hash(token: str) -> np.uint64:
    """64 bits of BLAKE2b: the same everywhere; in a million terms a clash has chance 3e-8."""
    digest = blake2b(token.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return np.uint64(int.from_bytes(digest))


class _Hashes(dict[str, np.uint64]):
    """The hash of every token met."""

    def __missing__(self, token: str) -> np.uint64:
        self[token] = stable_hash(token)
        return self[token]


def invert(rows: Iterable[Tokens]) -> Inverted:
    """The postings of ``rows``, which hold these tokens."""
    hashes, parts, size = _Hashes(), list[tuple[Inverted, Places]](), 0
    for batch in _batched(rows):
        parts.append((_counted(batch, hashes), np.arange(size, size + len(batch))))
        size += len(batch)
    return merged(parts, size)


def _batched(rows: Iterable[Tokens]) -> Iterator[list[Tokens]]:
    source = iter(rows)
    while batch := list(islice(source, _BATCH)):
        yield batch


def _counted(batch: Sequence[Tokens], hashes: _Hashes) -> Inverted:
    """The postings of a few rows."""
    lengths = np.array([len(tokens) for tokens in batch], np.int32)
    token = np.fromiter(map(hashes.__getitem__, chain.from_iterable(batch)), np.uint64, lengths.sum())
    terms, term = np.unique(token, return_inverse=True)
    pairs, times = np.unique(
        term * len(batch) + np.repeat(np.arange(len(batch)), lengths), return_counts=True
    )
    term, row = np.divmod(pairs, len(batch))
    starts = np.searchsorted(term, np.arange(len(terms) + 1))
    counts = np.minimum(times, np.iinfo(np.uint16).max).astype(np.uint16)
    return Inverted(terms, starts, row.astype(np.int32), counts, lengths)


def merged(parts: Sequence[tuple[Inverted, Places]], size: int) -> Inverted:
    """The rows of all ``parts``, put into their places among ``size`` rows, as one.

    The same rows make the same arrays, whatever parts they come in.
    """
    lengths = np.zeros(size, np.int32)
    for part, places in parts:
        lengths[places[places >= 0]] = part.lengths[places >= 0]
    terms, most = _terms([part for part, _ in parts])
    rows, times, held, end = np.empty(most.sum(), np.int32), np.empty(most.sum(), np.uint16), [most[:0]], 0
    for run in _runs(most):
        keys = _keys(terms[run], parts)
        here = slice(end, end := end + len(keys))
        times[here] = keys & (1 << _TIMES_BITS) - 1
        keys >>= _TIMES_BITS
        rows[here] = keys & (1 << _ROW_BITS) - 1
        held.append(np.bincount(keys >> _ROW_BITS, minlength=run.stop - run.start))
    counts = np.concatenate(held)
    starts = np.concatenate([[0], np.cumsum(counts[counts > 0])])
    return Inverted(terms[counts > 0], starts, rows[:end], times[:end], lengths)


def _terms(parts: Sequence[Inverted]) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """The terms of all ``parts``, ascending, and how many postings each has in these."""
    terms = np.concatenate([np.empty(0, np.uint64), *(part.terms for part in parts)])
    terms.sort(kind="stable")  # merges what is in order already, where np.unique hashes it all
    terms = terms[np.diff(terms, prepend=~terms[:1]) != 0]
    held = np.zeros(len(terms), np.int64)
    for part in parts:
        held[np.searchsorted(terms, part.terms)] += np.diff(part.starts)
    return terms, held


def _runs(held: NDArray[np.int64]) -> Iterator[slice]:
    """Runs of terms that have so many postings, each run no more than ``_RUN`` of terms."""
    ends = np.cumsum(held)
    cuts = np.searchsorted(ends, np.arange(_RUN, held.sum(), _RUN))
    for start, end in pairwise(np.unique([0, *cuts, len(held)]).tolist()):
        yield slice(start, end)


def _keys(terms: NDArray[np.uint64], parts: Sequence[tuple[Inverted, Places]]) -> NDArray[np.int64]:
    """The postings of ``terms``, a run of all of them, in order of term, then row."""
    keys = []
    for part, places in parts:
        first, last = np.searchsorted(part.terms, terms[0]), np.searchsorted(part.terms, terms[-1], "right")
        starts = part.starts[first : last + 1]
        here = slice(starts[0], starts[-1])
        row = places[part.rows[here]]
        term = np.searchsorted(terms, part.terms[first:last]) << _ROW_BITS + _TIMES_BITS
        key = np.repeat(term, np.diff(starts)) + (row << _TIMES_BITS) + part.times[here]
        kept = row >= 0
        keys.append(key if kept.all() else key[kept])
    key = np.concatenate(keys)
    key.sort(kind="stable")  # each part is in order already, where its rows keep theirs
    return key
