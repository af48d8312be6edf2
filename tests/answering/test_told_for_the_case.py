"""Of a clause that rules for several cases the answer tells what it rules for the one asked about, and all of that."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from readers import Reading
from yiyang_qa.search.matters import matters
from yiyang_qa.types import Question, Status

SUBSIDIES = """广元市养老服务设施奖补细则
广民发〔2024〕5号
第一条 养老机构建设奖补标准（单位：元/床）
项目类别
护理型床位
普通床位
新建
11000
8000
改建
7500
4500
第二条 用地自有、新建用房的非营利性机构，另按每张床位12000元给予扶持；营利性机构按80%执行。
第三条 收住自理老年人的，每人每月补贴60元；收住半失能老年人的，每人每月补贴120元；收住完全失能老年人的，每人每月补贴200元。
第四条 护理员与能力完好老年人的配比不低于1:15，与能力完全丧失老年人的配比不低于1:3。配比不达标的，当年运营扶持资金减半发放。
第五条 养老机构应当为入住老年人投保综合责任保险，保费由市、县财政承担60%，机构承担40%。
第六条 冒领补贴的，追回冒领资金，并处通报批评；经办人员失职造成资金损失的，依规追责。
广元市民政局
2024年3月5日
"""
INSURANCE = """达州市长期护理保险实施办法
达医保发〔2024〕9号
第一条 居家接受上门护理的，符合规定的费用由基金支付80%，月度最高支付1600元。
第二条 入住定点养老机构接受护理的，由基金支付70%。
达州市医疗保障局
2024年3月5日
"""
Told = Callable[[str], str]


@pytest.fixture
def told(reading: Reading) -> Told:
    assistant = reading({"subsidies": SUBSIDIES, "insurance": INSURANCE})

    def main(question: str) -> str:
        answer = assistant.ask(Question(question))
        assert answer.status is Status.ANSWERED
        return answer.text.partition("出处")[0]

    return main


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("广元养老院改建一张护理型床位补多少", "改建：护理型床位(元/床)7500"),
        ("广元营利性养老院自有用地新建一张床扶持多少", "营利性机构按80%执行"),
        ("广元护理员配比不达标会怎样", "当年运营扶持资金减半发放"),
        ("广元养老院买综合责任保险钱谁出", "保费由市、县财政承担60%"),
        ("广元冒领补贴的怎么办", "追回冒领资金"),
        ("达州居家上门护理长护险报销多少", "由基金支付80%"),
    ],
)
def test_what_is_ruled_for_the_case_is_told(told: Told, question: str, said: str) -> None:
    assert said in told(question)


def test_sums_for_others_are_left_out(told: Told) -> None:
    assert "200元" not in told("广元收一个半失能老人每月补多少")


def test_a_term_of_two_words_may_have_another_between_them() -> None:
    (term,) = (matter for matter in matters("居家上门护理报多少") if matter.term.startswith("居家上门"))
    assert term.spoken_of(["居家接受上门护理的,由基金支付。"])
    assert not term.spoken_of(["居家的老年人由社区安排护理员上门。"])
