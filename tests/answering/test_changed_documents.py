"""Answers over documents whose term others lengthen, and whose clauses others amend."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Filters, Question, Reason
from yiyang_qa.wire.citation import citation_bodies

LIBRARY = {
    "measure": "丽水市失能老年人护理补贴办法\n丽政发〔2018〕12号\n各区人民政府：\n第一条 为了保障失能老年人的护理，制定本办法。\n"
    "第二条 对重度失能老年人，每人每月发放护理补贴100元。（责任单位：市民政局）\n"
    "第三条 护理补贴按季度发放，直接划入老年人的银行卡。\n第四条 申请护理补贴应当提交户口簿、身份证和失能评估报告。\n"
    "第五条 本办法自2019年1月1日起施行，有效期至2023年12月31日。\n丽水市人民政府\n2018年11月8日\n",
    "extending": "丽水市人民政府关于延长《丽水市失能老年人护理补贴办法》有效期的通知\n丽政发〔2023〕9号\n各县（市、区）人民政府：\n"
    "经评估，《丽水市失能老年人护理补贴办法》（丽政发〔2018〕12号）有效期延长至2027年12月31日。\n丽水市人民政府\n2023年12月8日\n",
    "amending": "丽水市人民政府关于修改《丽水市失能老年人护理补贴办法》的决定\n丽政发〔2025〕3号\n"
    "丽水市人民政府决定对《丽水市失能老年人护理补贴办法》作如下修改：\n"
    "一、将第二条修改为：“对重度失能老年人，每人每月发放护理补贴260元。”\n二、删去第四条。\n"
    "三、第三条增加一款，作为第二款：“本人自愿的，护理补贴可以按月发放。”\n本决定自2025年7月1日起施行。\n"
    "丽水市人民政府\n2025年5月20日\n",
}
HOW_MUCH = "丽水市重度失能老年人每月护理补贴多少钱"


@pytest.fixture(scope="module")
def changed(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def asked(assistant: Assistant, day: date, question: str = HOW_MUCH, **filters: object) -> Answer:
    answer = assistant.ask(Question(question, filters=Filters(**filters), as_of=day))  # type: ignore[arg-type]
    for item in answer.evidence:
        assert item.quote.of(item.document.text) == item.text
    return answer


def places(answer: Answer) -> list[str]:
    return [item.clause.id for item in answer.evidence]


def codes(answer: Answer) -> list[str]:
    return [notice.code for notice in answer.notices]


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2023, 12, 31), "measure/第二条"),
        (date(2024, 1, 1), "measure/第二条"),
        (date(2025, 6, 30), "measure/第二条"),
        (date(2025, 7, 1), "amending/一"),
        (date(2027, 12, 31), "amending/一"),
    ],
)
def test_the_clause_that_holds_on_the_day_leads(changed: Assistant, day: date, first: str) -> None:
    answer = asked(changed, day)
    assert places(answer)[0] == first
    assert ("260元" in answer.text) == (first == "amending/一")
    assert ("term_extended" in codes(answer)) == (day >= date(2023, 12, 8))


def test_after_the_extended_term_neither_the_measure_nor_its_amendment_answers(changed: Assistant) -> None:
    refused = asked(changed, date(2028, 1, 1))
    assert (refused.reason, refused.evidence) == (Reason.EXPIRED_ONLY, ())
    assert (
        "有效期的通知》（丽政发〔2023〕9号，2023年12月8日）延长，至2027年12月31日，已经届满。" in refused.text
    )
    assert (
        "的决定》（丽政发〔2025〕3号，2025年5月20日）只修改别的文件：《丽水市失能老年人护理补贴办法》"
        in refused.text
    )
    told = asked(changed, date(2028, 1, 1), include_expired=True)
    assert set(codes(told)) == {"expired", "clause_amended"}


def test_a_replaced_clause_is_cited_behind_its_new_words_and_says_so(changed: Assistant) -> None:
    answer = asked(changed, date(2026, 1, 1))
    assert places(answer)[:2] == ["amending/一", "measure/第二条"]
    assert (
        "第二条自2025年7月1日起已由《丽水市人民政府关于修改《丽水市失能老年人护理补贴办法》的决定》（丽政发〔2025〕3号，2025年5月20日）修改，所引是修改前的文字"
        in answer.text
    )
    (notice,) = [n for n in answer.notices if n.code == "clause_amended" and "第二条" in n.message]
    assert notice.citation == 2


def test_a_clause_struck_out_is_said_to_be(changed: Assistant) -> None:
    question = "丽水市申请护理补贴要提交什么材料"
    before, after = (asked(changed, day, question) for day in (date(2025, 6, 30), date(2025, 7, 1)))
    assert (places(before)[0], "clause_amended" in codes(before)) == ("measure/第四条", False)
    assert places(after)[:2] == ["amending/二", "measure/第四条"]
    assert "删去，不再适用" in after.text


def test_a_filter_on_documents_keeps_the_item_out_but_not_the_notice(changed: Assistant) -> None:
    answer = asked(changed, date(2026, 1, 1), documents=("measure",))
    assert {item.document.id for item in answer.evidence} == {"measure"}
    assert "clause_amended" in codes(answer)


def test_a_clause_changed_in_part_stands_before_what_was_added(changed: Assistant) -> None:
    answer = asked(changed, date(2026, 1, 1), "丽水市第三条护理补贴按季度发放吗")
    assert "部分修改，所引是修改前的文字，须与该文件对照" in answer.text
    assert {"measure/第三条", "amending/三"} <= set(places(answer))


@pytest.mark.parametrize(("day", "money"), [(date(2025, 6, 30), "100元"), (date(2025, 7, 1), "260元")])
def test_a_comparison_counts_what_holds_on_the_day(changed: Assistant, day: date, money: str) -> None:
    answer = changed.compare("重度失能老年人每月护理补贴标准", ["丽水市"], day, Filters())
    assert answer.comparison is not None
    (row,) = answer.comparison.rows
    assert [figure for figure in ("100元", "260元") if figure in row.summary] == [money]


def test_a_citation_says_what_amends_it_and_where(changed: Assistant) -> None:
    before, after = (
        citation_bodies(asked(changed, day).evidence) for day in (date(2025, 6, 30), date(2025, 7, 1))
    )
    assert before[0].amended_by == []
    (amendment,) = after[1].amended_by
    assert (amendment.document_id, amendment.clause, amendment.change) == ("amending", "第二条", "replaced")
    assert (amendment.location.start, amendment.location.end) == (
        after[0].location.start,
        after[0].location.end,
    )
    assert [extension.until for extension in after[1].extended_by] == ["2027-12-31"]
