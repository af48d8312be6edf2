"""What is paid of costs borne: by group, above where it begins, within the limit of a year; and sums as people say them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

RULES = """通化市人民政府办公室关于健全重特大疾病医疗救助制度的实施意见
通市政办规〔2022〕8号
一、救助对象
医疗救助对象为特困人员、孤儿，低保对象，低保边缘家庭成员和因病致贫重病患者。
二、救助标准
（一）住院救助。救助对象经基本医保、大病保险报销后，在年度内政策范围内个人自付费用，特困人员、孤儿不设起付标准，按100%救助；低保对象不设起付标准，按75%救助；低保边缘家庭成员起付标准为2500元，按65%救助；因病致贫重病患者起付标准为6000元，按60%救助。住院救助年度限额5万元。
（二）门诊救助。对患慢性病需长期服药的低保对象，按50%给予救助，年度限额2000元。
三、本意见自2023年1月1日起实施。
通化市人民政府办公室
2022年12月5日
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"rules": RULES}))


def judged(talk: Talk, *turns: str) -> Eligibility:
    eligibility = talk(*turns).eligibility
    assert eligibility is not None
    return eligibility


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("通化，我家低保，我爸住院报完自己还掏了2万，医疗救助还能给多少？",), 15000),
        (("通化，我们家是低保边缘户，住院报销完自付12500元，能救助多少",), 6500),
        (("通化，我叔是特困户，住院自付八万，救助多少？",), 50000),
        (("通化，我家低保，我妈住院花了3万，医保报了1万8，救助还能给多少？",), 9000),
        (("通化，我家低保，我爸住院报完自己还掏了2万，医疗救助还能给多少？", "那要是特困呢"), 20000),
    ],
)
def test_the_share_of_the_group_above_its_floor_within_the_limit(
    talk: Talk, turns: tuple[str, ...], value: int
) -> None:
    found = judged(talk, *turns)
    assert found.verdict is Verdict.ELIGIBLE
    assert found.amount is not None
    assert found.amount.value == Decimal(value)


def test_what_is_below_the_floor_is_borne_alone(talk: Talk) -> None:
    found = judged(talk, "通化，因病致贫的，住院自付5000块，能救助吗")
    assert found.verdict is Verdict.NOT_ELIGIBLE
    assert [r.met for r in found.requirements] == [True, False]


def test_the_working_stands_in_the_answer(talk: Talk) -> None:
    said = talk("通化，我们家是低保边缘户，住院报销完自付1万2千5，能救助多少").text
    assert "65%" in said
    answer = talk("通化，我们家是低保边缘户，住院报销完自付12500元，能救助多少").text
    assert "12500元 − 2500元 = 1万元，1万元 × 65% = 6500元" in answer
