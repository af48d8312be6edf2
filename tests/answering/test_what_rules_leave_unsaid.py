"""Grades, other people's shares and documents not held here: what looks like an answer and is none, and what is one."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Status

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
HOMES = """平鲁市人才安居补贴办法
第一条 新引进人才在市区租房的，本科每月600元、硕士每月1000元、博士每月1500元，给予租房补贴。
第二条 困难残疾人家庭改造，一级残疾每户补贴5000元，二级残疾每户补贴3000元。
第三条 本办法自2024年3月1日起施行，有效期5年。
"""
BEDS = """兰溪市家庭照护床位管理办法
一、承接机构应同时符合以下要求：一是依法登记，具有养老服务经营范围；二是养老护理员不少于5名，持证率达到100%；三是建有信息平台。
二、老年人有下列情形的，终止服务：（1）去世；（2）住院超过60天；（3）户籍迁出。
三、职责分工
市民政局负责统筹协调。市财政局负责资金保障。市市场监管局负责食品安全监管，每季度至少检查一次。
四、有关要求
一是严把老年食堂食品安全关，老年食堂应当取得食品经营许可证，实行留样48小时制度。二是严禁套取补助。三是加强宣传引导。
"""
FUND = """长治市住房公积金提取细则
第一条 职工有下列情形之一的，可以申请提取本人住房公积金：（一）购买、建造、大修自住住房的；（二）退休的；（三）连续足额缴存满3个月，本人在缴存地无自有住房且租赁住房的。
第二条 购买自住住房的，应当自购房合同备案之日起2年内申请，提取总额不超过购房总价款。
第三条 提取申请自受理之日起3个工作日内作出准予或者不准予的决定。
第四条 本细则自2024年8月1日起施行，有效期5年。
"""
NURSING = """晋城市长期护理保险试点通知
一、参保范围。职工和居民参加长期护理保险。
二、筹资标准。职工每人每年130元，其中个人50元，财政30元。
三、等待期。首次参保的，设6个月等待期。
四、经办服务。委托商业保险公司经办，经办服务费按不超过当年长期护理保险筹资总额的5%确定。
五、停发情形
有下列情形之一的，从次月起停发：
（一）死亡的；
（二）参保关系转出的。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    documents = {"yuci-allowance": ALLOWANCE, "pinglu-homes": HOMES, "lanxi-beds": BEDS}
    return talking(reading({**documents, "changzhi-fund": FUND, "jincheng-nursing": NURSING}))


def test_a_name_of_the_same_allowance_is_found_by_another(talk: Talk) -> None:
    assert "12日前" in talk("榆次高龄津贴每个月几号到账").text


@pytest.mark.parametrize("question", ["榆次老人去世了敬老金啥时候停发", "晋城失能老人去世了长护险啥时候停发"])
def test_a_heading_names_the_cases_in_which_it_ends(talk: Talk, question: str) -> None:
    assert "从次月起停发" in talk(question).text


def test_a_document_not_held_here_is_told_of_by_what_ends_it(reading: Reading) -> None:
    measures = """沁源县助餐补贴办法
第一条 老年人就餐每餐补贴3元。
第二条 原《沁源县老年食堂补贴办法》（民老发〔2013〕45号）停止执行。
第三条 老年食堂每年检查一次。
"""
    answer = talking(reading({"changzhi-fund": FUND, "qinyuan-meals": measures}))(
        "民老发〔2013〕45号还有效吗"
    )
    assert "停止执行" in answer.text.split("相关条款")[0]
    assert {item.document.id for item in answer.evidence} == {"qinyuan-meals"}


def test_the_term_of_what_ends_a_document_is_not_told_as_its_own(talk: Talk) -> None:
    answer = talk("民老发〔2013〕45号还有效吗")
    assert "同时废止" in answer.text
    assert "有效期：" not in answer.text


@pytest.mark.parametrize(
    "question", ["平鲁大专毕业生租房补贴多少", "平鲁四级残疾家庭改造每户补贴多少", "平鲁中专毕业生租房补多少"]
)
def test_a_grade_not_named_is_given_nothing(talk: Talk, question: str) -> None:
    assert talk(question).status is not Status.ANSWERED


@pytest.mark.parametrize(
    ("question", "told"),
    [("平鲁硕士租房补贴多少", "1000元"), ("平鲁二级残疾家庭改造每户补贴多少", "3000元")],
)
def test_a_grade_named_is_given_what_is_said(talk: Talk, question: str, told: str) -> None:
    assert told in talk(question).text


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("兰溪承接家庭照护床位的机构要什么条件", "建有信息平台"),
        ("兰溪家庭照护床位什么情况终止服务", "户籍迁出"),
    ],
)
def test_a_list_begun_in_its_first_sentence_is_told_whole(talk: Talk, question: str, last: str) -> None:
    assert last in talk(question).text.split("相关条款")[0]


def test_the_sentence_that_charges_a_body_answers_who(talk: Talk) -> None:
    answer = talk("兰溪老年食堂食品安全谁管")
    assert answer.text.startswith("兰溪市：责任单位：市市场监管局")


def test_what_is_raised_each_year_stands_under_its_heading(talk: Talk) -> None:
    assert "每人每年130元" in talk("晋城长护险一年筹多少").text.split("相关条款")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [("长治买房多久之内要去提公积金", "2年内"), ("长治提公积金几天办好", "3个工作日")],
)
def test_how_long_it_takes_and_lasts_is_no_condition(talk: Talk, question: str, told: str) -> None:
    assert told in talk(question).text.split("相关条款")[0]
