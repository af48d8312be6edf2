"""A case told as values: it comes to what the same case told in words comes to, and a misspelt fact is an error."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import BEDS, CENTRES, CITY, GRADES, MEALS, RECORD, SHARE, TODAY, UNREAD, outcome
from pydantic import ValidationError

from yiyang_qa.eligibility import Judgement, case, case_of, judge, rules, together
from yiyang_qa.eligibility.axes import AXES
from yiyang_qa.eligibility.kinds import KINDS
from yiyang_qa.eligibility.measures import MEASURES
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.types import Fact, Span, Verdict
from yiyang_qa.wire import CaseBody

CLEAN = "对近三年内无行政处罚、无失信记录的养老机构，给予一次性奖励5万元。"
YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED


def _judged(clause: str, question: str, told: dict[str, object]) -> Judgement | None:
    found = [Cited(rule, 1, CITY, lit=True) for rule in rules(clause, Span(0, len(clause)))]
    values = case_of(CaseBody.model_validate(told).facts())
    return judge(together(case(question, TODAY), values), found)


@pytest.mark.parametrize(
    ("clause", "told", "verdict", "amount"),
    [
        (BEDS, {"床位数": 60, "新增": True, "房屋产权": "自有"}, YES, "480000"),
        (BEDS, {"beds": 60, "added": True, "ownership": "自有"}, YES, "480000"),
        (BEDS, {"床位": 30, "新增": True, "产权": "租赁", "租期_年": 5}, NO, None),
        (BEDS, {"床位": 30, "新增": True, "产权": "租赁", "租期_年": 6.5}, YES, "120000"),
        (BEDS, {"床位": 60, "产权": "自有"}, OPEN, "480000"),
        (BEDS, {"床位": 30, "产权": "自有"}, NO, None),  # of 30 beds no 40 can be new
        (CENTRES, {"数量": {"社区养老服务站": 3}}, YES, "450000"),
        (SHARE, {"金额": {"失业保险费": 80000}}, OPEN, "40000"),
        (GRADES, {"技能等级": "中级"}, YES, "2000"),
        (MEALS, {"年龄": 65, "户籍": "绍兴市", "居住地": "绍兴市"}, YES, None),
        (MEALS, {"年龄": 65, "户籍": "湖北省", "居住地": "绍兴市"}, NO, None),
        (MEALS, {"年龄": 65, "户籍": "绍兴市"}, OPEN, None),
        (CLEAN, {"不良记录": {}}, YES, "50000"),
        (CLEAN, {"不良记录": {"处罚": 1}}, NO, None),
        (CLEAN, {"主体": "养老机构"}, None, None),
        (RECORD, {"不良记录": {"处罚": 1}}, None, None),  # by whom is not told
    ],
)
def test_a_case_told_as_values(
    clause: str, told: dict[str, object], verdict: Verdict | None, amount: str | None
) -> None:
    assert outcome(_judged(clause, "能补多少", told)) == (verdict, Decimal(amount) if amount else None)


def test_a_value_stands_where_words_say_otherwise() -> None:
    judgement = _judged(BEDS, "自有房产新增60张床，能补多少", {"床位": 50, "新增": True})
    assert judgement is not None
    assert judgement.amount is not None
    assert judgement.amount.working == "50张 × 0.8万元/张"


def test_a_rule_about_another_body_is_left_aside() -> None:
    beds: dict[str, object] = {"床位数": 60, "新增": True, "房屋产权": "自有"}
    assert _judged(BEDS, "能补多少", beds | {"主体": "养老机构"}) is not None
    assert _judged(BEDS, "能补多少", beds | {"主体": "个人"}) is None
    assert {kind for name in KINDS for kind in case_of([Fact("主体", name)]).kinds} == set(KINDS)


def test_what_was_asked_for_can_be_confirmed_in_its_own_words() -> None:
    asked = _judged(UNREAD, "能补多少", {"服务人次": 1500})
    assert asked is not None
    assert asked.verdict is OPEN
    assert asked.missing
    words = {question.removeprefix("是否").strip("“”"): True for question in asked.missing}
    told = _judged(UNREAD, "能补多少", {"服务人次": 1500, "已确认": words})
    assert told is not None
    assert told.verdict is YES
    assert all(outcome.met for outcome in told.outcomes)


def test_whatever_a_clause_can_ask_a_case_can_tell() -> None:
    fields = CaseBody.model_fields
    keys = [row.key for row in (*MEASURES, *AXES)]
    assert len(set(keys)) == len(keys)
    assert set(keys) <= fields.keys()
    documented = CaseBody.model_json_schema()["properties"]
    for axis in AXES:
        told: object = axis.values[0][0]
        if axis.name in ("户籍", "居住证", "居住地"):
            told = "浙江省绍兴市"
        elif len(axis.values) == 1:
            told = True
        value = told if axis.exclusive or told is True else [told]
        facts = CaseBody.model_validate({axis.name: value}).facts()
        assert [fact.subject for fact in facts] == [axis.name]
        assert axis.name in documented[axis.name]["description"] or len(axis.values) == 1


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"床铺": 60}, "床铺"),
        ({"床位数": "60"}, "床位数"),
        ({"床位数": -1}, "床位数"),
        ({"失能等级": "很重"}, "失能等级"),
        ({"新增": 1}, "新增"),
        ({"户籍": "鼓楼区"}, "户籍"),
        ({"户籍": "月球"}, "户籍"),
    ],
)
def test_a_fact_that_is_not_understood_is_an_error(told: dict[str, object], field: str) -> None:
    with pytest.raises(ValidationError) as raised:
        CaseBody.model_validate(told)
    assert raised.value.errors()[0]["loc"][0] == field
