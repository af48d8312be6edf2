"""Answer objects as HTML. Jinja2 escapes every value; nothing here marks text as safe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from yiyang_qa.eligibility import written
from yiyang_qa.types import ROLES, Kind, Span
from yiyang_qa.ui.comparison import rows
from yiyang_qa.ui.conversation import Exchange, WireAnswer
from yiyang_qa.ui.prose import paragraphs, said
from yiyang_qa.ui.quote import Layout, lay_out
from yiyang_qa.ui.wording import (
    BOUNDS,
    PURPOSE,
    REASONS,
    SIGNED,
    STANDINGS,
    STATUSES,
    TITLE,
    VERDICTS,
)

OPEN_CARDS = 3

_ADDRESS = re.compile(r"(?:https?:/)?/(?!/)\S+")  # a link leads to this site or to a web page


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


def by_role(citation: Mapping[str, Any]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """The units of a clause grouped by what they do, in the order of the roles' table; of a signature, who signs."""
    units, order = citation["responsible_units"], list(ROLES)
    if citation.get("clause_kind") == Kind.SIGNATURE:  # a conversation kept in a browser may be older
        return [(SIGNED, units)] if units else []
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
    rows=rows,
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
