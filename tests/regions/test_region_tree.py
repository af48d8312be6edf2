"""行政区划: laws of the tree, and what the gazetteer answers."""

from __future__ import annotations

import re

import pytest

from yiyang_qa.regions import gazetteer
from yiyang_qa.regions.naming import short_names
from yiyang_qa.regions.vocabulary import ABBREVIATIONS, AMBIGUOUS, WORDS
from yiyang_qa.types import NATION, Level, Region

REGIONS = tuple(region for region in gazetteer() if region != NATION)
_DIGITS = {Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6}


def _only(name: str) -> Region:
    (region,) = gazetteer().named(name)
    return region


def test_the_list_is_that_of_the_country() -> None:
    counts = {level: sum(region.level is level for region in REGIONS) for level in Level}
    assert counts[Level.PROVINCE] == 34
    assert 325 <= counts[Level.CITY] <= 345
    assert 2800 <= counts[Level.COUNTY] <= 2900


def test_codes_are_unique_and_as_long_as_their_level() -> None:
    assert len({region.code for region in gazetteer()}) == len(gazetteer())
    for region in REGIONS:
        digits = _DIGITS[region.level]
        assert re.fullmatch(r"\d{6}", region.code)
        assert not region.code[digits:].strip("0")
        assert region.code[digits - 2 : digits] != "00"


def test_paths_end_with_the_name_and_hold_no_placeholders() -> None:
    for region in REGIONS:
        assert region.path[-1] == region.name
        assert not {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"} & set(region.path)
    assert len({region.path for region in REGIONS}) == len(REGIONS)


def test_a_parent_contains_its_child() -> None:
    known = gazetteer()
    for region in REGIONS:
        parent = known.parent(region)
        assert parent is not None
        assert parent.contains(region)
        assert not region.contains(parent)
        assert parent == NATION or parent.path == region.path[:-1]
    assert known.parent(NATION) is None


def test_every_name_leads_back_to_its_region() -> None:
    known = gazetteer()
    for region in REGIONS:
        assert known.by_code(region.code) is region
        for name in (region.name, *short_names(region.name)):
            assert region in known.named(name)


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("重庆", ("重庆市",)),
        ("渝", ("重庆市",)),
        ("重慶市", ("重庆市",)),
        ("永川区", ("重庆市", "永川区")),
        ("仙桃", ("湖北省", "仙桃市")),
        ("镇江市", ("江苏省", "镇江市")),
        ("鎮江", ("江苏省", "镇江市")),
        ("江口", ("贵州省", "铜仁市", "江口县")),
        ("荣成", ("山东省", "威海市", "荣成市")),
        ("玉屏县", ("贵州省", "铜仁市", "玉屏侗族自治县")),
        ("恩施州", ("湖北省", "恩施土家族苗族自治州")),
        ("神农架", ("湖北省", "神农架林区")),
        ("管城", ("河南省", "郑州市", "管城回族区")),
        ("内蒙", ("内蒙古自治区",)),
        ("浦东", ("上海市", "浦东新区")),
        ("全国", ("全国",)),
    ],
)
def test_named(name: str, path: tuple[str, ...]) -> None:
    assert _only(name).path == path


def test_homonyms_come_with_superiors_first() -> None:
    paths = [region.path for region in gazetteer().named("海南")]
    assert paths == [("海南省",), ("青海省", "海南藏族自治州"), ("内蒙古自治区", "乌海市", "海南区")]
    assert [region.level for region in gazetteer().named("吉林")] == [Level.PROVINCE, Level.CITY]
    assert gazetteer().named("亚特兰蒂斯") == gazetteer().named("") == ()


def test_one_character_has_no_short_name() -> None:
    assert short_names("单县") == ()


def test_every_province_has_its_abbreviation() -> None:
    provinces = {region.name for region in REGIONS if region.level is Level.PROVINCE}
    assert set(ABBREVIATIONS.values()) == provinces
    assert gazetteer().full_name(_only("江口县")) == "贵州省铜仁市江口县"


def test_judgements_on_words_are_about_names() -> None:
    """A word in the tables that names nothing would be dead weight."""
    assert sorted(word for word in WORDS | AMBIGUOUS if not gazetteer().named(word)) == []
    assert not WORDS & AMBIGUOUS
