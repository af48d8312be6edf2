"""What raises or lowers a sum in per cent stands beside it, left out of it in words."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking

RULES = """泉州市养老机构运营补贴办法
泉民规〔2024〕3号
泉州市民政局
2024年3月1日
第一条 养老机构收住完全失能老年人的，每人每月给予运营补贴300元。养老机构评定为四星级、五星级的，运营补贴分别上浮20%、30%。
第二条 新建养老机构的，每张床位给予建设补贴5000元。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"rules": RULES}))


def test_a_rise_that_is_not_reckoned_is_told(talk: Talk) -> None:
    said = talk("泉州四星级养老院收住10个完全失能老人，运营补贴每月多少").text
    assert "3000元" in said
    assert "另：“养老机构评定为四星级、五星级的，运营补贴分别上浮20%、30%”，这里没有计入[1]。" in said


def test_a_sum_without_any_stands_alone(talk: Talk) -> None:
    said = talk("泉州新建养老院60张床，建设补贴多少").text
    assert "30万元" in said
    assert "没有计入" not in said
