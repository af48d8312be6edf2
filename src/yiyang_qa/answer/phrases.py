"""How evidence is said in Chinese: who, where, when, and what."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yiyang_qa.passages import read_out, undashed, units_by_role
from yiyang_qa.text import bigrams, one_line
from yiyang_qa.types import Clause, Document, Evidence, Kind, PartialDate, Region, Span

_BRIEF = 100  # 字

_STOPS = "，,；;。"
_STOP = re.compile(f"[{_STOPS}]")
#: Half a figure at the end says another one: 2017 cut to 201.
_CUT_FIGURE = re.compile(r"[0-9０-９.．〔(（]+$")


def said(evidence: Evidence, years: frozenset[str] = frozenset()) -> str:
    """The sentences that answer, verbatim; what is left out between them is shown by …….

    Of a table row only the columns of ``years`` are said, all of them when it has none.
    """
    rows = {part.span: part for part in evidence.clause.parts if part.row}
    pieces: list[str] = []
    last: Span | None = None
    for span in evidence.highlights or (evidence.quote,):
        if last is not None and evidence.document.text[last.end : span.start].strip():
            pieces.append("……")
        elif last in rows or (last and span in rows):  # cells have no stops
            pieces.append("；")
        line = undashed(one_line(span.of(evidence.document.text)))
        pieces.append(read_out(rows[span], years) if span in rows else line)
        last = span
    return "".join(pieces)


def brief(said_in_full: str, asked: str = "") -> str:
    """Of a long sentence the stretch up to what shares most words with ``asked``; …… for what is left out.

    What stands before is kept as far as there is room: conditions come first. Cut at commas where one is near.
    """
    if len(said_in_full) <= _BRIEF:
        return said_in_full
    ends = [*(stop.end() for stop in _STOP.finditer(said_in_full)), len(said_in_full)]
    pieces, wanted = list(zip([0, *ends], ends, strict=False)), set(bigrams(asked))
    shared = [len(wanted.intersection(bigrams(said_in_full[start:end]))) for start, end in pieces]
    near, end = pieces[shared.index(max(shared))]
    if end <= _BRIEF:
        return _beginning(said_in_full)
    start = min(at for at, _ in pieces if at >= min(near, end - _BRIEF))
    return "……" * (start > 0) + _whole_or_beginning(said_in_full[start:end], more=end < len(said_in_full))


def _whole_or_beginning(stretch: str, *, more: bool) -> str:
    """``stretch``, of a long one the beginning; …… where ``more`` follows it."""
    if len(stretch) > _BRIEF:
        return _beginning(stretch)
    return stretch.rstrip("，,；;") + "……" if more else stretch


def _beginning(text: str) -> str:
    """The beginning of a long ``text``, up to a stop where one is near."""
    stop = max(text.rfind(mark, _BRIEF // 2, _BRIEF) for mark in _STOPS)
    return (text[:stop] if stop > 0 else _CUT_FIGURE.sub("", text[:_BRIEF])) + "……"


def lines(evidence: Evidence) -> tuple[str, ...]:
    """The lines below the heading of a quote that is a list, line by line; empty for a plain paragraph."""
    said_lines = [one_line(line) for line in evidence.text.splitlines() if line.strip()]
    listed = said_lines[1:] if evidence.quote.start == evidence.clause.body.start else said_lines
    rows = any(part.row for part in evidence.clause.parts)
    return tuple(listed) if len(listed) >= 3 and not rows else ()


def lead(evidence: Evidence) -> str:
    """What leads to the ``lines``: the heading, or where the clause has only a number (第三条), its first line."""
    quoted_whole = evidence.quote.start == evidence.clause.body.start
    first = next((one_line(line) for line in evidence.text.splitlines() if line.strip()), "")
    return first if quoted_whole and not evidence.clause.heading else name(evidence)


def name(evidence: Evidence) -> str:
    """What the clause is called: its last heading, or the document's title."""
    return evidence.clause.path[-1] if evidence.clause.path else evidence.document.title


def marks(numbers: Iterable[int]) -> str:
    """The citations of ``numbers`` as the text refers to them: [1][2]."""
    return "".join(f"[{number}]" for number in numbers)


def source(document: Document) -> str:
    """The document with its number and date: 《…》（渝卫函〔2023〕574号，2023年10月18日）."""
    title = document.title if document.title.startswith("《") else f"《{document.title}》"
    details = [document.doc_number, in_words(document.issued_on) if document.issued_on else None]
    known = "，".join(detail for detail in details if detail)
    return f"{title}（{known}）" if known else title


def address(evidence: Evidence) -> str:
    """The place of the clause in its document, outermost heading first."""
    return " › ".join(evidence.clause.path)


def names_of(regions: Iterable[Region]) -> str:
    """烟台市、潍坊市."""
    return "、".join(region.name for region in regions)


def region(document: Document) -> str:
    """The region that the document speaks for, as a heading."""
    return document.region.name if document.region else "地区不明"


def units(clause: Clause) -> str:
    """Units by role: 责任单位：市民政局、市财政局；地方落实：各市、区人民政府; of a signature, who signs."""
    if clause.kind is Kind.SIGNATURE:
        return "署名单位：" + "、".join(unit.name for unit in clause.units)
    return units_by_role(clause)


def in_words(day: PartialDate) -> str:
    """``2021-09`` as 2021年9月."""
    numbers = [int(number) for number in day.split("-")]
    return "".join(f"{number}{unit}" for number, unit in zip(numbers, "年月日", strict=False))
