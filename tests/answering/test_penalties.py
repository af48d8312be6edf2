"""A penalty for one act is not told of another without a word."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.penalties import of_another_act

DOCUMENTS = {
    "homes": """句容市养老服务条例
第一条 养老机构应当公示收费标准，不得收取公示以外的费用。鼓励养老机构投保责任保险。
第二条 违反本条例规定，擅自改变养老服务设施使用性质的，由民政部门责令改正；逾期不改正的，处十万元以上五十万元以下罚款。
第三条 违反本条例规定，养老机构安排无健康证明的护理人员上岗的，由民政部门责令限期改正；逾期不改正的，处一万元以上三万元以下罚款。
句容市人民代表大会常务委员会
2024年3月1日
"""
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("question", "cautioned"),
    [
        ("句容养老院安排没有健康证的护理人员上岗怎么罚", False),
        ("句容养老设施改变使用性质罚多少", False),
        ("句容养老机构不投保罚多少", True),
        ("句容养老院虚报床位怎么处罚", True),
    ],
)
def test_a_penalty_for_another_act_is_only_near(talk: Talk, question: str, cautioned: bool) -> None:
    answer = talk(question)
    cautions = {notice.code for notice in answer.notices} & {"nearest_only"}
    assert bool(cautions or not answer.evidence) is cautioned


@pytest.mark.parametrize(
    ("question", "said", "another"),
    [
        ("养老院乱收费怎么罚", "违规收取费用的，处一万元罚款", True),
        ("养老院乱收费怎么罚", "超标准收费的，处一万元罚款", False),
        ("罚多少", "逾期不改正的，处一万元罚款", False),
        ("违反第十条怎么处罚", "违反第十条规定的，处一万元罚款", False),
    ],
)
def test_an_act_is_looked_for_under_its_official_names(question: str, said: str, another: bool) -> None:
    assert of_another_act(question, said) is another
