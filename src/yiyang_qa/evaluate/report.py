"""What a run of an evaluation comes to."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Report:
    """``measures``: names to numbers, or to groups of them; ``misses``: a line for each lost question."""

    measures: Mapping[str, Any]
    misses: tuple[str, ...]


def mean(values: Iterable[float]) -> float:
    """Arithmetic mean to four places; ``values`` must not be empty."""
    return round(statistics.fmean(values), 4)


def latencies(milliseconds: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile, as the contract's scorer takes them."""
    return {
        "p50_ms": round(statistics.median(milliseconds), 1),
        "p95_ms": round(sorted(milliseconds)[int(len(milliseconds) * 0.95)], 1),
    }
