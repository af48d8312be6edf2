"""Hard negatives: passages near a question that do not answer it.

Left out of the search for them, and of what a batch contrasts: the clauses that answer; passages that
state the same fact elsewhere, known by the words they share with the evidence; and for a question that
names no place, the like clause of another region.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from training.bank import Bank, Pair
from training.policy import POLICY
from yiyang_qa.text import bigrams

_SAME_FACT = 0.5  # share of the evidence's bigrams from which another passage says the same
_LIKE_CLAUSE = 0.3  # the same, in a document of another region, when the question names none
_DEPTH, _KEPT = 60, 8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage as a batch meets it."""

    text: str
    origin: str
    words: frozenset[str]
    citable: tuple[str, int]  # bank and position


def answers(pair: Pair, bank: str, candidate: Candidate, placed: bool) -> bool:
    """Whether ``candidate`` must not be pushed away from the question of ``pair``."""
    if candidate.citable[0] == bank and candidate.citable[1] in pair.right:
        return True
    share = overlap(pair.evidence, candidate.words)
    elsewhere = candidate.origin != pair.origin and not placed
    return share >= (_LIKE_CLAUSE if elsewhere else _SAME_FACT)


def overlap(evidence: str, words: frozenset[str]) -> float:
    """Share of the evidence's bigrams that are among ``words``."""
    wanted = _words(evidence)
    return len(wanted & words) / max(1, len(wanted))


@lru_cache(maxsize=1 << 14)
def _words(evidence: str) -> frozenset[str]:
    return frozenset(bigrams(evidence))


def mine(pair: Pair, bank: Bank, candidates: Sequence[Candidate], scores: NDArray[np.float32]) -> list[int]:
    """Rows of ``bank`` that score high and do not answer ``pair``, best first; rows below -1 are not meant.

    A question that names no place may be answered in any region: then only its own document is searched.
    """
    near = [int(row) for row in np.argsort(-scores)[:_DEPTH] if scores[row] >= -1]
    wrong = [row for row in near if not answers(pair, bank.name, candidates[row], pair.placed)]
    if bank.name == POLICY and not pair.placed:
        wrong = [row for row in wrong if candidates[row].origin == pair.origin]
    return wrong[:_KEPT]
