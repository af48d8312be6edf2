"""谁验收 leads with the clause that tells of 验收; a question that asks of no act is left alone."""

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
    ],
)
def test_an_act_is_known_under_its_names(question: str, named: str) -> None:
    act = act_asked(question)
    assert act
    assert act.search(named)


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
