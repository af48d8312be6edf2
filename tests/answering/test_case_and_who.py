"""能不能领、领多少、找谁: a case is judged though the question asks who is responsible as well."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Verdict

DOCUMENTS = {
    "quanzhou": """泉州市养老服务补助办法
泉州市人民政府办公室
第一条 对自有房屋建设的养老机构，新增床位30张以上的，每张床位给予建设补助1万元。（责任单位：市民政局）
第二条 养老机构应当与医疗机构签订合作协议。
""",
    "zhangzhou": """漳州市养老服务补助办法
漳州市人民政府办公室
第一条 对自有房屋建设的养老机构，新增床位30张以上的，每张床位给予建设补助2万元。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    "question",
    [
        "我想在泉州开养老院，新增40张床，房子是自有的，能不能领、领多少、找谁",
        "我想在泉州开养老院新增40张床房子是自有的能不能领建设补助领多少找谁",
        "泉州自有房屋新增40张床位，建设补助多少，责任单位是谁",
    ],
)
def test_the_case_is_judged_and_the_units_told(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert answer.eligibility
    assert answer.eligibility.verdict is Verdict.ELIGIBLE
    assert "40万元" in answer.text
    assert "责任单位：市民政局" in answer.text


def test_that_no_unit_is_named_is_said_beside_the_sum(talk: Talk) -> None:
    answer = talk("我想在漳州开养老院，新增20张床，房子是自有的，能不能领、领多少、找谁")
    assert answer.eligibility
    assert answer.eligibility.verdict is Verdict.NOT_ELIGIBLE
    assert "没有写明责任单位" in answer.text


def test_whoever_only_asks_who_is_told_who(talk: Talk) -> None:
    answer = talk("泉州新增40张床位的建设补助由哪个部门负责")
    assert answer.eligibility is None
    assert answer.text.startswith("泉州市：责任单位：市民政局")
