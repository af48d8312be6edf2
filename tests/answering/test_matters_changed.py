"""A turn without a region that asks of another matter leaves the one before; one that goes on with it does not."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.dialogue.intent import intent_of
from yiyang_qa.dialogue.turns import asks_of_any, may_stand_alone, stands_alone
from yiyang_qa.types import Intent

DOCUMENTS = {
    "meals": """泰州市老年食堂管理办法
第一条 老年食堂每餐补贴3元。
第二条 民政部门每年对老年食堂考核一次，考核不合格的，限期三个月整改，逾期不改的取消补贴。
第三条 老年食堂租用国有房屋的，免收三年租金。
泰州市人民政府
2024年4月1日
""",
    "work": """泰州市残疾人就业规定
第一条 用人单位未按规定缴纳残疾人就业保障金的，按日加收5‰的滞纳金。
第二条 用人单位安排残疾人就业的比例不得低于本单位在职职工总数的1.5%。
第三条 盲人按摩机构由残疾人联合会备案，备案期限为10个工作日。
泰州市人民政府
2024年5月1日
""",
    "goals": """泰州市养老服务发展方案
一、总体目标。到2027年,养老机构护理型床位占养老机构床位总数达72%以上。
二、人才培养。开展护理员职业技能等级认定，优先招聘培训合格的护理员。
三、社区服务。建成社区老年学校30所。
泰州市人民政府
2024年6月1日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("残疾人就业保障金不交会怎样", "5‰"),
        ("用人单位安排残疾人比例是多少", "1.5%"),
        ("盲人按摩机构的备案期限", "10个工作日"),
    ],
)
def test_another_matter_is_asked_alone(talk: Talk, turn: str, said: str) -> None:
    answer = talk("泰州老年食堂每餐补多少", turn)
    assert answer.query.text == f"泰州市：{turn}"
    assert said in answer.text.partition("出处")[0]


@pytest.mark.parametrize(
    ("turn", "said"), [("考核不过关了会怎样", "限期三个月整改"), ("租国有房屋的呢", "免收三年租金")]
)
def test_what_goes_on_is_asked_with_the_matter_before(talk: Talk, turn: str, said: str) -> None:
    answer = talk("泰州老年食堂怎么考核", turn)
    assert answer.query.text == f"泰州市：老年食堂怎么考核 {turn}"
    assert said in answer.text.partition("出处")[0]


def test_what_follows_another_matter_is_asked_of_that_one(talk: Talk) -> None:
    answer = talk("泰州老年食堂每餐补多少", "残疾人就业保障金不交会怎样", "那比例是多少")
    assert "食堂" not in answer.query.text


def test_what_is_asked_of_instead_leads(talk: Talk) -> None:
    answer = talk("泰州护理型床位占比达到多少", "护理员呢")
    assert answer.evidence[0].clause.label == "二、"
    assert "nearest_only" not in {notice.code for notice in answer.notices}


def test_what_is_asked_of_instead_and_said_nowhere_is_only_near(talk: Talk) -> None:
    answer = talk("泰州护理型床位占比达到多少", "适老化改造呢")
    assert not answer.evidence or "nearest_only" in {notice.code for notice in answer.notices}


@pytest.mark.parametrize(
    "turn",
    ["送餐怎么补", "我妈80岁失能在家能领吗", "那达不到怎么办", "租赁的房子签几年合同", "医生护士方面呢"],
)
def test_turns_that_always_lean(turn: str) -> None:
    assert not stands_alone(turn, has_region=False)
    assert not may_stand_alone(turn)


def test_what_was_asked_of_the_one_is_asked_of_the_other(reading: Reading) -> None:
    rules = """广州市老年人助餐配餐服务管理办法
第二十五条 市级老年人助餐配餐服务补贴包括就餐补贴、送餐补贴、运营补贴。补贴的计算和发放适用于午餐和晚餐，每人每餐计1次。
第二十六条 60周岁及以上的户籍居家老年人接受助餐配餐服务可享受就餐补贴。补贴标准为每人每次就餐费用的四分之一，最高不超过3元。
第二十七条 长者饭堂运营机构为本市户籍老年人提供送餐服务可享受送餐补贴，补贴标准为每人每次2元。
第二十八条 长者饭堂运营机构按符合条件的实际就餐人次享受运营补贴，补贴标准为每人每次3元。
第二十九条 民政部门每年8月将次年助餐配餐服务补贴资金纳入部门预算。
第三十条 长者饭堂应当公示菜谱、价格和举报电话。
第三十一条 运营机构的从业人员应当持有健康证明。
"""
    answer = talking(reading({"meals": rules}))("广州老人就餐补贴多少", "送餐呢")
    assert answer.evidence[0].clause.label == "第二十七条"


def test_a_return_to_a_place_is_no_matter(talk: Talk) -> None:
    answer = talk("泰州护理型床位占比达到多少", "扬州呢", "回到泰州，护理员怎么培养")
    assert "回到" not in answer.query.text
    assert answer.evidence[0].clause.label == "二、"


@pytest.mark.parametrize("turn", ["最高罚多少", "要什么条件", "最低多少钱一个月"])
def test_turns_that_may_ask_of_any_matter(turn: str) -> None:
    assert asks_of_any(turn)


@pytest.mark.parametrize("question", ["免督查是给哪些地方", "重点支持哪些地区", "示范区覆盖哪些城市"])
def test_places_that_a_document_names_are_no_comparison(question: str) -> None:
    assert intent_of(question) is Intent.LIST
