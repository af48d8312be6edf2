"""What is embedded and searched, cut from what is quoted: two fields that never mix.

A *citable* is a span that may be quoted: a clause's own text, or one part of a long one.
A *passage* is the text made for search: a citable or one of its sentences, with the region
and the breadcrumb in front.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from yiyang_qa.index.table import NO_PART, Grain, PassageTable, digests_of
from yiyang_qa.parse.parts import LONG, LONGEST
from yiyang_qa.text import sentences
from yiyang_qa.types import ROLES, Clause, Document, Kind, Part, Span

#: Read once: Python 3.11 is slow to look up the members of an enum.
_TABLE, _LEAD, _CLAUSE, _SENTENCE = Kind.TABLE, Kind.LEAD, Grain.CLAUSE, Grain.SENTENCE
#: Never an answer: what surrounds the document, and what only names or addresses it. 第一节 of a plan may say something.
_MUTE = frozenset({Kind.FURNITURE, Kind.TITLE, Kind.ANNEX, Kind.ADDRESSEE})

_OPENS = "（(〔[【"
#: （责任单位：…）: a sentence of its own by its stops, but it says nothing of the matter.
_SUFFIX = re.compile(rf"[{re.escape(_OPENS)}][^。]*(?:单位[:：]|负责|落实|牵头|配合)[^。]*[）)〕\]】]?[。.]?")

#: A line that pages draw between questions.
_RULED = "-=_*~—─━·."
_RULE = re.compile(rf"[{_RULED}\s]{{3,}}")
#: 责任单位：… on a line of its own says no more of it.
_LABELLED = re.compile(r"(?:责任|牵头|主责|配合|协办|协助|实施|承办)(?:单位|部门|[科处股]室)\s?[:：][^。]*")

#: …已经市政府同意，现印发给你们，请认真贯彻执行。 A notice hands on what it encloses, and says nothing of the matter.
_HANDS_ON = re.compile(
    r"[^。;；]{0,270}(?:印发|转发|下发)给?(?:你们|各[^。,，]{1,12})?[,，]"
    r"\s*请[^。;；]{0,30}(?:执行|落实|实施)[^。;；]{0,12}。?(?:[^。]{0,20}执行(?:过程)?中[^。]{0,60}。)?"
)


class Passage(NamedTuple):
    """One text to search, and the citable that it leads to."""

    clause: int  # position in Document.clauses
    part: int  # position in Clause.parts; NO_PART for the clause's own text or its lead
    grain: Grain
    span: Span
    dense: str
    lexical: str


def citables(clause: Clause) -> Iterator[tuple[int, Span]]:
    """The spans of ``clause`` that may be quoted, each with its part (or NO_PART)."""
    if clause.kind in _MUTE or clause.bare or clause.body.start == clause.body.end:
        return
    length = clause.body.end - clause.body.start
    whole = length <= LONG or (length <= LONGEST and (not clause.parts or clause.kind is _TABLE))
    if whole or not clause.parts:
        yield NO_PART, Span(clause.body.start, min(clause.body.end, clause.body.start + LONGEST))
        return
    lead = Span(clause.body.start, clause.parts[0].span.start)
    if lead.end - lead.start > len(clause.label) + len(clause.heading) + 8:
        yield NO_PART, Span(lead.start, min(lead.end, lead.start + LONGEST))
    for i, part in enumerate(clause.parts):
        yield i, Span(part.span.start, min(part.span.end, part.span.start + LONGEST))


def passages(document: Document) -> Iterator[Passage]:
    """All passages of ``document``, each citable right before its sentences."""
    return map(Passage._make, _rows(document))


def _rows(document: Document) -> Iterator[tuple[int, int, Grain, Span, str, str]]:
    """``passages`` as plain tuples, of which a table is made in half the time."""
    text, region = document.text, document.region.name if document.region else ""
    told_anew = _told_anew(document)
    for i, clause in enumerate(document.clauses):
        if any(map(clause.span.holds, told_anew)) or _leads_to(clause, text, told_anew):
            continue
        crumb = " ".join(clause.path)
        front = f"{region} {crumb}".strip()
        for part, span in citables(clause):
            whole = text[span.start : span.end]
            if clause.kind is _LEAD and _HANDS_ON.fullmatch(whole.strip()):
                continue
            yield i, part, _CLAUSE, span, f"{front} {whole}", f"{document.title} {crumb} {whole}"
            for piece, words in _pieces(text, clause, span):
                yield i, part, _SENTENCE, piece, f"{front} {words}", f"{crumb} {words}"


def _told_anew(document: Document) -> frozenset[Span]:
    """What ``document`` amends in the text that it prints anew below: that text answers, not the items."""
    anew = document.reprint
    return frozenset(a.span for a in document.amendments if anew and a.title == anew.title)


def _leads_to(clause: Clause, text: str, items: frozenset[Span]) -> bool:
    """Whether ``clause`` only opens the list of ``items``: …决定作如下修改：."""
    before = clause.kind is _LEAD and any(clause.span.end <= item.start for item in items)
    return before and clause.body.of(text).endswith(("：", ":"))


def tabulate(documents: Iterable[Document]) -> PassageTable:
    """The passages of all documents as the table that an index is built from; one document is held at a time."""
    rows: list[tuple[int, ...]] = []
    dense_texts: list[str] = []
    lexical_texts: list[str] = []
    for i, document in enumerate(documents):
        for clause, part, grain, span, dense, lexical in _rows(document):
            rows.append((i, clause, part, grain, *span))
            dense_texts.append(dense)
            lexical_texts.append(lexical)
    table = PassageTable.of(np.array(rows, dtype=np.int32).reshape(-1, 6).T, digests_of(dense_texts))
    return replace(table, dense_texts=dense_texts, lexical_texts=lexical_texts)


def _pieces(text: str, clause: Clause, span: Span) -> Iterator[tuple[Span, str]]:
    """Sentences of a citable, and the rows of a table read out as sentences."""
    rows = [part for part in clause.parts if part.row and span.overlaps(part.span)]
    for part in rows:
        yield part.span, read_out(part)
    if clause.kind is _TABLE and rows:
        return  # cells are no sentences
    columns = {column for part in rows if part.row for column, _ in part.row.cells}
    for sentence in sentences(text, span):
        words = text[sentence[0] : sentence[1]]
        in_row = rows and (words in columns or any(sentence.overlaps(part.span) for part in rows))
        assigns = _SUFFIX.fullmatch(words) if words[0] in _OPENS else _LABELLED.fullmatch(words)
        if not (in_row or assigns or (words[0] in _RULED and _RULE.fullmatch(words))):
            yield sentence, words


def undashed(line: str) -> str:
    """``line`` without the dashes that set an item of a list apart: ——65周岁及以上…."""
    return line.lstrip("—－ 　")


def units_by_role(clause: Clause) -> str:
    """The units of a clause by role: ``责任单位：市民政局、市财政局；地方落实：各市、区人民政府``; empty without any."""
    by_role = {role: [unit.name for unit in clause.units if unit.role == role] for role in ROLES}
    return "；".join(f"{ROLES[role]}：{'、'.join(names)}" for role, names in by_role.items() if names)


def read_out(part: Part, years: frozenset[str] = frozenset()) -> str:
    """A table row as a sentence: ``医养结合机构数(个)：2022年完成值49，2023年完成值59``.

    With ``years`` only the columns that name one of them, when there are any.
    """
    assert part.row is not None
    asked = [cell for cell in part.row.cells if any(year in cell[0] for year in years)]
    cells = "，".join(f"{column}{value}" for column, value in asked or part.row.cells)
    return f"{part.row.label}：{cells}"
