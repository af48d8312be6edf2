"""Which evidence belongs to the row of which region, and what the rows are called."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from yiyang_qa.types import Evidence, Region

_UNKNOWN = "地区不明"


def by_region(
    evidence: Sequence[Evidence], regions: Sequence[Region]
) -> dict[Region | None, tuple[Evidence, ...]]:
    """Evidence by region, in its own order, then the regions without any.

    What speaks for a region that was not asked for counts for those above or below it that have
    nothing of their own; else it has a row of its own.
    """
    own: dict[Region | None, list[Evidence]] = {}
    for item in evidence:
        own.setdefault(item.document.region, []).append(item)
    guests = [guest for guest in own if guest not in regions]
    lone = [guest for guest in guests if not any(_near(guest, region) for region in regions)]
    lent = {region: [item for g in guests if _near(g, region) for item in own[g]] for region in regions}
    rows = {region: tuple(own.get(region) or lent[region]) for region in regions}
    apart = {guest: tuple(own[guest]) for guest in lone}
    order = {id(item): at for at, item in enumerate(evidence)}
    ranked = sorted(
        [*rows.items(), *apart.items()], key=lambda row: order[id(row[1][0])] if row[1] else len(order)
    )
    return dict(ranked)


def _near(guest: Region | None, region: Region) -> bool:
    return guest is not None and guest.touches(region)


def names(regions: Sequence[Region | None]) -> dict[Region | None, str]:
    """The name of each row; of namesakes (鼓楼区) with what they lie in."""
    common = Counter(region.name for region in regions if region)
    return {
        region: _UNKNOWN if region is None else "".join(region.path[-2 if common[region.name] > 1 else -1 :])
        for region in regions
    }
