"""First pass: cut the text into lines and name each line on its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yiyang_qa.parse.glued import is_copy, pieces
from yiyang_qa.parse.rules import BY_KIND, NUMBERED, TEXT, Rule, first_match, ordinal
from yiyang_qa.text import line_spans
from yiyang_qa.types import Kind, Rank, Span

#: White space and the invisible characters that sites leave around a line, Markdown's hashes with them.
_EDGE = " \t\r\f\v\u00a0\u3000\u200b\u200c\u200d\u2028\u2029\ufeff\ue000"
#: Fields, furniture and signatures are short and stay as they are.
_MAY_BE_GLUED = NUMBERED | {Kind.TEXT, Kind.TITLE, Kind.ADDRESSEE}
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

    @property
    def kind(self) -> Kind:
        return self.rule.kind

    @property
    def rank(self) -> Rank:
        return self.rule.rank

    @property
    def blank(self) -> bool:
        return not self.words


def scan(folded: str) -> Iterator[Line]:
    """Lines of ``folded`` (see ``text.fold``), each with the first rule that it matches."""
    for span in line_spans(folded, Span(0, len(folded))):
        line = _opened(folded, span)
        cut = pieces(folded, span) if line.kind in _MAY_BE_GLUED else (span,)
        if len(cut) == 1:
            yield line
        elif is_copy(folded, span):
            yield replace(line, rule=BY_KIND[Kind.FURNITURE], ordinal=None)
        else:
            yield from (_opened(folded, piece) for piece in cut)


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

