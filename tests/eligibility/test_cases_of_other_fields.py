"""Cases of other fields: a permit held is no stay, an age not to be reached, one of several ways."""

from __future__ import annotations

from datetime import date

import pytest
from policy_sentences import evidence, judged

from yiyang_qa.answer.judgement import judged_by
from yiyang_qa.types import Intent, Query, Verdict

PERMIT = "凡办理居住证满2年并按规定参加社会保险的人员，可以申请登记常住户口。"
LEAVE = "符合规定生育的夫妻，在其子女年满三周岁之前，可以享受育儿假五天。"
SCHOOL = """第二条 凡属以下情况的务工人员子女可以申请公办学位。
（一）在本区居住满五年的，可以申请。
（二）在本区从事环卫工作满两年的，可以申请。
"""
EACH = """第二条 申请公办学位，应当符合下列条件：
（一）在本区居住满五年的，可以申请。
"""


@pytest.mark.parametrize(
    ("text", "case", "refused"),
    [
        (PERMIT, "我在这里住了三个月，能落户吗", False),
        (PERMIT, "我的居住证才满一年，能落户吗", True),
        (LEAVE, "我女儿4岁了，我还能休育儿假吗", True),
        (LEAVE, "我女儿2岁，我还能休育儿假吗", False),
        (SCHOOL, "我在区里住了三年，孩子能申请公办学位吗", False),
        (EACH, "我在区里住了三年，孩子能申请公办学位吗", True),
    ],
)
def test_no_case_is_refused_that_may_be_met_otherwise(text: str, case: str, refused: bool) -> None:
    found = judged(text, case)
    assert (found is not None and found.verdict is Verdict.NOT_ELIGIBLE) is refused


@pytest.mark.parametrize(
    ("question", "told"), [("居住证满一年能申请落户吗", True), ("居住证满一年要签注，提前多久", False)]
)
def test_a_figure_in_a_question_that_asks_another_is_no_case(question: str, told: bool) -> None:
    query = Query(question, Intent.NUMBER, (), date(2026, 1, 1), (question,), asked=question)
    assert (judged_by(query, evidence(PERMIT)) is not None) is told
