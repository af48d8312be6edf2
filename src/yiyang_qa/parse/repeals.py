"""废止: the documents that a text ends, as it names them.

Three ways of saying it: ``《A》（n）、《B》同时废止``, ``决定废止《A》``, and a list under
``下列文件予以废止：``. A part of a document (``《A》第三条``) is not the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from yiyang_qa.parse.dates import DATE, said
from yiyang_qa.parse.interpreting import interprets
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, Name, after, before, end_of_list, named, on_lines
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Kind, PartialDate, Repeal

_STOPS = r"(?:废止|停止(?:执行|实施|施行|使用)|不再(?:执行|实施|施行|适用)|失效|作废)"
_STOPPED = re.compile(_STOPS)
_ENDS = re.compile(
    rf"(?<![已被未不经或、])(?P<firm>(?:同时|即行|一并|自行|相应|全部|予以|均|即){{0,3}}){_STOPS}(?![后前的过之性或、])"
)
#: 《甲办法》不再执行, with nothing between.
_AT_ONCE = re.compile(r"\s*(?:不再|停止)(?:执行|实施|施行|适用|使用)(?:[,。;]|$)")
_FROM_NOW = re.compile(rf"之日起|自 ?(?:{DATE}) ?起")
_ORDERS = re.compile(r"(?:^|[,。;:\n]|决定|宣布|关于|同时)\s*废止\s*(?=《)")
_LISTS = re.compile(
    rf"(?:下列|以下|所列)[^。\n]{{0,60}}{_STOPS}|{_STOPS}(?:下列|以下|所列)|(?:废止|失效)[^。\n]{{0,24}}(?:目录|清单|如下)"
)
_ABOUT_REPEAL = re.compile(r"废止|失效|清理")
_KEEPS = re.compile(r"修改|保留|继续有效")
#: Texts that tell of what others have done.
_MERELY_TELLS = re.compile(r"(?:解读|问答|答复函?|复函|说明)(?:\([^()]*\))?$")

_TELLS_WHY = re.compile(
    r"[^,。;]{0,12}(?:起草|出台|制定|编制|修订|政策|清理)的?(?:背景|过程|必要性)[^,。;]{0,12}"
)

#: What may stand between the last name and the verb.
_TO_VERB = re.compile(
    r"(?!\s*(?:第[^《》。;]{1,12}?[条款项章]|中|的|[有相]关|关于|与本|同本))(?![^《》。;]*(?:不一致|不符|抵触|对(?!应)))[^《》。;]{0,60}"
)
#: A day that governs the verb, not the name of another document: 自2022年1月1日起废止, or with a comma all that follow.
_DAY = re.compile(rf"自 ?(?:{DATE}) ?(?:之日)?起(?:正式)?(?:(?:施行|实施|执行|生效)?[,、]|$)")
_GOES_ON = ",、"


def tells(title: str) -> bool:
    """Whether a text of this folded ``title`` tells of what others have done."""
    return _MERELY_TELLS.search(title) is not None or interprets(title)


def merely_tells(matter: Matter, title: str | None) -> bool:
    """Whether a text tells of another: by its ``title``, or by a first heading such as 一、起草背景."""
    first = next((clause for clause in matter.clauses if clause.kind in NUMBERED), None)
    return tells(fold(title or "")) or bool(first and _TELLS_WHY.fullmatch(first.heading))


def repeals(matter: Matter, title: str | None) -> tuple[Repeal, ...]:
    """Every document that the text ends, once each, in the order of the text."""
    if not _STOPPED.search(matter.folded) or merely_tells(matter, title):
        return ()
    found = {repeal.span: repeal for clause in matter.clauses for repeal in _said_in(matter, clause)}
    if title and _ABOUT_REPEAL.search(title):
        found |= {name.span: _repeal(name) for name in _listed(matter, title)}
    once: dict[tuple[str | None, str | None], Repeal] = {}
    for _, repeal in sorted(found.items()):
        once.setdefault((repeal.title, repeal.doc_number), repeal)
    return tuple(once.values())


def _said_in(matter: Matter, clause: Clause) -> Iterator[Repeal]:
    """Names before ``同时废止`` and after ``决定废止``."""
    if not _STOPPED.search(matter.folded, *clause.body):
        return
    body, shift = clause.body.of(matter.folded), clause.body.start
    names = [*NAME.finditer(body)]
    ends = [name.end() for name in names]
    for verb, sentence, dated, day in _verbs(body):
        told = bisect_right(ends, verb.start())
        at_once = told and _AT_ONCE.match(body, ends[told - 1])
        if verb["firm"] or at_once or dated:
            for name in before(verb.start(), _TO_VERB, names[:told], body, sentence):
                yield _repeal(named(matter, name, shift), said(day) if day else None)
    for order in _ORDERS.finditer(body):
        ordered = names[bisect_right(ends, order.end()) :]
        yield from (_repeal(named(matter, name, shift)) for name in after(order.end(), ordered, body))


def _verbs(body: str) -> Iterator[tuple[re.Match[str], int, bool, re.Match[str] | None]]:
    """Each verb, where its sentence begins, whether that says from when before it, and the day that governs it.

    A list may have thousands of them without a stop: from one to the next nothing is looked at twice.
    """
    sentence, at, dated = 0, 0, False
    lasting: re.Match[str] | None = None
    for verb in _ENDS.finditer(body):
        if stop := body.rfind("。", at, verb.start()) + 1:
            sentence, at, dated, lasting = stop, stop, False, None
        dated = dated or _FROM_NOW.search(body, at, verb.start()) is not None
        days = [lasting, *_DAY.finditer(body, at, verb.start())]
        at = verb.start()
        yield verb, sentence, dated, days[-1]
        lasting = next((day for day in reversed(days) if day and day[0][-1] in _GOES_ON), None)


def _listed(matter: Matter, title: str) -> Iterator[Name]:
    """Names, one a line, under ``下列文件予以废止：`` and in an annex of such a document."""
    keeps, until = bool(_KEEPS.search(title)), -1
    for at, clause in enumerate(matter.clauses):
        opening = clause.body.of(matter.folded)
        opens = _LISTS.search(opening) or (clause.kind is Kind.ANNEX and not keeps)
        if clause.span.start >= until and opens and not _KEEPS.search(opening[:60]):
            until = end_of_list(matter.clauses, at, everything=not keeps)
        if clause.span.start < until:
            yield from (name for name, _ in on_lines(matter, clause, _TO_VERB))


def _repeal(name: Name, day: PartialDate | None = None) -> Repeal:
    return Repeal(name.title, name.doc_number, day, name.span)
