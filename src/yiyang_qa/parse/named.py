"""Other documents, as a text names them to end, lengthen or change them: one by one, in a run, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.terms import GENRES
from yiyang_qa.text import line_spans, one_line
from yiyang_qa.types import Clause, Kind, Span

_NUMBER = r"[一-龥]{1,12}\((?:19|20)\d\d\)\s*第?\d+\s*号|[一-龥]{2,16}令\s*第\s*\d+\s*号"
_TITLE = r"《(?P<title>(?:[^《》]|《[^《》]*》){2,160})》"
_ASIDE = r"\((?:[^()]|\([^()]*\)){1,80}\)"
#: 《甲》（云府发〔2015〕1号，2015年印发）, or a 发文字号 alone.
NAME = re.compile(rf"{_TITLE}(?P<aside>(?:\s*{_ASIDE}){{0,2}})|(?P<number>{_NUMBER})")
_BARE_NUMBER = re.compile(_NUMBER)

#: 原庆民发〔2018〕3号; but 原政发 is a number of 原阳县.
_BEFORE_NUMBER = re.compile(
    r"^[一-龥]*(?:的|根据|依据|按照|依照|参照|执行|印发|发布|下发)(?=[一-龥])|^原(?![政府发办党民卫财人医教])"
)
#: What may stand between two names of one list, and before a name that is only cited.
_AND = re.compile(
    r"\s*(?:[、和与及]|以及|及其)[^《》。;]{0,80}|\s*[,;]\s*(?:原[^《》。;,]{0,30}|[^《》。;,]{1,60}的)?|\s+"
)
_ONLY_A_GENRE = re.compile(GENRES)
#: （以下简称《办法》）
_IN_SHORT = re.compile(r"以下[简统合]?称为?[\"']?《(?P<short>[^《》]{1,40})》")
_PART = re.compile(r"\s*(?:第[^《》。;]{1,12}?[条款项章]|中)")
_BASIS = re.compile(r"(?:根据|依据|依照|按照|参照|贯彻|落实|实施|修改)[^,。;《》]{0,20}$")
_ORDINAL = re.compile(r"\s*(?:\d{1,3}\s*[.、|]?|\(?[〇一二三四五六七八九十百]{1,4}(?:\)|、)|[①-⑳])\s*")


class Name(NamedTuple):
    """A document as it is named: by its title without 《》, by its number, or by both."""

    title: str | None
    doc_number: str | None
    span: Span


def before(
    end: int, joined: re.Pattern[str], names: Sequence[re.Match[str]], body: str, sentence: int
) -> Iterator[re.Match[str]]:
    """Of ``names``, all before ``end``, the last one that ``joined`` leads from to ``end``, and its list backwards.

    None from before the start of the ``sentence``, and none that is cited as the basis of something.
    """
    for name in reversed(names):
        if name.start() < sentence or not joined.fullmatch(body, name.end(), end):
            return
        if _BASIS.search(body, max(sentence, name.start() - 24), name.start()):
            return
        yield name
        end, joined = name.start(), _AND


def after(start: int, names: Sequence[re.Match[str]], body: str) -> Iterator[re.Match[str]]:
    """Those of ``names`` that follow ``start`` in one list, up to one of which only a part is meant."""
    end = start
    for name in names:
        if end != start and not _AND.fullmatch(body, end, name.start()):
            return
        if _PART.match(body, name.end()):
            return
        yield name
        end = name.end()


def end_of_list(clauses: Sequence[Clause], at: int, *, everything: bool) -> int:
    """Where the clauses inside clause ``at`` end; with ``everything`` an opening paragraph leads to all of its text."""
    above = clauses[at].parent
    top = above if clauses[at].kind is Kind.LEAD and above is not None and everything else at
    inside, end = {top}, clauses[at].span.end
    for i, clause in enumerate(clauses[top + 1 :], top + 1):
        if clause.parent not in inside:
            break
        inside.add(i)
        end = clause.span.end
    return end


def on_lines(matter: Matter, clause: Clause, joined: re.Pattern[str]) -> Iterator[tuple[Name, Span]]:
    """The names that lines of ``clause`` begin with, ``joined`` to what follows, each with its line."""
    for line in line_spans(matter.folded, clause.body):
        yield from ((name, line) for name in _on_line(matter, line, joined))


def _on_line(matter: Matter, line: Span, joined: re.Pattern[str]) -> Iterator[Name]:
    """The name that a line of a list begins with, in 《》 or bare before its number."""
    ordinal = _ORDINAL.match(matter.folded, *line)
    start = ordinal.end() if ordinal else line.start
    whole = Span(start, line.end)
    if name := NAME.match(matter.folded, *whole):
        if joined.match(matter.folded, name.end(), line.end):
            yield named(matter, name)
        return
    number = _BARE_NUMBER.search(matter.folded, *whole)
    if number and (bare := matter.text[start : number.start()].strip(" (（\u3000|")):
        yield Name(one_line(bare), standard(number[0]), Span(start, number.end()))


def named(matter: Matter, name: re.Match[str], shift: int = 0) -> Name:
    """What a match of ``NAME`` stands for, found in the text from offset ``shift`` on."""
    title, number = name["title"], name["number"]
    aside = _BARE_NUMBER.search(name["aside"] or "")
    written = Span(*name.span("title")).shift(shift).of(matter.text) if title else None
    return Name(
        title=one_line(written) if written else None,
        doc_number=standard(number or (aside[0] if aside else "")) or None,
        span=Span(*name.span()).shift(shift),
    )


class InFull:
    """What a text calls documents for short: 办法 for 《甲办法》（以下简称《办法》）."""

    def __init__(self, matter: Matter) -> None:
        names = NAME.finditer(matter.folded) if _IN_SHORT.search(matter.folded) else ()
        named_so = ((name, _IN_SHORT.search(name["aside"] or "")) for name in names)
        self._names = {short["short"]: named(matter, name) for name, short in named_so if short}

    def of(self, name: Name) -> Name | None:
        """``name``, or that for which it is short; None for a genre alone of which the text does not say."""
        if name.title and name.title in self._names:
            return self._names[name.title]
        return None if name.title and _ONLY_A_GENRE.fullmatch(name.title) else name


def standard(folded: str) -> str:
    """发文字号 in its standard form: 渝府发〔2015〕1号; 原 and 印发的 before it are not of it."""
    return _BEFORE_NUMBER.sub("", re.sub(r"\s", "", folded)).replace("(", "〔").replace(")", "〕")
