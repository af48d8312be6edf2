"""Names of regions in questions, read against the regions that documents speak for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from yiyang_qa.errors import RequestInvalid
from yiyang_qa.regions import Mention, gazetteer, mentions
from yiyang_qa.text import outside
from yiyang_qa.types import NATION, Region

#: 内 of 浙江省内, 境内 of 衢州境内: goes with the name.
_INSIDE = re.compile(r"(?:辖?区|境|范围)?内(?![部外容科设])的?")


class Places:
    """The regions of a library: settles homonyms, and knows which names a filter takes care of."""

    def __init__(self, regions: Iterable[Region | None]) -> None:
        self._covered = frozenset(region for region in regions if region)

    def named(self, turn: str) -> tuple[Region, ...]:
        """Regions that ``turn`` names, the nation apart; of 山东威海 only the inner one."""
        found = dict.fromkeys(r for m in mentions(turn) if (r := self._meant(m)) and r != NATION)
        return tuple(r for r in found if not any(r != other and r.contains(other) for other in found))

    def inside(self, wide: Region) -> tuple[Region, ...]:
        """The regions inside ``wide`` that documents speak for, by code."""
        return tuple(sorted((r for r in self._covered if wide.contains(r) and r != wide), key=_code))

    def province(self, region: Region) -> Region:
        """The province that ``region`` is or lies in; the region itself where the tables know of none."""
        return gazetteer().by_code(region.code[:2] + "0000") or region

    def given(self, names: Iterable[str]) -> tuple[Region, ...]:
        """The regions with these names or codes.

        Raises:
            RequestInvalid: a name that is no region's.
        """
        found = [self._given(name) for name in names]
        return tuple(dict.fromkeys(found))

    def _given(self, name: str) -> Region:
        known = gazetteer()
        homonyms = tuple(filter(None, [known.by_code(name)])) or known.named(name)
        if not homonyms:
            raise RequestInvalid(f"没有叫“{name}”的行政区，请写全称，例如“威海市”", "regions")
        return self._nearest(homonyms)

    def without_names(self, turn: str) -> str:
        """``turn`` without the names of regions that a filter handles; those inside a document's region stay."""
        return outside(turn, self._handled(turn)).strip()

    def _handled(self, turn: str) -> Iterator[tuple[int, int]]:
        for mention in mentions(turn):
            region = self._meant(mention)
            if region and region != NATION and not self._inside_covered(region):
                inside = _INSIDE.match(turn, mention.span.end)
                yield mention.span.start, inside.end() if inside else mention.span.end

    def _meant(self, mention: Mention) -> Region | None:
        """Of several regions of a name, one that a document speaks for, else the first."""
        return self._nearest(mention.regions) if mention.regions else None

    def _nearest(self, homonyms: Sequence[Region]) -> Region:
        near = (r for r in homonyms if any(r.contains(c) or c.contains(r) for c in self._covered))
        return next(near, homonyms[0])

    def _inside_covered(self, region: Region) -> bool:
        return any(c != region and c.contains(region) for c in self._covered if c != NATION)


def without_places(turn: str) -> str:
    """``turn`` without any name of a region."""
    return outside(turn, (mention.span for mention in mentions(turn)))


def _code(region: Region) -> str:
    return region.code
