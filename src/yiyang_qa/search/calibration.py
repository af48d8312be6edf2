"""From scores to decisions: is this clause about the question, and do the clauses found answer it?

Of one clause two signals tell: how far its best passage's cosine stands out from that of matters
at large, which makes encoders comparable, and the share of the question's words that it holds.
Whether the documents in scope answer at all, a third: whether others speak of the matter more
nearly. Both lines are logistic regressions fitted across documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from yiyang_qa.search.fitted import fitted
from yiyang_qa.search.ranking import Hit

#: So sure a clause answers, however near others come: costs nothing on documents held out.
_PLAIN = 0.8
#: Beside a clause that is sure enough, one this share as sure may be cited too.
_BESIDE = 0.3


class Signals(NamedTuple):
    """What tells an answer from clauses that merely stand near the question."""

    standing: float  # of the clause nearest in meaning
    overlap: float  # of the best clause
    behind: float  # how much nearer the documents out of scope come, as a number ≤ 0


def signals(hits: Sequence[Hit], elsewhere: float = -inf) -> Signals:
    """The signals of ``hits``, best first and not none; ``elsewhere`` is the best standing out of scope."""
    standing = max(hit.standing for hit in hits)
    return Signals(standing, hits[0].overlap, min(standing - elsewhere, 0.0))


def answers(hits: Sequence[Hit], elsewhere: float = -inf) -> bool:
    """Whether ``hits``, best first, answer the question; ``elsewhere`` as for ``signals``."""
    line, surest = fitted().answer, max(map(confidence, hits), default=0.0)
    if surest < fitted().relevance.threshold:
        return False
    return surest >= _PLAIN or line.confidence(signals(hits, elsewhere)) >= line.threshold


def confidence(hit: Hit) -> float:
    """How likely the clause bears on the question, 0–1."""
    return fitted().relevance.confidence((hit.standing, hit.overlap))


def sure(hit: Hit) -> bool:
    """Whether the clause alone would do for an answer."""
    return confidence(hit) >= fitted().relevance.threshold


def relevant(hit: Hit) -> bool:
    """Whether the clause may be cited beside a surer one."""
    return confidence(hit) >= _BESIDE * fitted().relevance.threshold
