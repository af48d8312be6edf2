"""Values fitted across documents, kept in ``fitted.toml`` beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FITTED = Path(__file__).with_name("fitted.toml")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Shares of the three views in a score, and the line between answer and no evidence."""

    clause: float  # the three shares sum to 1
    sentence: float
    lexical: float
    bias: float  # logistic regression: bias + standing·z + overlap·share
    standing: float
    overlap: float
    threshold: float  # confidence below which a clause is no evidence


@cache
def fitted() -> Fitted:
    """The values that ship with the package; ``python -m training.fit --write`` renews them."""
    return Fitted(**tomllib.loads(FITTED.read_text(encoding="utf-8")))
