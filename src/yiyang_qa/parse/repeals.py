"""废止: the documents that a text ends, as it names them.

Three ways of saying it: ``《A》（n）、《B》同时废止``, ``决定废止《A》``, and a list under
``下列文件予以废止：``. A part of a document (``《A》第三条``) is not the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from yiyang_qa.parse.dates import DATE, said
from yiyang_qa.parse.matter import Matter
from yiyang_qa.text import line_spans, one_line
from yiyang_qa.types import Clause, Kind, PartialDate, Repeal, Span

_NUMBER = r"[一-龥]{1,12}\((?:19|20)\d\d\)\s*第?\d+\s*号|[一-龥]{2,16}令\s*第\s*\d+\s*号"
_TITLE = r"《(?P<title>(?:[^《》]|《[^《》]*》){2,160})》"
_ASIDE = r"\((?:[^()]|\([^()]*\)){1,80}\)"
_NAME = re.compile(rf"{_TITLE}(?P<aside>(?:\s*{_ASIDE}){{0,2}})|(?P<number>{_NUMBER})")
_BARE_NUMBER = re.compile(_NUMBER)

_STOPS = r"(?:废止|停止(?:执行|实施|施行|使用)|不再(?:执行|实施|施行|适用)|失效|作废)"
_ENDS = re.compile(
    rf"(?<![已被未不经或、])(?P<firm>(?:同时|即行|一并|自行|相应|全部|予以|均|即){{0,3}}){_STOPS}(?![后前的过之性或、])"
)
_FROM_NOW = re.compile(rf"之日起|自 ?(?:{DATE}) ?起")
_ORDERS = re.compile(r"(?:^|[,。;:\n]|决定|宣布|关于|同时)\s*废止\s*(?=《)")
_LISTS = re.compile(
    rf"(?:下列|以下|所列)[^。\n]{{0,60}}{_STOPS}|{_STOPS}(?:下列|以下|所列)|(?:废止|失效)[^。\n]{{0,24}}(?:目录|清单|如下)"
)
_ABOUT_REPEAL = re.compile(r"废止|失效|清理")
_KEEPS = re.compile(r"修改|保留|继续有效")
_MERELY_TELLS = re.compile(r"(?:解读|问答|答复函?|复函|说明)(?:\([^()]*\))?$")

#: What may stand between two names of one list, between the last name and the verb, before a name.
_AND = re.compile(
    r"\s*(?:[、和与及]|以及|及其)[^《》。;]{0,80}|\s*[,;]\s*(?:原[^《》。;,]{0,30}|[^《》。;,]{1,60}的)?|\s+"
)
_TO_VERB = re.compile(
    r"(?!\s*(?:第[^《》。;]{1,12}?[条款项章]|中|的|[有相]关|关于|与本|同本))(?![^《》。;]*(?:不一致|不符|抵触))[^《》。;]{0,60}"
)
_BASIS = re.compile(r"(?:根据|依据|依照|按照|参照|贯彻|落实|实施|修改)[^,。;《》]{0,20}$")
_DAY = re.compile(rf"自 ?(?:{DATE}) ?(?:之日)?起(?:正式)?(?:(?:施行|实施|执行|生效)?[,、]|$)")
_ORDINAL = re.compile(r"\s*(?:\d{1,3}\s*[.、]?|\(?[〇一二三四五六七八九十百]{1,4}(?:\)|、)|[①-⑳])\s*")


def repeals(matter: Matter, title: str | None) -> tuple[Repeal, ...]:
    """Every document that the text ends, once each, in the order of the text."""
    if not re.search(_STOPS, matter.folded) or _MERELY_TELLS.search(title or ""):
        return ()
    about = bool(_ABOUT_REPEAL.search(title or ""))
    found = {repeal.span: repeal for clause in matter.clauses for repeal in _said_in(matter, clause)}
    if about:
        found |= {repeal.span: repeal for repeal in _listed(matter, title or "")}
    return _once(found[span] for span in sorted(found))


def _once(found: Iterator[Repeal]) -> tuple[Repeal, ...]:
    return tuple({(repeal.title, repeal.doc_number): repeal for repeal in reversed([*found])}.values())[::-1]


def _said_in(matter: Matter, clause: Clause) -> Iterator[Repeal]:
    """Names before ``同时废止`` and after ``决定废止``."""
    body = clause.body.of(matter.folded)
    if not re.search(_STOPS, body):
        return
    names = [*_NAME.finditer(body)]
    ends = [name.end() for name in names]
    for verb in _ENDS.finditer(body):
        sentence = body.rfind("。", 0, verb.start()) + 1
        if verb["firm"] or _FROM_NOW.search(body, sentence, verb.start()):
            told = names[: bisect_right(ends, verb.start())]
            day = _day(body[sentence : verb.start()])
            yield from (
                _repeal(matter, n, clause.body.start, day) for n in _before(verb, told, body, sentence)
            )
    for order in _ORDERS.finditer(body):
        told = names[bisect_right(ends, order.end()) :]
        yield from (_repeal(matter, name, clause.body.start) for name in _after(order, told, body))


def _day(said_before: str) -> PartialDate | None:
    """``自2022年1月1日起`` where it governs the verb, not the name of another document."""
    days = [*_DAY.finditer(said_before)]
    return said(days[-1]) if days else None


def _before(
    verb: re.Match[str], names: list[re.Match[str]], body: str, sentence: int
) -> Iterator[re.Match[str]]:
    """The names that ``verb`` ends, from the last one back as far as one list goes."""
    until, joined = verb.start(), _TO_VERB
    for name in reversed(names):
        if name.start() < sentence or not joined.fullmatch(body, name.end(), until):
            return
        if _BASIS.search(body, max(sentence, name.start() - 24), name.start()):
            return
        yield name
        until, joined = name.start(), _AND


def _after(order: re.Match[str], names: list[re.Match[str]], body: str) -> Iterator[re.Match[str]]:
    """The names that follow ``order`` in one list; none of them when only a part is ended."""
    end = order.end()
    for name in names:
        if end != order.end() and not _AND.fullmatch(body, end, name.start()):
            return
        if re.compile(r"\s*(?:第[^《》。;]{1,12}?[条款项章]|中)").match(body, name.end()):
            return
        yield name
        end = name.end()


def _listed(matter: Matter, title: str) -> Iterator[Repeal]:
    """Names, one a line, under ``下列文件予以废止：`` and in an annex of such a document."""
    keeps, until = bool(_KEEPS.search(title)), -1
    for at, clause in enumerate(matter.clauses):
        opening = clause.body.of(matter.folded)
        opens = _LISTS.search(opening) or (clause.kind is Kind.ANNEX and not keeps)
        if clause.span.start >= until and opens and not _KEEPS.search(opening[:60]):
            until = _end_of_list(matter.clauses, at, keeps)
        if clause.span.start < until:
            for line in line_spans(matter.folded, clause.body):
                yield from _named_on(matter, line)


def _end_of_list(clauses: Sequence[Clause], at: int, keeps: bool) -> int:
    """Where the clauses inside clause ``at`` end; a lead of a text that only repeals leads to all of it."""
    above = clauses[at].parent
    top = above if clauses[at].kind is Kind.LEAD and above is not None and not keeps else at
    inside, end = {top}, clauses[at].span.end
    for i, clause in enumerate(clauses[top + 1 :], top + 1):
        if clause.parent not in inside:
            break
        inside.add(i)
        end = clause.span.end
    return end


def _named_on(matter: Matter, line: Span) -> Iterator[Repeal]:
    """The name that a line of a list begins with, in 《》 or bare before its number."""
    ordinal = _ORDINAL.match(matter.folded, *line)
    start = ordinal.end() if ordinal else line.start
    whole = Span(start, line.end)
    if name := _NAME.match(matter.folded, *whole):
        if _TO_VERB.match(matter.folded, name.end(), line.end):
            yield _repeal(matter, name)
        return
    number = _BARE_NUMBER.search(matter.folded, *whole)
    if number and (bare := matter.text[start : number.start()].rstrip(" (（\u3000")):
        yield Repeal(one_line(bare), _number(number[0]), None, Span(start, number.end()))


def _repeal(matter: Matter, name: re.Match[str], shift: int = 0, day: PartialDate | None = None) -> Repeal:
    """The repeal of what ``name`` stands for, found in the text from offset ``shift`` on."""
    title, number = name["title"], name["number"]
    aside = _BARE_NUMBER.search(name["aside"] or "")
    written = Span(*name.span("title")).shift(shift).of(matter.text) if title else None
    return Repeal(
        title=one_line(written) if written else None,
        doc_number=_number(number or (aside[0] if aside else "")) or None,
        on=day,
        span=Span(*name.span()).shift(shift),
    )


def _number(folded: str) -> str:
    """发文字号 in its standard form: 渝府发〔2015〕1号."""
    return re.sub(r"\s", "", folded).replace("(", "〔").replace(")", "〕")
