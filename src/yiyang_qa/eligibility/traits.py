"""Categories found in clauses and in cases, by the table of axes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yiyang_qa.eligibility.axes import AXES
from yiyang_qa.eligibility.axis import Axis
from yiyang_qa.eligibility.terms import Belongs
from yiyang_qa.types import Span

_REACH = re.compile(r"级?(?:等级)?(?:(?P<up>(?:及|或)?以上)|(?P<down>(?:及|或)?以下))")
_ASKED = re.compile(r"(?:算不算|是不是|属不属于|有没有|会不会|是否)[^,。;]{0,2}$")
_NEGATED = re.compile(r"(?:不是|不算|没有?|够不上|未|不属于)[^,。;]{0,2}$|(?<![是属算会])不$|(?<!民)非$")


def belongings(folded: str) -> Iterator[tuple[Belongs, Span]]:
    """The categories that a stretch of a clause names, one per axis; all values of an axis are no condition."""
    for axis in AXES:
        found = [(i, m) for i, row in enumerate(axis.values) for m in row[1].finditer(folded)]
        allowed = frozenset(name for i, m in found for name in _reached(axis, i, folded, m.end()))
        if found and (len(allowed) < len(axis.values) or len(axis.values) == 1):
            end = max(m.end() for _, m in found)
            reach = _REACH.match(folded, end) if axis.ordered else None
            yield (
                Belongs(axis.name, allowed),
                Span(min(m.start() for _, m in found), reach.end() if reach else end),
            )


def _reached(axis: Axis, position: int, folded: str, end: int) -> tuple[str, ...]:
    names = tuple(row[0] for row in axis.values)
    reach = _REACH.match(folded, end) if axis.ordered else None
    if reach is None:
        return (names[position],)
    return names[position:] if reach["up"] else names[: position + 1]


@dataclass(frozen=True, slots=True)
class Trait:
    """A value that a case has (or, ``denied``, has not), in its own words; a denied one as 不是失能."""

    axis: str
    value: str
    said: str
    denied: bool = False


def told_traits(folded: str, last: str = "") -> Iterator[Trait]:
    """The categories that a question tells of itself; of contradictory ones those of the ``last`` turn, else none."""
    for axis in AXES:
        found = _told(axis, folded)
        if _disagree(axis, found):
            found = _told(axis, last)
        if not _disagree(axis, found):
            denied = {trait.value for trait in _told(axis, last) if trait.denied}
            yield from (trait for trait in found if trait.denied or trait.value not in denied)


def _disagree(axis: Axis, found: tuple[Trait, ...]) -> bool:
    """Whether a case is told to be of two values, or of one and not: 独居 and 跟儿子住."""
    held = _held(found)
    return axis.exclusive and (len(held) > 1 or any(trait.denied and trait.value in held for trait in found))


def _told(axis: Axis, folded: str) -> tuple[Trait, ...]:
    found = tuple(
        _trait(axis.name, name, m[0], denied=bool(_NEGATED.search(folded, 0, m.start())))
        for name, _, pattern in axis.values
        for m in pattern.finditer(folded)
        if not _ASKED.search(folded, 0, m.start())
    )
    other = axis.contrary.search(folded) if axis.contrary else None
    if other is None or _ASKED.search(folded, 0, other.start()):
        return found
    return (*found, Trait(axis.name, axis.values[0][0], other[0], denied=True))


def _trait(axis: str, value: str, said: str, *, denied: bool) -> Trait:
    return Trait(axis, value, f"不是{said}" if denied else said, denied)


def _held(traits: tuple[Trait, ...]) -> set[str]:
    return {trait.value for trait in traits if not trait.denied}
