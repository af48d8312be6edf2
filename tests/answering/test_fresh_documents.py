"""Documents of kinds that nobody tuned on: subsidies, long-term care insurance, hospice plans, a letter of reply."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.comparison.wording import Wording
from yiyang_qa.types import Answer, Kind, Question, Speaker, Status, Turn

LIBRARY = {
    "allowance": """安吉县民政局关于调整高龄津贴发放标准的通知
安民〔2023〕41号
各乡镇人民政府:
现将调整高龄津贴发放标准的有关事项通知如下:
一、发放对象
具有安吉县户籍、年满80周岁的老年人。
二、发放标准
年龄段
原标准(元/月)
调整后标准(元/月)
80—89周岁
50
80
90—99周岁
100
200
三、办理程序
(一)申请。老年人到村(社区)便民服务中心办理,也可通过“浙里办”APP线上办理。
(二)发放。津贴按月发放,每月15日前通过社会保障卡发放到人。
四、资金保障
高龄津贴所需资金由县财政承担80%、乡镇(街道)承担20%。
安吉县民政局
2023年6月26日
""",
    "insurance": """成都市长期护理保险实施细则
成医保发〔2022〕29号
第一条 为规范长期护理保险管理,根据有关规定,制定本细则。
第二条 职工参保人员重度失能的,每月支付限额为机构护理2396元、居家护理2605元。
第三条 居民参保人员重度失能的,每月支付限额为机构护理1180元、居家护理1290元。
第四条 失能评估结论自受理之日起30个工作日内作出。
第五条 本细则自2022年8月18日起施行,有效期5年。
""",
    "changsha": """长沙市养老机构补贴资金管理办法
长民发〔2021〕36号
第一条 社会力量利用自有产权房屋新建养老机构的,每张新增床位给予一次性补贴10000元。
第二条 市级财政与区县财政按照以下比例分担:芙蓉区、天心区为5:5;望城区、长沙县为3:7。
第三条 护理员满3年的,给予一次性岗位奖励3000元。
第四条 本办法自2021年12月15日起施行,有效期5年。
""",
    "hospice": """大连市国家安宁疗护试点工作方案
一、工作目标
到2024年底,全市安宁疗护床位达到300张;到2025年底,全市安宁疗护床位达到500张。
二、重点任务
(一)构建服务体系。安宁疗护病区床位数不少于10张,每张床位净使用面积不少于5平方米。(责任处室:医政处、老龄健康处)
(二)探索支付制度。探索安宁疗护按床日付费。(责任处室:老龄健康处;配合单位:市医疗保障局)
三、实施步骤
(一)启动阶段(2023年10月—12月)。制定方案,成立专家组。
(二)实施阶段(2024年1月—2025年9月)。全面推进各项任务。
(三)评估阶段(2025年10月—12月)。总结评估,形成经验。
""",
    "district": """龙华区居家适老化改造资助办法
第一条 分散供养的特困老年人居家适老化改造,每户资助不超过20000元。
第二条 深圳市龙华区民政局负责受理。
""",
    "tiers": """张家港市人民政府关于发放尊老金的通知
张政发〔2021〕3号
一、发放标准
80—89周岁老人每人每月60元,90—99周岁老人每人每月120元,100周岁以上老人每人每月360元。
""",
    "plan": """桂林市养老服务体系建设规划(2021—2025年)
一、发展目标
到2025年,建成居家社区机构相协调的养老服务体系。
表1 主要指标
序号
指标名称
单位
2020年
2025年
属性
1
养老服务床位总量
万张
2.9
3.6
预期性
2
养老机构护理型床位占比
%
42
60
约束性
""",
    "tasks": """湟源县推进医养结合工作实施方案
一、主要任务
1.家庭医生签约团队每季度至少为失能老年人提供1次上门巡诊服务。
责任单位:县卫生健康局
完成时限:持续推进
2.县中藏医院为居家老年人提供家庭病床服务,建床周期不超过90天。
责任单位:县中藏医院、县医疗保障局
完成时限:2023年12月
3.从事养老护理工作的人员,每人每年免费培训不少于1次。
责任单位:县人力资源和社会保障局
""",
    "limits": """荆门市长期护理保险办法
第一条 护理服务分为居家护理、医院护理两种形式,限额标准如下:
(一)居家护理每人每日限额100元,由基金支付80%;
(二)医院护理每人每日限额150元,由基金支付70%。
""",
    "hours": """关于调整苏州市长期护理保险有关政策的通知
苏医保待医〔2023〕6号
一、调整居家护理待遇
(一)中度失能参保人员居家护理每月不超过15小时。服务单价为每小时60元。
二、调整机构护理待遇
重度失能人员入住定点养老机构的,按每天30元支付;中度失能人员按每天23元支付。
三、规范失能等级评定
评定机构应当在受理申请后15个工作日内完成现场评定。
""",
}


@pytest.fixture(scope="module")
def library(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(Question(question, as_of=date(2026, 11, 21)))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("安吉高龄津贴每月几号发", "每月15日前"),  # not what only names the allowance
        ("成都长护险细则啥时候开始实行", "2022年8月18日"),
        ("成都职工重度失能在家护理每月最多报多少", "2605"),  # not what residents get
        ("大连到什么时候安宁疗护床位要有500张", "到2025年底"),
        ("苏州中度失能上门护理一个月能有几个钟头", "15小时"),  # no sum of money
    ],
)
def test_the_clause_that_answers_comes_first(library: Assistant, question: str, said: str) -> None:
    answer = ask(library, question)
    assert said in answer.evidence[0].text
    assert said in answer.text.partition("出处")[0]


def test_rows_without_caption_or_numbers_are_read_with_their_columns(library: Assistant) -> None:
    answer = ask(library, "安吉九十二岁的老人每个月拿多少高龄津贴")
    assert "90—99周岁：原标准(元/月)100，调整后标准(元/月)200" in answer.text


@pytest.mark.parametrize("question", ["成都轻度失能的长护险每月给多少", "长沙适老化改造每户补多少钱"])
def test_a_sum_for_another_case_or_thing_is_no_answer(library: Assistant, question: str) -> None:
    assert ask(library, question).status is Status.NO_EVIDENCE


def test_a_table_with_a_last_column_of_another_kind_keeps_its_figures_under_their_years(
    library: Assistant,
) -> None:
    answer = ask(library, "桂林2025年养老机构护理型床位占比要到多少")
    assert "养老机构护理型床位占比(%)：2025年60" in answer.text
    (table,) = (c for c in library.documents["plan"].clauses if c.kind is Kind.TABLE)
    assert [part.row.cells for part in table.parts if part.row] == [
        (("2020年", "2.9"), ("2025年", "3.6")),
        (("2020年", "42"), ("2025年", "60")),
    ]


@pytest.mark.parametrize("told", ["九十几岁", "93岁"])
def test_of_tiers_of_age_the_one_that_holds_the_case_is_due(library: Assistant, told: str) -> None:
    answer = ask(library, f"张家港{told}的老人尊老金每月多少")
    assert answer.eligibility is not None
    assert answer.eligibility.amount is not None
    assert answer.eligibility.amount.value == 120


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("湟源家庭病床服务责任单位是谁", "县中藏医院"),
        ("湟源养老护理员免费培训哪个局负责", "县人力资源和社会保障局"),
    ],
)
def test_who_is_responsible_is_found_by_the_matter_alone(
    library: Assistant, question: str, unit: str
) -> None:
    answer = ask(library, question)
    assert unit in {each.name for each in answer.evidence[0].clause.units}


def test_what_opens_a_list_is_told_with_the_item_that_answers(library: Assistant) -> None:
    history = (Turn(Speaker.USER, "荆门长护险居家护理一天限额多少"),)
    answer = library.ask(Question("那住医院护理呢", history, as_of=date(2026, 11, 21)))
    assert "150元" in answer.text


def test_a_term_given_by_its_length_is_reckoned(library: Assistant) -> None:
    assert "推算至2026年12月15日" in ask(library, "长沙养老机构补贴办法管到哪年").text


def test_what_a_superior_says_of_the_place_by_name_is_told(library: Assistant) -> None:
    assert "望城区、长沙县为3:7" in ask(library, "望城区的养老机构补贴钱和市里怎么分担").text


def test_of_a_superiors_list_the_lines_that_name_the_place_are_told(reading: Reading) -> None:
    lines = [
        "海州区:区人民医院康养楼,床位200张。",
        "赣榆区:滨海护理院,床位150张。",
        "东海县:温泉康复医院,床位90张。",
    ]
    plan = "\n".join(["连云港市医养结合发展规划", "一、重点任务", "专栏1:医养结合重点项目", *lines])
    told = ask(reading({"projects": plan}), "赣榆区有哪些医养结合重点项目").text
    assert [line in told for line in lines] == [False, True, False]


@pytest.mark.parametrize(
    "question", ["大连安宁疗护试点分几个阶段", "大连安宁疗护的实施步骤有哪些", "大连实施步骤分哪几步"]
)
def test_a_list_under_a_heading_named_is_whole(library: Assistant, question: str) -> None:
    answer = ask(library, question)
    assert [item.clause.label for item in answer.evidence] == ["(一)", "(二)", "(三)"]
    assert all(word in answer.text for word in ("启动阶段", "实施阶段", "评估阶段"))


def test_a_heading_named_beside_another_matter_answers_nothing(library: Assistant) -> None:
    answer = ask(library, "大连实施步骤里对食堂消防有哪些规定")
    assert not {"(一)", "(二)", "(三)"} <= {item.clause.label for item in answer.evidence}


def test_offices_are_units_and_their_label_is_no_name(library: Assistant) -> None:
    answer = ask(library, "大连安宁疗护支付制度由哪个处室负责")
    assert {unit.name for unit in answer.evidence[0].clause.units} == {"老龄健康处", "市医疗保障局"}


def test_a_district_is_meant_by_its_short_name_where_the_library_has_one(library: Assistant) -> None:
    answer = ask(library, "龙华适老化改造每户补多少")
    assert [region.name for region in answer.query.regions] == ["龙华区"]


def test_assessment_is_compared_under_either_name() -> None:
    wording = Wording({})
    assert wording.plain("失能等级评定") == wording.plain("失能评估")


def test_a_table_is_found_by_its_columns_not_by_its_words(library: Assistant) -> None:
    (clause,) = (c for c in library.documents["allowance"].clauses if c.heading == "发放标准")
    assert clause.kind is Kind.HEADING
    assert [part.row.label for part in clause.parts if part.row] == ["80—89周岁", "90—99周岁"]
