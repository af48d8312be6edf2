"""A case is refused for what the text says of it, not for what it says of another benefit or of other ages."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

ALLOWANCES = """萍乡市残疾人两项补贴办法
萍民发〔2023〕33号
第一条 残疾等级为一级、二级的残疾人，可以申领护理补贴。
第二条 补贴标准：生活补贴每人每月85元；护理补贴一级残疾人每人每月130元，二级残疾人每人每月100元。
第三条 有下列情形之一的，不得享受或者不得同时享受：
（一）纳入特困人员供养范围的残疾人，不享受两项补贴；
（二）领取工伤保险生活护理费的残疾人，不享受护理补贴。
萍乡市民政局
2023年9月1日
"""
TRAINING = """吉安市残疾儿童康复救助办法
吉残联发〔2023〕18号
一、救助对象
（一）残疾儿童。本市户籍的0—14周岁残疾儿童和孤独症儿童。
（二）成年残疾人。本市户籍、有康复需求的15周岁以上残疾人，可申请本办法规定的辅助器具救助。
二、救助标准
（一）康复训练
1.0—6周岁儿童，每人每月补助2000元。
2.7—14周岁儿童，每人每月补助1000元。
（二）交通补助。最低生活保障家庭的0—14周岁儿童，到外县定点机构训练的，每月补助300元。
吉安市残疾人联合会
2023年9月1日
"""
BEDS = """上饶市家庭养老床位实施方案
饶民发〔2023〕40号
一、服务对象
（一）家庭养老床位。本市户籍、年满60周岁的中度或者重度失能老年人。
（二）有下列情形之一的，不纳入：1.已入住养老机构的；2.已享受长期护理保险居家上门护理待遇的。
二、补贴标准
（一）服务补贴。重度失能老年人每人每月450元；年满80周岁的，每人每月另增120元。
上饶市民政局
2023年9月1日
"""


@pytest.fixture
def talk(reading: Reading) -> Talk:
    return talking(reading({"allowances": ALLOWANCES, "training": TRAINING, "beds": BEDS}))


def judged(talk: Talk, question: str) -> Eligibility:
    eligibility = talk(question).eligibility
    assert eligibility is not None
    return eligibility


def test_an_item_that_says_what_it_refuses_refuses_that(talk: Talk) -> None:
    told = "萍乡，我叔二级残疾，{}，护理补贴能领多少？"
    assert judged(talk, told.format("村里给他办了特困")).verdict is Verdict.NOT_ELIGIBLE
    assert judged(talk, told.format("不是特困")).verdict is not Verdict.NOT_ELIGIBLE


def test_who_is_not_of_another_benefit_is_not_refused_his_own(talk: Talk) -> None:
    found = judged(talk, "吉安5岁自闭症孩子，家里不是低保，一个月康复训练能补多少？")
    assert found.verdict is not Verdict.NOT_ELIGIBLE
    assert found.amount is not None
    assert found.amount.value == Decimal(2000)


def test_who_is_left_out_of_those_served_has_nothing_of_the_text(talk: Talk) -> None:
    told = "上饶我爸81岁重度失能，{}，家庭养老床位服务补贴一个月多少？"
    assert judged(talk, told.format("已经享受长期护理保险居家上门护理待遇了")).verdict is Verdict.NOT_ELIGIBLE
    own = judged(talk, told.format("住在自己家"))
    assert own.amount is not None
    assert own.amount.value == Decimal(570)


def test_what_was_told_before_another_case_was_put_may_no_longer_hold(talk: Talk) -> None:
    turns = (
        "上饶老人82岁重度失能，已入住养老院，有服务补贴吗？",
        "那住自己家的82岁重度失能老人呢，服务补贴一个月多少？",
    )
    alone, after = talk(turns[0]).eligibility, talk(*turns).eligibility
    assert alone is not None
    assert alone.verdict is Verdict.NOT_ELIGIBLE
    assert after is not None
    assert after.verdict is not Verdict.NOT_ELIGIBLE
