"""What a text multiplies its standards by is reckoned where the case tells of it, and told beside the sum where not."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.eligibility.coefficients import UNRATED, coefficients, grade_told
from yiyang_qa.text import fold
from yiyang_qa.types import Answer

RULES = """抚州市养老机构建设和运营补贴办法
抚民发〔2023〕51号
第一条 建设补贴标准：
（一）租赁房屋的非营利性养老机构，新增床位20张以上的，每张床位补贴4000元，其中护理型床位每张补贴6000元；
（二）营利性养老机构按照同类非营利性养老机构标准的70%给予补贴。
第二条 运营补贴按月计算：
（一）收住中度失能老年人的，每人每月200元；
（二）收住重度失能老年人的，每人每月300元。
第三条 养老机构等级评定为五级、四级的，运营补贴分别按照标准的150%、120%发放；三级及以下的按照100%发放；未参加等级评定的按照60%发放。
抚州市民政局
2023年9月1日
"""
BY_FACTOR = "第九条 运营补贴按养老机构等级评定结果乘以系数：五级1.5，四级1.3，未评定等级的0.8。"
NONE_AT_ALL = "第九条 二级残疾人每人每月补贴90元。按照实际支出的20%给予补贴。评定为重度三级的，每小时50元。"


def test_each_grade_has_its_own() -> None:
    factors = {each.grade: each.factor for each in coefficients(RULES)}
    assert factors["四"] == Decimal("1.2")
    assert factors["二"] == factors["三"] == 1
    assert factors[UNRATED] == Decimal("0.6")
    assert {each.grade: str(each.factor) for each in coefficients(BY_FACTOR)} == {
        "五": "1.5",
        "四": "1.3",
        UNRATED: "0.8",
    }
    assert coefficients(NONE_AT_ALL) == ()


@pytest.mark.parametrize(
    ("question", "grade"),
    [
        ("我们养老院评上了四级", "四"),
        ("四星级养老院一个月补多少", "四"),
        ("我们院没去评过等级", UNRATED),
        ("老人评的重度三级", None),
        ("老人三级残疾", None),
    ],
)
def test_the_grade_is_that_of_the_institution(question: str, grade: str | None) -> None:
    assert grade_told(fold(question)) == grade


@pytest.fixture
def talk(reading: Reading) -> Talk:
    return talking(reading({"rules": RULES}))


def due(answer: Answer) -> Decimal | None:
    assert answer.eligibility is not None
    return answer.eligibility.amount.value if answer.eligibility.amount else None


@pytest.mark.parametrize(
    ("question", "value", "working"),
    [
        (
            "抚州，我们民办养老院没去评过等级，收了10个中度失能老人，一个月运营补贴能拿多少？",
            1200,
            "10人 × 每人每月200元 × 60% = 1200元/月",
        ),
        (
            "抚州，我们民办养老院评上了四级，收了10个重度失能老人，一个月运营补贴能拿多少？",
            3600,
            "10人 × 每人每月300元 × 120% = 3600元/月",
        ),
        (
            "抚州，我们是赚钱性质的养老院，房子租的，新增50张护理床，建设补贴一共能拿多少？",
            210000,
            "50张 × 6000元/张 × 70% = 21万元",
        ),
        (
            "抚州，我们是非营利养老院，房子租的，新增50张普通床，建设补贴一共能拿多少？",
            200000,
            "50张 × 4000元/张 = 20万元",
        ),
    ],
)
def test_what_the_case_tells_of_is_reckoned(talk: Talk, question: str, value: int, working: str) -> None:
    answer = talk(question)
    assert due(answer) == value
    assert working in answer.text


def test_what_it_does_not_tell_of_is_told_beside(talk: Talk) -> None:
    answer = talk("抚州，我们民办养老院收了10个重度失能老人，一个月运营补贴能拿多少？")
    assert due(answer) == 3000
    assert "未参加等级评定的按照60%发放”，这里没有计入" in answer.text


RAISED = """鹰潭市养老护理员岗位津贴办法
鹰民发〔2023〕61号
第一条 岗位津贴。连续从事养老护理工作满1年的，按月发放：五级（初级工）120元，四级（中级工）240元，三级（高级工）360元。
第二条 在认知障碍照护专区工作的，岗位津贴上浮20%。
鹰潭市民政局
2023年9月1日
"""


def test_a_grade_is_known_by_what_stands_in_brackets_behind_it(reading: Reading) -> None:
    answer = talking(reading({"raised": RAISED}))(
        "鹰潭养老院的护理员，有高级工证，连着干了两年，岗位津贴一个月多少？"
    )
    assert due(answer) == 360


def test_what_another_article_adds_in_per_cent_is_told_beside(reading: Reading) -> None:
    answer = talking(reading({"raised": RAISED}))(
        "鹰潭养老院的护理员，有高级工证，连着干了两年，岗位津贴一个月多少？"
    )
    assert "岗位津贴上浮20%”，这里没有计入" in answer.text
