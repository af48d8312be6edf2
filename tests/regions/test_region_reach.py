"""适用: whose documents answer for a region."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.regions import answering, gazetteer
from yiyang_qa.types import NATION, Region

REGIONS = tuple(gazetteer())


def _region(name: str) -> Region:
    return gazetteer().named(name)[0]


def _tiers(asked: str, *available: str) -> list[tuple[tuple[str, ...], bool]]:
    reach = answering(_region(asked), [_region(name) for name in available])
    return [(tuple(region.name for region in tier.regions), tier.superior) for tier in reach.tiers]


def test_the_region_itself() -> None:
    assert _tiers("威海", "重庆", "威海", "江口") == [(("威海市",), False)]


def test_what_lies_inside_answers_for_it() -> None:
    assert _tiers("贵州", "江口", "镇江") == _tiers("铜仁", "江口", "镇江") == [(("江口县",), False)]


def test_the_region_s_own_come_before_what_lies_inside() -> None:
    assert _tiers("贵州", "江口", "贵州", "铜仁") == [(("贵州省",), False), (("铜仁市", "江口县"), False)]


def test_superiors_answer_after_it_the_nearest_first_the_nation_last() -> None:
    assert _tiers("荣成", "全国", "山东", "威海", "镇江") == [
        (("威海市",), True),
        (("山东省",), True),
        (("全国",), True),
    ]
    assert _tiers("江口", "贵州", "江口") == [(("江口县",), False), (("贵州省",), True)]


def test_a_district_of_a_municipality_and_a_city_under_its_province() -> None:
    assert _tiers("永川区", "重庆") == [(("重庆市",), True)]
    assert _tiers("仙桃", "湖北", "武汉") == [(("湖北省",), True)]


def test_nothing_answers_for_a_neighbour() -> None:
    reach = answering(_region("苏州"), [_region("镇江"), _region("威海")])
    assert not reach
    assert reach.regions == ()
    assert not reach.superior


def test_the_nearest_tier_is_the_reach() -> None:
    near = answering(_region("荣成"), [NATION, _region("威海")])
    assert near
    assert near.superior
    assert [region.name for region in near.regions] == ["威海市"]


def test_no_place_speaks_for_the_nation() -> None:
    assert [tier.regions for tier in answering(NATION, [NATION, _region("威海")]).tiers] == [(NATION,)]
    assert not answering(NATION, [_region("威海")])


@given(st.sampled_from(REGIONS), st.lists(st.sampled_from(REGIONS), max_size=30))
def test_reach_is_exactly_kinship(asked: Region, available: list[Region]) -> None:
    """Against the definition: a region answers when one of the two paths begins with the other."""
    reach = answering(asked, available)
    found = [region for tier in reach.tiers for region in tier.regions]
    kin = {
        other
        for other in available
        if other == NATION or other.path[: len(asked.path)] == asked.path[: len(other.path)]
    }
    assert set(found) == kin
    assert len(found) == len(kin)
    for tier in reach.tiers:
        assert all(tier.superior != asked.contains(region) for region in tier.regions)
