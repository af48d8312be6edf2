"""Filters: which passages may answer at all. They come before ranking and fail closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.regions import Reach, answering, gazetteer
from yiyang_qa.search.ranking import Mask
from yiyang_qa.types import NATION, Document, Filters, Force, Level, Region
from yiyang_qa.versions import Lineage

_EACH = r"(?:各个?|哪些|哪几个|几个|多个|所有|其[他它]|别的|[两二三四五六七八九十\d]+个)"
#: 哪个省的护理假最长: one of a kind, known only when all of the kind are looked at.
_WHICH = r"哪一?个(?=(?:城市|[省市])(?![级直属])[^,。;?!]{0,16}[最更])"
#: 哪些城市, 各省: kinds of region asked about, where none is named.
_CITIES = re.compile(rf"(?:{_EACH}|{_WHICH})省?(?:城市|市(?![场民内区里面]))")
_PROVINCES = re.compile(rf"(?:{_EACH}|{_WHICH})省(?![级内略])")


@dataclass(frozen=True, slots=True)
class Near:
    """Regions at one distance from those asked about."""

    regions: frozenset[Region | None] = frozenset()
    superiors: tuple[Region, ...] = ()  # 上级: those that speak for one asked about without being it
    silent: tuple[Region, ...] = ()  # asked about, where here only what lies inside them speaks
    nearest: bool = True

    @property
    def remotest(self) -> bool:
        """Whether the nation speaks for a place."""
        return NATION in self.superiors

    @property
    def within(self) -> bool:
        """Whether what lies inside a place speaks, where its own documents did not."""
        return bool(self.silent) and not self.nearest

    @property
    def remote(self) -> bool:
        """Whether a superior speaks that nobody asked: only of what it surely says."""
        return bool(self.superiors) and (not self.nearest or self.remotest)


@dataclass(frozen=True, slots=True)
class Admitted:
    """Documents that may answer, as a mask over the index, and the regions none of them speaks for."""

    documents: Mask
    out_of_force: Mask  # would answer on another day
    kin: Mask  # of the regions asked about or inside them: they do not speak against each other
    near: Near = Near()
    missing: tuple[Region, ...] = ()

    def only(self, documents: Mask) -> Admitted:
        """Of this what is among ``documents``."""
        masks = (self.documents & documents, self.out_of_force & documents, self.kin & documents)
        return Admitted(*masks, self.near, self.missing)


def admit(
    catalogue: Sequence[Document], filters: Filters, resolved: Resolved, lineage: Lineage
) -> list[Admitted]:
    """The documents that may answer: of the nearest regions first, of a superior's only after them.

    Those out of force on the day of the question may not. Always at least one, though its mask may be empty.
    """
    plain = mask_of(catalogue, lambda document: passes(document, filters, resolved.excluded))
    valid = _in_force(lineage, filters, resolved.query.as_of)
    if filters.regions:
        plain &= _within(catalogue, filters.regions)
    available = {document.region for document in catalogue if document.region}
    reaches = [answering(region, available) for region in resolved.query.regions]
    missing = tuple(reach.asked for reach in reaches if not reach)
    tiers = [(plain & of_regions(catalogue, near.regions), near) for near in _tiers(reaches)]
    if not reaches:
        tiers = [(plain, Near())]
    kin = np.logical_or.reduce([np.zeros_like(plain), *(mask for mask, near in tiers if not near.superiors)])
    return [
        Admitted(mask & valid, mask & ~valid, mask if near.superiors else kin, near, missing)
        for mask, near in tiers
    ]


def rows_of(index: OpenIndex, documents: Mask, units: Sequence[str]) -> Mask:
    """Rows of the passage table that lie in ``documents`` and, when named, are the task of ``units``."""
    rows: Mask = documents[index.table.document]
    if units:
        tasked = {
            (int(at), i)
            for at in np.flatnonzero(documents)
            for i, clause in enumerate(index.documents[int(at)].clauses)
            if any(wanted in f"{unit.name} {unit.full_name}" for unit in clause.units for wanted in units)
        }
        named = zip(index.table.document.tolist(), index.table.clause.tolist(), strict=True)
        rows &= np.fromiter((pair in tasked for pair in named), dtype=np.bool_, count=len(rows))
    return rows


def passes(document: Document, filters: Filters, excluded: Sequence[Region]) -> bool:
    """The conditions on the document itself; an unknown date passes no condition on dates."""
    if document.region in excluded or (filters.documents and document.id not in filters.documents):
        return False
    issued = document.issued_on or ""
    since, until = filters.issued_from or "", filters.issued_to or "9999"
    dated = bool(filters.issued_from or filters.issued_to)
    return not dated or (bool(issued) and issued >= since[: len(issued)] and issued[: len(until)] <= until)


def _within(catalogue: Sequence[Document], names: Iterable[str]) -> Mask:
    """Documents of the regions named in a filter, and of what lies inside them."""
    wanted = [region for name in names for region in gazetteer().named(name)]
    return mask_of(catalogue, lambda d: d.region is not None and any(w.contains(d.region) for w in wanted))


def of_regions(catalogue: Sequence[Document], regions: Collection[Region | None]) -> Mask:
    """The documents that speak for one of ``regions``."""
    return mask_of(catalogue, lambda document: document.region in regions)


def of_kind(catalogue: Sequence[Document], question: str) -> Mask:
    """The documents of the kind of region that ``question`` compares; all when it does not say, or none is.

    A municipality (直辖市) is a province and a city; with 城市 counties are meant too.
    """
    cities, provinces = bool(_CITIES.search(question)), bool(_PROVINCES.search(question))
    mask = mask_of(catalogue, lambda d: d.region is not None and _is_kind(d.region, cities, provinces))
    return mask if (cities or provinces) and mask.any() else np.ones_like(mask)


def _is_kind(region: Region, cities: bool, provinces: bool) -> bool:
    town = region.level in (Level.CITY, Level.COUNTY) or region.name.endswith("市")
    return (cities and town) or (provinces and region.level is Level.PROVINCE)


def _tiers(reaches: Sequence[Reach]) -> list[Near]:
    """The nearest regions that answer for each asked one, then the next nearest …."""
    ranked = [
        [(reach.asked, tier) for reach, tier in zip(reaches, tiers, strict=True) if tier]
        for tiers in zip_longest(*(reach.tiers for reach in reaches))
    ]
    return [
        Near(
            frozenset(region for _, tier in tiers for region in tier.regions),
            tuple(region for _, tier in tiers if tier.superior for region in tier.regions),
            tuple(asked for asked, tier in tiers if not tier.superior and asked not in tier.regions),
            nearest=not distance,
        )
        for distance, tiers in enumerate(ranked)
    ] or [Near()]


def _in_force(lineage: Lineage, filters: Filters, as_of: date) -> Mask:
    """Documents in force on ``as_of``; with ``include_expired`` those too that no longer are."""
    admitted = {*Force} - {Force.NOT_YET} if filters.include_expired else {Force.IN_FORCE}
    return np.array([force in admitted for force in lineage.forces(as_of)], dtype=np.bool_)


def mask_of(catalogue: Sequence[Document], keeps: Callable[[Document], bool]) -> Mask:
    """The documents of ``catalogue`` that ``keeps`` holds of."""
    return np.fromiter((keeps(document) for document in catalogue), dtype=np.bool_, count=len(catalogue))
