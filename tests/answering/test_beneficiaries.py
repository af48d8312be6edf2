"""What a person gets is told to a person; what a body gets that serves him, to the body."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.beneficiaries import asked_for_a_person, granted_to_persons
from yiyang_qa.types import Question

LIBRARY = {
    "baths": """泉州市老年人助浴服务管理办法
泉民规〔2024〕6号
泉州市民政局
2024年3月1日
第一条 助浴点运营机构应当公示助浴服务价格，助浴价格由街道办事处与助浴点运营机构协商确定。
第二条 本市户籍60周岁以上的居家老年人接受助浴服务可享受洗浴补贴。补贴标准为每人每次助浴费用的三分之一，最高不超过20元。
第三条 助浴点运营机构为失能老年人提供上门助浴可享受上门补贴，补贴标准为每人每次15元。
第四条 助浴点运营机构按老年人实际助浴人次享受运营补贴，补贴标准为自有场所的助浴点每人每次8元，其他助浴点每人每次5元。
""",
}


@pytest.fixture(scope="module")
def baths(reading: Reading) -> Assistant:
    return reading(LIBRARY)


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("泉州老人到助浴点洗一次澡补多少钱", "第二条"),
        ("泉州我妈去助浴点每次能补多少", "第二条"),
        ("泉州助浴点洗浴补贴多少", "第二条"),
        ("泉州助浴点上门补贴多少", "第三条"),
        ("泉州助浴点运营机构能补多少", "第四条"),
        ("泉州助浴点运营补贴多少", "第四条"),
    ],
)
def test_who_asks_is_told_what_he_gets(baths: Assistant, question: str, article: str) -> None:
    assert baths.ask(Question(question)).evidence[0].clause.label.startswith(article)


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("我爸失能了每月能领多少", True),
        ("老人在食堂吃一顿饭补几块", True),
        ("住养老院的低保老人每月补多少钱", True),
        ("我们养老院收住失能老人补多少", False),
        ("养老机构每张床位补多少钱", False),
        ("老人的补贴由谁发放", False),
        ("老人的送餐补贴每月多少", False),
    ],
)
def test_a_person_asks_what_a_person_gets(question: str, person: bool) -> None:
    assert asked_for_a_person(question) is person


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("经评估为重度失能的参保人员，每人每月给予900元。", 1),
        ("老年人接受服务可享受补贴。补贴标准为每次服务费用的一半，最高10元。", 1),
        ("养老机构收住失能老年人的，每人每月给予100元补贴。", -1),
        ("对新建养老机构，每张床位给予1万元补贴。", -1),
        ("老年人应当凭证入住。", 0),
        ("入住养老机构的失能老年人，每人每月补贴300元。", 1),
        ("对收住失能老年人的养老机构，每人每月补贴100元。", -1),
    ],
)
def test_to_whom_a_sum_is_granted(text: str, whose: int) -> None:
    assert granted_to_persons(text) == whose
