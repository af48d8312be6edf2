"""版面: where on a printed page the characters of a text stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from yiyang_qa.types.span import Span


class Rect(NamedTuple):
    """A rectangle in points (1/72 inch), counted from a page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page, its size in points, and the part of the text that begins on it."""

    number: int  # from 1
    span: Span
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """One printed line: its part of the text, its page and where it stands there."""

    span: Span
    page: int
    rect: Rect


@dataclass(frozen=True, slots=True)
class Layout:
    """Pages in order, and their lines in the order of the text."""

    pages: tuple[Page, ...]
    boxes: tuple[Box, ...]
