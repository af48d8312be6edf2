"""区划: regions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """行政层级 of a region or of the document that speaks for it."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


_DEPTHS = {level: depth for depth, level in enumerate(Level)}
_SHARED_DIGITS = {Level.NATIONAL: 0, Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6}


@dataclass(frozen=True, slots=True)
class Region:
    """A node of the national tree of divisions; ``code`` is GB/T 2260.

    ``path`` runs from the province to the region itself: ``("贵州省", "铜仁市", "江口县")``.
    """

    name: str
    code: str
    level: Level
    path: tuple[str, ...]

    @property
    def depth(self) -> int:
        """0 for the nation to 3 for a county."""
        return _DEPTHS[self.level]

    def contains(self, other: Region) -> bool:
        """Whether ``other`` is this region or lies inside it."""
        shared = _SHARED_DIGITS[self.level]
        return self.code[:shared] == other.code[:shared] and len(self.path) <= len(other.path)

    def touches(self, other: Region) -> bool:
        """Whether one of the two is the other or lies inside it."""
        return self.contains(other) or other.contains(self)


NATION = Region("全国", "000000", Level.NATIONAL, ("全国",))
