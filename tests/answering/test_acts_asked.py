"""谁验收 leads with the clause that tells of 验收, 会怎么处理 with what punishes, 怎么续 with the way; else nothing moves."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.search.acts import act_asked
from yiyang_qa.types import Question

PLAN = """绵阳市敬老院改造实施方案
绵民发〔2025〕6号
一、改造要求
1.敬老院改造按照床均建筑面积不低于25平方米的要求进行。
2.市财政对改造的护理型床位每张补助5000元，改造完工后由市民政局、市财政局联合验收，验收合格拨付80%。
"""


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("敬老院改造谁验收", "联合验收"),
        ("高龄津贴由哪个部门审批", "县民政局负责审核"),
        ("补贴是谁来发放", "按季度拨付"),
        ("失能评估找谁", "定点机构评定"),
        ("生活补贴和护理补贴能同时领吗", "可同时申领生活补贴和护理补贴"),
        ("两项补贴能不能兼得", "符合条件的，可以同时享受"),
    ],
)
def test_an_act_is_known_under_its_names(question: str, named: str) -> None:
    act = act_asked(question)
    assert act
    assert act.told.search(named)


@pytest.mark.parametrize("question", ["助餐由谁负责", "验收要什么材料", "谁能领补贴"])
def test_who_has_charge_and_how_an_act_is_done_ask_of_no_act(question: str) -> None:
    assert act_asked(question) is None


def test_what_tells_of_the_act_leads(reading: Reading) -> None:
    answer = reading({"plan": PLAN}).ask(Question("绵阳敬老院改造谁验收"))
    assert "由市民政局、市财政局联合验收" in answer.evidence[0].highlights[-1].of(
        answer.evidence[0].document.text
    )


def test_a_sum_told_is_not_what_is_looked_for(reading: Reading) -> None:
    law = """绵阳市医疗保障条例
第一条 参保人员骗取医疗保障基金的，处骗取金额二倍以上五倍以下的罚款。
第二条 定点药店账目不符的，责令改正；拒不改正的，处1万元以上5万元以下的罚款。
"""
    answer = reading({"law": law}).ask(Question("绵阳骗保5万元要罚多少"))
    assert answer.evidence[0].clause.label == "第一条"


RIGHTS = """绵阳市老年人权益保障条例
第一条 禁止对老年人实施家庭暴力。村民委员会发现老年人遭受家庭暴力的，应当及时劝阻，保护老年人。
第二条 虐待老年人或者对老年人实施家庭暴力的，由赡养人所在单位给予批评教育；违反治安管理的，由公安机关依法处罚。
第三条 老年优待证设置三年有效期。老年人可以通过户籍所在地的街道政务服务中心办理换发手续。
因未及时换证、补证老年优待证而无法享受优待所产生的费用，由老年人自行承担。
"""
GRANTS = """绵阳市居家养老服务管理办法
第一条 申请医养结合补贴、星级评定补贴的居家养老服务组织，应当于每年三月通过服务平台向区民政部门提交申请。
第二条 服务对象或者其委托人申请服务资助的，向户籍所在地街道办事处提交材料。
第三条 民政部门应当加强居家养老服务资助资金的监督管理。
"""

BOTH = """绵阳市残疾人补贴办法
第一条 符合条件的残疾人，可同时申领困难残疾人生活补贴和重度残疾人护理补贴。
第二条 既符合残疾人两项补贴条件，又符合离休等福利性生活补贴、护理补贴条件的残疾人，可择高申领其中一类，不得重复享受。
第三条 领取工伤保险生活护理费的，不享受重度残疾人护理补贴。
"""
CARE = """绵阳市安宁疗护服务办法
第一条 鼓励医疗机构开展安宁疗护服务，制定安宁疗护服务规范，完善安宁疗护医保支持政策。
将住院治疗的临终期患者按照每日350元的标准，进行按床日付费。
第二条 卫生健康部门应当加强安宁疗护机构的监督管理。
"""


@pytest.mark.parametrize(
    ("documents", "question", "label", "told"),
    [
        (RIGHTS, "绵阳打老人会怎么处理", "第二条", "给予批评教育"),
        (BOTH, "绵阳残疾人生活补贴、护理补贴能同时领吗", "第一条", "可同时申领"),
        (RIGHTS, "绵阳老年优待证到期怎么换", "第三条", "街道政务服务中心办理换发手续"),
        (GRANTS, "绵阳居家养老服务资助怎么申请", "第二条", "向户籍所在地街道办事处"),
        (CARE, "绵阳安宁疗护医保怎么付", "第一条", "进行按床日付费"),
    ],
)
def test_what_comes_of_an_act_and_the_way_it_is_done_lead(
    reading: Reading, documents: str, question: str, label: str, told: str
) -> None:
    answer = reading({"law": documents}).ask(Question(question))
    assert answer.evidence[0].clause.label == label
    assert told in answer.text.partition("相关条款")[0]


def test_a_consequence_that_leads_already_is_left_there(reading: Reading) -> None:
    guide = """绵阳市家庭医生签约指引
一、机构资质
近三年医保考核合格，无医保违规被责令整改、通报批评的医疗机构可以参与家庭医生签约。
二、监督管理
每年组织考评，对考评不合格的签约医疗机构应停止服务。
"""
    answer = reading({"guide": guide}).ask(Question("绵阳每年考评不合格的签约机构会怎么处理"))
    assert answer.evidence[0].clause.label == "二、"
