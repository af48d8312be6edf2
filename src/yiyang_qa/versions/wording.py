"""The words of a clause for comparing: its own text without number, white space and differences of width."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Span

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*%?|\S")  # a figure changes whole: 60 → 80, not 6 → 8
_LONGEST_COMPARED = 2000  # 字: longer clauses are known by their beginnings
_BINS = 509


class Wording(NamedTuple):
    """A clause as comparable tokens, each with its place in the document's text."""

    tokens: tuple[str, ...]  # folded
    spans: tuple[Span, ...]
    start: int  # where the words begin, behind the number

    @property
    def letters(self) -> str:
        """The tokens run together."""
        return "".join(self.tokens)


def wording(text: str, clause: Clause) -> Wording:
    """The wording of ``clause`` in ``text``."""
    labelled = bool(clause.label) and text.startswith(clause.label, clause.body.start)
    start = clause.body.start + (len(clause.label) if labelled else 0)
    found = [*_TOKEN.finditer(fold(text[start : clause.body.end]))]
    spans = tuple(Span(*token.span()).shift(start) for token in found)
    return Wording(tuple(token[0] for token in found), spans, start)


def likeness(one: str, other: str) -> float:
    """How much two texts have in common, in their order, 0–100 (indel ratio)."""
    return fuzz.ratio(one[:_LONGEST_COMPARED], other[:_LONGEST_COMPARED])


def bag(letters: str) -> NDArray[np.int32]:
    """How often each pair of neighbouring characters occurs, pairs folded into ``_BINS``."""
    codes = np.frombuffer(letters[:_LONGEST_COMPARED].encode("utf-32-le", "surrogatepass"), np.uint32).astype(
        np.int64
    )
    return np.bincount((codes[:-1] * 31 + codes[1:]) % _BINS, minlength=_BINS).astype(np.int32)


def kept_runs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int]]:
    """What a shortest way from ``old`` to ``new`` keeps: (position in old, in new, length), in order."""
    codes = Indel.opcodes(old, new)
    return [(c.src_start, c.dest_start, c.src_end - c.src_start) for c in codes if c.tag == "equal"]
