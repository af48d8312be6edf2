"""Shares with a cap for each thing, parts of them, and what limits how often a sum is had."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import assessed, evidence, judged, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import explain
from yiyang_qa.types import Verdict

YES, OPEN = Verdict.ELIGIBLE, Verdict.UNDETERMINED

AT_HOME = (
    "家庭养老床位，验收合格的，按实际支出的60%给予补贴，最高不超过3000元/张；"
    "其中低保、低边家庭按90%给予补贴，最高不超过5000元/张。"
)
MEALS = (
    "在老年食堂就餐的本市户籍老年人，60至69周岁每人每餐补助1元，70至79周岁补助2元，80周岁及以上补助3元；"
    "特困、低保老年人每人每餐补助5元。"
    "每人每天补助不超过2餐。"
)


@pytest.mark.parametrize(
    ("question", "verdict", "due"),
    [
        ("我家老人的家庭养老床位验收合格了，花了4000元，能补多少", YES, 2400),
        ("我家老人的家庭养老床位验收合格了，花了8000元，能补多少", YES, 3000),
        ("低保老人，家庭养老床位花了4000元，能补多少", OPEN, 3600),
        ("低保老人，家庭养老床位花了8000元，能补多少", OPEN, 5000),
        ("低保老人，家庭养老床位两张床花了12000元，能补多少", OPEN, 10000),
        ("低边家庭，家庭养老床位花了2000元，能补多少", OPEN, 1800),
    ],
)
def test_a_part_is_a_share_of_the_same_up_to_its_own_cap(question: str, verdict: Verdict, due: int) -> None:
    found = judged(AT_HOME, question)
    assert outcome(found) == (verdict, Decimal(due))
    assert found is not None
    assert unsupported(explain(found), evidence(AT_HOME), Asked((question,))) == ()


def test_what_is_given_for_each_meal_is_so_for_every_band_and_its_limit_is_told() -> None:
    found = assessed("我爸85岁，绍兴户口，老年食堂一天吃三顿，补多少", [MEALS])
    assert found is not None
    due = found.judgement.amount
    assert due is not None
    assert (found.judgement.verdict, due.value, due.unit) == (YES, Decimal(3), "元/餐")
    assert "每人每天补助不超过2餐" in found.text


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("我爸66岁，绍兴户口，特困，老年食堂一餐补多少", 5),
        ("我爸66岁，绍兴户口，老年食堂一餐补多少", 1),
        ("我爸75岁，绍兴户口，低保，老年食堂一餐补多少", 5),
    ],
)
def test_what_is_set_for_a_status_goes_before_what_is_set_for_an_age(question: str, due: int) -> None:
    found = assessed(question, [MEALS])
    assert found is not None
    assert outcome(found.judgement) == (YES, Decimal(due))


LEASED = "租赁房屋且合同期限5年以上的养老机构，每张床位补贴2000元。"
PLACES = "新建普惠托育机构，每新增1个托位补助1万元。"


@pytest.mark.parametrize(("years", "verdict"), [(3, Verdict.NOT_ELIGIBLE), (6, YES)])
def test_the_term_of_a_lease_is_held_against_what_its_contract_must_last(
    years: int, verdict: Verdict
) -> None:
    found = judged(LEASED, f"租的房子办养老院，合同{years}年，80张床，补贴多少")
    assert found is not None
    assert found.verdict is verdict


def test_children_are_no_places() -> None:
    found = judged(PLACES, "新建的普惠托育机构收了30个孩子，能补多少")
    assert found is None or found.amount is None
