"""发文字号: a document's own number, never one that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.fields import Field
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import REFERENCE, YEAR
from yiyang_qa.types import Kind

_NUMBER = re.compile(rf"(?<![^\s:])({REFERENCE})(?!\S)")
#: (岳办发〔2017〕2号) behind a title, 岳办发〔2017〕2号《…》 before one.
_BESIDE_TITLE = re.compile(rf"\(({REFERENCE})\)$|^({REFERENCE})(?=《)")
_HANDS_ON = re.compile("转发|批转")  # what stands behind such a title may be the number of another's
#: A decree's, or that of a 公告: 甲省人民代表大会常务委员会公告(第25号), 甲局公告2024年第3号.
_DECREE = re.compile(rf"([一-龥]{{2,20}}令|[一-龥]{{2,30}}公告)\s*\(?({YEAR}年)?第\s*(\d+)\s*号")
_OPENING = 200  # 字


def doc_number(matter: Matter) -> str | None:
    """The number as the text writes it; that of a decree or a 公告 in one form: 渝府令第1号."""
    for found in (*written(matter), *_elsewhere(matter)):
        return _as_written(matter, found)
    for said in (*matter.said(Kind.ADOPTION), " ".join(matter.said(Kind.TITLE, Kind.NUMBER))):
        if decree := _DECREE.search(said):
            return f"{decree[1]}{decree[2] or ''}第{decree[3]}号"
    return None


def written(matter: Matter) -> Iterator[str]:
    """Every number that has a line or a field of its own, folded, in order."""
    for said in matter.said(Kind.NUMBER):
        yield from re.findall(REFERENCE, said)
    for span in matter.told(Field.NUMBER):
        yield from re.findall(REFERENCE, span.of(matter.folded))


def _elsewhere(matter: Matter) -> Iterator[str]:
    """Numbers on the lines of other front matter; without a title, in the opening."""
    for said in matter.said(Kind.FIELD, Kind.TITLE, Kind.ADDRESSEE):
        yield from _NUMBER.findall(said)
    for said in matter.said(Kind.TITLE):
        if (beside := _BESIDE_TITLE.search(said)) and not _HANDS_ON.search(said):
            yield beside[1] or beside[2]
    if not any(matter.of(Kind.TITLE)):
        yield from _NUMBER.findall(matter.opening()[:_OPENING])


def _as_written(matter: Matter, folded: str) -> str:
    at = matter.folded.find(folded)
    return matter.text[at : at + len(folded)]
