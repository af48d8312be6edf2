"""What a document says of itself (文号、日期、机关、有效期): told as that field, not as the line of a page that holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from yiyang_qa.answer.phrases import in_words
from yiyang_qa.search.aspects import MATTER, aspects
from yiyang_qa.text import fold
from yiyang_qa.types import Document, Evidence, Kind, PartialDate

Told = Callable[
    [Document, str], str
]  # a field of the document as far as the text cited says it, else nothing


def of_itself(asked: str, item: Evidence) -> str:
    """The fields that ``asked`` is about, each in words; empty where the cited clause says none of them."""
    if item.clause.kind not in MATTER:
        return ""
    text = fold(item.text)
    fields = {name: tell(item.document, text) for name, tell in _FIELDS.items()}
    if item.clause.kind is Kind.FIELD and not item.document.valid_until:
        fields["有效期"] = _no_term(item.document)
    said = [aspect.name for aspect in aspects(asked) if fields.get(aspect.name)]
    return "；".join(f"{name}：{fields[name]}" for name in said)


def _no_term(document: Document) -> str:
    first, last = document.period or (None, None)
    return f"文件没有写明；规划期为{first}—{last}年" if first else "文件没有写明"


def _issuers(document: Document, text: str) -> str:
    said = all(name in text for name in document.issuers)
    return "、".join(document.issuers) if said else ""


def _number(document: Document, text: str) -> str:
    number = document.doc_number
    return number if number and fold(number) in text else ""


def _day(day: PartialDate | None, text: str) -> str:
    """``2022-01-14`` in words, where ``text`` has it in figures; as it is written there too: 2022/1/14."""
    if day is None:
        return ""
    figures = r"[^\d\n]{1,3}".join(rf"0?{int(part)}" for part in day.split("-"))
    if not (written := re.search(rf"(?<!\d){figures}(?:日|(?!\d))", text)):
        return ""
    words = in_words(day)
    return words if written[0].startswith(words) else f"{words}（原文：{written[0]}）"


_FIELDS: Mapping[str, Told] = {
    "发文机关": _issuers,
    "发文字号": _number,
    "成文日期": lambda document, text: _day(document.issued_on, text),
    "施行日期": lambda document, text: _day(document.effective_on, text),
    "有效期": lambda document, text: _day(document.valid_until, text),
}
