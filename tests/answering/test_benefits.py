"""A benefit asked for is answered by what grants one, and by nothing else."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.search.benefits import GRANTS, asks_for_benefit, asks_what_is_granted
from yiyang_qa.types import Question, Status

INVESTS = """乳山市养老服务发展规划
一、重点项目
1.敬老院医务室建设项目：计划投资1870万元，新建医务室3处，养老床位200张。
2.康养社区项目：计划投资3.8亿元，总建筑面积9.5万平方米。
"""
GRANTS_TOO = (
    INVESTS
    + """二、保障措施
1.加大财政投入。对养老机构设立医务室的，一次性给予10万元补助。
"""
)


@pytest.mark.parametrize("question", ["开养老院能补多少", "瘫在床上给钱吗", "护理员有什么津贴"])
def test_a_benefit_is_known_under_its_lay_names(question: str) -> None:
    assert asks_for_benefit(question)


def test_what_is_granted_differs_from_how_to_apply() -> None:
    assert asks_what_is_granted("养老机构有哪些补助")
    assert not asks_what_is_granted("建设补贴向哪个部门申请")


def test_an_investment_is_no_grant() -> None:
    assert not GRANTS.search("计划投资1870万元,建设医疗床位76张")
    assert GRANTS.search("按每张养老床位2万元的标准支持")


def test_without_a_grant_the_document_does_not_say(reading: Reading) -> None:
    answer = reading({"plan": INVESTS}).ask(Question("乳山敬老院建医务室有什么补助"))
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())


def test_the_grant_comes_before_the_investment(reading: Reading) -> None:
    answer = reading({"plan": GRANTS_TOO}).ask(Question("乳山敬老院建医务室补助多少"))
    assert answer.text.startswith("乳山市：对养老机构设立医务室的，一次性给予10万元补助。[1]")
