"""Headings without numbers, of a text that has none above those of items: Markdown's own, questions, short lines.

A page that explains or guides is often headed so: 补贴对象 with a sentence below, 谁可以申请？ with its answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from yiyang_qa.parse.names import is_organ
from yiyang_qa.parse.pages import FRONT
from yiyang_qa.parse.rules import NUMBERED, RANKS
from yiyang_qa.parse.scan import Line, Lines, neighbour
from yiyang_qa.types import Kind, Rank, Span

_MAY_BE = frozenset({Kind.TEXT, Kind.TITLE, Kind.SIGNATURE})
_MARKED = re.compile(r"(?=.*[一-龥])[^。;:|]{2,40}")
_ASKED = re.compile(r"(?=.*[一-龥]{2})[^。;|?]{3,40}\?")
_SHORT = re.compile(r"[一-龥][一-龥、]{1,15}")
_ENDS = "。;:!?"
_FEWEST_ASKED, _FEWEST_MARKED, _FEWEST_SHORT = 2, 2, 3
_BESIDE = FRONT | {Kind.FURNITURE, Kind.DATE}


def unnumbered_headings(lines: Lines) -> Lines:
    """Lines renamed that head what stands below them."""
    if any(line.kind in NUMBERED and line.rank < Rank.ITEM for line in lines):
        return lines
    for find, fewest in _MAKES:
        found = list(find(lines))
        if len(found) >= fewest:
            depths = sorted({lines[i].mark for i in found})
            for i in found:
                lines[i] = _heading(
                    lines[i], Kind.SUBHEADING if depths.index(lines[i].mark) else Kind.HEADING
                )
            break
    return lines


def _heading(line: Line, kind: Kind) -> Line:
    marker = Span(line.body.start, line.body.start)
    return line._replace(kind=kind, rank=RANKS[kind], marker=marker, ordinal=None)


def _candidates(lines: Lines, pattern: re.Pattern[str]) -> Iterator[int]:
    """Lines of that make, the first line of the text, which is its title, left out."""
    first = next((i for i, line in enumerate(lines) if line.kind is Kind.TITLE), None)
    if first is None:
        first = next((i for i, line in enumerate(lines) if line.kind not in _BESIDE), 0)
    for i, line in enumerate(lines[first + 1 :], first + 1):
        if line.kind in _MAY_BE and pattern.fullmatch(line.words) and not is_organ(line.words):
            yield i


def _marked(lines: Lines) -> Iterator[int]:
    """Markdown's headings, and lines all in bold, that something stands below."""
    found = [i for i in _candidates(lines, _MARKED) if lines[i].mark]
    for i, after in pairwise([*found, len(lines)]):
        if after > i + 1 or (after < len(lines) and lines[after].mark > lines[i].mark):
            yield i


def _asked(lines: Lines) -> Iterator[int]:
    """Questions that something stands below."""
    found = list(_candidates(lines, _ASKED))
    yield from (i for i, after in pairwise([*found, len(lines)]) if after > i + 1)


def _short(lines: Lines) -> Iterator[int]:
    """Short lines between sentences, a sentence right below each, or another such line."""
    short = set(_candidates(lines, _SHORT))
    over = {i for i in short if (below := neighbour(lines, i, 1)) and _is_sentence(below)}
    for i in sorted(short):
        above = neighbour(lines, i, -1)
        parted = above is not None and (_parts(above) or (i - 1 in short and i in over))
        if parted and (i in over or i + 1 in over):
            yield i


def _parts(above: Line) -> bool:
    """Whether a heading may stand below ``above``."""
    return above.kind in _BESIDE or above.words[-1] in _ENDS


def _is_sentence(line: Line) -> bool:
    return line.kind in NUMBERED or (line.kind is Kind.TEXT and line.words[-1] in _ENDS)


_MAKES: Sequence[tuple[Callable[[Lines], Iterator[int]], int]] = (
    (_marked, _FEWEST_MARKED),
    (_asked, _FEWEST_ASKED),
    (_short, _FEWEST_SHORT),
)
