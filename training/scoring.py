"""Ranks of citables, and what is told of them: hit@1, hit@5 and MRR@10."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.search.ranking import Weights, min_max

Scores = NDArray[np.floating]
Figures = dict[str, dict[str, float]]  # of each view, what ``figures`` gives
_DEPTH = 256  # citables that are ranked, as in the service


@dataclass(frozen=True, slots=True, eq=False)
class Views:
    """Scores of each citable for one question."""

    clause: Scores  # of its own vector
    sentence: Scores  # of its best passage's vector
    lexical: Scores  # BM25 of its best passage


def rank(scores: Scores, right: Iterable[int], allowed: NDArray[np.bool_]) -> int:
    """How many allowed citables stand before the best right one; ties count against it."""
    best = max(scores[i] for i in right)
    others = allowed.copy()
    others[list(right)] = False
    return int((scores[others] >= best).sum())


def figures(ranks: Sequence[int]) -> dict[str, float]:
    """hit@1, hit@5 and MRR@10 of ranks that count from 0."""
    at = np.array(ranks)
    reciprocal = np.where(at < 10, 1 / (at + 1), 0)
    return {
        "n": len(at),
        "hit@1": float((at < 1).mean()),
        "hit@5": float((at < 5).mean()),
        "mrr@10": float(reciprocal.mean()),
    }


def fused(views: Views, allowed: NDArray[np.bool_], weights: Weights) -> Scores:
    """The weighted sum of min-max scores over the candidates, as ``yiyang_qa.search.ranking`` has it."""
    near = np.argsort(-np.where(allowed, views.sentence, -9))[:_DEPTH]
    alike = np.argsort(-np.where(allowed, views.lexical, -9))[:_DEPTH]
    found = np.union1d(near, alike)
    found = found[allowed[found]]
    total = np.full(len(allowed), -1.0)
    shares = (
        (weights.clause, views.clause),
        (weights.sentence, views.sentence),
        (weights.lexical, views.lexical),
    )
    total[found] = sum(share * min_max(view[found]) for share, view in shares)
    return total
