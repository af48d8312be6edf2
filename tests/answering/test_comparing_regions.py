"""Rows of a comparison: only the kind of region asked about, and only regions that speak of the matter."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from readers import Indexed
from yiyang_qa.assistant import Assistant
from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.admission import of_kind
from yiyang_qa.search.choosing import chosen
from yiyang_qa.search.ranking import Hit
from yiyang_qa.types import Answer, Clause, Document, Question

DOCUMENTS = {
    "qingdao": """青岛市居家养老服务实施办法
第一条 支持养老机构为失能老年人设置家庭养老床位，提供上门照护服务，并给予运营补贴。
第二条 在社区设置老年人助餐点。
""",
    "guangzhou": """广州市老年人助餐服务管理办法
第一条 助餐点由街道统一设置，明码标价。
第二条 公共交通工具上设置老年人专座。
""",
    "zhejiang": """浙江省社会养老服务促进条例
第一条 鼓励养老机构为居家的失能老年人设置家庭养老床位。
第二条 建立老年人意外伤害保险制度。
""",
    "shanghai": """上海市老年人权益保障条例
第一条 推进家庭养老床位建设，由养老机构提供上门服务。
第二条 发展老年教育，办好老年大学。
""",
}


@pytest.fixture(scope="module")
def four_regions(indexed: Indexed) -> OpenIndex:
    return indexed(DOCUMENTS)


def rows(answer: Answer) -> dict[str, bool]:
    assert answer.comparison is not None
    return {row.region: row.found for row in answer.comparison.rows}


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("哪些城市规定了家庭养老床位", {"qingdao", "guangzhou", "shanghai"}),
        ("各省怎么规定的", {"zhejiang", "shanghai"}),
        ("哪个省的护理假最长", {"zhejiang", "shanghai"}),
        ("哪个省级部门最忙", {"qingdao", "guangzhou", "zhejiang", "shanghai"}),
        ("各省市怎么规定的", {"qingdao", "guangzhou", "zhejiang", "shanghai"}),
        ("各地怎么规定的", {"qingdao", "guangzhou", "zhejiang", "shanghai"}),
        ("各个市场怎么监管", {"qingdao", "guangzhou", "zhejiang", "shanghai"}),
    ],
)
def test_the_kind_of_region_asked_about(four_regions: OpenIndex, question: str, asked: set[str]) -> None:
    catalogue = four_regions.documents.catalogue
    assert {catalogue[int(i)].id for i in np.flatnonzero(of_kind(catalogue, question))} == asked


def test_a_region_that_does_not_speak_of_it_is_said_so(four_regions: OpenIndex, encoder: Encoder) -> None:
    assistant = Assistant(four_regions, encoder)
    everywhere = rows(assistant.ask(Question("家庭养老床位各地怎么规定", top_k=20)))
    assert everywhere == {"青岛市": True, "浙江省": True, "上海市": True, "广州市": False}
    cities = rows(assistant.ask(Question("哪些城市规定了家庭养老床位", top_k=20)))
    assert cities == {"青岛市": True, "上海市": True, "广州市": False}


def test_a_region_is_measured_by_its_own_best(four_regions: OpenIndex) -> None:
    documents = [four_regions.documents[at] for at in range(2)]
    scores = {(0, 0): 1.0, (0, 1): 0.4, (1, 0): 0.4, (1, 1): 0.3}  # (document, clause)
    hits = [Hit(10 * at + clause, score, 1.0, 1.0, 1.0, ()) for (at, clause), score in scores.items()]

    def at(hit: Hit) -> tuple[Document, Clause]:
        document = documents[hit.row // 10]
        return document, document.clauses[hit.row % 10]

    resolved = resolve(Question("家庭养老床位各地怎么规定"), Places(()), today=date(2026, 1, 1))
    assert [hit.row for hit in chosen(hits, hits, resolved, at)] == [0, 10, 11]


def test_regions_that_are_silent_in_the_same_words_are_named_together(
    four_regions: OpenIndex, encoder: Encoder
) -> None:
    text = Assistant(four_regions, encoder).ask(Question("哪些地方规定了公共交通工具上的老年人专座")).text
    (silent,) = [line for line in text.splitlines() if "文件未见相关规定" in line]
    assert silent.count("、") == 2
