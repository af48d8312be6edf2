"""When it is paid, who bears the cost, how long it takes and where to apply: what says so leads, wherever it stands."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Question, Status

MEASURES = """榆次市养老服务补贴实施办法
榆政办〔2024〕15号
第一条 为规范养老服务补贴发放，制定本办法。
第二条 市民政局负责全市养老服务补贴的组织实施和监督管理。
第三条 具有本市户籍的80周岁以上老年人享受高龄津贴，标准如下：
（一）80周岁以上不满90周岁的，每人每月50元；
（二）90周岁以上的，每人每月200元。
高龄津贴每月15日前通过社会保障卡发放。
第四条 老年人或者其委托人向户籍所在地乡镇人民政府、街道办事处提出申请，并提交身份证和户口簿。乡镇人民政府、街道办事处应当自受理之日起7个工作日内完成审核。
第五条 高龄津贴由县（市、区）财政承担。
第六条 社会力量投资建设养老机构，新增护理型床位30张以上的，按每张床位6000元给予一次性建设补贴；租赁房屋举办、租期5年以上的，按每张床位3000元给予一次性建设补贴。
第七条 养老机构申请建设补贴的，应当在竣工验收后6个月内向所在地县（市、区）民政部门提出申请。
"""
NOTICE = """平鲁市民政局关于发放困难老年人补贴的通知
平民发〔2025〕21号
一、发放对象和标准
（一）特困人员照料护理补贴。全护理的每人每月1200元，全自理的每人每月200元。
（二）困难残疾人生活补贴。一级、二级的每人每月120元，三级、四级的每人每月80元。
（三）上门助浴。上门助浴按每人次60元给予补助。
二、资金渠道
特困人员照料护理补贴从困难群众救助补助资金中列支，其余补贴由市、县（区）财政各承担50%。
三、申请程序
（一）申请人向户籍所在地乡镇（街道）便民服务中心提交身份证和失能评估报告。
四、发放方式
补贴自批准之月起计发，每季度最后一个月的20日前发放。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"yuci-measures": MEASURES, "pinglu-notice": NOTICE}))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("榆次高龄津贴多少钱",), "（二）90周岁以上的，每人每月200元"),
        (("榆次高龄津贴多少钱", "几号发"), "高龄津贴每月15日前通过社会保障卡发放。"),
        (("榆次高龄津贴多少钱", "谁出钱"), "高龄津贴由县（市、区）财政承担。"),
        (("榆次高龄津贴多少钱", "去哪申请"), "老年人或者其委托人向户籍所在地乡镇人民政府"),
        (("榆次高龄津贴多少钱", "要多久"), "自受理之日起7个工作日内完成审核"),
        (("榆次高龄津贴找谁办",), "老年人或者其委托人向户籍所在地乡镇人民政府"),
        (("榆次养老机构建设补贴去哪申请",), "向所在地县（市、区）民政部门提出申请"),
        (("榆次养老机构建设补贴多少", "什么时候申请"), "应当在竣工验收后6个月内"),
        (("榆次我妈82岁，户口在榆次，高龄津贴多少", "谁去申请"), "老年人或者其委托人"),
        (("榆次我妈82岁，户口在榆次，高龄津贴多少", "带什么"), "身份证和户口簿"),
        (("平鲁困难残疾人生活补贴多少钱", "找谁办"), "便民服务中心提交身份证"),
        (("平鲁困难残疾人生活补贴多少钱", "什么时候发"), "每季度最后一个月的20日前发放"),
        (("平鲁困难残疾人生活补贴多少钱", "谁出"), "其余补贴由市、县（区）财政各承担50%"),
    ],
)
def test_what_says_it_leads(talk: Talk, turns: tuple[str, ...], said: str) -> None:
    best = talk(*turns).evidence[0]
    assert said in "".join(span.of(best.document.text) for span in best.highlights)


def test_what_is_said_of_all_that_is_granted_is_not_said_of_anything_else(talk: Talk) -> None:
    answer = talk("平鲁给老人换锁的钱谁掏")
    assert not answer.evidence or "其余补贴" not in answer.evidence[0].text


def test_what_no_clause_says_is_not_made_up(talk: Talk) -> None:
    answer = talk("平鲁困难残疾人生活补贴多少钱", "要多久")
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())


def test_a_sum_ruled_before_another_case_is_named_is_an_answer(talk: Talk) -> None:
    answer = talk("榆次新增了40张护理型床位，自己的房子，能补多少")
    assert answer.eligibility is not None
    assert answer.eligibility.amount is not None
    assert answer.eligibility.amount.value == 240000


REPLY = """绵阳市医疗保障工作情况
一、强化政策保障
全面推行长期护理保险，参保人经评估达到重度失能的享受护理待遇。采用全市通办模式，参保人可在市内方便的任一区县申请失能评估。
二、健全评估体系
加强长期护理保险失能评估机构和评估员的管理，统一评估标准和评估流程，提高评估质量。
"""


def test_where_is_found_under_a_heading_that_names_no_matter(reading: Reading) -> None:
    told = reading({"reply": REPLY}).ask(Question("绵阳长护险去哪评估")).text
    assert "可在市内方便的任一区县申请失能评估" in told.partition("相关条款")[0]
