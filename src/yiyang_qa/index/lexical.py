"""词面检索: BM25 over an inverted file, weighed when it is asked.

Robertson & Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), with
idf = ln(1 + (N - df + 0.5) / (df + 0.5)), which is never negative.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.inversion import Inverted, Tokens, invert, stable_hash

K1 = 1.2
B = 0.75
#: Tokens of a question, or what each of them counts.
Weighted = Iterable[str] | Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class LexicalIndex:
    """Which rows hold a token, and what it counts for there: tf (k1 + 1) / (tf + damping of the row)."""

    inverted: Inverted
    damping: NDArray[np.float32]  # k1 (1 - b + b length / mean length) of each row
    gain: float  # k1 + 1

    @classmethod
    def of(cls, inverted: Inverted, k1: float = K1, b: float = B) -> LexicalIndex:
        """From the postings of all rows."""
        length = inverted.lengths
        damping = k1 * (1 - b + b * length / max(length.mean(), 1)) if len(length) else length
        return cls(inverted, damping.astype(np.float32), k1 + 1)

    @classmethod
    def build(cls, rows: Iterable[Tokens], k1: float = K1, b: float = B) -> LexicalIndex:
        """From the tokens of each row of the passage table, in order."""
        return cls.of(invert(rows), k1, b)

    def __len__(self) -> int:
        return len(self.damping)

    def scores(self, tokens: Weighted, allowed: NDArray[np.bool_] | None = None) -> NDArray[np.float32]:
        """The score of every row; 0 where nothing matches or the mask ``allowed`` is false.

        A token counts as often as it occurs in ``tokens``; it is as rare as it is in the whole index.
        """
        total = np.zeros(len(self), np.float32)
        for token, times in Counter(tokens).items():
            here = self._postings(token)
            rows, held = self.inverted.rows[here], self.inverted.times[here].astype(np.float32)
            held *= np.float32(times * self._idf(here) * self.gain) / (held + self.damping[rows])
            total[rows] += held
        if allowed is not None:
            total[~allowed] = 0
        return total

    def ideal(self, tokens: Weighted) -> float:
        """About what a row of average length scores that holds every one of ``tokens`` once; above 0."""
        weights = Counter(tokens).items()
        return float(sum(times * self._idf(self._postings(token)) for token, times in weights)) or 1.0

    def holds(self, tokens: Iterable[str]) -> bool:
        """Whether each of ``tokens`` is in some row."""
        return all(here.start < here.stop for here in map(self._postings, tokens))

    def _idf(self, here: slice) -> float:
        """Rarity of a token that is ``here`` in the postings."""
        held = here.stop - here.start
        return float(np.log1p((len(self) - held + 0.5) / (held + 0.5)))

    def _postings(self, token: str) -> slice:
        key = stable_hash(token)
        at = int(np.searchsorted(self.inverted.terms, key))
        if at == len(self.inverted.terms) or self.inverted.terms[at] != key:
            return slice(0, 0)
        return slice(int(self.inverted.starts[at]), int(self.inverted.starts[at + 1]))

    def save(self, directory: Path) -> None:
        """Write the postings as ``lexical-*.npy``."""
        for name, array in self.inverted._asdict().items():
            np.save(directory / f"lexical-{name}.npy", array)

    @classmethod
    def load(cls, directory: Path) -> LexicalIndex:
        """The postings that ``save`` wrote, mapped, not read."""
        return cls.of(
            Inverted(*(np.load(directory / f"lexical-{name}.npy", "r") for name in Inverted._fields))
        )
