"""Values fitted across documents, kept in ``fitted.toml`` beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path
from typing import Any

FITTED = Path(__file__).with_name("fitted.toml")
#: The line of a comparison's rows, of ``search.speaking``; ``python -m training.compared --write`` renews it.
ROWS = Path(__file__).with_name("rows.toml")


@dataclass(frozen=True, slots=True)
class Line:
    """Between yes and no: a logistic regression, and the confidence that is enough."""

    bias: float
    weights: tuple[float, ...]  # of the signals, in their order
    threshold: float

    def confidence(self, signals: Sequence[float]) -> float:
        """How likely the answer is yes, 0–1."""
        told = self.bias + sum(w * signal for w, signal in zip(self.weights, signals, strict=True))
        return 1 / (1 + exp(-told))


@dataclass(frozen=True, slots=True)
class Fitted:
    """Shares of the three views in a score, and the lines of ``search.calibration``."""

    clause: float  # the three shares sum to 1
    sentence: float
    lexical: float
    relevance: Line  # of one clause: standing, overlap
    region: Line  # of all that is found by an encoder that learnt no near misses: standing, overlap, behind
    answer: Line  # of all that is found: behind, likeness
    plain: Line  # the same drawn higher: below it an answer comes with a caution


@cache
def fitted() -> Fitted:
    """The values that ship with the package; ``python -m training.fit --write`` renews them."""
    read = tomllib.loads(FITTED.read_text(encoding="utf-8"))
    read["plain"] = {**read["answer"], "threshold": read["answer"]["plain"]}
    lines = {name: _line(read[name]) for name in ("relevance", "region", "answer", "plain")}
    return Fitted(**{**read["shares"], **lines})


@cache
def rows_line(*, plain: bool = False) -> Line:
    """Between a region that speaks of the matter compared and one that does not; ``plain``, one beyond doubt."""
    read = tomllib.loads(ROWS.read_text(encoding="utf-8"))
    return _line({**read, "threshold": read["plain"]} if plain else read)


def _line(read: dict[str, Any]) -> Line:
    return Line(read["bias"], tuple(read["weights"]), read["threshold"])
