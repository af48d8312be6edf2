"""What there is for somebody is every clause that offers it, in the order of the text; where few do, no list is made up."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.offers import offer_asked
from yiyang_qa.types import Answer, Question

DOCUMENTS = {
    "yangzhou-care": """扬州市养老服务促进办法
2022年5月20日 扬州市人民政府第12次常务会议通过
第一条 为了促进养老服务，制定本办法。
第二条 市民政部门负责本行政区域内的养老服务工作，对补贴资金的使用进行监督。
第三条 对八十周岁以上的老年人，发放高龄津贴。
第四条 对经济困难的失能老年人，给予每人每月200元的护理补贴。
第五条 对新建养老机构，给予每张床位8000元的建设补贴。
第六条 收住失能老年人的养老机构，按规定享受运营补贴。
第七条 六十五周岁以上的老年人免费乘坐市内公共汽车。
第八条 公园、博物馆等场所对老年人免费开放。
第九条 养老护理员取得高级职业资格证书的，给予一次性奖励3000元。
第十条 骗取高龄津贴、护理补贴的，由民政部门责令退回，处五百元以下罚款。
第十一条 独居老年人家庭进行无障碍改造的，由区人民政府给予适当补助。
第十二条 具有本市户籍且符合下列条件之一的老年人，可以申请居家上门服务：
（一）八十周岁以上独居的；
（二）重度失能的；
（三）最低生活保障家庭的。
第十三条 本办法自2022年8月1日起施行。
""",
    "suqian-notice": """宿迁市卫生健康委员会关于诊所参加签约服务的通知
各县区卫生健康局：
一、参加条件
诊所参加家庭医生签约服务，应符合下列条件：
（一）持有有效的医疗机构执业许可证。
（二）至少有一名全科医师。
（三）使用统一的信息系统。
二、监督管理
县区卫生健康局每年组织考评。
宿迁市卫生健康委员会
2023年5月6日
""",
    "taizhou-care": """泰州市养老服务办法
2021年3月2日 泰州市人民政府第5次常务会议通过
第一条 为了规范养老服务，制定本办法。
第二条 对八十周岁以上的老年人，发放高龄津贴。
第三条 养老机构应当公布收费标准。
第四条 民政部门应当对养老机构进行检查。
第五条 对一线护理人员，按照每人每天300元给予夜班补助；对其他工作人员，按照每人每天200元给予夜班补助。
第六条 本办法自2021年6月1日起施行。
""",
    "huaian-reply": """淮安市卫生健康委员会关于第12号建议的答复函
一、工作开展情况
加大投入，赋能提升。将一般公共预算逐步提高，彩票公益金占比不低于百分之五十五。落实财税优惠，开展银行信贷试点，规范服务形成机制。
对利用自有产权建设的机构，市级财政对其新增床位给予每张1万元的建设补贴。放宽外资准入，开展合作交流，培育示范企业，推广智慧平台。
二、下一步打算
加强人才培养，完善考核评价，强化协同联动，抓好督促落实。
淮安市卫生健康委员会
2023年10月18日
""",
}


@pytest.fixture(scope="module")
def offering(reading: Reading) -> Assistant:
    return reading(DOCUMENTS)


def articles(answer: Answer) -> list[str]:
    return [item.clause.id.rpartition("/")[2] for item in answer.evidence]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("扬州老人有哪些补贴可以领", ["第三条", "第四条", "第十一条"]),
        ("扬州养老机构有什么补贴", ["第五条", "第六条"]),
        ("扬州对老年人有哪些优待", ["第七条", "第八条"]),
        ("我爸八十二了住在扬州，能享受什么待遇", ["第三条", "第四条", "第七条", "第八条", "第十一条"]),
    ],
)
def test_all_that_is_offered_is_told_in_the_order_of_the_text(
    offering: Assistant, question: str, expected: list[str]
) -> None:
    answer = offering.ask(Question(question, top_k=1))  # a list is not cut to the number asked for
    assert articles(answer) == expected
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]
    assert [f"[{n}]" in line for n, line in enumerate(lines, 1)] == [True] * len(expected)
    for item in answer.evidence:
        assert {item.document.id} == {"yangzhou-care"}
        assert all(span.of(item.document.text) in item.document.text for span in item.highlights)


def test_one_offer_is_no_list(offering: Assistant) -> None:
    answer = offering.ask(Question("泰州老人有哪些补贴可以领"))
    assert articles(answer)[0] == "第二条"
    assert not [line for line in answer.text.partition("相关条款")[0].splitlines() if line.startswith("- ")]


def test_the_one_offer_of_a_region_answers_however_general_the_question(offering: Assistant) -> None:
    answer = offering.ask(Question("淮安都有什么补贴可以申请"))
    assert "每张1万元的建设补贴" in answer.text
    assert [notice.code for notice in answer.notices][:1] == ["nearest_only"]
    assert not offering.ask(Question("淮安有哪些购车补贴")).evidence


def test_who_may_apply_is_told_line_by_line(offering: Assistant) -> None:
    answer = offering.ask(Question("扬州谁可以申请居家上门服务"))
    assert articles(answer)[0] == "第十二条"
    assert [line for line in answer.text.splitlines() if line.startswith("- （")] == [
        "- （一）八十周岁以上独居的；[1]",
        "- （二）重度失能的；[1]",
        "- （三）最低生活保障家庭的。[1]",
    ]


def test_cases_in_which_something_ends_are_told_or_said_to_be_unsaid(offering: Assistant) -> None:
    answer = offering.ask(Question("扬州什么情况下会停发高龄津贴"))
    assert not answer.evidence or articles(answer)[0] == "第十条"


@pytest.mark.parametrize(
    ("question", "sentence", "made"),
    [
        ("老人有哪些补贴", "对收住失能老年人的养老机构，给予运营补贴", False),
        ("养老机构有哪些补贴", "对收住失能老年人的养老机构，给予运营补贴", True),
        ("养老机构有哪些补贴", "长者食堂为养老机构送餐可享受运营补贴", False),
        ("老人有哪些补贴", "骗取老年人护理补贴的，责令退回", False),
        ("老人有哪些补贴", "老年人补贴资金纳入财政预算", False),
        ("企业有哪些税费优惠", "对小微企业减免房产税", True),
        ("企业有哪些税费优惠", "对小微企业给予房租补贴", False),
        ("残疾人有什么补贴", "对生活困难的残疾人给予生活补贴", True),
        ("有哪些优惠政策", "按规定享受税收优惠", True),  # whoever they are for
    ],
)
def test_who_is_offered_what(question: str, sentence: str, made: bool) -> None:
    offer = offer_asked(question)
    assert offer
    assert offer.made_in(sentence) is made


@pytest.mark.parametrize(
    "question",
    [
        "床位补贴标准是多少",
        "申请补贴要什么材料",
        "哪些人可以领高龄津贴",
        "养老院招了几个下岗职工，有什么扶持",  # a case of its own
        "老人坐地铁有什么优惠",
    ],
)
def test_other_questions_ask_for_no_list_of_offers(question: str) -> None:
    assert offer_asked(question) is None


def test_a_value_is_told_beside_the_like_of_it(offering: Assistant) -> None:
    answer = offering.ask(Question("泰州夜班补助一天多少"))
    said = [span.of(answer.evidence[0].document.text) for span in answer.evidence[0].highlights]
    assert [figure for figure in ("300元", "200元") if any(figure in each for each in said)] == [
        "300元",
        "200元",
    ]


def test_conditions_that_a_clause_announces_are_all_told(offering: Assistant) -> None:
    answer = offering.ask(Question("宿迁诊所要符合什么条件才能参加签约服务"))
    assert [item.clause.label for item in answer.evidence] == ["（一）", "（二）", "（三）"]


def test_an_item_is_told_with_the_sentence_that_opens_its_list(offering: Assistant) -> None:
    answer = offering.ask(Question("扬州重度失能老人能不能申请居家上门服务"))
    best = next(item for item in answer.evidence if item.clause.label == "第十二条")
    said = [span.of(best.document.text) for span in best.highlights]
    if any(each.startswith("（") for each in said):
        assert said[0].endswith("：")
