"""Stops that speech leaves out (语音转写没有标点): 补贴给多少钱找哪个部门要准备什么材料 asks three things.

An ask ends with what its word asks about (多少|钱, 怎么|申请), and the next begins after it. Where the words
tell neither the end of the one nor the beginning of the other, nothing is cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from yiyang_qa.dialogue.asking import KINDS, WHO, without_asking

_VERB = (
    r"(?:申请|申报|办理|办(?!法|公)|领取|领|报告|报销|报|收费|收(?!入)|算|交|缴|退|发放|发(?!展)|给|补(?![贴助])|管(?!理)|负责|牵头|受理|审批|审核|"
    r"评估|评定|认定|登记|备案|享受|入住|参保|签约|签|定(?![点额期时])|建设|设立|投诉|查询|规定|计算|结算|支付|付|批(?!准)|验收|公示)(?:下来|[了到好完掉])?"
)
_MODAL = r"(?:就|才|都|也)?(?:可以|能够?|可|会|要|得|应该|应当)"
_ATTRIBUTE = r"(?:条件|标准|材料|资料|证件|证明|手续|流程|程序|要求|时间|期限|比例|范围|对象)"
_GIVEN = r"(?:[补津]贴|补助|优惠(?:政策)?|减免|奖励|优待|待遇|政策|好处)"
_COUNTED = r"(?:[百千万]?[元块]钱?|钱|张床位?|[天年岁名位次家级分成折倍人张]|个?(?:工作日|月|小时|学时|人)|平方米?|比例)"
#: What completes an ask of each kind, right after its word.
_ENDS = {
    kind: re.compile(pattern)
    for kind, pattern in {
        WHO: rf"来?(?:{_MODAL})?{_VERB}",
        "多少": rf"(?:{_COUNTED}(?:一?[个每]?[张床月年天人次餐])?)?(?:{_MODAL}{_VERB})?",
        "多久": rf"(?:{_MODAL})?{_VERB}(?:[一1][次回])?|.{{0,4}}[一1][次回]",
        "何时": rf"(?:{_MODAL})?{_VERB}",
        "何处": rf"(?:{_MODAL})?{_VERB}",
        "怎么": rf"(?:{_MODAL})?{_VERB}",
        "什么": rf"(?:申请|申报|办理|相关|具体)?(?:{_ATTRIBUTE}|{_GIVEN}|部门|单位|情形|情况|服务|项目|处罚|意思)",
        "可否": rf"{_VERB}?{_GIVEN}|{_VERB}",
    }.items()
}
#: Kinds whose word asks by itself: 补多少|找谁, 去哪里|要什么; so many of what, and by whom what is done, must be told.
_COMPLETE, _INCOMPLETE = frozenset({WHO, "多少", "多久", "何时", "何处"}), frozenset({"几", "谁"})
#: Kinds that may be the subject of what follows: 谁能领, 哪些人可以领.
_SUBJECTS = frozenset({WHO, "什么"})
#: What an ask begins with, right before its word.
_BEGINS = re.compile(
    r"(?:还|又|再|都|一共|总共|一般|大概|到底|具体|分别|最后|然后|另外|每个?[月年天人张次]|一个?[月年天人张次]|"
    r"需要|应该|应当|可以|能|要|得|该|准备|提交|提供|带上?|交|拿|找|到|去|在|由|归|向|跟|问|给|补|发|领|报|收|罚|配|符合|满足|具备|有|是|花|等)*$"
)
_PREDICATE = re.compile(_MODAL)
#: What shows that an ask is part of what follows: 多少张床以上要配, 哪些人的补贴, 什么情况下.
_GOES_ON = re.compile(r"以[上下内后前]|[之]?[内后前]|[的地得时下里中和与或及、才就不]")
#: 能不能知道多少: no thing asked.
_BY = re.compile(r"(?:由|归|该)$")  # 是不是低保由哪个单位去核
_TO_KNOW = re.compile(r"知道|告诉|问|讲|说|介绍|了解|看|查")
#: Ends a question in the middle of what is said: 医保能报吗|还有啥补贴.
_ASKED = re.compile(r"(?:吗(?![啡丁])|呢(?!绒))(?=\s*[一-龥a-z\d]{2})")
#: 占比要到多少, 备案找哪个部门: whatever follows, it is of something else.
_WHOLE = re.compile(
    r"(?:(?:[到为是率]|比例|占比)多少|[找归向问](?:谁|(?:哪|什么|啥)[^,]{0,3}(?:单位|部门|局|科室|机关|窗口)))$"
)
#: 在哪几方面: no place.
_WHICH = re.compile(r"[几些个种类样项方]")
_SPACE = re.compile(r"\s")
_LEAST = 2  # 字 of its own that make 能申请吗 a thing asked


@dataclass(frozen=True, slots=True)
class _Ask:
    """A word that asks, by what it asks for, and where it stands."""

    kind: str
    word: str
    start: int
    end: int


def unspoken_stops(folded: str, start: int, end: int) -> Iterator[int]:
    """Where in ``folded[start:end]``, a stretch without stops, one thing asked ends and the next begins."""
    for asked in _ASKED.finditer(folded[:end], start):
        yield from _between_asks(folded, start, asked.end())
        yield (start := asked.end())
    yield from _between_asks(folded, start, end)


def _between_asks(folded: str, start: int, end: int) -> Iterator[int]:
    for ask, following in pairwise(_asks(folded, start, end)):
        between = folded[ask.end : following.start]
        at = _end(ask, between, following, folded[start : ask.start])
        if at is not None:
            yield ask.end + at


def _asks(folded: str, start: int, end: int) -> Iterator[_Ask]:
    """The words that ask, in order, none inside or across another."""
    found = [
        _Ask(kind, each[0], *each.span())
        for kind, pattern in KINDS.items()
        for each in pattern.finditer(folded[:end], start)
    ]
    at = start
    for ask in sorted(found, key=lambda ask: (ask.start, -ask.end)):
        if ask.start >= at and not (ask.word.endswith("哪") and _WHICH.match(folded, ask.end)):
            yield ask
            at = ask.end


def _end(ask: _Ask, between: str, following: _Ask, before: str) -> int | None:
    """How much of what stands ``between`` two asks belongs to the first; None where they are one."""
    whole = _WHOLE.search(f"{before}{ask.word}")
    pattern = _ENDS.get(ask.kind)
    ends = pattern.match(between) if pattern and not (whole and _PREDICATE.match(between)) else None
    told = ends.end() if ends else 0
    rest = between[told:]
    unfinished = _PREDICATE.match(rest) and _begins(rest) != rest and not whole
    if (
        unfinished
        or _GOES_ON.match(rest)
        or _of_one(ask, between[:told], rest, following, governed=bool(_begins(before)))
    ):
        return None
    if space := _SPACE.search(between, told):
        return space.start()
    begins = _begins(rest)
    if told or ask.kind in _COMPLETE:
        complete = whole or (begins == rest and ask.word not in _INCOMPLETE)
        return told if told or complete else None
    return len(between) - len(begins) if begins and len(begins) < len(rest) else None


def _of_one(ask: _Ask, told: str, rest: str, following: _Ask, *, governed: bool) -> bool:
    """Whether two asks are of one thing: 谁能领多少, 能不能知道补多少, 怎么申请吗."""
    if following.kind == "可否" and not following.word[1:] and len(without_asking(rest)) < _LEAST:
        return True
    if ask.kind == "可否":
        governs = following.kind == WHO and _BY.search(rest)
        return bool(_TO_KNOW.search(rest) or governs) or not rest
    if ask.word == following.word == "谁":
        return True
    if ask.kind not in _SUBJECTS or (governed and (told or rest)):
        return False
    return not told or bool(_PREDICATE.match(rest)) or (not rest and following.kind == "多少")


def _begins(words: str) -> str:
    found = _BEGINS.search(words)
    return found[0] if found else ""
