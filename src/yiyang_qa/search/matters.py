"""Matters (事项) that a question names by an official term: a clause that answers speaks of them, under any name.

Only official terms count (高龄津贴, 运营补贴); lay words are absent from official texts anyway. A term is
spoken of when one line holds most of its characters in pairs, since documents vary their words
(中医药适宜技术 for 中医适宜技术).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from yiyang_qa.search.aspects import aspects
from yiyang_qa.search.ranking import Hit
from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions, matters_of_other_fields

#: Shorter terms are too general to decide anything.
_SHORTEST = 3  # 字
#: Longer ones are hardly short for anything: 慢性病 is, for 慢性疾病.
_LONGEST_SHORT = 4
#: 示范机构: between the two words of a kind of body a document says what it does, 示范托育机构.
_BODY = re.compile("([一-龥]{2})(机构|中心|单位|企业|食堂|项目|基地)")
#: A line that holds this share of a term's pairs speaks of it.
_ENOUGH = 0.8
#: Who acts rather than what is at stake: documents name actors in passing, under many names.
_ACTOR = re.compile(r".{1,3}[人员院站会室所者队民众]|.{4}[人员者]|.{2,12}(?:[局委厅]|部门)")
#: 重点任务, 所需材料: what any plan consists of, what anything is applied for with.
_OF_ANY = re.compile("(?:重点|主要|工作)任务|(?:所需|申请|申报|办理)材料")
#: 我奶奶有老年痴呆, 我妈轻度失能: a state told of somebody, which documents name by another degree or not at all.
_STATE = re.compile(
    "(?:老年)?痴呆症?|阿尔[茨兹]海默[病症]?|认知症|认知障碍|失智|[轻中重]度失[能智](?:人员|老人)?"
)
_OF_SOMEBODY = re.compile(
    r"(?:[我俺他她]|[爸妈爹娘爷奶婆公姥]|外[公婆]|老[伴人头太]|家里|亲戚|邻居)[^,。?!;]{0,6}$"
)
#: 互联网+护理服务, “两院一体”: what joins or marks words is no part of a term.
_MARKS = re.compile(r"[+\"“”'‘’·]")

#: Terms of other grades are neighbours (重度失能, 中度失能), not names of one matter.
_GRADE = re.compile("[重中轻]度|[高中初]级")

#: A clause that speaks of the matter named leads when it scores this share of the best.
_AS_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Matter:
    """A term, as the question says it, and its other official names."""

    term: str
    same: tuple[str, ...]

    def spoken_of(self, lines: Iterable[str]) -> bool:
        """Whether one of the ``lines``, as ``told_lines`` has them, speaks of it."""
        names = (self.term, *self.same)
        wanted = [pairs for name in names if (pairs := set(bigrams(name)))]
        in_full = [pattern for name in names if (pattern := _in_full(name))]
        return any(
            any(sum(pair in line for pair in pairs) >= _ENOUGH * len(pairs) for pairs in wanted)
            or any(pattern.search(line) for pattern in in_full)
            for line in lines
        )


@lru_cache(maxsize=1024)
def _in_full(term: str) -> re.Pattern[str] | None:
    """What ``term`` may be short for: its characters in order, one more between each two at most; none for a pair.

    Of a kind of body its two words, with what it does between them; of four characters the two halves, with a
    word between them: 居家接受上门护理 of 居家上门.
    """
    if body := _BODY.fullmatch(term):
        return re.compile(f"{body[1]}[一-龥]{{0,4}}{body[2]}")
    han = _SHORTEST <= len(term) <= _LONGEST_SHORT and all("一" <= c <= "龥" for c in term)
    if not han:
        return None
    halves = f"|{term[:2]}[一-龥]{{0,3}}{term[2:]}" if len(term) == _LONGEST_SHORT else ""
    return re.compile("[一-龥]?".join(term) + halves)


def matters(question: str, *, actors: bool = False) -> Iterator[Matter]:
    """The matters that ``question`` names, in order; with ``actors`` those too whom it names."""
    folded = fold(question)
    for found in expansions(folded):
        term = found.span.of(folded)
        general = len(term) < _SHORTEST and term not in matters_of_other_fields()
        acts = _OF_ANY.fullmatch(term) or (_ACTOR.fullmatch(term) and not actors)
        told = _STATE.fullmatch(term) and _OF_SOMEBODY.search(folded[: found.span.start])
        if not (found.formal or general or acts or told or aspects(term)):
            yield Matter(term, tuple(same for same in found.same if _grades(same) == _grades(term)))


def _grades(term: str) -> list[str]:
    return _GRADE.findall(term)


def spoken_of_first(named: Sequence[Matter], hits: Sequence[Hit], quoted: Callable[[Hit], str]) -> list[Hit]:
    """``hits``, best first, led by the one that speaks of most of the matters ``named``, where it is nearly as near as the best."""
    near = [hit for hit in hits if named and hit.score >= _AS_NEAR * hits[0].score]
    leading = max(near, key=lambda hit: _spoken(named, quoted(hit)), default=None)
    if leading is None or not _spoken(named, quoted(leading)):
        return list(hits)
    return [leading, *(hit for hit in hits if hit is not leading)]


def told_lines(text: str) -> list[str]:
    """The lines of ``text`` as terms are looked for in them: folded, without the marks between words."""
    return _MARKS.sub("", fold(text)).splitlines()


def speaks_of(named: Sequence[Matter], text: str) -> bool:
    """Whether ``text`` speaks of any of the matters ``named``; also where none is."""
    lines = told_lines(text)
    return not named or any(matter.spoken_of(lines) for matter in named)


def _spoken(named: Sequence[Matter], text: str) -> int:
    """How many of the matters ``named`` ``text`` speaks of."""
    lines = told_lines(text)
    return sum(matter.spoken_of(lines) for matter in named)
