"""How well the nearest cosine of its own document tells a near miss from a question that is answered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.bank import Bank, Pair
from training.vectors import Vectors

_WRONGLY = 0.05  # of the answered questions, those that may fall below the line


class Apart(NamedTuple):
    """``auc``, and the share of near misses below the line that 5 % of the answered fall below."""

    answered: int
    missing: int
    auc: float
    caught: float

    def __str__(self) -> str:
        return (
            f"{self.answered} answered, {self.missing} near misses: AUC {self.auc:.3f}, "
            f"caught {self.caught:.3f} where {_WRONGLY:.0%} of the answered are lost"
        )


def apart(answered: NDArray[np.float32], missing: NDArray[np.float32]) -> Apart:
    """The cosines of both kinds held against each other; of two that are equal either may be the higher."""
    higher = np.mean(answered[:, None] > missing)
    equal = np.mean(answered[:, None] == missing)
    caught = np.mean(missing < np.quantile(answered, _WRONGLY))
    return Apart(len(answered), len(missing), float(higher + equal / 2), float(caught))


def nearest(bank: Bank, passages: Vectors, pairs: Sequence[Pair], questions: Vectors) -> NDArray[np.float32]:
    """Of each question the cosine of the nearest passage of its own document."""
    origins = np.repeat(bank.origins, np.diff([*bank.heads, len(bank.texts)]))
    rows = {origin: np.flatnonzero(origins == origin) for origin in {pair.origin for pair in pairs}}
    found = [(passages[rows[p.origin]] @ q).max() for p, q in zip(pairs, questions, strict=True)]
    return np.array(found, np.float32)
