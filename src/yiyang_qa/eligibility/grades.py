"""分档: lists of grades to which a sentence deals figures one by one, each grade with its own words.

一级、二级、三级医院 are grades of a known category; 县级、乡镇级、村级 stand for themselves and are held against
a case by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.eligibility.talk import LABEL
from yiyang_qa.eligibility.terms import Belongs, Named
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.types import Span


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade of a list and where its words stand."""

    test: Belongs | Named
    span: Span


_STRETCH = re.compile(r"[^,;:。]+")
#: Between two items of a list; what stands in brackets is no list of its own.
_JOINT = re.compile(r"\([^()]*\)|(?P<joint>、|以及|和|与|及(?!以[上下])|或者?(?!以[上下]))")
#: Bare grades (一级、二级) are of the category that the sentence speaks of.
_CONTEXT = (
    (re.compile(r"医院|医疗(?:卫生)?机构|卫生院"), "医院"),
    (re.compile(r"养老(?:服务)?机构|养老院|敬老院"), "养老机构"),
    (re.compile(r"残疾"), "残疾"),
    (re.compile(r"评估|评定|考核|评价|评级"), "等级"),
    (re.compile(r"失能|失智"), "失能"),
    (re.compile(r"学历|毕业|[中大]专|本科"), "学历"),
    (re.compile(r"技能|职业资格"), "职业技能等级"),
)
_TWO = 2
_HEAD = 10  # characters of the last item in which its grade ends
#: 县级, 甲类, Ⅱ级: a grade by its own words.
_THING = re.compile(
    r"[一-龥]{1,12}(?:点|中心|站|所|园|院|室|机构|企业|公司|床位?|托位|手术|训练|适配|器|车|证书?|班|项目|食堂|饭堂|基地)"
)
#: 人工耳蜗 of 人工耳蜗植入手术: a work by what it is on.
_WORK = re.compile(r"(?<=[一-龥]{3})(?:植入)?(?:手术|训练|适配)$")
_BY_NAME = re.compile(
    r"(?:.*[对为按的是在到])?(?P<name>(?:[一-龥A-Za-zⅠ-Ⅹⅰ-ⅹ]|\([^()]{1,6}\)){1,6}?(?P<kind>[级类档型等]))"
)
#: Each number by all that people write for it.
_NUMBERS = tuple(zip("一二三四五六", "123456", "ⅰⅱⅲⅳⅴⅵ", ("i", "ii", "iii", "iv", "v", "vi"), strict=True))
_NUMBER = re.compile(
    r"(?P<before>.*?)(?P<number>[一二三四五六1-6]|i{1,3}|iv|vi?|[ⅰ-ⅵ])(?P<kind>[级类档型等])"
)
_ASIDE = re.compile(r"\((?P<other>[^()]+)\)")
#: Contraries, each with what else people call it: where, and how far somebody can look after himself.
_CONTRARIES = (
    (
        (r"主?城区|中心城区|城[市镇]|市区", ("城区", "城里", "市区", "城市", "城镇", "主城")),
        (r"农村|乡村|村级?|乡镇|涉农", ("农村", "乡下", "村里", "乡村", "村子", "咱村")),
    ),
    (
        (r"(?:能力完好|(?:能|生活|基本)*自理)", ("自理", "能力完好")),
        (r"半失能|部分失能|半自理|半护理", ("半失能", "部分失能", "半自理", "半护理")),
        (r"失能|不能自理|全失能|完全失能|全护理", ("失能", "不能自理", "全失能", "完全失能", "全护理")),
    ),
)
_TAKEN = re.compile(
    r"^.*(?:收住|收养|接收|入住|服务)"
)  # what leads to the first: 收住自理、半失能、失能老人的
_OF_ONE = re.compile(r"(?:[^,;]{0,4}地区|老年?人|人员|[^,;]{0,2})")  # what may follow: 农村地区
#: 普惠型床位, 其他床位: the rest of the same things.
_REST = re.compile(r"(?:其[他它余]|非)[一-龥]{0,8}")
_NAME = re.compile(r"[一-龥]{2,10}")
_IN_BRACKETS = re.compile(r"\(([一-龥]{2,6})\)$")


def dealt(folded: str, figures: Span, turns: int) -> tuple[Grade, ...] | None:
    """The list of exactly ``turns`` grades nearest to ``figures``, before them or right after; None for no such list."""
    label = LABEL.match(folded)
    whole = (Span(*m.span()) for m in _STRETCH.finditer(folded, label.end() if label else 0))
    stretches = [s for s in whole if s.start < figures.start or s.holds(Span(figures.end, figures.end))]
    before = [
        Span(s.start, min(s.end, figures.start)) for s in reversed(stretches) if s.start < figures.start
    ]
    after = [Span(figures.end, s.end) for s in stretches if s.start <= figures.end < s.end]
    for stretch in (*before, *after):
        items = tuple(_items(folded, stretch))
        for first in range(len(items) - turns, -1, -1):
            if found := grades(folded, items[first : first + turns]):
                return None if _goes_on(folded, items, first, turns) else found
    return None


def grades(folded: str, items: Sequence[Span]) -> tuple[Grade, ...] | None:
    """What ``items`` are of: values of one category, no two alike, or grades by their own words."""
    words = [item.of(folded) for item in items]
    tails = [tail for spoken, tail in _CONTEXT if spoken.search(folded)]
    ends = range(1, min(len(words[-1]), _HEAD) + 1)
    own = (_of_one_category((*words[:-1], words[-1][:end]), words[-1][end:]) for end in ends)
    found = next((read for read in own if read), None)
    if found is None:
        heads = ((*words[:-1], words[-1][:end]) for end in ends)
        read = [each for head in heads for tail in tails if (each := _of_one_category(head, tail))]
        found = read[0] if len({each[0][0].axis for each in read}) == 1 else None
    if found is None:
        return (
            _by_name(items, words)
            or _by_contrary(items, words)
            or _by_the_rest(items, words)
            or _by_things(items, words)
        )
    return tuple(
        Grade(test, Span(item.start + span.start, min(item.start + span.end, item.end)))
        for item, (test, span) in zip(items, found, strict=True)
    )


def _items(folded: str, stretch: Span) -> Iterator[Span]:
    at = stretch.start
    for found in _JOINT.finditer(folded, stretch.start, stretch.end):
        if found["joint"]:
            yield Span(at, found.start())
            at = found.end()
    yield Span(at, stretch.end)


def _goes_on(folded: str, items: Sequence[Span], first: int, turns: int) -> bool:
    """Whether the list is longer than the figures are many."""
    longer = [items[first - 1 : first + turns]] if first else []
    longer += [items[first : first + turns + 1]] if first + turns < len(items) else []
    return any(grades(folded, more) for more in longer)


def _of_one_category(words: Sequence[str], tail: str) -> tuple[tuple[Belongs, Span], ...] | None:
    """Each of ``words``, which share ``tail``, as values of the one category that tells them apart."""
    read = [
        {test.axis: (test, span) for said in (word + tail, f"{word}、") for test, span in belongings(said)}
        for word in words
    ]
    for axis in read[0]:
        found = tuple(each[axis] for each in read if axis in each)
        own = all(span.start < len(word) for (_, span), word in zip(found, words, strict=False))
        names = [name for test, _ in found for name in test.allowed]
        if len(found) == len(words) and own and len(names) == len(set(names)):
            return found
    return None


def _by_name(items: Sequence[Span], words: Sequence[str]) -> tuple[Grade, ...] | None:
    found = [m for word in words if (m := _BY_NAME.match(word))]
    if len(found) < len(items) or len({m["kind"] for m in found}) > 1:
        return None
    names = [_spoken(m["name"]) for m in found]
    if len(set(names)) < len(names):
        return None
    names = [own | _also_called(word) | _numbered(own) for own, word in zip(names, words, strict=True)]
    among = "、".join(m["name"] for m in found)
    return tuple(
        Grade(
            Named(own, frozenset().union(*names) - own, among),
            Span(item.start + m.start("name"), item.start + m.end("name")),
        )
        for item, m, own in zip(items, found, names, strict=True)
    )


def _also_called(word: str) -> frozenset[str]:
    """高级工 and 高级 of 三级(高级工)."""
    aside = _IN_BRACKETS.search(word)
    return frozenset({aside[1], aside[1].removesuffix("工")}) if aside else frozenset()


def _numbered(names: frozenset[str]) -> frozenset[str]:
    """二级, 2级 and ii级 of Ⅱ级; of 重度失能Ⅱ级 with and without what stands before it."""
    found = [m for name in names if (m := _NUMBER.fullmatch(name))]
    return frozenset(
        f"{before}{number}{m['kind']}"
        for m in found
        for before in {"", m["before"]}
        for number in next((row for row in _NUMBERS if m["number"] in row), ())
    )


def _by_contrary(items: Sequence[Span], words: Sequence[str]) -> tuple[Grade, ...] | None:
    """城区, 农村: each by all that people call it."""
    bare = [_TAKEN.sub("", word).rstrip("的") for word in words]
    for kind in _CONTRARIES:
        found = [next((names for pattern, names in kind if _is(pattern, word)), ()) for word in bare]
        if len(words) >= _TWO and all(found) and len(set(found)) == len(found):
            return _named(items, bare, [frozenset(names) for names in found])
    return None


def _is(pattern: str, word: str) -> bool:
    begins = re.match(pattern, word)
    return bool(begins and _OF_ONE.fullmatch(word, begins.end()))


def _by_the_rest(items: Sequence[Span], words: Sequence[str]) -> tuple[Grade, ...] | None:
    """普惠型床位, 其他床位: some of the things and the rest of them, by what tells them apart."""
    if len(words) < _TWO or not _REST.fullmatch(words[-1]) or not all(map(_NAME.fullmatch, words)):
        return None
    rest = words[-1][1 if words[-1].startswith("非") else _TWO :]
    own = [word.removesuffix(rest) for word in words[:-1]]
    if not all(own) or any(word.startswith(("其", "非")) for word in own):
        return None
    last = {words[-1], *(f"{no}{name.rstrip('型类')}" for name in own for no in ("非", "不是"))}
    return _named(items, words, [*(frozenset({name, name.rstrip("型类")}) for name in own), frozenset(last)])


def _by_things(items: Sequence[Span], words: Sequence[str]) -> tuple[Grade, ...] | None:
    """社区托育点, 托育综合服务中心: bodies and works, each by its own name."""
    if len(words) < _TWO or not all(map(_THING.fullmatch, words)) or len(set(words)) < len(words):
        return None
    return _named(items, words, [frozenset({word, _WORK.sub("", word)}) for word in words])


def _named(items: Sequence[Span], words: Sequence[str], names: Sequence[frozenset[str]]) -> tuple[Grade, ...]:
    among = "、".join(words)
    return tuple(
        Grade(Named(own, frozenset().union(*names) - own, among), item)
        for item, own in zip(items, names, strict=True)
    )


def _spoken(name: str) -> frozenset[str]:
    """街道(镇)级 is also said 街道级, 镇级."""
    aside = _ASIDE.search(name)
    if aside is None:
        return frozenset({name})
    return frozenset({name, _ASIDE.sub("", name), aside["other"] + name[aside.end() :]})
