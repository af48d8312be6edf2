"""Policies of other fields: a guide, a register, the nation beside a city, over the same code."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Status

DOCUMENTS = {
    "chengjiang-guide": """灵活就业人员社会保险补贴申领指南
来源:玉溪市澄江市人力资源和社会保障局
灵活就业人员社会保险补贴申领指南
1 办理条件
同时具备下列条件的灵活就业人员,可以申请社会保险补贴:
a) 经认定为就业困难人员;
b) 依法缴纳社会保险费。
2 办理时限
60个工作日。
3 收费标准
不收费。
4 申请
灵活就业人员向公共就业服务机构申请社会保险补贴,填写《云南省灵活就业人员社会保险补贴审批表》,并提供下列材料:
a) 身份证;
b) 社区盖章的就业证明。
5 办理地点
秀山街15号政务服务中心2楼。
""",
    "jiaxing-residence": """嘉兴市居住证管理办法
第一条 为了规范居住证管理，制定本办法。
第二条 公安机关负责居住证的申领受理、制作、发放等证件管理工作。
第三条 居住证持有人变更居住地址的，到受理机构办理变更登记。
第四条 符合居住证申领条件且证明材料齐全的，自受理之日起5个工作日内发放居住证。
第五条 申领居住证，应当提交以下材料：
（一）申领表；
（二）近期相片2张。
第六条 居住证损坏、丢失的，到受理机构办理换领、补领。
第七条 居住证满2年的，可以申请登记常住户口。
""",
    "nation-residence": """居住证条例
第一条 国务院公安部门主管全国的居住证工作。
第二条 居住证自受理之日起15日内发放。
第三条 出租、出借居住证的，处200元以下罚款。
""",
    "jiaxing-meals": """嘉兴市老年人助餐服务补贴办法
第一条 助餐服务补贴包括就餐补贴、送餐补贴、运营补贴。
第二条 六十周岁以上的本市户籍老年人就餐可以享受补贴，按每次就餐费用的四分之一，最高不超过3元。
第三条 助餐点应当每月公布食谱。
第四条 患慢性疾病的老年人，凭病历领取低盐套餐。
第五条 本办法由嘉兴市民政局负责解释。
""",
    "jiaxing-qa": """嘉兴市义务教育入学政策5问
来源：教育局
Q:公办小学如何网上报名？

A:适龄儿童的父母于当年5月5日至20日登录报名系统填写信息。

------------------------------------------------

Q:民办初中何时公布招生方案？

A:民办初中于4月15日至30日公布招生方案。

------------------------------------------------

Q:学校违规怎么处理？

A:责令限期整改。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("turns", "clause"),
    [
        (("澄江灵活就业社保补贴多久能办完",), "chengjiang-guide/2"),
        (("澄江灵活就业社保补贴去哪儿办",), "chengjiang-guide/5"),
        (("澄江灵活就业社保补贴去哪儿办", "要钱吗"), "chengjiang-guide/3"),
        (("嘉兴办居住证要交哪些材料",), "jiaxing-residence/第五条"),
        (("按照国家的居住证条例，多少天发证",), "nation-residence/第二条"),
        (("嘉兴助餐服务每次补贴多少",), "jiaxing-meals/第二条"),
        (("嘉兴慢性病老人能领什么餐",), "jiaxing-meals/第四条"),
        (("嘉兴助餐补贴办法归谁解释",), "jiaxing-meals/第五条"),
    ],
)  # fmt: skip
def test_what_is_asked_for_leads(talk: Talk, turns: tuple[str, ...], clause: str) -> None:
    assert talk(*turns).evidence[0].clause.id == clause


def test_a_district_is_pointed_at_by_its_place_in_the_conversation(talk: Talk) -> None:
    answer = talk(
        "澄江灵活就业社保补贴去哪儿办", "嘉兴居住证多少天能办好", "刚才第一个说的那个区，多少天办好"
    )
    assert [region.name for region in answer.query.regions] == ["澄江市"]


def test_who_keeps_a_register_is_in_charge_of_it(talk: Talk) -> None:
    answer = talk("嘉兴居住证丢了怎么补", "这个归谁管")
    assert "公安机关负责居住证的申领受理、制作、发放等证件管理工作" in answer.text


@pytest.mark.parametrize(
    "question",
    ["澄江灵活就业社保补贴每个月补多少钱", "嘉兴居住证积分要多少分", "澄江灵活就业社保补贴最高能贷多少万"],
)
def test_a_value_unsaid_is_refused_though_a_word_of_the_matter_asks_something(
    talk: Talk, question: str
) -> None:
    assert talk(question).status is Status.NO_EVIDENCE


def test_other_provinces_are_no_cities(talk: Talk) -> None:
    answer = talk("嘉兴助餐每次补多少", "别的省呢")
    assert "澄江市" not in answer.text


def test_a_line_drawn_between_questions_is_no_sentence(talk: Talk) -> None:
    answer = talk("嘉兴公办小学网上报名是几号到几号")
    assert "5月5日至20日" in answer.text
    assert "---" not in answer.text


def test_no_sum_is_told_of_what_is_not_given(talk: Talk) -> None:
    answer = talk("嘉兴小学生有没有校车接送补助，一天几块钱")
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
