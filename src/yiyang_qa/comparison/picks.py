"""What is shown of one clause, and what it is worth: common to answers in words and in figures."""

from __future__ import annotations

from dataclasses import dataclass

from yiyang_qa.comparison.measures import Measure
from yiyang_qa.types import Evidence, Span

#: Clauses shown of a region at most, and how near the second must come to the first.
MOST, AS_GOOD = 2, 0.92
#: What stands in a review of the past, or only reports, says less of what is to be.
PAST = 0.8


@dataclass(frozen=True, slots=True)
class Pick:
    """What is shown of one clause: sentences, or the measure that they state."""

    evidence: Evidence
    spans: tuple[Span, ...]
    worth: float
    share: float  # of the topic, in what is shown
    measure: Measure | None = None
