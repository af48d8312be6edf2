"""Candidates by vectors and by words, fused by a weighted sum of min-max scores.

Filters come first: what is not allowed is never scored. A citable is scored by its own
vector, by its best passage's vector and by BM25 of its best passage; the weights are
fitted across documents (see docs/decisions.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from yiyang_qa import thesaurus
from yiyang_qa.embed import Encoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.index.ranking import Ranking
from yiyang_qa.index.table import Grain, digests_of
from yiyang_qa.search.fitted import fitted
from yiyang_qa.types import Clause, Document

Scores = NDArray[np.float32]
Rows = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Weights(NamedTuple):
    """Shares of the three views of a citable in its score; they sum to 1, and are fitted unless given."""

    clause: float = fitted().clause
    sentence: float = fitted().sentence
    lexical: float = fitted().lexical


@dataclass(frozen=True, slots=True)
class Hit:
    """A citable found; rows are those of the passage table."""

    row: int  # of the citable itself
    score: float  # fused, 0–1 among the candidates of this question
    standing: float  # of its best passage's cosine among those of matters at large, in standard deviations
    likeness: float  # the same cosine among those of matters at large with each other: one scale for all questions; ∞ untaught
    overlap: float  # share of the question's words, weighed by rarity, that one passage holds
    sentences: tuple[tuple[int, float], ...]  # (row, score) best first


#: Where the clause of a hit is found.
At = Callable[[Hit], tuple[Document, Clause]]


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One wording of a question, read once and put to as many selections of rows as need be."""

    tokens: Mapping[str, float]
    vector: Scores
    chance: tuple[float, float]  # mean and standard deviation of the cosine with matters at large


@dataclass(frozen=True, slots=True, eq=False)
class _View:
    """What one wording of the question sees."""

    wording: Wording
    lexical: Scores  # one score a row
    ideal: float  # of a passage that holds every word of the question once
    rows: Rows  # found


class Ranker:
    """Ranks the citables of one open index."""

    def __init__(self, index: OpenIndex, encoder: Encoder, weights: Weights | None = None) -> None:
        self._index, self._encoder, self._weights = index, encoder, weights or Weights()
        heads = index.table.grain == Grain.CLAUSE
        self._heads = np.flatnonzero(heads)  # row of each citable
        self._ends = np.append(self._heads[1:], len(index.table))
        self._citable = np.cumsum(heads) - 1  # of each row
        self._at_large = _at_large(index, encoder)
        self._taught = encoder.taught
        self._scale = _spread((self._at_large @ self._at_large.T)[np.triu_indices(len(self._at_large), 1)])

    def read(self, wordings: Sequence[str]) -> list[Wording]:
        """What ``rank`` needs of each wording of a question: the costly part, independent of the rows."""
        vectors = self._vectors(wordings)
        return [
            Wording(thesaurus.tokens(w), v, _spread(self._at_large @ v))
            for w, v in zip(wordings, vectors, strict=True)
        ]

    def rank(self, wordings: Sequence[Wording], rows: Mask | None = None, depth: int = 256) -> list[Hit]:
        """Citables for a question put in ``wordings``, best first.

        ``rows`` is a mask over the passage table; ``depth`` is how many passages each view contributes.
        """
        if not len(self._heads) or (rows is not None and not rows.any()):
            return []
        views = [self._view(wording, rows, depth) for wording in wordings]
        found = np.unique(self._citable[np.concatenate([view.rows for view in views])])
        hits = self._fused(views, found)
        return sorted(hits, key=lambda hit: (-round(hit.score, 6), hit.row))

    def elsewhere(self, wordings: Sequence[Wording], rows: Mask) -> float:
        """The standing of the passage outside ``rows`` that is nearest to any of ``wordings``; -inf without one."""
        return max(
            (
                (float(near) - mean) / deviation
                for wording in wordings
                for mean, deviation in [wording.chance]
                for near in self._index.dense.top(wording.vector, 1, ~rows).scores
            ),
            default=-inf,
        )

    def nearer(self, one: str, other: str, rows: Mask) -> bool:
        """Whether among ``rows`` some passage comes as near to ``one`` in meaning as any to ``other``."""
        tops = (self._index.dense.top(vector, 1, rows).scores for vector in self._vectors([one, other]))
        first, second = (float(top[0]) if len(top) else -inf for top in tops)
        return first >= second

    def _vectors(self, wordings: Sequence[str]) -> Scores:
        """Of each wording, the mean with that of the same in the words of documents."""
        formal = [thesaurus.rewritten(wording) for wording in wordings]
        texts = list(dict.fromkeys([*wordings, *formal]))  # most wordings are formal already
        vectors = dict(zip(texts, self._encoder.encode_queries(texts), strict=True))
        mean = np.stack(
            [vectors[said] + vectors[meant] for said, meant in zip(wordings, formal, strict=True)]
        )
        return np.asarray(mean / np.linalg.norm(mean, axis=1, keepdims=True), dtype=np.float32)

    def _view(self, wording: Wording, rows: Mask | None, depth: int) -> _View:
        lexical = self._index.lexical.scores(wording.tokens, rows)
        words = Ranking.best(lexical, depth).rows
        dense = self._index.dense.top(wording.vector, depth, rows).rows
        ideal = self._index.lexical.ideal(wording.tokens)
        return _View(wording, lexical, ideal, np.concatenate([dense, words]))

    def _fused(self, views: Sequence[_View], found: Rows) -> list[Hit]:
        """The citables ``found``, each with its score averaged over the views."""
        heads, ends = self._heads[found], self._ends[found]
        rows = np.concatenate([np.arange(h, e) for h, e in zip(heads, ends, strict=True)])
        starts = np.concatenate([[0], np.cumsum(ends - heads)[:-1]])
        w = self._weights
        score, by_row = np.zeros(len(found)), np.zeros(len(rows))
        standing, overlap = np.full(len(found), -np.inf), np.zeros(len(found))
        likeness = np.full(len(found), -np.inf)
        for view in views:
            near, words = self._index.dense.scores(view.wording.vector, rows), view.lexical[rows]
            best, most = np.maximum.reduceat(near, starts), np.maximum.reduceat(words, starts)
            score += w.clause * min_max(near[starts]) + w.sentence * min_max(best) + w.lexical * min_max(most)
            by_row += w.sentence * min_max(near) + w.lexical * min_max(words)
            mean, deviation = view.wording.chance
            standing = np.maximum(standing, (best - mean) / deviation)
            likeness = np.maximum(likeness, (best - self._scale[0]) / self._scale[1] if self._taught else inf)
            overlap = np.maximum(overlap, most / view.ideal)
        return [
            Hit(
                int(h),
                float(score[i] / len(views)),
                float(standing[i]),
                float(likeness[i]),
                float(overlap[i]),
                _ranked(rows, by_row, at),
            )
            for i, (h, at) in enumerate(zip(heads, _slices(starts, len(rows)), strict=True))
        ]


def _at_large(index: OpenIndex, encoder: Encoder) -> Scores:
    """Vectors of matters at large; the index has them, unless the thesaurus has changed since."""
    matters = thesaurus.matters_at_large()
    rows = index.landmarks.find(digests_of(matters))
    return index.landmarks.vectors(rows) if (rows >= 0).all() else encoder.encode_passages(matters)


def _ranked(rows: Rows, scores: NDArray[np.float64], at: slice) -> tuple[tuple[int, float], ...]:
    """Sentences of one citable, best first; the citable's own row is left out."""
    inside = range(at.start + 1, at.stop)
    best_first = sorted(inside, key=lambda i: (-round(float(scores[i]), 6), i))
    return tuple((int(rows[i]), float(scores[i])) for i in best_first)


def _slices(starts: Rows, end: int) -> list[slice]:
    return [slice(int(a), int(b)) for a, b in zip(starts, [*starts[1:], end], strict=True)]


def _spread(values: Scores) -> tuple[float, float]:
    """Mean and standard deviation, the latter above 0."""
    return float(values.mean()), float(values.std()) or 1.0


def min_max(scores: NDArray[np.floating]) -> NDArray[np.float64]:
    """``scores`` brought to 0–1; all 1 where they are equal."""
    low, high = float(scores.min()), float(scores.max())
    return np.asarray((scores - low) / (high - low) if high > low else np.ones_like(scores), dtype=np.float64)
