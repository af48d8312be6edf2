"""Names as forms in a text: what each means by itself, and which begin alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from yiyang_qa.regions.gazetteer import gazetteer
from yiyang_qa.regions.vocabulary import AMBIGUOUS
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Level, Region


@dataclass(frozen=True, slots=True)
class Form:
    """A folded name of two characters or more."""

    name: str
    full: bool  # 江口县, not 江口
    regions: tuple[Region, ...]  # what it means by itself, superiors first
    homonyms: tuple[Region, ...]  # all that bear it

    @property
    def level(self) -> Level:
        """The highest level of what it means by itself."""
        return self.regions[0].level


@cache
def forms() -> dict[str, Form]:
    """Every form of a division by its name; 全国 is none."""
    known = gazetteer()
    names = (name for name in known.names() if len(name) > 1)
    return {name: _form(name, known.named(name)) for name in names if NATION not in known.named(name)}


def _form(name: str, homonyms: tuple[Region, ...]) -> Form:
    in_full = tuple(region for region in homonyms if fold(region.name) == name)
    return Form(name, bool(in_full), in_full or _usual(name, homonyms), homonyms)


def _usual(name: str, homonyms: tuple[Region, ...]) -> tuple[Region, ...]:
    """海南 is the province, 长沙 the city; 朝阳, a word that three places bear, may be any of them."""
    if name in AMBIGUOUS and len(several := outermost(homonyms)) > 2:
        return several
    highest = homonyms[0].level  # superiors come first
    return tuple(region for region in homonyms if region.level is highest)


def outermost(regions: Iterable[Region]) -> tuple[Region, ...]:
    """Those that lie in no other: 恩施 is the prefecture, not also the city in it."""
    those = tuple(regions)
    return tuple(r for r in those if not any(o != r and o.contains(r) for o in those))


@cache
def lengths() -> dict[str, tuple[int, ...]]:
    """The first two characters of names → the lengths of such names, longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in forms():
        found[name[:2]].add(len(name))
    return {head: tuple(sorted(those, reverse=True)) for head, those in found.items()}


@cache
def heads() -> re.Pattern[str]:
    """Where a name may begin: at the first character of one, before the second of one."""
    first, second = ("".join(sorted({head[i] for head in lengths()})) for i in (0, 1))
    return re.compile(f"[{re.escape(first)}](?=[{re.escape(second)}])")
