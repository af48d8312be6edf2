"""Answers over a document that others amend without naming its clauses: the amendment is told and cited beside."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Question

LIBRARY = {
    "measure": "丽水市失能老年人护理补贴条例\n第一条 为了保障失能老年人的护理，制定本条例。\n"
    "第二条 对重度失能老年人，每人每月发放护理补贴100元。\n第三条 护理补贴由市民政局按季度发放，直接划入老年人的银行卡。\n"
    "第四条 申请护理补贴应当提交户口簿、身份证和失能评估报告。\n丽水市人民代表大会常务委员会\n2018年11月8日\n",
    "words": "丽水市失能老年人护理补贴条例修正案\n（2025年5月20日丽水市第五届人民代表大会常务委员会第五次会议通过）\n"
    "一、将条例中的“市民政局”修改为“市医疗保障局”。\n二、第四条改为第五条。\n本修正案自2025年7月1日起施行。\n",
    "vague": "丽水市失能老年人护理补贴条例修正案（二）\n（2026年5月20日丽水市第五届人民代表大会常务委员会第九次会议通过）\n"
    "一、对发放护理补贴的内容作补充和修改。\n本修正案自2026年7月1日起施行。\n",
}
WHO, HOW_MUCH, PAPERS = (
    "丽水市护理补贴由谁按季度发放",
    "丽水市重度失能老年人每月护理补贴多少钱",
    "丽水市申请护理补贴要提交什么材料",
)


@pytest.fixture(scope="module")
def amended(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def asked(assistant: Assistant, question: str, day: date) -> Answer:
    return assistant.ask(Question(question, as_of=day))


def told(answer: Answer) -> list[str]:
    return [notice.message for notice in answer.notices if notice.code == "clause_amended"]


@pytest.mark.parametrize("question", [WHO, HOW_MUCH, PAPERS])
def test_before_their_days_nothing_is_said(amended: Assistant, question: str) -> None:
    assert not told(asked(amended, question, date(2025, 6, 30)))


def test_words_changed_throughout_are_told_where_they_stand(amended: Assistant) -> None:
    answer = asked(amended, WHO, date(2025, 7, 1))
    assert [item.clause.id for item in answer.evidence][:2] == ["measure/第三条", "words/一"]
    assert any(
        message.startswith("含“市民政局”的条款自2025年7月1日起已由《丽水市失能老年人护理补贴条例修正案》")
        for message in told(answer)
    )
    about_money = next(
        e for e in asked(amended, HOW_MUCH, date(2025, 7, 1)).evidence if e.clause.id == "measure/第二条"
    )
    assert not about_money.amendments


def test_a_new_number_is_told_as_such(amended: Assistant) -> None:
    (message,) = told(asked(amended, PAPERS, date(2025, 7, 1)))[:1]
    assert message.startswith("第四条自2025年7月1日起")
    assert message.endswith("改为别的条号，文字未变。")


@pytest.mark.parametrize("question", [WHO, HOW_MUCH, PAPERS])
def test_what_is_not_said_to_be_changed_where_is_read_beside(amended: Assistant, question: str) -> None:
    answer = asked(amended, question, date(2026, 7, 1))
    assert "vague/一" in {item.clause.id for item in answer.evidence}
    assert any(
        message.startswith("有关条款自2026年7月1日起") and message.endswith("须与该文件对照。")
        for message in told(answer)
    )
