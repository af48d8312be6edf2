"""A document laid out for reading: blocks, lines and runs whose texts, joined, are the document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from yiyang_qa.text import line_spans
from yiyang_qa.types import Clause, Document, Kind, Rank, Span, ancestors
from yiyang_qa.wire import clause_anchor

_DEEPEST_HEADING = 6  # h6
#: What contains clauses has a heading; front and back matter and the parts of a paragraph have none.
_UNHEADED = frozenset({Rank.MATTER, Rank.SUBITEM, Rank.CIRCLED})
#: A longer opening is a paragraph that happens to carry a number.
_LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Run:
    """Characters shown alike, from offset ``start`` of the document."""

    start: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text with its line break; ``heading`` is its beginning, often empty."""

    heading: tuple[Run, ...]
    rest: tuple[Run, ...]
    blank: bool
    page: int | None  # of the file, where one begins on this line


@dataclass(frozen=True, slots=True)
class Block:
    """One clause's own lines; ``level`` is that of its heading, 2 to 6."""

    anchor: str
    kind: Kind
    level: int
    title: str  # empty when the clause has no heading
    lines: tuple[Line, ...]


def blocks(document: Document, marks: Sequence[Span]) -> tuple[Block, ...]:
    """Every clause in order, with the characters inside ``marks`` marked."""
    return tuple(_block(document, clause, marks) for clause in document.clauses)


def _block(document: Document, clause: Clause, marks: Sequence[Span]) -> Block:
    heading = _heading(document.text, clause)
    lines = _lines(document.text, clause.span, heading)
    return Block(
        anchor=clause_anchor(clause),
        kind=clause.kind,
        level=_level(document, clause),
        title=heading.of(document.text),
        lines=tuple(_line(document, line, heading, marks) for line in lines),
    )


def _level(document: Document, clause: Clause) -> int:
    """One below the containing clause; the page's own title is the first."""
    return min(2 + sum(1 for _ in ancestors(document.clauses, clause)), _DEEPEST_HEADING)


def _heading(text: str, clause: Clause) -> Span:
    """Where the clause's own lines begin with its name, white space apart; else an empty span."""
    start = clause.body.start
    titled = clause.rank is Rank.INSTRUMENT
    if clause.rank in _UNHEADED or not (titled or clause.label or clause.heading):
        return Span(start, start)
    unnamed = clause.kind is Kind.TITLE or not clause.path  # a path leaves titles out
    name = clause.heading if unnamed else clause.path[-1]
    found = re.compile(r"\s*".join(map(re.escape, "".join(name.split())))).match(text, *clause.body)
    if not found or (len(name) > _LONGEST_HEADING and not titled):
        return Span(start, start)
    return Span(*found.span())


def _lines(text: str, span: Span, heading: Span) -> list[Span]:
    """The lines of ``span``; those that one heading runs over count as one."""
    lines = line_spans(text, span)
    headed = [line for line in lines if line.overlaps(heading)]
    if not headed:
        return [*lines]
    first, last = headed[0], headed[-1]
    before, after = lines[: lines.index(first)], lines[lines.index(last) + 1 :]
    return [*before, Span(first.start, last.end), *after]


def _line(document: Document, line: Span, heading: Span, marks: Sequence[Span]) -> Line:
    text = document.text
    headed = heading.start < heading.end and line.holds(heading)
    cut = heading.end if headed else line.start
    return Line(
        heading=runs(text, Span(line.start, cut), marks),
        rest=runs(text, Span(cut, line.end), marks),
        blank=not line.of(text).strip(),
        page=_page(document, line),
    )


def _page(document: Document, line: Span) -> int | None:
    """The page that begins inside ``line``; pages without text begin nowhere."""
    pages = document.layout.pages if document.layout else ()
    begins = (p.number for p in pages if p.span.start < p.span.end and line.start <= p.span.start < line.end)
    return next(begins, None)


def runs(text: str, span: Span, marks: Sequence[Span]) -> tuple[Run, ...]:
    """The characters of ``span`` in order, those inside ``marks`` marked."""
    inner = {edge for mark in marks for edge in mark if span.start < edge < span.end}
    edges = sorted({span.start, span.end} | inner)
    return tuple(Run(a, text[a:b], any(mark.holds(Span(a, b)) for mark in marks)) for a, b in pairwise(edges))
