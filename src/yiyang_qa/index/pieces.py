"""半成品: what a build has encoded so far, kept piece by piece, so that a kill costs one piece of work.

Pieces are of one size, one after the other in one file, and each bears a checksum under the
encoder's name: a piece that was torn, spoiled or made by another encoder is passed over. Nobody
searches them. The next build takes up their vectors, and putting it in use removes them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.index.dense import DenseIndex, Vectors
from yiyang_qa.index.store import PIECES
from yiyang_qa.index.table import Digests, digests_of
from yiyang_qa.index.textvectors import TextVectors
from yiyang_qa.index.writing import refusals

#: Texts to a piece: the packaged encoder reads them in six seconds on two cores that are idle.
PIECE_ROWS = 512
_CHECK = 16  # bytes of BLAKE2b

_Piece = NDArray[np.void]


class Pieces:
    """The vectors kept in an index directory for one encoder; for its one writer (see ``writing``).

    Nothing is forced on to the disk: what a power cut tears is passed over, and a kill tears little.

    Raises:
        IndexUnusable: from every method: the disk refuses. What was kept before stays.
    """

    def __init__(self, index_dir: Path, encoder_digest: str, dimension: int) -> None:
        self._directory, self._dimension = index_dir, dimension
        self._key = blake2b(f"{encoder_digest} {dimension}".encode(), digest_size=_CHECK)
        self._path = index_dir / f"{PIECES}{self._key.hexdigest()}"
        row = [("digest", digests_of(()).dtype), ("vector", np.float32, dimension)]
        self._kind = np.dtype([("check", np.uint8, _CHECK), ("rows", row, PIECE_ROWS)])

    @property
    def size(self) -> int:
        """Bytes of a piece."""
        return self._kind.itemsize

    def taken_up(self) -> TextVectors:
        """The vectors of all whole pieces, by the digests of their texts."""
        with refusals(self._directory):
            found = [rows[rows["digest"] != b""] for rows in self._whole()]
        digests = np.concatenate([digests_of(()), *(rows["digest"] for rows in found)])
        blocks = (DenseIndex.build(rows["vector"]) for rows in found)
        return TextVectors.of(digests, DenseIndex.chained(self._dimension, blocks))

    def add(self, digests: Digests, vectors: Vectors) -> None:
        """Keep some more, ``PIECE_ROWS`` at most, behind those that ``taken_up`` found."""
        piece = np.zeros(1, self._kind)
        (rows,) = piece["rows"]
        rows["digest"][: len(digests)], rows["vector"][: len(digests)] = digests, vectors
        piece["check"] = self._check(rows)
        with refusals(self._directory), self._path.open("ab") as file:
            file.write(piece.tobytes())

    def drop(self) -> None:
        """Keep nothing any longer."""
        with refusals(self._directory):
            self._path.unlink(missing_ok=True)

    def _whole(self) -> Iterator[Any]:
        """The rows of every whole piece; what was cut off behind them goes."""
        if not self._path.exists():
            return
        count = self._path.stat().st_size // self.size
        os.truncate(self._path, count * self.size)
        with self._path.open("rb") as file:
            for _ in range(count):
                (piece,) = np.frombuffer(file.read(self.size), self._kind)
                if (piece["check"] == self._check(piece["rows"])).all():
                    yield piece["rows"]

    def _check(self, rows: _Piece) -> NDArray[np.uint8]:
        checked = self._key.copy()
        checked.update(rows.tobytes())
        return np.frombuffer(checked.digest(), np.uint8)
