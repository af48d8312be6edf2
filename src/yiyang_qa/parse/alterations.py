"""What a text does to the clauses that it names: made anew, changed in part, struck out, added, renumbered.

All patterns are for folded text in which what stands in quotation marks is blanked out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.brackets import MASK
from yiyang_qa.parse.pointers import ONE, RUN, each
from yiyang_qa.parse.terms import CN
from yiyang_qa.types import Alteration

#: One of these is in all that alters anything.
VERB = re.compile(
    r"修改|改为|修正(?!案)|修订|删[去除]|增加|新增|增设|增补|补充|移至|合并|拆分|分为|调整|替换|变更|取消|废止|去掉|不再适用|表述为"
)
CITED = re.compile(r"(?:根据|依照|按照|依据|参照|贯彻|落实|违反|适用)[^,、;《》]{0,20}$")
_ADDS = r"(?:增加|新增|增设|增补|补充)"
_ORDINAL = rf"第? ?\(?(?:{CN}+|\d+)\)?"
_WHOLE = frozenset({Alteration.REPLACED, Alteration.DELETED})  # of 第三条第（二）项 only a part of its 条

#: Before an address: it is the new number, of an old clause or of a new one; it is struck out.
_MOVES = re.compile(rf"(?:改为|调整为|变更为|移至)(?:新的)? ?(?:{ONE})? ?$")
_GETS = re.compile(rf"(?:作为|列为|分别为|包括|即)(?:新的)? ?(?:{ONE})? ?$")
_NEW = re.compile(_ADDS)
_ADDS_IT = re.compile(rf"{_ADDS}(?:新的)? ?$")
_STRIKES = re.compile(r"(?:删[去除]|取消|废止) ?(?:《[^。;]*》(?:\([^。;]*\))?)? ?$")

#: Behind it: only a place (第三条后增加一条…), unless a 款 or 项 of its own goes there.
_PLACE = re.compile(rf" ?之?[后前间](?![一-三]?款)(?!面?[^,。;]{{0,4}}{_ADDS}[^,。;]{{0,4}}[款项目])")
_PLACE_WITHIN = re.compile(rf" ?[中内里]? ?{_ADDS}")  # 第二章中增加一条
_MERGED = re.compile(r" ?(?:合并|拆分|分拆|分(?=[为成]))(?:为|成)?[一二两三四五六]?条?[,、]? ?")
_RENUMBERED = re.compile(
    rf"(?:[,、]?(?:分别|相应|依次|顺延)?(?:改为|修改为|调整为|变更为|更改为|作为) ?{RUN}(?: ?{RUN})?[,、]? ?)+"
)
#: What may follow a new number where nothing else is done: the next clause that gets one.
_NO_MORE = re.compile(
    rf"[,、]?(?:$|(?:原|将)?(?:{RUN}) ?(?:分别|相应|依次)?(?:改为|调整为)|(?:并)?[对将]?条[文款])"
)
_OWN_PART = re.compile(
    rf" ?(?:{_ORDINAL} ?[款项目]|[前后首末][一-三]?款)"
)  # of the last of several addresses
_PART = re.compile(rf"{_OWN_PART.pattern}| ?(?:中|的(?!内容)|标题|[章节条]名)")
_HEADING = re.compile(r" ?的?(?P<what>章名|节名|标题|名称)")
_ANEW = re.compile(rf" ?(?:的?内容)?[,、]?(?:(?:修改|修订|调整|表述|修正|更改|变更)为|改为:? ?{MASK})")
_STRUCK = re.compile(r" ?(?:的?内容)?(?:(?:予以|全部)?(?:删[去除]|取消|废止)|不再适用)")

#: 第十五条改为第十六条,第十六条改为第十七条: a new number, and behind the comma an old one.
_ACTED_ON = re.compile("|".join(p.pattern for p in (_RENUMBERED, _OWN_PART, _ANEW, _STRUCK)))


def changes(run: str, before: str, behind: str) -> Iterator[tuple[str, Alteration]]:
    """The addresses of ``run`` with what is done to each; what follows the last may be a part of that one only."""
    new, comma, old = run.partition(",")
    if comma and (_MOVES.search(before) or _GETS.search(before)) and _ACTED_ON.match(behind):
        yield from changes(new, before, "")
        yield from changes(old, "", behind)
        return
    *others, last = each(run)
    for address in others:
        if change := _change(address, before, "" if _OWN_PART.match(behind) else behind):
            yield address, change
    heading = _HEADING.match(behind)
    if heading and last[-1] in "章节":
        yield last + heading["what"], Alteration.CHANGED
    elif change := _change(last, before, behind):
        yield last, Alteration.CHANGED if "（" in last and change in _WHOLE else change


def _change(address: str, before: str, behind: str) -> Alteration | None:
    """What is done to the clause between ``before`` and ``behind``; None where it is only pointed at."""
    if _MOVES.search(before) or CITED.search(before):
        return None
    if _GETS.search(before):
        return Alteration.ADDED if _NEW.search(before) else None
    if _ADDS_IT.search(before):
        return Alteration.ADDED
    if "（" not in address and (
        _PLACE.match(behind) or (address[-1] != "条" and _PLACE_WITHIN.match(behind))
    ):
        return None
    return _done(before, behind)


def _done(before: str, behind: str) -> Alteration:
    if merged := _MERGED.match(behind):
        behind = behind[merged.end() :]
    if renumbered := _RENUMBERED.match(behind):
        behind = behind[renumbered.end() :]
        if not merged and _NO_MORE.match(behind):
            return Alteration.RENUMBERED
    if _PART.match(behind):
        return Alteration.CHANGED
    if _STRIKES.search(before) or _STRUCK.match(behind):
        return Alteration.DELETED
    return Alteration.REPLACED if _ANEW.match(behind) else Alteration.CHANGED
