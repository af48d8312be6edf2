"""What a clause is called: its label, its heading, its identifier."""

from __future__ import annotations

import re

from yiyang_qa.parse.columns import task_column
from yiyang_qa.parse.fold import Block
from yiyang_qa.parse.tables import row_cells
from yiyang_qa.parse.terms import ANNEX_NUMBER
from yiyang_qa.text import one_line
from yiyang_qa.types import Kind, Rank, Span

#: Read once: Python 3.11 is slow to look up the members of an enum.
_ROW, _TITLE, _MATTER, _INSTRUMENT = Kind.ROW, Kind.TITLE, Rank.MATTER, Rank.INSTRUMENT
_STOP = re.compile(r"[。:;!?]")
_LONG_HEADING = 60  # 字: beyond this a first sentence is body, not heading
_SUM = re.compile(r"\d[万亿]?元")  # said of a matter, not its name
_ANNEX = re.compile(rf"\(?附\s*(?:(?:件|录|表)\s*(?:{ANNEX_NUMBER})?\)?)?")
_ASKS = re.compile(r"\s*问\s*:")  # 一、问：…
#: 总体要求 坚持以人为本，…: a space alone parts it from a sentence.
_APART = re.compile(r"(?P<heading>[一-龥、]{4,20}+)[ \u3000]+(?=[^\s,]{2,}[^,]*,)")
#: May have no number: ``heads``, ``flattened``.
_HEADED = frozenset({Rank.HEADING, Rank.SUBHEADING, Rank.ITEM})
_NAMES = {
    Kind.TITLE: "标题",
    Kind.FURNITURE: "页面",
    Kind.FIELD: "信息",
    Kind.NUMBER: "文号",
    Kind.ADDRESSEE: "主送",
    Kind.LEAD: "导语",
    Kind.ENCLOSURES: "附件说明",
    Kind.SIGNATURE: "署名",
    Kind.DATE: "日期",
    Kind.EFFECT: "施行",
    Kind.ADOPTION: "题注",
}


def label_span(block: Block, folded: str) -> Span:
    """Span of the number that opens the block; empty for front and back matter and titles."""
    line = block.opening
    if block.rank is _MATTER or block.kind is _TITLE:
        return Span(line.body.start, line.body.start)
    if block.kind is Kind.ANNEX:
        found = _ANNEX.match(folded, *line.body)
        return Span(*found.span()) if found else line.marker
    end = line.marker.end
    while end > line.marker.start and folded[end - 1] in " \t:":
        end -= 1
    return Span(line.marker.start, end)


def heading_span(block: Block, folded: str, label: Span) -> Span:
    """Span of the words that name the block, without its ``label``; empty when it has none."""
    line, start = block.opening, label.end
    while start < line.body.end and folded[start] in " \t:.、\u3000":
        start += 1
    if block.rank is _MATTER or block.kind is Kind.ARTICLE:
        return Span(start, start)
    if block.rank is _INSTRUMENT:
        last = block.lines[-1].body.end
        return Span(min(start, last), last)
    if block.kind is _ROW:
        found = row_cells(block.lines, folded)
        cell = found[min(task_column(line.columns), len(found) - 1)]
        return Span(cell.start, _heading_end(folded, *cell))
    return _without_bold(folded, start, _heading_end(folded, start, line.body.end))


def _without_bold(folded: str, start: int, end: int) -> Span:
    """A heading without Markdown's marks of bold: 1. **补贴对象**：…"""
    said = folded[start:end].lstrip("*")
    return Span(end - len(said), end - len(said) + len(said.rstrip("*")))


def _heading_end(folded: str, start: int, end: int) -> int:
    """Where a heading ends: at a space before a sentence, or at the first stop.

    A first sentence too long for a heading, or that says a sum, is cut at its first comma.
    """
    asks = _ASKS.match(folded, start, end)
    stop = _STOP.search(folded, asks.end() if asks else start, end)
    first = stop.start() if stop else end
    if apart := _APART.match(folded, start, first):
        return apart.end("heading")
    comma = folded.find(",", start, first)
    if first - start <= _LONG_HEADING and (comma < 0 or not _SUM.search(folded, comma, first)):
        return first
    return comma if 0 < comma - start <= _LONG_HEADING else min(first, start + _LONG_HEADING)


def name(block: Block, text: str, label: Span, heading: Span) -> str:
    """The block as one element of a clause path: label and heading as the text has them."""
    if block.kind is _ROW:
        return one_line(f"{label.of(text)} {heading.of(text)}")
    between = text[label.end : heading.start].replace("**", "") if label.end < heading.start else ""
    return one_line(label.of(text) + between + heading.of(text))


def key(block: Block, folded: str, label: Span) -> str:
    """The block's element of a clause identifier: （四）, 3, 第十条, 附件1, 落款 …"""
    if block.kind in _NAMES:
        return _NAMES[block.kind]
    number = "".join(label.of(folded).split()).rstrip(".、:")
    if block.kind is _ROW:
        return f"第{number}行" if number else "行"
    if block.kind is Kind.ANNEX:
        return number.strip("()")
    if not number and block.rank in _HEADED:
        return block.opening.words.rstrip("?")
    return number.replace("(", "（").replace(")", "）") or _NAMES[Kind.LEAD]
