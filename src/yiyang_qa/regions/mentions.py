"""Which regions a text names, and where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from yiyang_qa.regions.places import Place, places
from yiyang_qa.regions.signs import abbreviations, nation, romanised
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Region, Span

#: How far, in characters, a name sheds light on a homonym.
_NEAR = 60


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: ``regions`` are what it may mean, one where the text leaves no doubt.

    ``name`` is the folded text at ``span``. A chain is one mention of its last link: 贵州省铜仁市江口县.
    """

    span: Span
    name: str
    regions: tuple[Region, ...]

    @property
    def region(self) -> Region | None:
        """The region, when there is only one that can be meant."""
        return self.regions[0] if len(self.regions) == 1 else None


def mentions(text: str, expected: Collection[Region] = ()) -> tuple[Mention, ...]:
    """The regions named in ``text``, in order and without overlap; offsets are those of ``text``.

    Knows full and short names, those of provinces with one character (川渝), traditional characters,
    pinyin (weihai), and the nation (全国). Of two homonyms the one inside a region named nearby is
    meant; else both remain candidates. Short names of counties that are words or borne by several
    (朝阳, 通州) count only with their superior nearby, or where just one that bears it is ``expected``.
    """
    folded = fold(text)
    signs = chain(nation(folded), abbreviations(folded), romanised(folded))
    found = tuple(_apart((*places(folded), *signs)))
    known = [place for place in found if place.certain and len(place.regions) == 1]
    settled = ((place, _settled(place, known, expected)) for place in found)
    return tuple(
        Mention(Span(place.start, place.end), folded[place.start : place.end], regions)
        for place, regions in settled
        if regions
    )


def _apart(found: Iterable[Place]) -> Iterator[Place]:
    """In order of the text, and of two that overlap only the first, the longer where they begin together."""
    end = 0
    for place in sorted(found, key=lambda place: (place.start, -place.end)):
        if place.start >= end:
            yield place
            end = place.end


def _settled(place: Place, known: list[Place], expected: Collection[Region]) -> tuple[Region, ...]:
    """What is meant, as the regions named nearby or ``expected`` tell; none for a name that may be none."""
    if place.certain and len(place.regions) == 1:
        return place.regions
    near = [k.regions[0] for k in _around(place, known) if k.regions != (NATION,)]
    if place.certain:
        return tuple(r for r in place.regions if any(k.contains(r) for k in near)) or place.regions
    below = tuple(r for r in place.regions if any(k.path == r.path[:-1] for k in near))
    here = below or tuple(r for r in place.regions if r in expected)
    return here if len(here) == 1 else ()


def _around(place: Place, known: list[Place]) -> list[Place]:
    """Those of ``known``, in order of the text, that begin within ``_NEAR`` characters of the place."""
    first = bisect_left(known, place.start - _NEAR, key=lambda k: k.start)
    return known[first : bisect_right(known, place.start + _NEAR, key=lambda k: k.start)]
