"""Names of divisions in a text: the longest that reads as a name, from left to right.

Names are short and their characters common, so that they also turn up across the border of two words:
保定 in 医保|定点, 政和 in 财政|和. Full names are taken nearly as they come; short ones only where their
neighbours leave them whole, the more so the smaller the region.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from yiyang_qa.regions.forms import forms, heads, lengths, outermost
from yiyang_qa.regions.sight import Sight
from yiyang_qa.regions.vocabulary import AMBIGUOUS, WORDS
from yiyang_qa.types import Level, Region

#: What may stand between a superior and its inferior: 贵州江口, 贵州的江口, 贵州 江口.
_LINKS = frozenset(("", "的", " ", "·"))


class Place(NamedTuple):
    """Half-open range of a folded text and the regions that the name may mean.

    An uncertain one is a place only if the text names its superior nearby: 朝阳, 通州.
    """

    start: int
    end: int
    regions: tuple[Region, ...]
    certain: bool = True


def places(folded: str) -> Iterator[Place]:
    """The divisions named, in order; a chain from superior to inferior (贵州省铜仁市江口县) is one."""
    known, last = lengths(), None
    for head in heads().finditer(folded):
        start = head.start()
        if folded[start : start + 2] not in known or (last and start < last.end):
            continue
        if place := _place_at(folded, start, last):
            if last and place.start != last.start:
                yield last
            last = place
    if last:
        yield last


def _place_at(folded: str, start: int, last: Place | None) -> Place | None:
    outer = last if last and last.certain and folded[last.end : start] in _LINKS else None
    before = "" if start == 0 or (last and last.end == start) else folded[start - 1]
    for length in lengths()[folded[start : start + 2]]:
        form = forms().get(folded[start : start + length])
        if form is None:
            continue
        sight = Sight(folded, start, form, before)
        if outer and (inside := _inside(sight, outer.regions)):
            return Place(outer.start, sight.end, inside)
        if outer and _contradicts(sight, outer):
            continue
        if _stands_alone(sight):
            return Place(start, _end(sight), form.regions)
        if _may_stand(sight):
            return Place(start, sight.end, form.homonyms, certain=False)
    return None


def _inside(sight: Sight, outer: tuple[Region, ...]) -> tuple[Region, ...]:
    """Those of that name below one of the regions named just before."""
    form = sight.form
    below = outermost(r for r in form.homonyms if any(o != r and o.contains(r) for o in outer))
    if form.name in AMBIGUOUS or form.name in WORDS:
        below = tuple(r for r in below if any(o.path == r.path[:-1] for o in outer))
    if form.full:
        return below
    return () if form.name in WORDS or sight.begins_word or sight.names_other else below


def _contradicts(sight: Sight, outer: Place) -> bool:
    """重庆江口 is no county of 贵州; 江北区 right after 重庆, which had one, is not that of 宁波."""
    if sight.start != outer.end or sight.form.level is not Level.COUNTY:
        return False
    district = sight.form.name.endswith("区") and all(r.level is not Level.COUNTY for r in outer.regions)
    return district or not sight.form.full


def _stands_alone(sight: Sight) -> bool:
    """Whether the form is a name here, with no superior before it."""
    if sight.form.full:
        return _full_name_stands(sight)
    if sight.names_other:
        return False
    if sight.form.level is Level.COUNTY:
        return _short_county_stands(sight)
    if sight.form.name in AMBIGUOUS:
        return sight.opens and not sight.ends_word and not sight.begins_word
    if sight.form.level is Level.PROVINCE and sight.form.name[-1] not in "东南西北":
        return True  # only 海南, 河北 and the like come about by chance: 沿海|南部
    return not sight.torn


def _full_name_stands(sight: Sight) -> bool:
    name = sight.form.name
    if name in AMBIGUOUS:
        return False
    if sight.suffix_taken:
        return _same_without_suffix(sight)
    if sight.form.level is not Level.COUNTY:
        return True
    short = forms().get(name[:-1])
    if sight.after == "级" and short is not None and short.level is not Level.COUNTY:
        return False  # 通化|县级中医医院
    if name[:-1] in WORDS and (sight.begins_word or not sight.opens):
        return False  # 苏北|南部|县区, 部队|会同|县人民武装部
    return not sight.ends_word


def _same_without_suffix(sight: Sight) -> bool:
    """上海市民 is of 上海 all the same; 吉林市场 is not of 吉林市."""
    short = forms().get(sight.form.name[:-1])
    if short is None or short.regions != sight.form.regions:
        return False
    return _stands_alone(sight._replace(form=short))


def _short_county_stands(sight: Sight) -> bool:
    name, regions = sight.form.name, sight.form.regions
    if len(regions) > 1 or name in WORDS or name in AMBIGUOUS or not sight.whole:
        return False
    return sight.opens or not sight.begins_word


def _may_stand(sight: Sight) -> bool:
    """Whether the short name of a county would be a place, could one but tell which or that it is one."""
    form = sight.form
    if form.full or form.name in WORDS or form.homonyms[-1].level is not Level.COUNTY:
        return False
    return sight.whole and sight.opens and not sight.begins_word and not sight.names_other


def _end(sight: Sight) -> int:
    """Where the name ends: 济南市中区 shares its 市 between 济南 and 市中区."""
    city, end = sight.form, sight.end
    if not city.name.endswith("市"):
        return end
    district = forms().get(sight.folded[end - 1 : end + 2])
    shared = district is not None and any(city.regions[0].contains(r) for r in district.homonyms)
    return end - 1 if shared else end
