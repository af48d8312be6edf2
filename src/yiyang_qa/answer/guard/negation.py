"""否定: whether a sentence says yes where its source says no, or the other way round.

Cheap and one-sided: each stretch of the sentence is held against the stretch of the cited clauses that shares most of
its words, and must be denied as often, modulo two. What shares too little with any is not judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yiyang_qa.answer.guard.scope import MARKER, denies
from yiyang_qa.text import bigrams, fold

#: Bounds (不超过) and words that only begin so (不动产, 未来, 无障碍) deny nothing.
_DENIES = re.compile(
    r"不(?!得?超过|得?[高低少多大小]于|[足仅断同管论限])(?!动产|等|间断|定期|合格|满|到)|无(?!障碍|偿|线|论|害|锡|为|极|棣)|"
    r"未(?!来|成年|央|满|达|到)|没有?|禁止|严禁|除外|取消|停止|拒绝|"
    r"(?<![民除])非(?!营利|盈利|公[有办]|全日制|医疗|处方|物质|常|洲|遗|政府|户籍|本)"
)
#: 超过 where the source says 不超过, and the like.
_BOUNDS = tuple(
    (re.compile(rf"(?<!不)(?<!不得){word}"), re.compile(rf"不得?{word}"))
    for word in ("超过", "高于", "低于", "少于", "多于", "大于", "小于")
)
_STRETCH = re.compile(r"[^,。;:!?\n]+")
_ALIKE = 0.5  # of a stretch's pairs of characters


def turned_round(sentence: str, sources: Iterable[str]) -> bool:
    """Whether ``sentence`` denies what the nearest words of ``sources`` affirm, or affirms what they deny.

    That the documents say nothing (文件未见规定) is no such denial.
    """
    if denies(sentence):
        return False
    said = _stretches(MARKER.sub("", sentence))
    written = [stretch for source in sources for stretch in _stretches(source)]
    return any(near and _opposed(stretch, near) for stretch in said if (near := _nearest(stretch, written)))


def _stretches(text: str) -> list[str]:
    return [found[0] for found in _STRETCH.finditer(re.sub(r"[ \t]", "", fold(text)))]


def _nearest(stretch: str, written: Sequence[str]) -> list[str]:
    """The stretches that share the most of ``stretch``, when that is enough to be about the same thing."""
    pairs = _pairs(stretch)
    if len(pairs) < 2:
        return []
    shares = [len(pairs & _pairs(other)) / len(pairs) for other in written]
    best = max(shares, default=0.0)
    return [other for other, share in zip(written, shares, strict=True) if share == best >= _ALIKE]


def _pairs(stretch: str) -> set[str]:
    return set(bigrams(_DENIES.sub("", stretch)))


def _opposed(stretch: str, near: Sequence[str]) -> bool:
    """Whether all of ``near`` are denied where ``stretch`` is not, or the reverse; or a bound is turned."""
    denied = len(_DENIES.findall(stretch)) % 2
    if all(len(_DENIES.findall(other)) % 2 != denied for other in near):
        return True
    sides = [pair for bare, bounded in _BOUNDS for pair in ((bare, bounded), (bounded, bare))]
    return any(
        _only(one, other, stretch) and all(_only(other, one, written) for written in near)
        for one, other in sides
    )


def _only(one: re.Pattern[str], other: re.Pattern[str], stretch: str) -> bool:
    return bool(one.search(stretch)) and not other.search(stretch)
