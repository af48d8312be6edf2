"""简称: the shorter names by which a division is called."""

from __future__ import annotations

import re

from yiyang_qa.regions.vocabulary import PEOPLES

_PEOPLE = "|".join(PEOPLES)

# 恩施|土家族苗族|自治州, 博尔塔拉|蒙古|自治州, 管城|回族|区
_AUTONOMOUS = re.compile(
    rf"(?P<base>.{{2,}}?)(?:(?:(?:{_PEOPLE})族?)+自治(?P<kind>[州县旗区])|(?:(?:{_PEOPLE})族)+区)"
)
_SUFFIX = re.compile("特别行政区|族?自治[州县旗区]|地区|林区|矿区|特区|新区|[省市县区盟旗]")

#: Short names that no rule gives.
_CUSTOMARY = {"内蒙古自治区": ("内蒙",)}


def short_names(name: str) -> tuple[str, ...]:
    """The names of two characters or more that ``name`` is shortened to, the usual one first.

    江口县 → 江口; 恩施土家族苗族自治州 → 恩施, 恩施州; 单县 → none.
    """
    autonomous = _AUTONOMOUS.fullmatch(name)
    if autonomous:
        base, kind = autonomous["base"], autonomous["kind"]
        usual = (base,) if kind in (None, "区") else (base, base + kind)
        return usual + _CUSTOMARY.get(name, ())
    base = _without_suffix(name)
    return ((base,) if len(base) >= 2 else ()) + _CUSTOMARY.get(name, ())


def _without_suffix(name: str) -> str:
    suffixes = (match for match in _SUFFIX.finditer(name) if match.end() == len(name))
    return next((name[: match.start()] for match in suffixes), name)
