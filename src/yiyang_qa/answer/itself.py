"""What a document says of itself (文号、日期、机关、有效期): told as that field, not as the line of a page that holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from yiyang_qa.answer.phrases import in_words
from yiyang_qa.search.aspects import MATTER, aspects
from yiyang_qa.search.mentioned import numbers_of_others
from yiyang_qa.text import fold, one_line
from yiyang_qa.types import Document, Evidence, Kind, PartialDate, over

#: A field of the document as far as the text cited says it, else nothing.
Told = Callable[[Document, str], str]
#: Clauses that are entries, not sentences.
_ENTRIES = frozenset({Kind.FIELD, Kind.NUMBER, Kind.DATE, Kind.SIGNATURE})
_TERM, _PUBLISHED = "有效期", "发布日期"
_LENGTH = re.compile(
    r"(?:有效|[施试]行|执行)期限?[^。;]{0,4}[\d一二三四五六七八九十两半]+个?[年月]|"
    r"[暂试][定行][\d一二三四五六七八九十两]+年"
)
#: 执行期限至…响应结束: a term, though no day can be told.
_STATES_TERM = re.compile(
    r"(?:有效期|执行期)限?(?:暂定|[至为到自])(?![^。;]{0,12}\d{4}年)(?![^。;\d]{0,6}[\d一二三四五两]+年)"
)
_TAKES_EFFECT = re.compile(r"本[一-龥]{2,4}[^。；]{0,40}(?:施行|实施|生效)")


def of_itself(asked: str, item: Evidence, as_of: date) -> str:
    """What ``asked`` wants to know of the document, in words; empty where the cited clause says it in a sentence.

    That no term is given is said beside a clause on when the document takes effect, too; that one has not run out
    ``as_of`` the day, where it is not yet: one that has is told of otherwise.
    """
    if item.clause.kind not in MATTER and not _TAKES_EFFECT.search(item.text):
        return ""
    if numbers_of_others(asked, [item.document]):  # its term is not that of the one it ends
        return ""
    text, names = fold(item.text), dict.fromkeys(aspect.name for aspect in aspects(asked))
    entries = item.clause.kind in _ENTRIES
    fields = {name: _FIELDS[name](item.document, text) for name in names if entries and name in _FIELDS}
    last = item.document.valid_until
    if _TERM in names and not fields.get(_TERM) and not _STATES_TERM.search(text):
        fields[_TERM] = _reckoned(last, item.document, text) if last else _no_term(item.document)
    if fields.get(_TERM) and last and not over(last, as_of.isoformat()):
        fields[_TERM] += "，尚未届满"
    told = [
        said if said.startswith(_PUBLISHED) else f"{name}：{said}" for name, said in fields.items() if said
    ]
    return "；".join(told if entries else [one_line(item.text).rstrip("。"), *told] if told else [])


def _reckoned(last: PartialDate, document: Document, text: str) -> str:
    """The last day of a term that ``text`` gives by its length, or not at all: 自2021年12月15日起施行，有效期5年."""
    if _day(last, text):
        return ""
    if any(doubt.field == "valid_until" for doubt in document.doubts):
        return f"推算至{in_words(last)}" if _LENGTH.search(text) else ""
    settled = "" if _day(last, fold(document.text)) else "（经人工核定，原文未写明）"
    return f"至{in_words(last)}{settled}"


def _no_term(document: Document) -> str:
    first, last = document.period or (None, None)
    return f"文件没有写明；规划期为{first}—{last}年" if first else "文件没有写明"


def _issuers(document: Document, text: str) -> str:
    said = all(name in text for name in document.issuers)
    return "、".join(document.issuers) if said else ""


def _number(document: Document, text: str) -> str:
    number = document.doc_number
    return number if number and fold(number) in text else ""


def _made_and_published(document: Document, text: str) -> tuple[str, str]:
    """成文日期, and 发布日期 where it is another day."""
    published = document.published_on if document.published_on != document.issued_on else None
    said = _day(published, text)
    return _day(document.issued_on, text), f"{_PUBLISHED}：{said}" if said else ""


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
    "成文日期": lambda document, text: "，".join(filter(None, _made_and_published(document, text))),
    "施行日期": lambda document, text: _day(document.effective_on, text),
    _TERM: lambda document, text: _day(document.valid_until, text),
}
