"""Reads the E5S1 file: a BERT encoder in 4 bits with its unigram vocabulary.

Layout, little-endian: magic and version; the shape; the pieces (offsets, scores, UTF-8); a table of
code points, which the tokenizer's own normalisation makes superfluous; a directory of tensors, each
float32 or Q4_0 (blocks of 32 weights: one float16 scale and 16 bytes, byte *j* holding weights *j* and
*j* + 16, as in ggml).
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32

Tensors = Mapping[str, NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Shape:
    """Dimensions of a BERT encoder, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float  # of the layer normalisations


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """Weights by their Hugging Face names (``BertModel``), linear ones of shape (out, in)."""

    shape: Shape
    pieces: tuple[tuple[str, float], ...]
    tensors: Tensors


#: Names of the file and of ``BertModel``; the columns of a matrix, None for a vector.
_EMBEDDINGS = {
    "emb.word": ("embeddings.word_embeddings.weight", "hidden"),
    "emb.pos": ("embeddings.position_embeddings.weight", "hidden"),
    "emb.type": ("embeddings.token_type_embeddings.weight", "hidden"),
    "emb.ln.w": ("embeddings.LayerNorm.weight", None),
    "emb.ln.b": ("embeddings.LayerNorm.bias", None),
}
_LINEARS = {
    "q": ("attention.self.query", "hidden"),
    "k": ("attention.self.key", "hidden"),
    "v": ("attention.self.value", "hidden"),
    "ao": ("attention.output.dense", "hidden"),
    "aln": ("attention.output.LayerNorm", None),
    "fi": ("intermediate.dense", "hidden"),
    "fo": ("output.dense", "feed_forward"),
    "oln": ("output.LayerNorm", None),
}


def read_checkpoint(path: Path) -> Checkpoint:
    """What the file holds; each tensor becomes float32 when it is asked for.

    Raises:
        ValueError: not such a file, or cut short.
    """
    file = _Cursor(path.read_bytes())
    try:
        return _read(file)
    except (struct.error, KeyError, ValueError) as error:
        raise ValueError(f"{path} is cut short or damaged") from error


def _read(file: _Cursor) -> Checkpoint:
    magic, _version = file.take("<4sI")
    if magic != MAGIC:
        raise ValueError(f"not an {MAGIC.decode()} file")
    shape = Shape(*file.take("<7if"))
    file.take("<i")  # size of a Q4_0 block, always BLOCK
    pieces = _read_pieces(file)
    _entries, size = file.take("<iI")
    file.at += size  # the table of code points
    (count,) = file.take("<i")
    stored = dict(_read_tensor(file) for _ in range(count))
    return Checkpoint(shape, pieces, _renamed(stored, shape))


def _read_pieces(file: _Cursor) -> tuple[tuple[str, float], ...]:
    count, _bos, _eos, _pad, _unk, size = file.take("<5iQ")
    offsets = file.array(np.uint32, count + 1).tolist()
    scores = file.array(np.float32, count).tolist()
    blob = file.array(np.uint8, size).tobytes()
    return tuple((blob[offsets[i] : offsets[i + 1]].decode(), scores[i]) for i in range(count))


def _read_tensor(file: _Cursor) -> tuple[str, NDArray[Any]]:
    (length,) = file.take("<H")
    (name,) = file.take(f"<{length}s")
    quantised, count, offset, size = file.take("<BIQQ")
    data = _Cursor(file.data, offset)
    if quantised:
        return name.decode(), data.array(np.uint8, size).reshape(-1, 2 + BLOCK // 2)
    return name.decode(), data.array(np.float32, count)


def dequantise(blocks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Weights of Q4_0 blocks of shape (n, 18), as one row: scale × (nibble − 8)."""
    scales = blocks[:, :2].copy().view(np.float16).astype(np.float32)
    weights = np.empty((len(blocks), BLOCK), np.float32)
    weights[:, : BLOCK // 2] = blocks[:, 2:] & 15
    weights[:, BLOCK // 2 :] = blocks[:, 2:] >> 4
    weights -= 8
    weights *= scales
    return weights.ravel()


def _renamed(stored: Mapping[str, NDArray[Any]], shape: Shape) -> Tensors:
    names = dict(_EMBEDDINGS)
    for layer in range(shape.layers):
        for short, (long, columns) in _LINEARS.items():
            prefix = f"encoder.layer.{layer}.{long}"
            names[f"l{layer}.{short}.w"] = f"{prefix}.weight", columns
            names[f"l{layer}.{short}.b"] = f"{prefix}.bias", None
    return _Dequantised(
        {
            long: (stored[short], getattr(shape, columns) if columns else None)
            for short, (long, columns) in names.items()
        }
    )


@dataclass(frozen=True, slots=True)
class _Dequantised(Mapping[str, NDArray[np.float32]]):
    """Tensors as stored with the columns of each; float32 only on demand, for all would be 470 MB."""

    stored: dict[str, tuple[NDArray[Any], int | None]]

    def __getitem__(self, name: str) -> NDArray[np.float32]:
        values, columns = self.stored[name]
        values = dequantise(values) if values.dtype == np.uint8 else values
        return values.reshape(-1, columns) if columns else values

    def __iter__(self) -> Iterator[str]:
        return iter(self.stored)

    def __len__(self) -> int:
        return len(self.stored)


@dataclass(slots=True)
class _Cursor:
    data: bytes
    at: int = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.data, self.at)
        self.at += struct.calcsize(layout)
        return values

    def array(self, kind: type[Any], count: int) -> NDArray[Any]:
        values = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values
