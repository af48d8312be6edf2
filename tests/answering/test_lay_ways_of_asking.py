"""What people ask in their own words finds the clause: who stops getting it, who decides, how to ask for it, whom it shuts out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readers import Reading
from yiyang_qa.search.acts import act_asked
from yiyang_qa.search.statuses import of_the_status
from yiyang_qa.types import Answer, Question, Status

ALLOWANCE = """达州市高龄津贴发放办法
达市民发〔2024〕7号
第一条 为完善老年福利制度，规范高龄津贴发放，制定本办法。
第二条 具有达州市户籍、年满80周岁的老年人，享受高龄津贴。
第三条 津贴标准：
80—89周岁低保老年人，每人每月不低于80元；90—99周岁老年人，每人每月不低于120元；100周岁及以上老年人，每人每月不低于400元。
已享受特困人员供养待遇的，不重复享受。
第四条 申请人持本人身份证、户口簿、银行卡，向户籍所在地村（居）民委员会提出申请，也可由其亲属代为申请。村（居）民委员会5个工作日内报镇（街道）初审，县（市、区）民政部门在7个工作日内审核确认。
第五条 津贴自审核确认的次月起计发，按季度社会化发放。
第六条 老年人去世或者户籍迁出本市的，自次月起停发。
第七条 所需资金由市级财政承担20%，县（市、区）财政承担80%。
达州市民政局
2024年3月5日
"""
RETROFIT = """遂宁市家庭适老化改造实施方案
遂民发〔2024〕3号
一、目标任务
2024年至2026年，全市完成特殊困难老年人家庭适老化改造4800户。
二、补助标准
每户改造补助最高不超过3000元，据实结算；超出部分由家庭自行承担。
三、组织实施
各县（市、区）民政局要会同乡镇核定改造对象，做好验收。
遂宁市民政局
2024年3月5日
"""
BUILDING = """广元市养老机构建设补贴办法
广民发〔2024〕5号
第一条 本办法适用于本市行政区域内依法登记并备案、由社会力量举办的养老机构。政府投资并直接运营的养老机构不适用本办法。
第二条 申请建设补贴的养老机构，床位数不少于30张，消防验收合格。
第三条 建设补贴自机构备案并入住老年人之日起分三年拨付，单个养老机构的建设补贴总额最高不超过300万元。
广元市民政局
2024年3月5日
"""

Ask = Callable[[str], Answer]


@pytest.fixture
def ask(reading: Reading) -> Ask:
    assistant = reading({"allowance": ALLOWANCE, "retrofit": RETROFIT, "building": BUILDING})
    return lambda question: assistant.ask(Question(question))


@pytest.mark.parametrize(
    ("question", "label"),
    [
        ("达州老人去世高龄津贴什么时候停发", "第六条"),
        ("达州老人走了高龄津贴什么时候停", "第六条"),
        ("达州高龄津贴怎么申请", "第四条"),
        ("达州高龄津贴谁审核", "第四条"),  # 第五条 has 审核确认 too, and says not who
        ("达州特困人员能享受高龄津贴吗", "第三条"),
        ("达州特困老人还能不能拿高龄津贴", "第三条"),
        ("广元公办养老院能拿建设补贴吗", "第一条"),
    ],
)
def test_the_clause_that_says_it_leads(ask: Ask, question: str, label: str) -> None:
    answer = ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.evidence[0].clause.label.startswith(label)


def test_what_costs_more_is_borne_by(ask: Ask) -> None:
    assert "超出部分由家庭自行承担" in ask("遂宁适老化改造花超了怎么办").text.partition("相关条款")[0]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("评估结果我不认可咋办", "可以在15日内申请复评"),
        ("家庭病床怎么办", "到社区卫生服务中心办理"),
        ("家庭病床怎么办理", "到社区卫生服务中心办理"),
    ],
)
def test_an_act_is_told_by_what_it_takes(question: str, told: str) -> None:
    act = act_asked(question)
    assert act
    assert act.told.search(told)


@pytest.mark.parametrize("question", ["改造花超了怎么办", "到期了还想住怎么办"])
def test_a_way_out_is_no_way_to_apply(question: str) -> None:
    assert act_asked(question) is None


def test_a_status_is_spoken_of_under_its_names() -> None:
    assert of_the_status("五保老人能领吗")("特困人员不重复享受。")
    assert not of_the_status("85岁的老人能领吗")("特困人员不重复享受。")
