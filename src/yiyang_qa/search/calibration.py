"""From scores to a decision: is this clause about the question at all?

Two signals that do not depend on the other candidates: the cosine of the best passage and
the share of the question's words that it holds. The line between answer and no evidence is
a logistic regression on both, fitted across documents.
"""

from __future__ import annotations

from math import exp

from yiyang_qa.search.ranking import Hit

_BIAS, _COSINE, _OVERLAP = -30.0, 34.0, 6.0
#: Below this confidence a clause is no evidence.
_THRESHOLD = 0.2


def confidence(hit: Hit) -> float:
    """How likely the clause bears on the question, 0–1."""
    return 1 / (1 + exp(-(_BIAS + _COSINE * hit.cosine + _OVERLAP * hit.overlap)))


def relevant(hit: Hit) -> bool:
    """Whether the clause may be cited."""
    return confidence(hit) >= _THRESHOLD
