"""标题与文种: what a document is called, and what kind of text it is."""

from __future__ import annotations

import re

from yiyang_qa.parse.interpreting import interprets
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import GENRES, LOOSE_GENRES, REFERENCE, VERDICT
from yiyang_qa.text import fold, one_line
from yiyang_qa.types import Kind

_PRINTED = re.compile(rf"印发.{{0,80}}?({GENRES})(?:\([^()]*\))?(?:》?的通知|》$)")
_LONG_GENRES = re.compile(
    r"(?:实施|工作|行动)?方案|答复函|复函|答复|(?:实施|指导|若干)?意见|(?:若干|政策)?措施|实施细则"
)
_MADE_IN_LEAD = re.compile(rf"制定(?:如下|以下|本)?(?P<kind>[一-龥]{{0,2}}{GENRES})")
_BESIDE = re.compile(rf"\s*\((?:{VERDICT}|{REFERENCE})\)$")
_EDITION = re.compile(r"[(（][^()（）]*[)）]$")
_QUOTED = re.compile(r"(?:[^《》]{4,30}号)?《([^《》]+)》")  # 《甲通知》, a number before it
_OF_A_MEETING = re.compile(r"关于|研究|第.{1,4}次")
_SHORTEST_TITLE = 6  # 字
_ENVELOPES = ("令", "公告")  # a decree that only promulgates the text below it


def title_of(matter: Matter) -> str | None:
    titles = [_bare(one_line(c.body.of(matter.text).replace("\n", ""))) for c in matter.of(Kind.TITLE)]
    long = [title for title in map(unbroken, titles) if len(title) >= _SHORTEST_TITLE]
    proper = _below_masthead([title for title in long if not title.endswith(_ENVELOPES)] or long)
    plain = [_EDITION.sub("", title) for title in proper]
    whole = (
        title for title, words in zip(proper, plain, strict=True) if words.endswith(plain[0][-10:])
    )  # a site may shorten it
    return max(whole, key=len, default=None) or _of_annex(matter)


def _below_masthead(titles: list[str]) -> list[str]:
    """``titles`` without the masthead of minutes (甲市政府专题会议纪要), where their own title stands below it."""
    minutes = [title for title in titles if title.endswith("纪要")]
    own = [title for title in minutes if _OF_A_MEETING.search(title)]
    return own if own and titles[0] in minutes and titles[0] not in own else titles


def _of_annex(matter: Matter) -> str | None:
    """The title of the attachment that is all of the document."""
    first = next(iter(matter.clauses), None)
    title = _bare(unbroken(first.heading)) if first and first.kind is Kind.ANNEX else ""
    return title if len(title) >= _SHORTEST_TITLE else None


def _bare(title: str) -> str:
    """``title`` without what pages print beside it: a table's bar, (有效), its 发文字号 in brackets."""
    folded = fold(title).rstrip(" |")
    beside = _BESIDE.search(folded)
    bare = title[: beside.start() if beside else len(folded)].rstrip()
    quoted = _QUOTED.fullmatch(bare)
    return quoted[1] if quoted else bare


def unbroken(title: str) -> str:
    """``title`` without the white space that breaking it over lines leaves between Chinese characters."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", title)


def kind_of_title(title: str) -> str | None:
    """文种 that a title ends with; of a notice that prints a plan, the plan's: 实施方案, 规划, 答复函 …"""
    words = re.sub(r"\([^()]*\)$", "", fold(title).strip())
    if interprets(words):
        return "解读"
    printed = _PRINTED.search(words)
    end = printed.end(1) if printed else len(words)
    named = [found for found in _LONG_GENRES.finditer(words) if found.end() == end]
    plain = re.search(rf"({GENRES}|{LOOSE_GENRES})$", words[:end])
    return named[0][0] if named else plain[1] if plain else None


def kind_of(matter: Matter, title: str | None) -> str | None:
    if title:
        return kind_of_title(title)
    for said in matter.said(Kind.LEAD):
        if found := _MADE_IN_LEAD.search(said):
            return found["kind"]
    return None
