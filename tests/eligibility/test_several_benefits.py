"""Several benefits at once: each by itself, added only where both are paid once, asked for together, and not barred."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import judged, outcome

from yiyang_qa.eligibility import explain, rules
from yiyang_qa.types import Span

MONTHLY = "对社会力量举办的养老机构，给予建设补贴每张床位1万元，运营补贴每张床位每月300元。"
BY_HEADS = "新建养老机构给予每张床位1万元的一次性建设补贴，并按实际收住老年人每人每月300元给予运营补贴。"
ONCE = "对新建养老机构，给予每张床位建设补贴1万元，每张床位再给予设备补贴3000元。"
BARRED = ONCE + "同一项目符合多项补贴条件的，按就高不就低原则执行，不重复享受。"
APART = "新建养老机构的，每张床位给予一次性建设补贴1万元。新建养老机构运营满1年的，每张床位每年给予运营补贴1200元。"
ONLY_RUNNING = "民办养老机构按每张床位每年1200元给予运营补贴。"


def _said(clause: str, question: str) -> str:
    judgement = judged(clause, question)
    return explain(judgement) if judgement else ""


@pytest.mark.parametrize(
    ("clause", "question", "said"),
    [
        (
            MONTHLY,
            "我们民办养老院60张床，建设补贴和运营补贴各多少",
            "建设补贴可得60万元（60张 × 1万元/张 = 60万元）；运营补贴可得1.8万元/月（60张 × 每张每月300元 = 1.8万元/月）",
        ),
        (MONTHLY, "我们民办养老院60张床，一共能拿多少", "一次性的与按月、按年的不能相加"),
        (
            BY_HEADS,
            "我们新建养老院60张床，建设和运营补贴一共多少",
            "运营补贴可得300元/人·月（每人每月300元）",
        ),
        (
            ONCE,
            "我们新建养老院60张床，一共补多少",
            "可得78万元（60张 × 1万元/张 + 60张 × 3000元/张 = 78万元）",
        ),
        (ONCE, "我们新建养老院60张床，能补多少", "建设补贴可得60万元"),
        (BARRED, "我们新建养老院60张床，一共补多少", "文件写明不重复享受（或就高不就低），这几项不能相加"),
        (APART, "我们新建养老院60张床，运营2年了，建设补贴和运营补贴分别多少", "运营补贴可得7.2万元/年"),
        (ONLY_RUNNING, "我们民办养老院60张床，建设补贴和运营补贴一共多少", "建设补贴在这里没有算出"),
    ],
)
def test_each_benefit_is_worked_out(clause: str, question: str, said: str) -> None:
    assert said in _said(clause, question)


@pytest.mark.parametrize(
    ("clause", "question", "amount"),
    [
        (MONTHLY, "我们民办养老院60张床，建设补贴多少", "600000"),
        (MONTHLY, "我们民办养老院60张床，运营补贴每月多少", "18000"),
        (MONTHLY, "我们民办养老院60张床，一共能拿多少", None),
        (ONCE, "我们新建养老院60张床，设备补贴多少", "180000"),
        (ONCE, "我们新建养老院60张床，一共补多少", "780000"),
        (ONCE, "我们新建养老院60张床，能补多少", None),
        (BARRED, "我们新建养老院60张床，一共补多少", None),
        (APART, "我们新建养老院60张床，运营2年了，建设补贴和运营补贴一共多少", None),
    ],
)
def test_what_may_not_be_added_is_no_one_amount(clause: str, question: str, amount: str | None) -> None:
    judgement = judged(clause, question)
    assert judgement is not None
    assert outcome(judgement)[1] == (Decimal(amount) if amount else None)
    assert bool(judgement.parts) is (amount is None)


def test_a_benefit_of_another_name_is_not_the_one_asked_for() -> None:
    assert judged(ONLY_RUNNING, "我们民办养老院60张床，建设补贴多少") is None
    assert judged(ONLY_RUNNING, "我们民办养老院60张床，运营补贴多少") is not None


def test_each_figure_knows_what_it_is_for() -> None:
    found = rules(BY_HEADS, Span(0, len(BY_HEADS)))
    assert [benefit.purpose for rule in found for benefit in rule.benefits] == ["建设", "运营"]
