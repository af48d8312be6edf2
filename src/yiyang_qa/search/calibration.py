"""From scores to decisions: is this clause about the question, and do the clauses found answer it?

Of one clause two signals tell: how far its best passage's cosine stands out from that of matters
at large, which makes encoders comparable, and the share of the question's words that it holds.
Whether the documents in scope answer at all, two more: whether others speak of the matter more
nearly, and the cosine by itself, which training has taught to be low where a document only almost
answers. All lines are logistic regressions fitted across documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from math import inf
from typing import NamedTuple

from yiyang_qa.search.fitted import Line, fitted
from yiyang_qa.search.ranking import Hit

#: Beside a clause that is sure enough, one this share as sure may be cited too.
_BESIDE = 0.3


class Signals(NamedTuple):
    """What tells an answer from clauses that merely stand near the question."""

    standing: float  # of the clause nearest in meaning
    overlap: float  # of the best clause
    behind: float  # how much nearer the documents out of scope come, as a number ≤ 0; 0 for one that is plain
    likeness: float  # of the clause nearest in meaning; ∞ where the encoder's cosine tells nothing by itself


#: Which of the signals each line goes by.
CLAUSE, REGION, ANSWER = slice(0, 2), slice(0, 3), slice(2, 4)
#: So sure a clause speaks of the matter: however near others come, it is no worse for it.
_PLAIN = 0.8


def signals(hits: Sequence[Hit], elsewhere: float = -inf) -> Signals:
    """The signals of ``hits``, best first and not none; ``elsewhere`` is the best standing out of scope."""
    standing, likeness = max(hit.standing for hit in hits), max(hit.likeness for hit in hits)
    plain = max(map(confidence, hits)) >= _PLAIN
    return Signals(standing, hits[0].overlap, 0.0 if plain else min(standing - elsewhere, 0.0), likeness)


class Certainty(IntEnum):
    """How plainly what is found answers; false where it does not."""

    NONE = 0
    NEAR = 1  # it may only come near
    PLAIN = 2


def certainty(hits: Sequence[Hit], elsewhere: float = -inf) -> Certainty:
    """How plainly ``hits``, best first, answer the question; ``elsewhere`` as for ``signals``."""
    if not any(map(sure, hits)):
        return Certainty.NONE
    told = signals(hits, elsewhere)
    if told.likeness == inf:
        return Certainty.PLAIN if _above(fitted().region, told, REGION) else Certainty.NONE
    if not _above(fitted().answer, told, ANSWER):
        return Certainty.NONE
    return Certainty.PLAIN if _above(fitted().plain, told, ANSWER) else Certainty.NEAR


def plainly(hits: Sequence[Hit], elsewhere: float = -inf) -> bool:
    """Whether ``hits`` answer beyond doubt."""
    return certainty(hits, elsewhere) is Certainty.PLAIN


def _above(line: Line, told: Signals, by: slice) -> bool:
    return line.confidence(tuple(told)[by]) >= line.threshold


def confidence(hit: Hit) -> float:
    """How likely the clause bears on the question, 0–1."""
    return fitted().relevance.confidence((hit.standing, hit.overlap))


def sure(hit: Hit) -> bool:
    """Whether the clause alone would do for an answer."""
    return confidence(hit) >= fitted().relevance.threshold


def relevant(hit: Hit) -> bool:
    """Whether the clause may be cited beside a surer one."""
    return confidence(hit) >= _BESIDE * fitted().relevance.threshold
