"""What a clause owns: 一是…二是… runs, （1） runs, 项 of an article, table rows, paragraphs.

A part is citable by itself; together with the lead before it, parts cover the clause's body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from yiyang_qa.parse.fold import Block
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import trim
from yiyang_qa.parse.tables import bare_rows, barred_rows, row, rows
from yiyang_qa.text import sentences
from yiyang_qa.types import Kind, Part, Span

#: Read once: Python 3.11 is slow to look up the members of an enum.
_TABLE, _ROW, _ARTICLE = Kind.TABLE, Kind.ROW, Kind.ARTICLE
#: A body longer than this (字) without numbered parts is cut into its paragraphs.
LONG = 600
#: A quote is never longer (字), the wire contract says.
LONGEST = 1200

_CN = "一二三四五六七八九十"
#: Ways of numbering inside a paragraph: what the first label holds, one or the other, and the pattern, whose
#: match is the label and whose group 1 is the ordinal.
RUNS = {
    ("一是",): re.compile(rf"(?<![^。;:,\s])([{_CN}]{{1,2}})是(?!否)"),
    ("1)",): re.compile(r"\((\d{1,2})\)"),
    ("第一",): re.compile(rf"(?<=[。;:])\s*第([{_CN}]{{1,2}})[,、]"),
    ("(一)",): re.compile(rf"(?<=[。;:])\s*\(([{_CN}]{{1,2}})\)"),
    ("1.", "1、"): re.compile(r"(?<=[。;:])\s*(\d{1,2})[.、](?!\d)"),
}
#: What the first of a run holds.
FIRST = re.compile(r"一是|1\)|第一|\(一\)|1[.、]")


def parts(block: Block, text: str, folded: str, body: Span, heading: Span) -> tuple[Part, ...]:
    """The citable parts of ``block`` below its ``heading``; empty when it is short and carries no numbers inside."""
    if block.kind is _TABLE and (found := rows(block.lines, text, folded)):
        return found
    if block.kind is _ROW:
        return (row(block.lines, text, folded),)
    if found := barred_rows(block.lines, text, folded) or bare_rows(block.lines, text, folded):
        return found
    marked = _items(block) if block.kind is _ARTICLE else _run(folded, body)
    if len(marked) >= 2:
        return tuple(_between(marked, text, body))
    paragraphs = tuple(_paragraphs(block, folded, heading)) if body.end - body.start > LONG else ()
    return paragraphs if len(paragraphs) >= 2 else ()


def _items(block: Block) -> list[Span]:
    """Labels of the 项 (or 目) that stand on lines of their own inside an article."""
    labelled = [line for line in block.lines[1:] if line.kind in NUMBERED]
    top = min((line.rank for line in labelled), default=None)
    return [line.marker for line in labelled if line.rank == top]


def _run(folded: str, body: Span) -> list[Span]:
    """Labels of the longest run that counts 1, 2, 3 … inside the body; a run may begin anew."""
    begun = {found[0] for found in FIRST.finditer(folded, *body)}
    if not begun:
        return []
    runs = (_counted(run, folded, body) for first, run in RUNS.items() if not begun.isdisjoint(first))
    return max(runs, key=len, default=[])


def _counted(pattern: re.Pattern[str], folded: str, body: Span) -> list[Span]:
    labels: list[Span] = []
    last = 0
    for found in pattern.finditer(folded, *body):
        ordinal = number(found.group(1))
        if ordinal == last + 1 or (ordinal == 1 and last > 1):
            last = int(ordinal)
            labels.append(trim(folded, Span(*found.span())))
    return labels if last > 1 else []


def _between(labels: list[Span], text: str, body: Span) -> Iterable[Part]:
    """Each part runs from its label to the next one's."""
    ends = [label.start for label in labels[1:]] + [body.end]
    for label, end in zip(labels, ends, strict=True):
        yield Part(label.of(text).strip(), trim(text, Span(label.start, end)))


def _paragraphs(block: Block, folded: str, heading: Span) -> Iterable[Part]:
    """One part a line below the heading's; a line too long to be quoted is cut between sentences."""
    for line in block.lines:
        bare = line is block.opening and line.body.end - heading.end <= 1 < heading.end - heading.start
        if bare:
            continue
        if line.body.end - line.body.start <= LONGEST:
            yield Part("", line.body)
        else:
            yield from _runs_of_sentences(folded, line.body)


def _runs_of_sentences(folded: str, line: Span) -> Iterable[Part]:
    """Consecutive sentences of ``line``, as many as stay within ``LONG``."""
    start, end = line.start, line.start
    for sentence in sentences(folded, line):
        for piece in _bounded(sentence):
            if piece.end - start > LONG and end > start:
                yield Part("", trim(folded, Span(start, end)))
                start = piece.start
            end = piece.end
    yield Part("", trim(folded, Span(start, end)))


def _bounded(sentence: Span) -> Iterable[Span]:
    """A sentence without any stop for pages is cut so that it can be quoted."""
    for start in range(sentence.start, sentence.end, LONGEST):
        yield Span(start, min(start + LONGEST, sentence.end))
