"""地名录: the tree of divisions, asked by code, by name and by neighbour."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from yiyang_qa.regions.divisions import divisions
from yiyang_qa.regions.naming import short_names
from yiyang_qa.regions.vocabulary import ABBREVIATIONS
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Region


class Gazetteer:
    """The divisions of one country, of which ``NATION`` is the root."""

    def __init__(self, regions: Iterable[Region]) -> None:
        self._by_code = {region.code: region for region in (NATION, *regions)}
        self._by_path = {region.path: region for region in self}
        self._by_name: dict[str, list[Region]] = defaultdict(list)
        for region in self:
            for name in dict.fromkeys((region.name, *short_names(region.name))):
                self._by_name[fold(name)].append(region)
        for character, name in ABBREVIATIONS.items():
            self._by_name[fold(character)].extend(self._by_name[fold(name)])
        for homonyms in self._by_name.values():
            homonyms.sort(key=lambda region: (region.depth, region.code))

    def __iter__(self) -> Iterator[Region]:
        """``NATION`` and every division; a superior comes before its inferiors."""
        return iter(self._by_code.values())

    def __len__(self) -> int:
        return len(self._by_code)

    def by_code(self, code: str) -> Region | None:
        """The region with this code of GB/T 2260 (six digits)."""
        return self._by_code.get(code)

    def named(self, name: str) -> tuple[Region, ...]:
        """Every region with this full, short or one-character name, superiors first.

        重庆, 重庆市, 渝 and 重慶 name the same; 朝阳区 names two districts; an unknown name, none.
        """
        return tuple(self._by_name.get(fold(name), ()))

    def names(self) -> Iterator[str]:
        """Every name, folded as ``text.fold`` does."""
        return iter(self._by_name)

    def parent(self, region: Region) -> Region | None:
        """The next superior: a province's is ``NATION``, which has none."""
        if region == NATION:
            return None
        return self._by_path.get(region.path[:-1], NATION)

    @staticmethod
    def full_name(region: Region) -> str:
        """贵州省铜仁市江口县: the path in one word."""
        return "".join(region.path)


@cache
def gazetteer() -> Gazetteer:
    """The divisions of China, read on the first call."""
    return Gazetteer(divisions())
