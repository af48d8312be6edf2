"""Who is entitled by one clause has the sum that another item sets for his age, and what comes on top of it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

RULES = """鹰潭市人民政府办公室关于印发鹰潭市高龄老年人津贴发放管理办法的通知
鹰政办规〔2023〕6号
一、发放对象
具有鹰潭市户籍、年满80周岁及以上的老年人，均可申领高龄津贴。其中享受特困供养的老年人，不因享受供养待遇而取消。
二、发放标准
（一）80—89周岁，每人每月60元；
（二）90—99周岁，每人每月130元。
最低生活保障家庭中80—89周岁的老年人，在前述标准基础上每人每月增发40元。
鹰潭市人民政府办公室
2023年8月15日
"""


@pytest.fixture
def talk(reading: Reading) -> Talk:
    return talking(reading({"rules": RULES}))


def judged(talk: Talk, question: str) -> Eligibility:
    eligibility = talk(question).eligibility
    assert eligibility is not None
    return eligibility


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("鹰潭，我叔公今年86，户口就在鹰潭，是五保户，这个高龄的钱还有他的份吗，一月多少？", 60),
        ("鹰潭，我奶奶92岁，户口在鹰潭，高龄津贴一个月多少？", 130),
        ("鹰潭，我奶奶85岁，户口在鹰潭，家里是低保，高龄津贴一个月总共多少？", 100),
    ],
)
def test_the_sum_of_the_age_goes_with_the_entitlement(talk: Talk, question: str, value: int) -> None:
    found = judged(talk, question)
    assert found.verdict is Verdict.ELIGIBLE
    assert found.amount is not None
    assert found.amount.value == Decimal(value)
