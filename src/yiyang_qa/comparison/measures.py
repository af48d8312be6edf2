"""Measures (指标) that clauses state: what is measured, how much, by when.

A measure is read from one stretch of a sentence, between commas, or from one cell of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.comparison.subjects import AGE, subjects
from yiyang_qa.comparison.wording import Wording, measured, same_holder
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.times import deadlines
from yiyang_qa.text import fold, sentences
from yiyang_qa.types import Clause, Deadline, Evidence, Part, PartialDate, Span


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure and what it measures; spans are those of the document."""

    subject: str  # 养老机构护理型床位占比
    attribute: str  # 占比, 率, 人数 …; empty where the text names none
    value: float  # in ``unit``
    unit: str
    due: PartialDate | None  # 期限, or the year that a column names
    said: Span  # the sentence, or the table row
    words: Span  # the stretch of the sentence between two stops; the row
    figure: Span | None = None  # None for a cell of a table, which has no span of its own
    dated: Span | None = None  # where the deadline is told
    reported: bool = False  # 现状: a state already reached, no target


_ATTRIBUTE = re.compile(r"占比|比例|比重|人数|人次|数量|总数|金额|标准|额度|率|数")
#: 护理型床位占养老机构床位总数 is 护理型床位占比.
_OF_A_TOTAL = re.compile(r"占.{2,16}总.{0,3}数的?$")
_REPORTED = re.compile(
    r"截[至止]|已(?:有|经|建|成|达|完|纳|累)|累计|达到?了|十三五\"?(?:期间|末)|目前|共有|现有|以来|较上年|同比"
)
_BACKGROUND = re.compile(r"背景|基础$|形势|现状|成效|回顾")
_LEAD = re.compile(r"\s*到20\d\d年")
_IN_BRACKETS = re.compile(r"\(([^()]{1,6})\)\s*$")
_OPENING = re.compile(r"^\s*(?:第[一-龥]{1,5}条|[(]?[一-龥\d]{1,3}[)、.])?\s*|[(][^()]*[)]|[:。]?\s*$|\s")
_YEAR = re.compile(r"((?:19|20)\d\d)\s*年")
_VALUE = re.compile(r"[≥≧≤≦><]?\s*([\d.,]+)\s*%?$")
#: Units that count the same things.
_KINDS = (
    frozenset({"人", "名", "人次"}),
    frozenset({"家", "所", "处", "个", "座", "栋"}),
    frozenset({"年", "月", "日", "工作日", "小时"}),
)
#: Two measures are of one thing when their subjects agree so far.
SAME = 0.45
_SHORTEST = 4  # 字: a shorter subject (率, 逐步提高) is that of the figure before it, or a part of it


def measures(evidence: Evidence) -> tuple[Measure, ...]:
    """Every measure of the quote in the order of the text; of a table, cell by cell."""
    text, quote = evidence.document.text, evidence.quote
    if rows := [part for part in evidence.clause.parts if part.row and quote.holds(part.span)]:
        before = fold(quote.of(text)).strip().split("\n")[0]
        return tuple(measure for row in rows for measure in in_row(row, before))
    goal, past = lead(evidence), is_background(evidence.clause)
    found: list[Measure] = []
    for said in sentences(text, quote):
        below = goal if goal and goal.span.end < said.start else None
        found += in_sentence(text, said, goal=below, past=past, before=found[-1] if found else None)
    return tuple(found)


def is_background(clause: Clause) -> bool:
    """Whether the clause stands in a document's review of the past (发展基础, 面临形势), which sets nothing."""
    return any(_BACKGROUND.search(heading) for heading in clause.path)


def lead(evidence: Evidence) -> Deadline | None:
    """The deadline that the first line of a list of goals sets for the lines below: 到2025年,…：——…;——….

    Of several sentences in that line (到2023年达到28家；到2025年，主要指标如下) the last one leads to the list.
    """
    text, quote = evidence.document.text, evidence.quote
    end = quote.start
    for line in quote.of(text).splitlines(keepends=True):
        start, end = end, end + len(line)
        if _LEAD.match(fold(line)) and deadlines(line):
            leading = _leading(text, Span(start, end))
            return leading if 0 <= text.find("\n", start) < quote.end else None
    return None


def _leading(text: str, line: Span) -> Deadline | None:
    """The deadline in the last sentence of ``line``; where that sets none, the one that all before it set."""
    found = [_shifted(each, line.start) for each in deadlines(line.of(text))]
    last = sentences(text, line)[-1]
    inside = [each for each in found if last.holds(each.span)]
    same = len({each.due for each in found}) == 1
    return inside[0] if inside else found[0] if same else None


def in_sentence(
    text: str, said: Span, *, goal: Deadline | None = None, past: bool = False, before: Measure | None = None
) -> Iterator[Measure]:
    """The measures of one sentence, due by ``goal`` where it sets no date; an age (65岁以上) only qualifies.

    A figure without a subject (逐步提高至90%) goes on about that of the measure ``before`` it; one with the name
    of a figure only (签约率达70%, 占总数的49%) cannot be told without it.
    """
    sentence = said.of(text)
    stated = [_shifted(found, said.start) for found in deadlines(sentence)]
    reported = past or bool(_REPORTED.search(fold(sentence)))
    for amount, stretch, named in subjects(sentence):
        figure, words = amount.span.shift(said.start), stretch.shift(said.start)
        goes_on = before if len(named) < _SHORTEST or named.startswith("占") else None
        subject = _OF_A_TOTAL.sub("占比", goes_on.subject + named if goes_on else named)
        due = _due(stated, figure) or goal
        before = Measure(
            subject=subject,
            attribute=_attribute(subject),
            value=amount.value,
            unit=amount.unit,
            due=due.due if due else None,
            said=Span(goes_on.said.start, said.end) if goes_on else said,
            words=Span(goes_on.words.start, words.end)
            if goes_on and named and said.holds(goes_on.words)
            else words,
            figure=figure,
            dated=due.span if due else None,
            reported=reported,
        )
        yield before


def in_row(part: Part, before: str = "") -> Iterator[Measure]:
    """The cells of a table row that hold a figure.

    Below years the label says what is measured, and in what unit: 占比(%). Below other headings it says of what, and
    the heading what, in the unit of either or of the cell: 护理型床位(元/床) of 新建. ``before`` the table its matter is named.
    """
    if part.row is None:
        return
    label = fold(part.row.label)
    bracket = _IN_BRACKETS.search(label)
    named = label[: bracket.start()] if bracket else label
    unit = bracket[1].strip() if bracket else ""
    said = [(fold(heading), fold(cell)) for heading, cell in part.row.cells]
    beside = "".join(cell for _, cell in said if not _cell(cell, ""))
    for heading, cell in said:
        year, inside = _YEAR.search(heading), _IN_BRACKETS.search(heading)
        if figure := _cell(cell, inside[1].partition("/")[0] if inside else unit):
            of_what = f"{_OPENING.sub('', before)}:{named}{beside}{_IN_BRACKETS.sub('', heading)}"
            subject = named if year else of_what
            yield Measure(subject, _attribute(subject), *figure, year and year[1], part.span, part.span)


def _cell(said: str, unit: str) -> tuple[float, str] | None:
    """The figure of a cell with its unit, ``unit`` where it has none of its own; None without any."""
    bare = _VALUE.match(said)
    if bare and (value := number(bare[1])) is not None:
        return value, "%" if said.strip().endswith("%") else unit
    stated = [amount for amount in amounts(said) if amount.unit != AGE]
    return (stated[0].value, stated[0].unit) if stated else None


def same_measure(one: Measure, other: Measure, wording: Wording) -> float:
    """How much two measures are of the same thing, 0–1; 0 for other units or other institutions."""
    mine, theirs = wording.plain(one.subject), wording.plain(other.subject)
    if not same_kind(one.unit, other.unit) or not same_holder(mine, theirs):
        return 0.0
    ours, others = wording.grams(measured(mine)), wording.grams(measured(theirs))
    if not ours or not others:  # 医养结合机构数: nothing is measured but the institutions themselves
        ours, others = wording.grams(mine), wording.grams(theirs)
    return len(ours & others) / min(len(ours), len(others)) if ours and others else 0.0


def same_kind(unit: str, other: str) -> bool:
    """Whether figures in the two units count things of one kind: 家 and 所, 名 and 人次."""
    return unit == other or any(unit in kind and other in kind for kind in _KINDS)


def _attribute(subject: str) -> str:
    found = _ATTRIBUTE.findall(subject)
    return found[-1] if found else ""


def _due(stated: Sequence[Deadline], figure: Span) -> Deadline | None:
    """The last deadline stated before ``figure``, else the first after it."""
    before = [deadline for deadline in stated if deadline.span.start < figure.start]
    return before[-1] if before else next(iter(stated), None)


def _shifted(deadline: Deadline, by: int) -> Deadline:
    return Deadline(deadline.due, deadline.span.shift(by))
