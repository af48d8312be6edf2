"""When two documents bear the same name: titles without what sets one version apart from another."""

from __future__ import annotations

import re
from functools import lru_cache

from yiyang_qa.parse.terms import DRAFTS, GENRES
from yiyang_qa.text import fold
from yiyang_qa.types import Document, Region

#: 关于印发《X》的通知 is X.
_WRAPPED = re.compile(
    r"^.*?(?:印发|转发|发布|公布)(?P<inner>.{4,}?)的?(?:通知|公告|通告|决定|函)(?P<edition>(?:\([^()]*\))*)$"
)
_BEFORE_ABOUT = re.compile(r"^[^《》]{0,40}?关于")
#: （2023年修订）, （试行）, （2023年版）, （2022—2024年）: which version, not which document.
_EDITION = re.compile(r"\([^()]*(?:修订|修正|修改|试行|暂行|新版|更正|版|年)[^()]*\)$")
_ON_TRIAL = re.compile(r"(?:试行|暂行)(?=[一-龥]{0,4}$)")
_MARKS = re.compile(r"[\s\"'《》·,、:-]")
#: 实施方案 alone is what a title was cut down to, not a name.
_NAMELESS = re.compile(rf"(?:实施|工作|行动|管理|发展|若干|政策|具体)*(?:{GENRES})?")
_DRAFT = re.compile(DRAFTS)
#: 文种 that are not made anew: each speaks once, of one occasion.
_OF_ONE_OCCASION = re.compile(
    r"(?:通知|公告|通告|通报|公报|公示|决定|决议|修正案|函|复|令|报告|请示|纪要|议案|解读|问答)$"
)
_CONGRESS, _GOVERNMENT = re.compile("人民代表大会|人大常委会"), re.compile("人民政府|国务院")
_TITLES = 1 << 16  # of which the plain form is remembered: a library asks for each several times
#: 机构改革: the commission that came after the bureau.
_RENAMED = re.compile("卫生(?:和计划生育委员会|计生委|健康委员会|局|厅)|卫计委")


def number_of(written: str | None) -> str:
    """发文字号 for comparing: ``渝府发〔2015〕第1号`` is ``渝府发(2015)1号``; empty without one."""
    return re.sub(r"\s|(?<=\))第", "", fold(written or ""))


@lru_cache(_TITLES)
def plain(title: str) -> str:
    """``title`` without marks, white space and 关于印发…的通知 around it."""
    words = re.sub(r"\s", "", fold(title))
    if wrapped := _WRAPPED.match(words):
        words = wrapped["inner"] + wrapped["edition"]
    return unmarked(_BEFORE_ABOUT.sub("", words))


def unmarked(text: str) -> str:
    """The folded ``text`` without white space and the marks that names are written with or without."""
    return _MARKS.sub("", fold(text))


@lru_cache(_TITLES)
def stem(title: str, region: Region | None) -> str:
    """What every version of a document is called: no year of edition, no 修订, 试行, 暂行, no name of its region.

    Empty where nothing is left that tells it from other documents.
    """
    words, before = plain(title), ""
    while words != before:
        words, before = _EDITION.sub("", words), words
    words = _ON_TRIAL.sub("", words)
    for name in region.path if region else ():
        words = words.removeprefix(name)
    return "" if _NAMELESS.fullmatch(words) else words


def called(document: Document) -> tuple[str, ...]:
    """The titles that others may call it by: its own, and those of the text that it prints anew."""
    anew = document.reprint
    return (document.title, anew.printed, anew.title) if anew else (document.title,)


def in_order(phrase: str, name: str) -> float:
    """Share of the characters of ``phrase`` that ``name`` has in that order: 养老服务条例 in 社会养老服务促进条例.

    Both end in a kind of document, so that they are read from the end.
    """
    found, end = 0, len(name)
    for character in reversed(phrase):
        at = name.rfind(character, 0, end)
        if at >= 0:
            found, end = found + 1, at
    return found / len(phrase)


def may_be_made_anew(document: Document) -> bool:
    """Whether a later document of the same name takes this one's place: rules and plans, not letters or drafts."""
    kind = document.kind or ""
    return bool(kind) and not _OF_ONE_OCCASION.search(kind) and not _DRAFT.search(document.title)


def same_level(one: Document, other: Document) -> bool:
    """Whether both come from the same kind of body, or from one department; unknown issuers are not held against."""
    ours, theirs = _bodies(one), _bodies(other)
    return not ours or not theirs or bool(ours & theirs)


def _bodies(document: Document) -> set[str]:
    """人大, 政府, or the departments by name without their region."""
    return {_body(issuer, document.region) for issuer in document.issuers}


def _body(issuer: str, region: Region | None) -> str:
    if _CONGRESS.search(issuer):
        return "人大"
    if _GOVERNMENT.search(issuer):
        return "政府"
    for name in region.path if region else ():
        issuer = issuer.removeprefix(name)
    return _RENAMED.sub("卫生健康", issuer)
