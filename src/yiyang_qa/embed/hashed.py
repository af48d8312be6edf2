"""An encoder without weights: counts of character bigrams, folded by a stable hash."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise
from zlib import crc32

import numpy as np

from yiyang_qa.embed.encoder import Progress, Vectors

_START, _END = "\x02", "\x03"  # an empty text has a bigram too


class HashedEncoder:
    """Texts that share characters in a row are near: enough for tests and for trying things out.

    The same text has the same vector in every process and on every machine.
    """

    taught = False

    def __init__(self, dimension: int = 256) -> None:
        self.name = f"hashed-bigrams-{dimension}"
        self.digest = hashlib.sha256(self.name.encode()).hexdigest()
        self.dimension = dimension

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        return self._encode(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        vectors = self._encode(texts)
        if progress is not None:
            progress(len(texts))
        return vectors

    def _encode(self, texts: Sequence[str]) -> Vectors:
        counts = np.zeros((len(texts), self.dimension), np.float32)
        for row, text in zip(counts, texts, strict=True):
            for left, right in pairwise(f"{_START}{text}{_END}"):
                row[crc32((left + right).encode("utf-8", "surrogatepass")) % self.dimension] += 1
        counts /= np.linalg.norm(counts, axis=1, keepdims=True)
        return counts
