"""Answer objects as HTML. Jinja2 escapes every value; nothing here marks text as safe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from yiyang_qa.eligibility import written
from yiyang_qa.types import Span
from yiyang_qa.ui.conversation import Exchange, WireAnswer
from yiyang_qa.ui.quote import Layout, lay_out
from yiyang_qa.ui.wording import (
    BOUNDS,
    LINE_LOOKS,
    PURPOSE,
    REASONS,
    ROLES,
    STANDINGS,
    STATUSES,
    TITLE,
    VERDICTS,
)

OPEN_CARDS = 3

_BLANK_LINES = re.compile(r"\n\s*\n")
_REFERENCE = re.compile(r"\[(\d+)\]")
_ADDRESS = re.compile(r"(?:https?:/)?/(?!/)\S+")  # a link leads to this site or to a web page


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
    rows = answer["comparison"]["rows"] if answer["comparison"] else ()
    tabled = tuple(f"{row['region']}：" for row in rows)
    return "\n\n".join(
        paragraph
        for paragraph in _BLANK_LINES.split(_on_card(text) if answer["eligibility"] else text)
        if not paragraph.startswith(tabled or "\0") and _notice(paragraph) not in noticed
    )


def _notice(paragraph: str) -> str:
    """The message of a paragraph that is nothing but a notice: 提示：……[1]."""
    return _REFERENCE.sub("", paragraph).strip().removeprefix("提示：")


def _on_card(text: str) -> str:
    """``text`` without the lines that the card of a judgement shows."""
    return "\n".join(line for line in text.split("\n") if not line.startswith(("· ", "注：")))


def amount(due: Mapping[str, Any]) -> str:
    """60万元, 2400元/月, 350元至500元."""
    ends = [due["value"], *([due["most"]] if due["most"] is not None else [])]
    return "至".join(written(Decimal(str(end)), due["unit"], False) for end in ends)


def bound(due: Mapping[str, Any]) -> str:
    """What is said before an amount: 最高可得."""
    return BOUNDS.get(due["bound"], "可得")


def foremost(answer: WireAnswer) -> list[Mapping[str, Any]]:
    """The citations whose cards are open. They are the best, and known before a word of the answer is said."""
    return list(answer["citations"])[:OPEN_CARDS]


def layout(citation: Mapping[str, Any]) -> Layout:
    """The quote of a citation object, cut for the page."""
    marks = [Span(mark["start"], mark["end"]) for mark in citation["highlights"]]
    return lay_out(citation["quote"], citation["location"]["start"], marks)


def chinese_date(day: str) -> str:
    """``2021-09-30`` as 2021年9月30日, at the precision given."""
    return "".join(f"{int(part)}{unit}" for part, unit in zip(day.split("-"), "年月日", strict=False))


def by_role(units: Sequence[Mapping[str, Any]]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """Responsible units grouped by what they do, in the order of the roles' table."""
    order = list(ROLES)
    ranked = sorted(units, key=lambda unit: order.index(unit["role"]))
    return [(ROLES[role], list(group)) for role, group in groupby(ranked, key=lambda unit: unit["role"])]


def safe_address(url: str | None) -> str | None:
    """``url`` when it leads to a page, None for anything else (``javascript:`` and the like)."""
    return url if url and _ADDRESS.fullmatch(url) else None


_templates = Environment(
    loader=PackageLoader("yiyang_qa.ui"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters.update(
    address=safe_address,
    bound=bound,
    by_role=by_role,
    day=chinese_date,
    layout=layout,
    paragraphs=paragraphs,
    sum=amount,
)
_templates.globals.update(
    purpose=PURPOSE,
    reasons=REASONS,
    standings=STANDINGS,
    statuses=STATUSES,
    verdicts=VERDICTS,
    title=TITLE,
    foremost=foremost,
    said=said,
)


def head(address: str) -> str:
    """What the page at ``address`` says of itself to those that only read its head."""
    return _templates.get_template("head.html").render(address=address)


def header(catalogue: Sequence[Mapping[str, Any]], today: date, trouble: str | None = None) -> str:
    """Name and purpose of the product, what it covers (or why it cannot), what its answers are not."""
    regions = list(dict.fromkeys(each["region"]["name"] for each in catalogue if each["region"]))
    return _templates.get_template("header.html").render(
        catalogue=catalogue, regions=regions, today=today.isoformat(), trouble=trouble
    )


def welcome(examples: Sequence[str]) -> str:
    """What stands in place of a conversation that has not begun."""
    return _templates.get_template("welcome.html").render(examples=examples)


def past(conversation: Sequence[Exchange]) -> str:
    """The finished exchanges, first to last."""
    return _templates.get_template("past.html").render(conversation=conversation)


def live(
    question: str | None = None, number: int = 0, answer: WireAnswer | None = None, **state: object
) -> str:
    """The exchange at hand: ``answer``, with ``text`` as far as it is written, ``speaking`` while more of it
    is waited for; or ``failure``."""
    return _templates.get_template("live.html").render(
        {
            "question": question,
            "number": number,
            "answer": answer,
            "text": None,
            "speaking": False,
            "failure": None,
        }
        | state
    )


def borne(answer: WireAnswer | None = None, number: int = 0) -> str:
    """What bears the answer at hand out: notices, citations, and what may be asked next."""
    return _templates.get_template("borne.html").render(answer=answer, number=number)


def hint(message: str | None) -> str:
    """What is wrong with the question in the box, read out at once."""
    return _templates.get_template("hint.html").render(message=message)
