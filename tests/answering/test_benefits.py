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


BEDS = """绵阳市养老服务办法
第一条 社区养老服务设施应当具备家庭养老床位、日间托管、康复护理等功能，为失能老年人提供养老服务。
第二条 一线服务人员可以按规定享受岗位补贴。
"""


def test_what_speaks_of_the_matter_and_grants_nothing_does_not_pass_for_a_benefit(reading: Reading) -> None:
    answer = reading({"law": BEDS}).ask(Question("绵阳养老床位补贴"))
    assert not answer.evidence or "nearest_only" in {notice.code for notice in answer.notices}


STARS = """绵阳市养老服务办法
第一条 居家养老服务组织被评定为一星级以上等级，且评定证书在有效期内的，可享受星级评定补贴。
民政部门每年委托第三方机构开展星级评定。五星级的给予10万元，四星级的给予5万元。
"""


def test_a_benefit_named_and_no_more_is_told_with_its_sums(reading: Reading) -> None:
    assert "给予10万元" in reading({"law": STARS}).ask(Question("绵阳星级评定补贴")).text


DEFERRED = """绵阳市老年人优待办法
第一条 公立医院对老年人应当减收普通门诊诊查费。具体减收标准由市卫生健康部门另行制定。
"""


def test_a_figure_left_to_another_text_is_said_to_be(reading: Reading) -> None:
    answer = reading({"law": DEFERRED}).ask(Question("绵阳公立医院给老人普通门诊诊查费减多少"))
    assert "应当减收普通门诊诊查费。具体减收标准由市卫生健康部门另行制定。[1]" in answer.text
