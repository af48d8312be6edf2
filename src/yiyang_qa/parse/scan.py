"""First pass: cut the text into lines and name each line on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from yiyang_qa.parse.glued import cuts, is_copy
from yiyang_qa.parse.rules import BY_KIND, NUMBERED, TEXT, Rule, first_match, ordinal
from yiyang_qa.text import line_spans
from yiyang_qa.types import Kind, Rank, Span

#: White space and the invisible characters that sites leave around a line, Markdown's hashes with them.
_EDGE = " \t\r\f\v\u00a0\u3000\u200b\u200c\u200d\u2028\u2029\ufeff\ue000"
#: Fields, furniture and signatures stay as they are, unless a whole text follows on their line.
_MAY_BE_GLUED = NUMBERED | {Kind.TEXT, Kind.TITLE, Kind.ADDRESSEE}
_LONG = 300  # 字
_HASHES = re.compile(r"#{1,6}\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source and what it opens.

    ``span`` covers the line with its newline; ``body`` the line without its margins,
    empty when blank, and ``words`` its folded characters; ``marker`` is what its rule
    matched: the number that opens it (``（一）``), a part of ``body``.
    """

    rule: Rule
    span: Span
    body: Span
    words: str
    marker: Span
    ordinal: int | None
    columns: tuple[str, ...] = ()  # the headings above its cells, of a table's row

    @property
    def kind(self) -> Kind:
        return self.rule.kind

    @property
    def rank(self) -> Rank:
        return self.rule.rank

    @property
    def blank(self) -> bool:
        return not self.words

    def renamed(self, kind: Kind) -> Line:
        """The same line as one of another kind."""
        rule = TEXT if kind is Kind.TEXT else BY_KIND[kind]
        return replace(self, rule=rule, ordinal=None if kind is Kind.TEXT else self.ordinal)


Lines = list[Line]


def neighbour(lines: Sequence[Line], i: int, step: int) -> Line | None:
    """The nearest line above (-1) or below (1) ``lines[i]`` that is not blank."""
    at = i + step
    while 0 <= at < len(lines) and lines[at].blank:
        at += step
    return lines[at] if 0 <= at < len(lines) else None


def scan(folded: str) -> Iterator[Line]:
    """Lines of ``folded`` (see ``text.fold``), each with the first rule that it matches."""
    for span in line_spans(folded, Span(0, len(folded))):
        line = _opened(folded, span)
        glued = line.kind in _MAY_BE_GLUED or span.end - span.start > _LONG
        inside = cuts(folded, line.body) if glued else []
        if not inside:
            yield line
        elif is_copy(folded, line.body):
            yield line.renamed(Kind.FURNITURE)
        else:
            edges = pairwise([span.start, *inside, span.end])
            yield from (_opened(folded, Span(*edge)) for edge in edges)


def _opened(folded: str, span: Span) -> Line:
    """The line at ``span`` with the first rule that it matches."""
    body = trim(folded, span)
    words = body.of(folded)
    rule, match = first_match(words) if words else (TEXT, None)
    marker = Span(body.start, body.start + (match.end() if match else 0))
    return Line(rule, span, body, words, marker, ordinal(match))


def trim(text: str, span: Span) -> Span:
    """``span`` without white space and Markdown hashes at its edges."""
    start, end = span
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    if hashes := _HASHES.match(text, start, end):
        start = hashes.end()
    while start < end and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)
