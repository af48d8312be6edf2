"""From scores to a decision: is this clause about the question at all?

Two signals: how far the best passage's cosine stands out from that of matters at large, which
makes encoders comparable, and the share of the question's words that it holds. The line
between answer and no evidence is a logistic regression on both, fitted across documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

from yiyang_qa.search.fitted import fitted
from yiyang_qa.search.ranking import Hit

#: Beside a clause that is sure enough, one this share as sure may be cited too.
_BESIDE = 0.3


def confidence(hit: Hit) -> float:
    """How likely the clause bears on the question, 0–1."""
    line = fitted()
    return 1 / (1 + exp(-(line.bias + line.standing * hit.standing + line.overlap * hit.overlap)))


def answerable(hits: Sequence[Hit]) -> bool:
    """Whether the surest of ``hits`` is sure enough for an answer."""
    return max(map(confidence, hits), default=0.0) >= fitted().threshold


def relevant(hit: Hit) -> bool:
    """Whether the clause may be cited beside a surer one."""
    return confidence(hit) >= _BESIDE * fitted().threshold
