"""The region for which an issuing body speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from yiyang_qa.regions.mentions import mentions
from yiyang_qa.types import NATION, Region

#: 国家卫生健康委员会, 中共中央办公厅, 民政部: bodies of the nation bear no other region's name.
_NATIONAL = re.compile(
    "国务院|国家|中华人民共和国|中共中央|中央|全国|最高人民|中国|[^省市县区州盟旗]{2,12}部(?:办公厅)?$"
)


def region_of_issuer(names: Sequence[str]) -> Region | None:
    """Where the bodies named as 发文机关 have authority; None where their names do not say.

    重庆市卫生健康委员会 → 重庆市; 国家税务总局辽宁省税务局 → 辽宁省; 国务院办公厅 → ``NATION``. Of
    several the first that is placed counts; a name that two regions share (朝阳区民政局) is settled
    by the others or not at all.
    """
    local = next((region for region in regions_of_issuers(tuple(names)) if region != NATION), None)
    if local is None and any(_NATIONAL.match(name.strip()) for name in names):
        return NATION
    return local


@lru_cache(maxsize=4096)
def regions_of_issuers(names: tuple[str, ...]) -> tuple[Region, ...]:
    """The regions that bodies bear in their names, in order, one for each that leaves no doubt."""
    return tuple(mention.region for mention in mentions("、".join(names)) if mention.region)
