"""Documents of kinds that nobody tuned on: subsidies, long-term care insurance, hospice plans, a letter of reply."""

from __future__ import annotations

from datetime import date

import pytest
from readers import Reading

from yiyang_qa.assistant import Assistant
from yiyang_qa.comparison.wording import Wording
from yiyang_qa.types import Answer, Kind, Question, Status

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
        ("安吉高龄津贴在手机上能办吗", "浙里办"),
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


def test_a_term_given_by_its_length_is_reckoned(library: Assistant) -> None:
    assert "推算至2026年12月15日" in ask(library, "长沙养老机构补贴办法管到哪年").text


def test_what_a_superior_says_of_the_place_by_name_is_told(library: Assistant) -> None:
    assert "望城区、长沙县为3:7" in ask(library, "望城区的养老机构补贴钱和市里怎么分担").text


@pytest.mark.parametrize("question", ["大连安宁疗护试点分几个阶段", "大连安宁疗护的实施步骤有哪些"])
def test_a_list_under_a_heading_named_is_whole(library: Assistant, question: str) -> None:
    answer = ask(library, question)
    assert [item.clause.label for item in answer.evidence] == ["(一)", "(二)", "(三)"]
    assert all(word in answer.text for word in ("启动阶段", "实施阶段", "评估阶段"))


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
