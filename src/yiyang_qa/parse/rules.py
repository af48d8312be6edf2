"""What a line opens: an ordered table of rules, first match wins.

Patterns see one line without surrounding white space, folded by ``text.fold``: figures
and stops are half-width, every character keeps its place. Ranks and names come from
GB/T 9704—2012, 7.3, and the 立法技术规范 for 编、章、节、条.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from string import ascii_lowercase

from yiyang_qa.parse.fields import BARE, BEGINS, BRACKETED, COLONED, DATED
from yiyang_qa.parse.furniture import DISCLAIMS, FILE_NAME, LABELLED, LABELS_BEGIN, WORDED, WORDS_BEGIN
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import (
    ADDRESSED,
    ANNEX,
    ANNEX_NUMBER,
    APART,
    CIRCLED,
    CN,
    CN_DAY,
    CN_IN_BRACKETS,
    DAY,
    DIGITS,
    GAP,
    GENRE_NAMES,
    GENRES,
    IN_BRACKETS,
    LOOSE_GENRE_NAMES,
    LOOSE_GENRES,
    NO_COUNT,
    NO_REFERENCE,
    ORDINALS,
    ORGAN,
    REFERENCE,
    SEAL,
    STOPPED,
    YEAR,
)
from yiyang_qa.types import Kind, Rank


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table; group ``n`` of ``pattern``, where present, is the ordinal.

    ``first`` and ``last`` are what a line that matches begins and ends with, where that is one of
    few characters, and ``holds`` is a word that it holds: they spare most lines most patterns.
    """

    kind: Kind
    rank: Rank
    pattern: re.Pattern[str]
    first: str = ""
    last: str = ""
    holds: str = ""


#: 1.0—6周岁儿童: an age behind the number of an item, no decimal.
_AGE = r"(?:\d{1,3}\s*[—–~～至到-]+\s*\d{1,3}\s*周?|\d{2,3}\s*周)岁"


def _rule(kind: Kind, rank: Rank, pattern: str, **line: str) -> Rule:
    return Rule(kind, rank, re.compile(pattern), **line)


RULES: tuple[Rule, ...] = (
    _rule(Kind.FURNITURE, Rank.MATTER, LABELLED, first=LABELS_BEGIN, holds=":"),
    _rule(Kind.FURNITURE, Rank.MATTER, WORDED, first=WORDS_BEGIN),
    _rule(Kind.FURNITURE, Rank.MATTER, r"[^。;]{0,60}(?:icp|公网安)备", holds="备"),
    _rule(Kind.FURNITURE, Rank.MATTER, r"[^。;]{0,60}版权所有", holds="版权所有"),
    _rule(Kind.FURNITURE, Rank.MATTER, DISCLAIMS, first="本注文声免特以未转凡如部《"),
    _rule(Kind.FURNITURE, Rank.MATTER, FILE_NAME, last="cxfspdrg", holds="."),
    _rule(Kind.FIELD, Rank.MATTER, COLONED, first=BEGINS, holds=":"),
    _rule(Kind.FIELD, Rank.MATTER, BRACKETED, first="(·*|-" + DIGITS, holds=")"),
    _rule(Kind.FIELD, Rank.MATTER, BARE, first=BEGINS),
    _rule(Kind.FIELD, Rank.MATTER, DATED, first="12", holds=":"),
    _rule(
        Kind.FIELD,
        Rank.MATTER,
        r"(?:抄\s*[送报]|分\s*送|主\s*送)(?:机关|单位)?\s*:(?=.{4})",
        first="抄分主",
        holds=":",
    ),
    _rule(
        Kind.FIELD,
        Rank.MATTER,
        rf"(?:{ORGAN})?\s*(?:{DAY}|{CN_DAY})\s*印发$|\((?:此件|信息公开).{{2,16}}\)$",
        last="发)",
    ),
    # Of a reply.
    _rule(Kind.FIELD, Rank.MATTER, r"\(?[a-d]\s*类[,、\s][^。]{0,8}公开\)?$", first="(abcd", last="开)"),
    _rule(
        Kind.NUMBER,
        Rank.MATTER,
        rf"\(?(?:{DAY}\s+)?{REFERENCE}\s*(?:(?:{DAY}|{CN_DAY})\s*(?:[一-龥、 ]{{0,60}}(?:印发|发布|公布))?)?\)?$|"
        rf"(?:[一-龥]{{2,20}}令\s*)?(?:{YEAR}年)?第\s*\d+\s*号$",
        last="号日)发布",
    ),
    _rule(Kind.ADDRESSEE, Rank.MATTER, rf"{ADDRESSED}[ |]*$", last=":|"),
    _rule(
        Kind.ENCLOSURES,
        Rank.MATTER,
        rf"(?:附|{ANNEX})\s*:\s*\S|附\s*件\s*{ANNEX_NUMBER}\s+[^。;:,]{{2,40}}$",
        first="附",
    ),
    _rule(
        Kind.DATE,
        Rank.MATTER,
        rf"\(?(?:{DAY}|{CN_DAY}|{YEAR}\d{{3,4}})\)?$",
        first="(12一二",
        last="日)" + DIGITS,
    ),
    _rule(
        Kind.ADOPTION,
        Rank.MATTER,
        rf"\(?(?:根据)?{DAY}\s*.{{0,80}}(?:通过|批准|公布|修正|修订|施行|发布|印发)\)?",
        first="(根12",
    ),
    _rule(
        Kind.EFFECT,
        Rank.MATTER,
        r"本[^,。;]{2,16}自[^,。;]{2,30}起(?:正式)?(?:施行|实施|执行|生效)",
        first="本",
    ),
    _rule(
        Kind.ANNEX,
        Rank.INSTRUMENT,
        rf"\(?(?:{ANNEX}|附\s*表\s*(?:{ANNEX_NUMBER})?)\)?\s*:?$",
        first="附(",
        last="件录表:)" + DIGITS + ORDINALS + ascii_lowercase,
    ),
    _rule(Kind.VOLUME, Rank.VOLUME, rf"第\s*(?P<n>{CN}+|\d+)\s*编{NO_REFERENCE}", first="第", holds="编"),
    _rule(Kind.VOLUME, Rank.VOLUME, rf"第\s*(?P<n>{CN}+|\d+)\s*部分{NO_REFERENCE}", first="第", holds="部分"),
    _rule(Kind.CHAPTER, Rank.CHAPTER, rf"第\s*(?P<n>{CN}+|\d+)\s*章{NO_REFERENCE}", first="第", holds="章"),
    _rule(Kind.SECTION, Rank.SECTION, rf"第\s*(?P<n>{CN}+|\d+)\s*节{NO_REFERENCE}", first="第", holds="节"),
    _rule(
        Kind.ARTICLE,
        Rank.ARTICLE,
        rf"第\s*(?P<n>{CN}+|\d+)\s*条(?:之{CN}++)?+{NO_REFERENCE}",
        first="第",
        holds="条",
    ),
    _rule(
        Kind.HEADING,
        Rank.HEADING,
        rf"(?P<n>{CN}+)\s*(?:、(?:(?=\s*(?P=n)[级类等])|{NO_COUNT})|\.(?!\s*[\d{ORDINALS}]))",
        first=ORDINALS,
    ),
    _rule(
        Kind.QUESTION,
        Rank.QUESTION,
        rf"\(?(?:问题?|q)\s*(?P<n>{CN}+|\d{{1,2}})?\s*\)?\s*[:.、]",
        first="(问q",
    ),
    _rule(
        Kind.SUBHEADING,
        Rank.SUBHEADING,
        rf"\( ?(?P<n>{CN}+) ?\)|(?P<m>[{CN_IN_BRACKETS}])",
        first="(" + CN_IN_BRACKETS,
    ),
    _rule(Kind.SIDEBAR, Rank.ITEM, r"专栏\s*(?P<n>\d+|[一二三四五六七八九十]+)", first="专"),
    _rule(Kind.TABLE, Rank.ITEM, r"(?:附\s*)?表\s*(?P<n>\d+)\s*[:\s]", first="附表"),
    _rule(
        Kind.ITEM,
        Rank.ITEM,
        rf"(?P<n>[0-9]{{1,2}})\s*[.、](?=\s*(?:[^\d\s%]|{YEAR}\s*年|{_AGE}))|(?P<m>[{STOPPED}])",
        first=DIGITS + STOPPED,
    ),
    _rule(
        Kind.SUBITEM,
        Rank.SUBITEM,
        rf"\( ?(?P<n>[0-9]{{1,2}}) ?\)|(?P<m>[0-9]{{1,2}})\)|(?P<o>[{IN_BRACKETS}])",
        first="(" + DIGITS + IN_BRACKETS,
    ),
    _rule(Kind.CIRCLED, Rank.CIRCLED, f"[{CIRCLED}]", first=CIRCLED),
    _rule(
        Kind.SIGNATURE,
        Rank.MATTER,
        rf"{ORGAN}(?:{GAP}+{ORGAN})*{GAP}*(?:{SEAL})?{GAP}*{DAY}?{GAP}*(?:\(此件.{{2,12}}\))?(?:分享:?|打印)?$",
        last="府厅室处会院队局部署委心联办日?)享:印" + DIGITS,
    ),
    _rule(
        Kind.TITLE,
        Rank.INSTRUMENT,
        rf"(?!.{{0,4}}(?:解读|问答)$|[·*|-]|(?:为|根据|按照|依据)[^。;:,]+,|{APART}$)(?:[^。;:]{{2,120}}{GENRES}|[^。;:]{{0,60}}(?:关于|{YEAR}年)[^。;:]{{4,100}}{LOOSE_GENRES}|"
        rf"[^。;:]{{0,40}}对[^。;:]{{4,80}}(?:提案|建议|议案)的?{LOOSE_GENRES}|"
        rf"[^。;:,《]{{4,60}}印发《[^。;:《》]{{4,100}}{GENRES}(?:\([^()]{{1,20}}\))?》|"
        rf"[^。;:?]{{6,60}}(?:\d{{1,3}}|{CN}{{1,3}})问)"
        rf"(?:\s*\((?:[^()]{{1,20}}|{REFERENCE})\))*[ |]*$",
        last="".join({genre[-1] for genre in GENRE_NAMES + LOOSE_GENRE_NAMES}) + ")|问》",
    ),
)

TEXT = _rule(Kind.TEXT, Rank.MATTER, "")
#: A row of a task table is told by the headings of its columns alone (``grid``).
RANKS = {rule.kind: rule.rank for rule in (*RULES, TEXT)} | {Kind.ROW: Rank.SUBITEM}

#: Kinds that carry a number of the document's own outline.
NUMBERED = frozenset(
    {
        Kind.VOLUME,
        Kind.CHAPTER,
        Kind.SECTION,
        Kind.ARTICLE,
        Kind.HEADING,
        Kind.SUBHEADING,
        Kind.ITEM,
        Kind.SUBITEM,
        Kind.CIRCLED,
        Kind.SIDEBAR,
        Kind.TABLE,
        Kind.ROW,
        Kind.QUESTION,
    }
)


@lru_cache(maxsize=4096)
def _rules(first: str, last: str) -> tuple[Rule, ...]:
    """The rules that a line may match that begins and ends with these characters."""
    return tuple(r for r in RULES if (not r.first or first in r.first) and (not r.last or last in r.last))


@lru_cache(maxsize=4096)
def _numbered(first: str) -> tuple[Rule, ...]:
    """The rules of the outline's own numbers that begin with this character."""
    return tuple(rule for rule in RULES if rule.kind in NUMBERED and first in rule.first)


def first_match(line: str) -> tuple[Rule, re.Match[str] | None]:
    """The first rule that ``line`` (folded, stripped) matches, and its match."""
    for rule in _rules(line[:1], line[-1:]):
        if rule.holds in line and (found := rule.pattern.match(line)):
            return rule, found
    return TEXT, None


def first_numbered(folded: str, at: int) -> tuple[Rule, re.Match[str] | None]:
    """The first rule of the outline's own numbers that ``folded`` matches at ``at``, and its match."""
    for rule in _numbered(folded[at]):
        if found := rule.pattern.match(folded, at):
            return rule, found
    return TEXT, None


def ordinal(match: re.Match[str]) -> int | None:
    """The number that a rule's match writes; None where it writes none."""
    if not match.lastindex:
        return None
    written = match[match.lastindex]
    value = number(written)
    if value is None and len(written) == 1:
        value = unicodedata.numeric(written, None)  # ⑴
    return None if value is None else int(value)
