"""Vectors of whole banks by the 8-bit graph, which on a processor is several times as fast as torch."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training.bank import Bank, Pair
from training.export import export
from yiyang_qa.embed import Encoder
from yiyang_qa.embed.onnx_encoder import MANIFEST, OnnxEncoder

Vectors = NDArray[np.float32]


def in_eight_bits(directory: Path) -> OnnxEncoder:
    """The encoder of ``directory``; that of a sentence-transformers directory is made beside it, once."""
    if (directory / MANIFEST).is_file():
        return OnnxEncoder(directory)
    made = directory.with_name(f"{directory.name}-int8")
    if not (made / MANIFEST).is_file():
        export(directory, made, directory.name)
    return OnnxEncoder(made)


def vectors(encoder: Encoder, bank: Bank, pairs: Sequence[Pair], cache: Path) -> tuple[Vectors, Vectors]:
    """Of every row of ``bank`` and of every question; read from the folder ``cache`` when they are there."""
    with tqdm(total=len(bank.texts), desc=f"{encoder.name} {bank.name}", disable=None) as bar:
        encode = partial(encoder.encode_passages, progress=bar.update)
        passages = _cached(encode, f"{encoder.digest}\0{bank.name}-passages", bank.texts, cache)
    questions = [pair.question for pair in pairs]
    return passages, _cached(
        encoder.encode_queries, f"{encoder.digest}\0{bank.name}-questions", questions, cache
    )


def _cached(
    encode: Callable[[Sequence[str]], Vectors], key: str, texts: Sequence[str], cache: Path
) -> Vectors:
    made_of = "\0".join([key, *texts])
    path = cache / f"{hashlib.sha256(made_of.encode()).hexdigest()[:24]}.npy"
    if path.is_file():
        found: Vectors = np.load(path)
        return found
    rows = encode(texts)
    cache.mkdir(parents=True, exist_ok=True)
    np.save(path, rows)
    return rows
