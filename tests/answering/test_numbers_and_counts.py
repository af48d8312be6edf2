"""Numbers of documents behind the name of a place, lists asked for by their count, and 比例 after another matter."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.dialogue.turns import core
from yiyang_qa.search.addresses import document_numbers

DOCUMENTS = {
    "haiyan": """海盐县医养健康产业规划
一、空间布局。打造三个产业集群。
1.滨海康养集群。发展旅居养老。
2.温泉疗养集群。发展中医理疗。
3.城区医疗集群。建设康复医院。
二、服务能力。推进签约服务，养老机构签约率达到90%。
海盐县人民政府
2025年3月1日
"""
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize("question", ["海盐三个产业集群是哪三个", "海盐有哪三个产业集群"])
def test_as_many_as_the_question_counts_are_told(talk: Talk, question: str) -> None:
    assert [item.clause.label for item in talk(question).evidence[:3]] == ["1.", "2.", "3."]


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("北京京政办发〔2020〕5号还有效吗", ("京政办发(2020)5号",)),
        ("广州市穗府办规〔2021〕7号", ("穗府办规(2021)7号",)),
        ("渝卫函〔2023〕574号讲什么", ("渝卫函(2023)574号",)),
    ],
)
def test_a_number_is_read_without_the_place_in_front(question: str, numbers: tuple[str, ...]) -> None:
    assert document_numbers(question) == numbers


def test_a_share_is_no_comparison() -> None:
    assert core("比例要求是多少") == "比例"
    assert core("比一下镇江") == "镇江"
