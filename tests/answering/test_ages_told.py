"""年龄: the age that a question tells, and the item of a list of ages that is of it, in an answer and in a row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.ages import age_told, leaves_out, of_the_age

DOCUMENTS = {
    "quanzhou": """泉州市高龄津贴发放办法
泉州市民政局
一、发放对象
具有本市户籍，年满80周岁及以上的老年人。
二、发放标准
（一）80至89周岁，每人每月60元；
（二）90至94周岁，每人每月120元；
（三）95至99周岁，每人每月200元；
（四）100周岁及以上，每人每月500元。
""",
    "zhangzhou": """漳州市高龄津贴发放办法
漳州市民政局
一、发放标准
（一）90至99周岁，每人每月150元；
（二）100周岁及以上，每人每月400元。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("question", "age"),
    [
        ("我爸65岁了能领多少", 65),
        ("百岁老人每月领多少", 100),
        ("我妈今年79", 79),
        ("我62岁，我妈85岁，她能领多少", 85),
        ("60岁以上老人能领多少", None),
        ("80至89周岁补多少", None),
        ("高龄津贴多少", None),
    ],
)
def test_the_age_told(question: str, age: int | None) -> None:
    told = age_told(question)
    assert (told and told.exact) == (None if age is None else Decimal(age))


def test_which_bounds_take_it_in() -> None:
    told = age_told("我爸65岁了")
    assert told
    out = leaves_out(told)
    assert out("年满60周岁不满65周岁的半价")
    assert not out("年满60周岁不满65周岁的半价；65周岁以上的免费")
    assert not out("老年人免费")


@pytest.mark.parametrize(
    ("text", "fit"),
    [
        ("90至99周岁", 1.0),
        ("90周岁以上", 0.5),
        ("80周岁以上", 0.0),
        ("100周岁以上", 0.5),
        ("80至89周岁", 0.0),
    ],
)
def test_how_well_an_item_fits(text: str, fit: float) -> None:
    assert of_the_age("95岁能领多少")(text) == fit


@pytest.mark.parametrize(("age", "sums"), [("百岁", ("500", "400")), ("92岁", ("120", "150"))])
def test_each_row_is_of_that_age(talk: Talk, age: str, sums: tuple[str, str]) -> None:
    answer = talk(f"泉州和漳州{age}老人每月各领多少")
    assert answer.comparison
    said = {row.region: row.summary for row in answer.comparison.rows}
    for region, amount in zip(("泉州市", "漳州市"), sums, strict=True):
        assert f"每人每月{amount}元" in said[region]
        assert said[region].count("每人每月") == 1


@pytest.mark.parametrize("question", ["泉州75岁老人能领多少高龄津贴", "泉州75岁能领高龄津贴吗"])
def test_who_is_too_young_is_told_from_what_age(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert "年满80周岁及以上的老年人" in answer.text.split("出处")[0]


def test_the_sum_of_another_age_is_told_with_caution(talk: Talk) -> None:
    answer = talk("漳州85岁老人每月领多少高龄津贴")
    assert [notice.code for notice in answer.notices] == ["nearest_only"]
