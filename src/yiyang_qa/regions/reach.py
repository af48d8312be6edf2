"""适用: which regions' documents answer for the region that was asked about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from yiyang_qa.types import NATION, Region


@dataclass(frozen=True, slots=True)
class Tier:
    """Regions whose documents answer alike: to be searched together."""

    regions: tuple[Region, ...]
    superior: bool  # 上级: speaks for the region asked, but is not of it; the answer must say so


@dataclass(frozen=True, slots=True)
class Reach:
    """Where answers for ``asked`` may come from: the nearest tier first, a later one when that is silent.

    False when no document speaks for the region: scoping fails closed.
    """

    asked: Region
    tiers: tuple[Tier, ...]

    def __bool__(self) -> bool:
        return bool(self.tiers)

    @property
    def regions(self) -> tuple[Region, ...]:
        """The nearest tier's regions: those to search."""
        return self.tiers[0].regions if self.tiers else ()

    @property
    def superior(self) -> bool:
        """Whether even the nearest tier is a superior's."""
        return bool(self.tiers) and self.tiers[0].superior


def answering(asked: Region, available: Iterable[Region]) -> Reach:
    """Which of the regions that have documents answer for ``asked``.

    First the region itself; then all inside it (贵州省 reaches 江口县), the wider first; then its superiors
    one by one (荣成市 reaches 威海市, then 山东省), the nation last. A neighbour never does, nor any place for the nation.
    """
    having = sorted(set(available), key=lambda region: (region.depth, region.code))
    inside = tuple(r for r in having if asked.contains(r) and asked not in (r, NATION))
    superiors = [region for region in reversed(having) if region != asked and region.contains(asked)]
    own = [(asked,)] * (asked in having)
    tiers = [Tier(regions, superior=False) for regions in (*own, inside) if regions]
    return Reach(asked, (*tiers, *(Tier((region,), superior=True) for region in superiors)))
