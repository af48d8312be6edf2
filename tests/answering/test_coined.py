"""A name that the text coins is found by the name, however unlike the rest of the question is."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.coined import coined

DOCUMENTS = {
    "rushan": """乳山市医养结合规划
一、提升服务能力。推动养老机构与医疗机构签约。
二、发展医养产业。实施“3028”工程，打造3个康养基地，培育28家连锁机构。
三、加强组织领导。建立联席会议制度。
乳山市人民政府
2025年3月1日
"""
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize("question", ["乳山“3028”工程是啥意思", "乳山3028工程是个啥"])
def test_a_coined_name_leads_to_where_it_stands(talk: Talk, question: str) -> None:
    assert talk(question).evidence[0].clause.label == "二、"


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("“1+X”是什么意思", ("1+x",)),
        ("1+X证书怎么考", ("1+x",)),
        ("补贴3000元怎么领", ()),
        ("2025年行动计划", ()),
    ],
)
def test_figures_of_sums_and_years_are_no_names(question: str, names: tuple[str, ...]) -> None:
    assert coined(question) == names
