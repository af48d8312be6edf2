"""修改: the clauses of other documents that a text amends, item by item.

``一、将第三条修改为：“…”``, ``二、删去第五条``, ``三、第八条增加一款，作为第二款：“…”``. Which document is
meant an item says itself (``将《甲条例》第三条…``), or the heading above it, or the title. What stands in
quotation marks is new text, not an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.named import NAME, InFull, Name, named
from yiyang_qa.parse.pointers import ONE, RUN, each
from yiyang_qa.parse.quoted import quotations, unquoted
from yiyang_qa.parse.repeals import MERELY_TELLS
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.terms import CN, DRAFTS, GENRES
from yiyang_qa.parse.validity import validity
from yiyang_qa.text import fold
from yiyang_qa.types import Alteration, Amendment, Clause, Extension, Kind, Span

#: What the title of a text says that amends others.
ABOUT = re.compile(r"(?:修改|修正|修订|调整|变更).*(?:决定|通知|公告|通告|令)(?:\([^()]*\))?$")
_BARE = re.compile(
    rf"(?:修改|修正)(?P<title>(?!和|与|部分|若干)[^《》]{{2,60}}?{GENRES})"
    r"(?:(?:部分|个别|有关)条款|部分内容)?的(?:决定|通知|公告)"
)
_VERB = re.compile(r"修改|改为|修正|修订|删[去除]|增加|增设|移至|合并|调整|替换|变更")
_NEAR = 40  # 字 around an address that say what is done to it
_SEGMENT = re.compile(r"[^。;\n]+")
_POINTS = re.compile(rf"(?P<run>{RUN})|{NAME.pattern}")
_ORDINAL = rf"第? ?\(?(?:{CN}+|\d+)\)?"

_WHOLE = frozenset({Alteration.REPLACED, Alteration.DELETED})  # of 第三条第（二）项 only a part of its 条
#: Before an address: it is the new number, it is only cited, it is struck out.
_GETS = re.compile(rf"(?:作为|改为|调整为|变更为|移至|列为|分别为|包括|即)(?:新的)? ?(?:{ONE})? ?$")
_CITED = re.compile(r"(?:根据|依照|按照|依据|参照|贯彻|落实|违反|适用)[^,、;《》]{0,20}$")
_STRIKES = re.compile(r"删[去除] ?(?:《[^。;]*》(?:\([^。;]*\))?)? ?$")
_OF_THE_TEXT = re.compile(r"(?:中的|[改作]为)$")  # 第三条中的《甲法》 is no document amended
#: Behind it: only a place (第三条后增加…), a part of it, new words for it, struck out.
_PLACE = re.compile(r" ?之?[后前]")
_RENUMBERED = re.compile(rf"(?:[,、]?(?:改为|调整为|变更为|作为) ?(?:{ONE}){{1,2}}[,、]? ?)+")
_OWN_PART = re.compile(
    rf" ?(?:{_ORDINAL} ?[款项目]|[前后首末][一-三]?款)"
)  # of the last of several addresses
_PART = re.compile(rf"{_OWN_PART.pattern}| ?(?:中|的(?!内容)|标题|[章节条]名)")
_ANEW = re.compile(r" ?(?:的?内容)?[,、]?(?:修改|修订|调整|表述|修正)为")
_STRUCK = re.compile(r" ?(?:的?内容)?(?:予以|全部)?删[去除]")


def amendments(matter: Matter, title: str | None) -> tuple[Amendment, ...]:
    """Every clause that the text amends, in the order of the text; none of a draft or of what explains one."""
    heading = fold(title or "")
    if not ABOUT.search(heading) or MERELY_TELLS.search(heading) or re.search(DRAFTS, heading):
        return ()
    found: dict[tuple[Name, str], Amendment] = {}
    targets: dict[int | None, Name | None] = {None: titled(heading)}
    in_full = InFull(matter)
    for at, clause in enumerate(_of_its_own(matter)):
        target = targets.get(clause.parent) or targets[None]
        for name, amendment in _read(matter, clause, target, in_full):
            target = name
            if amendment:
                found.setdefault((name, amendment.address), amendment)
        targets[at] = target
        if clause.kind is Kind.LEAD:
            targets[None] = targets[None] or target
    return tuple(found.values())


def terms(matter: Matter, amended: Sequence[Amendment]) -> Iterator[Extension]:
    """The terms that new wordings give: 将“有效期至2023年12月31日”修改为“有效期至2027年12月31日”, the last of an item."""
    for item in {amendment.span: amendment for amendment in amended}.values():
        wordings = (
            validity(matter.folded[s.start + 1 : s.end - 1]) for s in quotations(matter.text, item.span)
        )
        if days := [force.until for force in wordings if force and force.until]:
            yield Extension(item.title, item.doc_number, days[-1], None, None, item.span)


def titled(heading: str) -> Name | None:
    """The document that the title names, where it names one alone."""
    about = ABOUT.search(heading)
    names = [*NAME.finditer(heading, about.start() if about else 0)]
    if len(names) == 1 and names[0]["title"] and not heading.startswith("等", names[0].end()):
        return Name(names[0]["title"], None, Span(*names[0].span()))
    bare = _BARE.search(heading)
    return None if names or bare is None else Name(bare["title"], None, Span(*bare.span("title")))


def _of_its_own(matter: Matter) -> Iterator[Clause]:
    """The clauses of the text, up to the text as amended where that is printed below (重新公布)."""
    begun = False
    for clause in matter.clauses:
        begun = begun or clause.kind in NUMBERED
        if begun and clause.kind is Kind.TITLE:
            return
        yield clause


def _read(
    matter: Matter, clause: Clause, target: Name | None, in_full: InFull
) -> Iterator[tuple[Name, Amendment | None]]:
    """What ``clause`` does to which document; a document named without an address is what comes below is about."""
    if clause.kind not in NUMBERED and clause.kind is not Kind.LEAD:
        return
    words = unquoted(matter.text, matter.folded, clause.body)
    for segment in _SEGMENT.finditer(words):
        acts = _VERB.search(segment[0])
        for found in _POINTS.finditer(words, *segment.span()):
            before = words[max(segment.start(), found.start() - _NEAR) : found.start()]
            behind = words[found.end() : min(segment.end(), found.end() + _NEAR)]
            if not found["run"]:
                named_here = not _CITED.search(before) and not _OF_THE_TEXT.search(before)
                if named_here and (name := in_full.of(named(matter, found, clause.body.start))):
                    target = name
                    yield target, None
            elif acts and target:
                span = (
                    clause.body if clause.kind in NUMBERED else Span(*segment.span()).shift(clause.body.start)
                )
                for address, change in _changes(found["run"], before, behind):
                    yield target, Amendment(target.title, target.doc_number, address, change, span)


def _changes(run: str, before: str, behind: str) -> Iterator[tuple[str, Alteration]]:
    """The addresses of ``run`` with what is done to each; what follows the last may be a part of that one only."""
    *others, last = each(run)
    for address in others:
        if change := _change(before, "" if _OWN_PART.match(behind) else behind):
            yield address, change
    if change := _change(before, behind):
        yield last, Alteration.CHANGED if "（" in last and change in _WHOLE else change


def _change(before: str, behind: str) -> Alteration | None:
    """What is done to the clauses that stand between ``before`` and ``behind``; None where they are only pointed at."""
    if _GETS.search(before):
        return Alteration.ADDED if "增加" in before else None
    if _PLACE.match(behind) or _CITED.search(before):
        return None
    if renumbered := _RENUMBERED.match(behind):
        behind = behind[renumbered.end() :]
    if _PART.match(behind):
        return Alteration.CHANGED
    if _STRIKES.search(before) or _STRUCK.match(behind):
        return Alteration.DELETED
    return Alteration.REPLACED if _ANEW.match(behind) else Alteration.CHANGED
