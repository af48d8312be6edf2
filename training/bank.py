"""Passages and the questions they answer.

A *bank* holds passages exactly as the index holds them; a *pair* is a question with the rows of the
bank that answer it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """Passages to search. Rows of one citable stand together, its clause passage first."""

    name: str
    texts: Sequence[str]  # what the encoder reads
    words: Sequence[str]  # what BM25 reads
    heads: Rows  # first row of each citable
    origins: Sequence[str]  # of each citable: the document, or the law and chapter
    places: Sequence[str]  # of each citable: the region's name, or nothing

    def citable(self, row: int) -> int:
        """Position in ``heads`` of the citable that holds ``row``."""
        return int(np.searchsorted(self.heads, row, "right")) - 1

    def rows(self, citable: int) -> range:
        """All rows of one citable."""
        end = self.heads[citable + 1] if citable + 1 < len(self.heads) else len(self.texts)
        return range(int(self.heads[citable]), int(end))


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and what answers it; rows and citables are those of its bank."""

    id: str
    question: str
    style: str
    origin: str  # what decides its fold
    evidence: str
    placed: bool  # whether the question names a region
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    right: frozenset[int]  # citables


def held_out(bank: Bank, fold: str) -> frozenset[str]:
    """The origins in fold ``K/N``."""
    return in_fold(bank.origins, fold)


def in_fold(names: Iterable[str], fold: str) -> frozenset[str]:
    """Those of ``names`` in fold ``K/N``, none when it is empty: neighbours in the order of a hash alternate."""
    if not fold:
        return frozenset()
    which, folds = map(int, fold.split("/"))
    order = sorted(set(names), key=lambda name: hashlib.sha256(name.encode()).digest())
    return frozenset(order[which::folds])


def within(bank: Bank, pairs: Sequence[Pair], origins: frozenset[str]) -> tuple[Bank, list[Pair]]:
    """The passages of ``origins`` alone, and the pairs they answer."""
    kept = [c for c, origin in enumerate(bank.origins) if origin in origins]
    rows = [row for c in kept for row in bank.rows(c)]
    at, new = {c: i for i, c in enumerate(kept)}, {row: i for i, row in enumerate(rows)}
    part = Bank(
        bank.name,
        [bank.texts[row] for row in rows],
        [bank.words[row] for row in rows],
        np.array([new[int(bank.heads[c])] for c in kept]),
        [bank.origins[c] for c in kept],
        [bank.places[c] for c in kept],
    )
    moved = [
        replace(
            pair,
            sentences=tuple(new[row] for row in pair.sentences),
            clauses=tuple(new[row] for row in pair.clauses),
            right=frozenset(at[c] for c in pair.right),
        )
        for pair in pairs
        if pair.origin in origins
    ]
    return part, moved


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def digests(*paths: Path) -> dict[str, str]:
    """SHA-256 of each file, and of each file of each folder."""
    files = [
        f for path in paths for f in (sorted(path.iterdir()) if path.is_dir() else [path]) if f.is_file()
    ]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
