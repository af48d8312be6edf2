"""Laws: never raises, spans inside, amounts linear in the count, width indifferent, quotes alone are read."""

from __future__ import annotations

from decimal import Decimal

import policy_sentences
import pytest
from hypothesis import given
from hypothesis import strategies as st
from policy_sentences import BEDS, CARE, CENTRES, EXPLORED, HOMES, LAND, TODAY, assessed, evidence, judged

from yiyang_qa.eligibility import assess, case, explain, judge, rules
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.types import Span, Verdict

_SENTENCES = [v for v in vars(policy_sentences).values() if isinstance(v, str) and "。" in v and len(v) < 300]
_WORDS = [
    "对",
    "自有产权",
    "租赁产权",
    "新增床位",
    "50张以上",
    "的",
    "，",
    "。",
    "；",
    "给予",
    "每张",
    "1万元",
    "补贴",
    "（",
    "）",
    "重度失能",
    "纳入",
    "享受",
    "每人每月",
    "400元",
    "鼓励",
    "探索",
    "应当",
    "可以",
    "近三年内",
    "无",
    "违规",
    "处罚",
    "最高",
    "不超过",
    "百分之五十",
    "二级及以上",
    "医院",
    "每百户",
    "20平方米",
    "第一类",
    "分别",
    "、",
    "3000元",
    "我",
    "租了",
    "6年",
    "60张床",
    "前年",
    "被罚过",
    "户口",
    "今年83",
    "万",
    "分之",
    ":",
    "1.",
    "一是",
    "标准为",
]
_SALAD = st.lists(st.sampled_from(_WORDS), max_size=40).map("".join)
_TEXT = st.one_of(_SALAD, st.text(max_size=80), st.sampled_from(_SENTENCES))
_WIDE = {ord(c): ord(c) + 0xFEE0 for c in "0123456789()%"}


@given(_TEXT, _TEXT)
def test_nothing_raises_and_every_span_lies_in_its_text(clause: str, question: str) -> None:
    found = rules(clause, Span(0, len(clause)))
    for rule in found:
        assert rule.span.of(clause) == rule.text
        for condition in rule.conditions:
            assert condition.span.of(clause) == condition.text != ""
        assert all(Span(0, len(clause)).holds(benefit.span) for benefit in rule.benefits)
    judgement = judge(case(question, TODAY), [Cited(rule, 1, None, lit=True) for rule in found])
    if judgement is not None:
        assert explain(judgement)


@given(st.integers(40, 3000), st.integers(1, 9))
def test_amounts_grow_with_the_count(beds: int, times: int) -> None:
    def due(count: int) -> Decimal:
        judgement = judged(BEDS, f"自有房产新增{count}张床")
        assert judgement is not None
        assert judgement.amount is not None
        return judgement.amount.value

    assert due(beds * times) == due(beds) * times == Decimal(beds * times * 8000)


@given(st.integers(1, 200))
def test_the_verdict_turns_where_the_bound_stands(beds: int) -> None:
    judgement = judged(BEDS, f"自有房产新增{beds}张床")
    assert judgement is not None
    assert (judgement.verdict is Verdict.ELIGIBLE) is (beds >= 40)


@pytest.mark.parametrize(
    ("clause", "question"),
    [
        (BEDS, "自有房产新增60张床"),
        (BEDS, "租了5年的房子新增60张床"),
        (CENTRES, "1个养老服务中心加6个社区养老站"),
        (HOMES, "新盘1500户"),
        (CARE, "我妈评了重度失能"),
    ],
)
def test_width_makes_no_difference(clause: str, question: str) -> None:
    def said(words: str, told: str) -> tuple[object, ...]:
        judgement = judged(words, told)
        assert judgement is not None
        amount = judgement.amount
        return judgement.verdict, judgement.missing, amount and (amount.value, amount.unit, amount.working)

    half = clause.replace("，", ",").replace("；", ";").replace("（", "(").replace("）", ")")
    assert (
        said(clause, question)
        == said(half, question.translate(_WIDE))
        == said(clause.translate(_WIDE), question)
    )


def test_only_the_quote_is_read() -> None:
    """The documents end with a sentence that would grant 9万元 for any bed; no quote holds it."""
    assert assessed("我们自有房产新增60张床", [LAND]) is None


def test_citations_count_from_one_in_the_order_of_the_evidence() -> None:
    found = assessed("我们自有房产新增60张床", [LAND, BEDS])
    assert found is not None
    assert found.judgement.citation == 2
    assert "[2]" in found.text
    assert "[1]" not in found.text
    rule = found.judgement.rule
    assert rule.span.of(evidence(LAND, BEDS)[1].document.text) == rule.text


def test_a_prospect_may_stand_in_another_clause() -> None:
    found = assessed("我妈失能评估是中度，能领吗", [CARE, EXPLORED])
    assert found is not None
    assert found.judgement.verdict is Verdict.NOT_ELIGIBLE
    assert found.text.rstrip().endswith("[2]。")


@pytest.mark.parametrize(
    "question",
    [
        "",
        "养老机构新增床位补多少钱",
        "哪些城市有长护险",
        "自有产权和租赁产权有什么区别",
        "今天天气怎么样",
        "责任单位是谁",
    ],
)
def test_a_question_without_a_case_is_not_judged(question: str) -> None:
    assert assess(question, evidence(BEDS, CARE), TODAY) is None


def test_without_evidence_nothing_is_judged() -> None:
    assert assess("我们自有房产新增60张床", (), TODAY) is None
