"""What a person gets is told to a person; what a body gets that serves him, to the body."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.beneficiaries import asked_for_a_person, granted_to_persons, staff_asked
from yiyang_qa.search.benefits import benefits_named
from yiyang_qa.types import Question, Status

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
        ("对服务老年人超过1万人次的老年食堂，每年给予2万元。", -1),
        ("对收住失能老年人的养老机构，每人每月补贴100元。", -1),
    ],
)
def test_to_whom_a_sum_is_granted(text: str, whose: int) -> None:
    assert granted_to_persons(text) == whose


HOMES = """泉州市人才安居补贴细则
泉人社规〔2024〕2号
泉州市人力资源和社会保障局
2024年3月1日
第一条 购房补贴。在市区首次购买商品住房的，按以下标准给予一次性补贴：博士20万元，硕士10万元，本科5万元。
第二条 租房补贴。未享受购房补贴、在市区无自有住房的，博士每月1500元、硕士每月1000元、本科每月600元，最长不超过36个月。
第三条 补贴资金由市财政局按年度安排。
"""


@pytest.mark.parametrize(
    ("question", "article"),
    [
        ("泉州硕士买房补多少", "第一条"),
        ("泉州硕士购房补贴多少", "第一条"),
        ("泉州硕士租房每月补多少", "第二条"),
        ("泉州硕士租房补贴每月多少", "第二条"),
    ],
)
def test_a_benefit_is_known_by_what_it_is_for(reading: Reading, question: str, article: str) -> None:
    assert reading({"homes": HOMES}).ask(Question(question)).evidence[0].clause.label == article


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("老年人可享受就餐补贴", {"就餐"}),
        ("租房补贴。未享受购房补贴的", {"租房"}),
        ("老师每月补贴多少", set()),
        ("公务员能拿补贴吗", set()),
    ],
)
def test_what_benefits_are_named(text: str, named: set[str]) -> None:
    assert benefits_named(text) == named


@pytest.mark.parametrize(
    ("question", "staff"),
    [
        ("泉州助浴点护理员每月补贴多少", "护理员"),
        ("食堂员工的工资补助有多少", "员工"),
        ("助浴点工作人员能领多少", "工作人员"),
        ("助餐点送餐员一单能拿多少工钱", "送餐员"),
        ("职工医保能报多少", ""),
        ("助浴点补贴多少", ""),
        ("请护理员上门要多少钱", ""),
    ],
)
def test_whose_staff_is_asked_for(question: str, staff: str) -> None:
    assert staff_asked(question) == staff


def test_what_a_body_gets_is_not_what_its_staff_gets(baths: Assistant) -> None:
    answer = baths.ask(Question("泉州助浴点工作人员每月补贴多少"))
    assert answer.status is Status.NO_EVIDENCE
    assert "没有写明“工作人员”" in answer.text


MEALS = """泉州市老年助餐服务实施方案
泉民〔2024〕11号
泉州市民政局
2024年3月1日
第一条 对在助餐点就餐的低保老年人，每人每餐补贴4元，80周岁以上老年人每人每餐补贴2元。
第二条 对送餐上门的，每单补贴1元，由县级财政负担。
第三条 参与助餐服务满一年的志愿者，每人每月给予交通补贴100元。
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("泉州助餐点志愿者交通补贴每月多少", "100元"),
        ("泉州低保老人在助餐点吃饭每餐补贴多少", "4元"),
    ],
)
def test_who_is_granted_something_is_told(reading: Reading, question: str, told: str) -> None:
    assert told in reading({"meals": MEALS}).ask(Question(question)).text.split("相关条款")[0]


@pytest.mark.parametrize("question", ["泉州送餐员一单能拿多少工钱", "泉州助餐点厨师每月补贴多少"])
def test_what_those_served_get_is_not_what_the_staff_gets(reading: Reading, question: str) -> None:
    served = MEALS.replace("志愿者", "低保老年人")

    assert reading({"meals": served}).ask(Question(question)).status is Status.NO_EVIDENCE
