"""Bands of ages, each a clause of its own: the one in which the age told lies, on what is demanded of all."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.eligibility.rules import rules
from yiyang_qa.types import Span, Verdict

ALLOWANCE = """榆次市敬老金发放办法
榆民规〔2024〕3号
一、发放对象
具有本市户籍，年满80周岁及以上的老年人。
二、发放标准
（一）80至89周岁，每人每月60元；
（二）90至99周岁，每人每月150元；
（三）100周岁及以上，每人每月500元。
三、申领程序
老年人持本人身份证、户口簿向户籍所在地村（居）民委员会提出申请，每月12日前通过社会保障卡发放到位。
四、停发情形
有下列情形之一的，从次月起停发：
（一）死亡或被宣告失踪的；
（二）户籍迁出本市的。
五、资金保障
敬老金所需资金由各县（市、区）财政负担，市财政对百岁老人给予50%补助。
六、本办法自2024年8月1日起施行。《榆次市高龄老人补贴办法》（民老发〔2013〕45号）同时废止。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"yuci-allowance": ALLOWANCE}))


@pytest.mark.parametrize(
    ("question", "sum_"),
    [("榆次85岁老人敬老金一个月多少", "60元"), ("榆次百岁老人每月能领多少", "500元")],
)
def test_the_band_of_the_age_told_answers(talk: Talk, question: str, sum_: str) -> None:
    answer = talk(question)
    assert sum_ in answer.text.split("相关条款")[0]
    assert answer.eligibility is not None
    assert answer.eligibility.verdict is Verdict.UNDETERMINED
    assert answer.eligibility.missing == ("户籍",)


def test_who_bears_the_cost_is_no_condition_of_who_gets_it() -> None:
    borne = "敬老金所需资金由各县财政负担，市财政对百岁老人给予50%补助。"
    assert rules(borne, Span(0, len(borne))) == ()
