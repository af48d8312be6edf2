"""Text to clauses: the order of the passes, and the clause values they end in."""

from __future__ import annotations

from itertools import repeat
from typing import NamedTuple

from yiyang_qa.parse.attached import attached
from yiyang_qa.parse.fold import Block, fold
from yiyang_qa.parse.headings import heading_span, key, label_span, name
from yiyang_qa.parse.parts import parts
from yiyang_qa.parse.quoted import as_quoted
from yiyang_qa.parse.scan import scan
from yiyang_qa.parse.settle import settle
from yiyang_qa.text import fold as fold_text
from yiyang_qa.text import one_line
from yiyang_qa.types import Clause, Kind, Rank, Span, ancestors

#: Kinds that only ever hold others: never an answer, whatever stands on their line.
_CONTAINERS = frozenset({Kind.ANNEX, Kind.VOLUME, Kind.CHAPTER, Kind.SECTION})


def outline(text: str, document_id: str) -> tuple[Clause, ...]:
    """The clauses of ``text`` in order; their spans partition it. Never raises on any text."""
    return outline_of(text, fold_text(text), document_id)


def outline_of(text: str, folded: str, document_id: str) -> tuple[Clause, ...]:
    """``outline`` of a ``text`` whose ``folded`` copy is at hand."""
    blocks = fold(settle(as_quoted(scan(folded), text, folded)))
    labels = [label_span(block, folded) for block in blocks]
    headings = [heading_span(block, folded, label) for block, label in zip(blocks, labels, strict=True)]
    keys = _keys(blocks, labels, folded)
    paths = _paths(
        blocks, [name(*named) for named in zip(blocks, repeat(text), labels, headings, strict=False)]
    )
    held = {block.parent for block in blocks}
    return tuple(
        _clause(
            block,
            text,
            folded,
            _Place(f"{document_id}/{keys[i]}", paths[i], labels[i], headings[i], i in held),
        )
        for i, block in enumerate(blocks)
    )


class _Place(NamedTuple):
    """What a block is called, where it stands in the document, and whether it holds others."""

    id: str
    path: tuple[str, ...]
    label: Span
    heading: Span
    holds: bool


def _clause(block: Block, text: str, folded: str, place: _Place) -> Clause:
    span, body, heading = block.span, block.body, place.heading
    container = block.kind in _CONTAINERS
    heads = container or (place.holds and heading.end > heading.start)
    return Clause(
        id=place.id,
        kind=block.kind,
        rank=block.rank,
        label=place.label.of(text),
        heading=one_line(heading.of(text)),
        path=place.path,
        span=span,
        parent=block.parent,
        body=body,
        bare=heads and not folded[heading.end : body.end].strip(" 。.:;,\n\r\t\u3000"),
        parts=parts(block, text, folded, body, heading),
    )


def _paths(blocks: list[Block], names: list[str]) -> list[tuple[str, ...]]:
    """Names from the outermost heading to each block; of titles only those of texts printed beside the document's own."""
    paths: list[tuple[str, ...]] = []
    above: list[tuple[str, ...]] = []  # what each block adds to the paths below it, its own path included
    beside = attached(blocks)
    for at, (block, called) in enumerate(zip(blocks, names, strict=True)):
        outer = () if block.parent is None else above[block.parent]
        shown = block.kind is not Kind.TITLE and block.rank is not Rank.MATTER
        paths.append((*outer, called) if shown else outer)
        above.append((*outer, called) if shown or at in beside else outer)
    return paths


def _keys(blocks: list[Block], labels: list[Span], folded: str) -> list[str]:
    """One identifier a block, unique in the document: 附件/一/（二）/3; a repeated one gets ~2, ~3 …"""
    keys: list[str] = []
    seen: dict[str, int] = {}
    for block, label in zip(blocks, labels, strict=True):
        parent = blocks[block.parent] if block.parent is not None else None
        outside = parent is None or parent.kind is Kind.TITLE
        prefix = "" if outside or block.parent is None else keys[block.parent] + "/"
        plain = prefix + key(block, folded, label)
        times = seen[plain] = seen.get(plain, 0) + 1
        keys.append(plain if times == 1 else f"{plain}~{times}")
    return keys


def headings_of(clauses: tuple[Clause, ...], clause: Clause) -> tuple[Clause, ...]:
    """The clauses that contain ``clause``, outermost first."""
    return tuple(reversed([clauses[at] for at in ancestors(clauses, clause)]))


def table_of_contents(text: str, clauses: tuple[Clause, ...]) -> str:
    """A readable table of contents, one line a clause: depth, identifier, heading, parts."""
    lines = []
    for clause in clauses:
        depth = len(headings_of(clauses, clause))
        local = clause.id.split("/", 1)[1]
        size = clause.body.end - clause.body.start
        owns = f"  <{len(clause.parts)}>" if clause.parts else ""
        opening = clause.path[-1] if clause.path else _first_words(text, clause.body)
        lines.append(f"{'  ' * depth}{opening}  [{local}] {clause.kind} {size}{owns}")
    return "\n".join(lines) + "\n"


def _first_words(text: str, body: Span) -> str:
    words = one_line(body.of(text))
    return words if len(words) <= 40 else words[:40] + "…"
