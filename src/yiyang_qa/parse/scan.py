"""First pass: cut the text into lines and name each line on its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, starmap
from typing import NamedTuple

from yiyang_qa.parse.fields import COLONED
from yiyang_qa.parse.front import front_inside
from yiyang_qa.parse.glued import headings_inside, is_copy
from yiyang_qa.parse.rules import NUMBERED, RANKS, first_match, ordinal
from yiyang_qa.parse.terms import CN
from yiyang_qa.types import Kind, Rank, Span

#: White space and the invisible characters that sites leave around a line.
_EDGE = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u200c\u200d\ufeff\ue000"
#: Fields, furniture and signatures stay as they are, unless a whole text follows on their line.
_SINGLE = frozenset(Kind) - NUMBERED - {Kind.TEXT, Kind.TITLE, Kind.ADDRESSEE}
_FRONT = frozenset({Kind.TEXT, Kind.TITLE, Kind.ADDRESSEE})
_SHORTEST = 12  # 字: a shorter line has nothing to cut
_LONG = 300  # 字
#: Markdown's marks: of a heading; of a block quote around what no path of menus, which begins so too, holds: a field,
#: a number, a sentence, nothing at all; of an entry of a list that has a number of its own; of bold.
_OPENS = rf"(?:\*\*)?(?:第{CN}+[章节条]|{CN}+、|\({CN}+\)|\d{{1,2}}[.、](?!\d))"
_QUOTED = rf"{COLONED}|#|\*\*|{_OPENS}|附\s*件|专栏|表\s*\d|[^>\n]*[。;:!]\s*\Z|\Z"
_MARKS = re.compile(rf"(?:#{{1,6}}\s+)+|(?:>\s*)+(?={_QUOTED})(?:#{{1,6}}\s+)?|[-*+]\s+(?={_OPENS})")
_LISTS = re.compile(r"答\s*:\s*(?=\(一\)(?!.*\(二\))|1[.、](?!\d|.*(?<!\d)2[.、]))")
_MARKED = frozenset("#>-*+")
_AFTER_MARK = frozenset("# *")
_DEEPEST = 7  # Markdown has six depths of headings; a line all in bold heads what is inside them
_BOLD = "**"
#: Word's line break, a page's, those of Unicode and of old systems end a line as the usual one does.
_BREAKS = r"\n\r\v\f\x85\u2028\u2029"
_LINE = re.compile(rf"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}])(?:\s*[{_BREAKS}])?|[^{_BREAKS}]+")


class Line(NamedTuple):
    """One line of the source and what it opens.

    ``span`` covers the line with its newline and the blank lines that follow, of the first line also
    those above; ``body`` is the line without its margins, and ``words`` its folded characters, none
    only in a text that is all blank; ``marker`` is what its rule matched: the number that opens it
    (``（一）``), a part of ``body``.
    """

    kind: Kind
    rank: Rank
    span: Span
    body: Span
    words: str
    marker: Span
    ordinal: int | None
    columns: tuple[str, ...] = ()  # the headings above its cells, of a table's row
    mark: int = 0  # the depth that Markdown gives it as a heading, bold deepest; 0 of any other line

    def renamed(self, kind: Kind) -> Line:
        """The same line as one of another kind."""
        if kind is Kind.TEXT:
            return self._replace(kind=kind, rank=Rank.MATTER, ordinal=None)
        return self._replace(kind=kind, rank=RANKS[kind])


Lines = list[Line]


def neighbour(lines: Sequence[Line], i: int, step: int) -> Line | None:
    """The line above (-1) or below (1) ``lines[i]``."""
    return lines[i + step] if 0 <= i + step < len(lines) else None


def scan(folded: str) -> Iterator[Line]:
    """Lines of ``folded`` (see ``text.fold``), each with the first rule that it matches."""
    for span, body in _filled(folded, (Span(*found.span()) for found in _LINE.finditer(folded))):
        line = _opened(folded, span, body)
        inside = _inside(folded, line)
        if not inside:
            yield line
        elif is_copy(folded, body):
            yield line.renamed(Kind.FURNITURE)
        else:
            pieces = starmap(Span, pairwise([span.start, *inside, span.end]))
            yield from (_opened(folded, *piece) for piece in _filled(folded, pieces))


def _filled(folded: str, spans: Iterable[Span]) -> Iterator[tuple[Span, Span]]:
    """Those of ``spans`` that are not blank, each with the blank ones below it, and its body."""
    whole = body = None
    for span in spans:
        found = trim(folded, span)
        if whole is None or body is None:
            whole, body = span, found
        elif found.start == found.end:
            whole = Span(whole.start, span.end)
        elif body.start == body.end:
            whole, body = Span(whole.start, span.end), found
        else:
            yield whole, body
            whole, body = span, found
    if whole is not None and body is not None:
        yield whole, body


def _inside(folded: str, line: Line) -> list[int]:
    """Where ``line`` lost newlines, and where an answer begins with the first number of a list that goes on below."""
    if line.words[:1] == "答" and (answer := _LISTS.match(line.words)):
        return [line.body.start + answer.end()]
    if len(line.words) < _SHORTEST or (line.kind in _SINGLE and len(line.words) <= _LONG):
        return []
    cuts = headings_inside(folded, line.body)
    if line.kind not in _FRONT:
        return cuts
    above = Span(line.body.start, cuts[0]) if cuts else line.body
    return [*front_inside(folded, above), *cuts]


def _opened(folded: str, span: Span, body: Span) -> Line:
    """The line at ``span`` with the first rule that its ``body`` matches."""
    start, end = body
    words = folded[start:end]
    rule, match = first_match(words)
    if match is None and words[:2] == _BOLD and (found := first_match(words[2:]))[0].kind in NUMBERED:
        start, (rule, match) = start + 2, found  # **第一条** 为了…
        body, words = Span(start, end), words[2:]
    if match is None:
        line = Line(rule.kind, rule.rank, span, body, words, Span(start, start), None)
    else:
        line = Line(rule.kind, rule.rank, span, body, words, Span(start, start + match.end()), ordinal(match))
    marked = start > span.start and folded[start - 1] in _AFTER_MARK and rule.kind in _FRONT
    return line._replace(mark=_mark(folded, span, start)) if marked else line


def _mark(folded: str, span: Span, start: int) -> int:
    """How deep a heading Markdown's marks before ``start`` make of a line."""
    return _DEEPEST if folded[start - 2 : start] == _BOLD else folded.count("#", span.start, start)


def trim(text: str, span: Span) -> Span:
    """``span`` without white space and Markdown's marks at its edges."""
    start, end = span
    left = text[start:end].lstrip(_EDGE)
    start = end - len(left)
    if left[:1] in _MARKED and (marks := _MARKS.match(left)):
        start, left = start + marks.end(), left[marks.end() :]
    left = left.rstrip(_EDGE)
    if left[:2] == _BOLD and left.endswith(_BOLD) and left.count(_BOLD) == 2 and left[2:-2].strip(_EDGE):
        start, left = start + 2, left[2:-2]
    return Span(start, start + len(left))
