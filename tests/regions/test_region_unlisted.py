"""Names that read as those of divisions and are in no table of them."""

from __future__ import annotations

import pytest

from yiyang_qa.regions import unlisted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("火星市养老机构建设补贴多少", ["火星市"]),
        ("那火星市呢", ["火星市"]),
        ("我在桃花源县住，床位补贴找谁", ["桃花源县"]),
        ("威海和郑洲市的家庭病床", ["郑洲市"]),
        ("火星省怎么规定", ["火星省"]),
        ("对比火星市、月宫县", ["火星市", "月宫县"]),
    ],
)
def test_a_name_where_a_phrase_begins(text: str, names: list[str]) -> None:
    found = list(unlisted(text))
    assert [each.name for each in found] == names
    assert [each.span.of(text) for each in found] == names
    assert [each.base for each in found] == [name[:-1] for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "郑州市养老机构建设补贴多少",  # in the table
        "江口县中医院跟哪个卫生院结对",
        "火星养老补贴",  # nothing tells that it is a place
        "我们市有没有补贴",
        "全市的目标",
        "县级市有补贴吗",
        "大超市能免费吗",
        "租的是公家门市，房租能免吗",
        "楼下股市",
        "贫困县的土特产怎么卖",
        "周边市怎么做",
        "奖励省份",
        "还是非得跑县城",
        "我爸当过省劳模",
        "养老市场",
    ],
)
def test_what_is_none(text: str) -> None:
    assert not list(unlisted(text))
