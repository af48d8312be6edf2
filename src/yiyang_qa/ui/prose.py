"""The text of an answer as the page shows it: paragraphs, lines, and the references within a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from yiyang_qa.ui.comparison import in_table
from yiyang_qa.ui.conversation import WireAnswer
from yiyang_qa.ui.wording import LINE_LOOKS

_BLANK_LINES = re.compile(r"\n\s*\n")
_REFERENCE = re.compile(r"\[(\d+)\]")


class Fragment(NamedTuple):
    """Some text of an answer; ``reference`` is the number of a citation it refers to."""

    text: str
    reference: int | None


class Line(NamedTuple):
    """One line of an answer; ``look`` is a class name of the style sheet."""

    look: str
    fragments: list[Fragment]


def paragraphs(text: str, cited: Sequence[int]) -> list[list[Line]]:
    """``text`` as paragraphs of lines, each line cut at its references."""
    return [
        [_line(line, cited) for line in paragraph.splitlines()]
        for paragraph in _BLANK_LINES.split(text.strip())
    ]


def _line(line: str, cited: Sequence[int]) -> Line:
    look = next((look for opening, look in LINE_LOOKS.items() if line.startswith(opening)), "line")
    return Line(look, fragments(line.removeprefix("- "), cited))


def fragments(line: str, cited: Sequence[int]) -> list[Fragment]:
    """``line`` cut at its references; a number that is not ``cited`` stays text."""
    found: list[Fragment] = []
    at = 0
    for match in _REFERENCE.finditer(line):
        if int(match[1]) in cited:
            found += [Fragment(line[at : match.start()], None), Fragment(match[0], int(match[1]))]
            at = match.end()
    return [*found, Fragment(line[at:], None)]


def said(answer: WireAnswer, text: str | None = None) -> str:
    """``text``, or all the answer's, without what the box of notices and the table of a comparison show."""
    text = answer["answer"] if text is None else text
    noticed = {notice["message"] for notice in answer["notices"]}
    return "\n\n".join(
        paragraph
        for paragraph in _BLANK_LINES.split(_on_card(text) if answer["eligibility"] else text)
        if not in_table(answer, paragraph) and _notice(paragraph) not in noticed
    )


def _notice(paragraph: str) -> str:
    """The message of a paragraph that is nothing but a notice: 提示：……[1]."""
    return _REFERENCE.sub("", paragraph).strip().removeprefix("提示：")


def _on_card(text: str) -> str:
    """``text`` without the lines that the card of a judgement shows."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(("· ", "注：")))
