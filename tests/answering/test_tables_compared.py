"""Rows of tables whose columns are told by gaps or by figures stand beside sums in sentences; dates are those of the list."""

from __future__ import annotations

from readers import Reading
from yiyang_qa.types import Answer, Question

TIERS = """达州市高龄津贴实施细则
达市民发〔2024〕7号
一、适用对象
本市户籍且年满80周岁的老年人，均可享受高龄津贴。
二、津贴档次
档次      年龄        月标准
第一档
80—84周岁
60元
第二档
85—89周岁
85元
第三档
90周岁及以上
150元
三、停发
（一）下列情形应当停发：1、死亡或宣告死亡；2、户籍迁往市外；3、连续两年未通过资格认证；4、本人书面声明放弃。
（二）失踪人员重新出现的，经核实后恢复发放。
达州市民政局
2024年3月5日
"""
SENTENCES = """遂宁市高龄津贴发放办法
遂民发〔2024〕3号
第一条 具有遂宁市户籍、年满80周岁的老年人，享受高龄津贴。
第二条 年满80周岁不满90周岁的老年人，每人每月50元；年满90周岁的老年人，每人每月100元。
第三条 有下列情形之一的，停止发放高龄津贴：1.老年人死亡的；2.户籍迁出本市的。
遂宁市民政局
2024年3月5日
"""
BEDS = """广元市养老服务设施奖补细则
广民发〔2024〕5号
第一条 养老机构建设奖补标准（单位：元/床）
项目类别
护理型床位
普通床位
新建
11000
8000
租赁
4000
3000
第二条 每处养老机构建设奖补最高不超过200万元。
广元市民政局
2024年3月5日
"""
PLAN = """巴中市推进医养结合发展实施方案
巴卫发〔2022〕5号
一、工作目标
到2023年，全市医养结合机构达到28家；到2025年，达到40家。到2025年，主要指标如下：
——养老机构护理型床位占比达到60%；
——失能老年人家庭医生签约率达到80%。
巴中市卫生健康委员会
2022年10月24日
"""
OTHER = """广安市推进医养结合发展实施方案
广安卫发〔2022〕9号
一、工作目标
到2025年，养老机构护理型床位占比达到55%。
广安市卫生健康委员会
2022年10月24日
"""


def row(answer: Answer, place: str) -> str:
    """What the answer says of a place, up to the next one."""
    return answer.text.partition(f"{place}：")[2].partition("\n\n")[0]


def test_a_row_of_the_age_stands_beside_a_sentence(reading: Reading) -> None:
    answer = reading({"tiers": TIERS, "sentences": SENTENCES}).ask(
        Question("85岁老人，达州和遂宁每个月的高龄津贴各是多少")
    )
    assert "第二档：年龄85—89周岁，月标准85元" in row(answer, "达州市")
    assert "每人每月50元" in row(answer, "遂宁市")


def test_figures_without_a_unit_have_that_of_the_table(reading: Reading) -> None:
    answer = reading({"beds": BEDS}).ask(Question("租房子开养老机构，广元和达州每张床位建设奖补分别是多少"))
    assert "租赁：护理型床位(元/床)4000，普通床位(元/床)3000" in row(answer, "广元市")


def test_a_list_asked_for_is_told_whole(reading: Reading) -> None:
    answer = reading({"tiers": TIERS, "sentences": SENTENCES}).ask(
        Question("高龄津贴在哪些情形下停发，各市怎么规定")
    )
    assert "3、连续两年未通过资格认证；4、本人书面声明放弃" in row(answer, "达州市")
    assert "2.户籍迁出本市的" in row(answer, "遂宁市")


def test_goals_of_a_list_are_due_when_its_lead_says(reading: Reading) -> None:
    answer = reading({"plan": PLAN, "other": OTHER}).ask(
        Question("巴中和广安的养老机构护理型床位占比目标分别是多少")
    )
    assert "2023" not in row(answer, "巴中市")
    assert "到2025年……养老机构护理型床位占比达到60%" in row(answer, "巴中市")
