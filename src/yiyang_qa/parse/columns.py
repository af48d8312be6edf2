"""表头: the cells of a row, and what the heading of a column says of them."""

from __future__ import annotations

import re

from yiyang_qa.types import Span

#: What stands between two cells where we set a row on one line ourselves.
CELL = " | "
LONGEST_HEADING = 20  # 字, of a column
#: Between two cells of a row as documents have them: a tab, or a bar as Markdown and plain text set it.
_BAR = re.compile(r"[^\S\t]*(?:\||\t)[^\S\t]*")
_RULE = re.compile(r"[\s|:+=-]+")  # |---|---|
SERIAL = re.compile(r"序\s*号|编\s*号|no\.?")
TASK = re.compile(
    r".{0,6}(?:任务|事项|内容|措施|举措|项目|目标|指标|工作|要求|类别|领域)(?:任务|内容|名称|要求|分解|清单|事项)?"
)
UNIT = re.compile(
    r".{0,8}(?:责任|牵头|配合|主办|协办|实施|负责|参与|落实|承办)\S{0,4}(?:单位|部门|科室|处室|主体)"
)
DUE = re.compile(r".{0,6}(?:时限|期限|时间|进度|节点)(?:要求|安排|节点|进度)?")
ASSIGNING_ENDS = frozenset("位门室体限间度点求排")  # what headings that UNIT or DUE match end with
_OTHER = re.compile(r"备\s*注|责任(?:人|领导)|分管领导|联系人|成果(?:形式)?")
#: A cell that holds a value: 8000元, 60%, ≥1.5, —.
VALUE = re.compile(
    r"[≥≤><±约不少超于过低高]{0,3}\s*\d[\d.]*\s*(?:[-—~至]\s*\d[\d.]*)?\s*[%‰]?[万亿]?[元张人名户个家所]?|[—/无-]{1,2}"
)
#: What stands below a table and speaks of it.
NOTE = re.compile(r"\(?(?:备?注|说明)\s*[:\d]")
_KNOWN = (SERIAL, UNIT, DUE, TASK, _OTHER)


def cells(folded: str, line: Span) -> list[Span]:
    """The cells of a row on one line, without the bars around it; one where ``line`` is no row."""
    bars = [Span(*found.span()) for found in _BAR.finditer(folded, *line)]
    starts, ends = [line.start, *(bar.end for bar in bars)], [*(bar.start for bar in bars), line.end]
    found = [Span(start, max(start, end)) for start, end in zip(starts, ends, strict=True)]
    if len(found) > 1 and not found[0].of(folded).strip():
        found = found[1:]
    return found[:-1] if len(found) > 1 and not found[-1].of(folded).strip() else found


def bare(folded: str, line: Span) -> Span:
    """The cell that stands alone on a line, without the bars that some pages leave at its ends."""
    found = cells(folded, line)
    return Span(found[0].start, found[-1].end)


def said_across(cell: str, width: int) -> int:
    """How often a ``cell`` that spans ``width`` columns is said: a heading or a value in each, a long text but once."""
    return width if len(cell) <= LONGEST_HEADING else 1


def is_rule(words: str) -> bool:
    """Whether a line only draws the border below a heading: |---|---|."""
    return _RULE.fullmatch(words) is not None


def is_column(heading: str) -> bool:
    """Whether ``heading`` is what a column of a task table is called."""
    return any(known.fullmatch(heading) for known in _KNOWN)


def is_assigning(heading: str) -> bool:
    """Whether the column below ``heading`` says who does something or by when."""
    return UNIT.fullmatch(heading) is not None or DUE.fullmatch(heading) is not None


def of_tasks(headings: tuple[str, ...]) -> bool:
    """Whether these columns say who does something or by when."""
    return len(headings) > 1 and any(map(is_assigning, headings))


def task_column(headings: tuple[str, ...]) -> int:
    """The column that says what is to be done: the last of its kind, else the first that is no number."""
    tasks = [
        i
        for i, h in enumerate(headings)
        if TASK.fullmatch(h) and not UNIT.fullmatch(h) and not DUE.fullmatch(h)
    ]
    first = 1 if SERIAL.fullmatch(headings[0]) and len(headings) > 1 else 0
    return tasks[-1] if tasks else first
