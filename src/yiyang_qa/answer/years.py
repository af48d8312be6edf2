"""年份: a figure that a clause gives for one year is none of another year that is asked about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.answer.phrases import said
from yiyang_qa.text import fold
from yiyang_qa.types import Evidence, Notice, Query

#: 2023年占比多少; not 2023年的文件, 2003年建的小区.
_ASKED = re.compile(
    r"((?:19|20)\d\d)年(?!\d+月|[初底末]?(?:以[前后来]|之[前后])|[^,。?!;]{0,4}(?:发的?文|印发|出台|制定|公布|颁布|发布|施行|建[的成]|文件|那[份个条]|办法|通知|方案|政策|规定|条例))"
)
_TITLE = re.compile("《[^》]*》|[〔\\[(﹝][^〕\\])﹞]{0,4}(?:19|20)\\d\\d[^〕\\])﹞]{0,4}[〕\\])﹞]")
_SAID = re.compile(r"((?:19|20)\d\d)年")
_RANGE = re.compile(r"((?:19|20)\d\d)年?\s*(?:[-—–~]+|至|到)\s*((?:19|20)\d\d)年?")


def other_year(query: Query, evidence: Sequence[Evidence]) -> tuple[Notice, ...]:
    """That the clause cited first names other years than the one asked about, and not that one."""
    asked = set(_ASKED.findall(fold(query.asked)) or _ASKED.findall(fold(query.text)))
    if len(asked) != 1 or not evidence:
        return ()
    (year,), first = asked, evidence[0]
    shown = _plain(said(first))
    told = list(dict.fromkeys(_SAID.findall(shown)))
    around = _plain(" ".join((*first.clause.path, first.text, shown)))
    if not told or year in around or _within(year, around):
        return ()
    message = f"问的是{year}年，引用的条款写的是{'、'.join(told)}年，没有写明{year}年。"
    return (Notice("year_unsaid", message, 1),)


def _plain(text: str) -> str:
    """The folded text without titles and document numbers, whose years are none of a figure."""
    return _TITLE.sub("", fold(text))


def _within(year: str, text: str) -> bool:
    return any(start <= year <= end for start, end in _RANGE.findall(text))
