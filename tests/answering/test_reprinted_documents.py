"""Answers over a decision that prints the text it amends anew: the new text answers from its day on."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Filters, Question

RULES = (
    "第一条 为了保障失能老年人的护理，制定本办法。",
    "第二条 对重度失能老年人，每人每月发放护理补贴{}元。",
    "第三条 护理补贴按季度发放，直接划入老年人的银行卡。",
    "第四条 申请护理补贴应当提交户口簿、身份证和失能评估报告。",
)
OLD = "\n".join(("丽水市失能老年人护理补贴办法", *RULES, "丽水市人民政府", "2018年11月8日", "")).format(100)
DECISION = "\n".join(
    (
        "丽水市人民政府关于修改《丽水市失能老年人护理补贴办法》的决定",
        "丽水市人民政府决定对《丽水市失能老年人护理补贴办法》作如下修改：",
        "一、将第二条修改为：“对重度失能老年人，每人每月发放护理补贴260元。”",
        "二、第三条增加一款，作为第二款：“本人自愿的，护理补贴可以按月发放。”",
        "三、将第四条中的“失能鉴定”修改为“失能评估”。",
        "四、条文顺序作相应调整。",
        "本决定自2025年7月1日起施行。",
        "《丽水市失能老年人护理补贴办法》根据本决定作相应修改，重新公布。",
        "丽水市人民政府",
        "2025年5月20日",
        "丽水市失能老年人护理补贴办法",
        *RULES[:3],
        "本人自愿的，护理补贴可以按月发放。",
        RULES[3],
        "",
    )
).format(260)
HOW_MUCH = "丽水市重度失能老年人每月护理补贴多少钱"
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def reprinted(reading: Reading) -> Assistant:
    return reading({"old": OLD, "decision": DECISION})


def asked(assistant: Assistant, question: str, day: date, **filters: object) -> Answer:
    answer = assistant.ask(Question(question, filters=Filters(**filters), as_of=day))  # type: ignore[arg-type]
    for item in answer.evidence:
        assert item.quote.of(item.document.text) == item.text
    return answer


@pytest.mark.parametrize(
    ("day", "document", "money"), [(BEFORE, "old", "100元"), (AFTER, "decision", "260元")]
)
@pytest.mark.parametrize(
    "question",
    [
        HOW_MUCH,
        "《丽水市失能老年人护理补贴办法》第二条是怎么规定的",
        "丽水市失能老年人护理补贴办法第二条是怎么规定的",
    ],
)
def test_the_text_of_the_day_answers_by_its_own_address(
    reprinted: Assistant, question: str, day: date, document: str, money: str
) -> None:
    answer = asked(reprinted, question, day)
    best = answer.evidence[0]
    assert best.clause.id == f"{document}/第二条"
    assert best.text == RULES[1].format(money[:-1])
    assert money in answer.text
    assert {item.document.id for item in answer.evidence} == {document}


@pytest.mark.parametrize(
    "question", [HOW_MUCH, "丽水市护理补贴可以按月发放吗", "丽水市申请护理补贴要提交什么材料"]
)
def test_the_items_above_answer_nothing(reprinted: Assistant, question: str) -> None:
    evidence = asked(reprinted, question, AFTER).evidence
    assert evidence
    assert not {"decision/一", "decision/二", "decision/三", "decision/导语"} & {
        e.clause.id for e in evidence
    }
    assert evidence[0].clause.path[0] == "丽水市失能老年人护理补贴办法"


def test_the_new_paragraph_is_cited_where_it_stands(reprinted: Assistant) -> None:
    best = asked(reprinted, "丽水市护理补贴可以按月发放吗", AFTER).evidence[0]
    assert (best.clause.id, "可以按月发放" in best.text) == ("decision/第三条", True)


def test_the_old_text_stays_readable_and_says_what_took_its_place(reprinted: Assistant) -> None:
    answer = asked(reprinted, HOW_MUCH, AFTER, include_expired=True)
    assert {item.document.id for item in answer.evidence} == {"old", "decision"}
    (notice,) = [notice for notice in answer.notices if notice.code == "superseded"]
    assert "自2025年7月1日起已有新版本《丽水市人民政府关于修改" in notice.message
    assert "clause_amended" not in {notice.code for notice in answer.notices}


def test_before_its_day_it_is_announced(reprinted: Assistant) -> None:
    codes = {notice.code for notice in asked(reprinted, HOW_MUCH, BEFORE).notices}
    assert "newer_version_pending" in codes


def test_a_question_about_the_document_means_the_text_printed_anew_too(reprinted: Assistant) -> None:
    answer = asked(reprinted, "丽水市失能老年人护理补贴办法什么时候施行", AFTER)
    assert {item.document.id for item in answer.evidence} == {"decision"}
    assert "2025年7月1日" in answer.text
