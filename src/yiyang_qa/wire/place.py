"""Where things are: regions, spans, and the addresses of source pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal
from urllib.parse import quote

from pydantic import BaseModel

from yiyang_qa.types import Clause, Document, Level, Region, Span


class RegionBody(BaseModel):
    """行政区: its place in the national tree of divisions (GB/T 2260)."""

    name: str
    code: str
    level: Level
    path: list[str]


class SpanBody(BaseModel):
    """Half-open range of code points in the document's text."""

    start: int
    end: int


class LocationBody(SpanBody):
    """Where a quote stands: ``text[start:end] == quote``."""

    type: Literal["char_location"] = "char_location"


def region_body(region: Region | None) -> RegionBody | None:
    """``None`` when the document's region is not known."""
    if region is None:
        return None
    return RegionBody(name=region.name, code=region.code, level=region.level, path=list(region.path))


def clause_anchor(clause: Clause) -> str:
    """Fragment of a clause on the source page: where it begins, since the text never changes."""
    return f"c{clause.span.start}"


def document_url(document: Document) -> str:
    """Address of the readable source page."""
    return f"/documents/{quote(document.id, safe='')}"


def clause_url(document: Document, clause: Clause, marks: Sequence[Span]) -> str:
    """Address of a clause on the source page, with the sentences to mark there."""
    return f"{document_url(document)}{_marking(marks)}#{clause_anchor(clause)}"


def marked_url(document: Document, marks: Sequence[Span]) -> str:
    """Address of the source page at the first of ``marks``."""
    return f"{document_url(document)}{_marking(marks)}#mark"


def _marking(marks: Sequence[Span]) -> str:
    return "?mark=" + ",".join(f"{mark.start}-{mark.end}" for mark in marks) if marks else ""
