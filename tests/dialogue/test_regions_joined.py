"""Which regions a question names: of a chain the last, of two that are joined both, the nation beside a region."""

from __future__ import annotations

from datetime import date

import pytest

from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.regions import gazetteer
from yiyang_qa.types import Intent, Question

PLACES = Places(gazetteer().named(name)[0] for name in ("浙江省", "绍兴市", "上海市", "山东省", "威海市"))


@pytest.mark.parametrize(
    ("turn", "named"),
    [
        ("浙江和绍兴的护理假", ["浙江省", "绍兴市"]),
        ("山东省、威海市与上海的养老用房", ["山东省", "威海市", "上海市"]),
        ("绍兴的护理假和浙江省的一样吗", ["绍兴市", "浙江省"]),
        ("威海比山东省高多少", ["威海市", "山东省"]),
        ("国家和上海对家庭暴力有什么规定", ["全国", "上海市"]),
        ("全国与山东的慈善规定", ["全国", "山东省"]),
        ("山东威海的床位补贴", ["威海市"]),
        ("浙江省绍兴市和上海市", ["绍兴市", "上海市"]),
        ("浙江省内绍兴怎么说", ["绍兴市"]),
        ("按国家和上海规定能拿多少", ["上海市"]),
        ("国家有没有规定", []),
        ("全国都适用吗", []),
    ],
)
def test_which_regions_are_named(turn: str, named: list[str]) -> None:
    assert [region.name for region in PLACES.named(turn)] == named


@pytest.mark.parametrize(
    ("turn", "left"),
    [
        ("浙江和绍兴的护理假", "和的护理假"),
        ("国家和上海对家庭暴力的规定", "和对家庭暴力的规定"),
        ("绍兴的补贴", "的补贴"),
        ("荣成的补贴", "荣成的补贴"),  # inside the region of a document, without its own
        ("国家对家庭暴力的规定", "国家对家庭暴力的规定"),
    ],
)
def test_names_that_a_filter_takes_care_of_are_not_searched_for(turn: str, left: str) -> None:
    assert PLACES.without_names(turn) == left


def test_a_region_and_one_inside_it_are_compared() -> None:
    query = resolve(Question("浙江和绍兴的护理假怎么规定"), PLACES, today=date(2026, 1, 1)).query
    assert query.intent is Intent.COMPARE
    assert [region.name for region in query.regions] == ["浙江省", "绍兴市"]
