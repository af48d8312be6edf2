"""款、项: the part of an article that a question names: 第五十三条第四项, 第二十六条第二款第（一）项.

A paragraph (款) is a line of the article that no number begins, with the items (项) below it
(立法技术规范（试行）（一）, 法工委发〔2009〕62号, 7.1–7.3).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.scan import trim
from yiyang_qa.parse.terms import CN, NTH
from yiyang_qa.text import fold, line_spans
from yiyang_qa.types import Evidence, Kind, Span

_NAMED = re.compile(
    rf"第(?P<article>{NTH})条(?:之{CN}+)?的?"
    rf"(?P<part>(?:第(?P<paragraph>{NTH})款)?(?:(?:的|里的?)?第\(?(?P<item>{NTH})\)?[项点])?)"
)
_ITEM = re.compile(rf"\s*\(({NTH})\)")

_Paragraph = tuple[Span, ...]  # its own line, then those of its items


def provision(question: str, item: Evidence) -> tuple[Span, ...]:
    """The lines of the article ``item`` that ``question`` names by 款 or 项, an item after the line that opens its list.

    Empty where it names none, or none that the article has.
    """
    asked = _asked(question)
    if asked is None or item.clause.kind is not Kind.ARTICLE:
        return ()
    _, paragraph, wanted = asked
    of = _paragraphs(item)
    inside = of if paragraph is None else of[paragraph - 1 : paragraph]
    if wanted is None:
        return tuple(span for lines in inside for span in lines)
    text = item.document.text
    return tuple(
        span
        for opening, *items in inside
        for line in items
        if _ordinal(line.of(text)) == wanted
        for span in (opening, line)
    )


def absent(question: str, item: Evidence) -> str:
    """The part that ``question`` names and the article ``item``, which it names too, has not: 第九项; empty else."""
    asked, label = _asked(question), _NAMED.search(fold(item.clause.label))
    same = asked and label and number(asked[0]["article"]) == number(label["article"])
    return asked[0]["part"] if asked and same and not provision(question, item) else ""


def _asked(question: str) -> tuple[re.Match[str], int | None, int | None] | None:
    """How ``question`` names a part of an article, its paragraph and its item; None where it names none."""
    for found in _NAMED.finditer(fold(question)):
        paragraph, item = (
            None if said is None else number(said) for said in (found["paragraph"], found["item"])
        )
        if paragraph or item:
            return found, int(paragraph) if paragraph else None, int(item) if item else None
    return None


def _paragraphs(item: Evidence) -> Sequence[_Paragraph]:
    text = item.document.text
    lines = [trim(text, span) for span in line_spans(text, item.quote) if span.of(text).strip()]
    at, grouped = 0, list[tuple[int, Span]]()
    for line in lines:
        at += _ordinal(line.of(text)) is None
        grouped.append((at, line))
    return [tuple(span for _, span in group) for _, group in groupby(grouped, key=lambda pair: pair[0])]


def _ordinal(line: str) -> int | None:
    """The number in brackets that begins ``line``."""
    found = _ITEM.match(fold(line))
    value = number(found[1]) if found else None
    return None if value is None else int(value)
