"""引文: a quote cut into pieces for the eye. No character of it is changed.

Law: the pieces of :func:`cut`, joined, are the quote; blank lines are kept and only hidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from yiyang_qa.types import Span

FOLD_LENGTH = 240  # characters that fill about six lines of a card
FOLD_LINES = 6
FOLD_CELLS = 48
HEAD_LENGTH = 120  # shown of a long quote without a marked sentence

_EXTRA_BLANK = re.compile(r"(?<=\n)((?:[^\S\n]*\n)+)")  # the blank lines after a line's own end
_LINE_END = re.compile(r"(\n\s*)")


class Look(StrEnum):
    """How a piece is shown; the values are the class names of the style sheet."""

    PLAIN = "plain"
    MARKED = "marked"  # 作答的句子
    BLANK = "blank"  # in the text, not to be seen
    GAP = "gap"  # 略: not of the text, stands for what an excerpt leaves out


class Piece(NamedTuple):
    """Some characters of a quote and how they are shown."""

    text: str
    look: Look


class Layout(NamedTuple):
    """A quote ready for the page; ``excerpt`` is empty when the whole is short enough."""

    whole: tuple[Piece, ...]
    excerpt: tuple[Piece, ...]
    tabular: bool


def lay_out(quote: str, start: int, highlights: Sequence[Span]) -> Layout:
    """Layout of ``quote``, whose first character is at ``start``, as are ``highlights``, in the document."""
    whole = tuple(cut(quote, [mark.shift(-start) for mark in highlights]))
    return Layout(whole, excerpt(whole) if is_long(quote) else (), is_tabular(quote))


def cut(quote: str, marks: Iterable[Span]) -> Iterator[Piece]:
    """Pieces of ``quote`` in order; ``marks`` count from the quote's first character."""
    hidden = _LINE_END if is_tabular(quote) else _EXTRA_BLANK
    for text, look in _paint(quote, marks):
        for turn, part in enumerate(hidden.split(text)):
            if part:
                yield Piece(part, Look.BLANK if turn % 2 else look)


def _paint(quote: str, marks: Iterable[Span]) -> Iterator[Piece]:
    """Pieces alternately plain and marked; marks that overlap or stick out are cut to fit."""
    at = 0
    for mark in sorted(marks):
        start, end = max(at, mark.start), min(len(quote), mark.end)
        if start < end:
            yield Piece(quote[at:start], Look.PLAIN)
            yield Piece(quote[start:end], Look.MARKED)
            at = end
    yield Piece(quote[at:], Look.PLAIN)


def excerpt(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """The marked pieces of a long quote, with gaps between; its head when none is marked."""
    if not any(piece.look is Look.MARKED for piece in pieces):
        head = "".join(piece.text for piece in pieces if piece.look is Look.PLAIN)[:HEAD_LENGTH]
        return Piece(head, Look.PLAIN), Piece("……", Look.GAP)
    shown: list[Piece] = []
    for piece in pieces:
        if piece.look is Look.MARKED:
            shown.append(piece)
        elif (
            piece.look is Look.PLAIN and piece.text.strip() and (not shown or shown[-1].look is not Look.GAP)
        ):
            shown.append(Piece("……", Look.GAP))
    return tuple(shown)


def is_tabular(quote: str) -> bool:
    """Whether the quote looks like a table flattened into one cell a line."""
    lengths = [len(line) for line in quote.split("\n") if line.strip()]
    return len(lengths) >= 5 and median(lengths) <= 12


def is_long(quote: str) -> bool:
    """Whether the quote fills more of a card than one reads at a glance."""
    lines = sum(1 for line in quote.split("\n") if line.strip())
    return len(quote) > FOLD_LENGTH or lines > (FOLD_CELLS if is_tabular(quote) else FOLD_LINES)
