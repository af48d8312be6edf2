"""其中 demands what the whole demands; 除外 leaves nobody eligible unasked; what comes on top and a year's sum are reckoned."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import BEDS, TODAY, evidence, judged, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import assess, explain
from yiyang_qa.types import Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

KITCHENS = (
    "新增床位20张以上的养老机构，每张床位补助1万元；其中用人单位利用自有场所举办的，每张床位补助8000元。"
)
BEDS_AT_HOME = (
    "具有本市户籍的60周岁及以上老年人，可以申请设立家庭养老床位。已入住养老机构的除外，但法律另有规定的除外。"
)
IN_ONE = "具有本市户籍的60周岁及以上老年人，可以申请家庭养老床位，但已入住养老机构的除外。"
OLD_AGE = (
    "高龄津贴按照下列标准发放：\n（一）80至89周岁的，每人每月50元；\n（二）90周岁及以上的，每人每月100元。\n"
    "最低生活保障家庭中的老年人，在上述标准基础上每人每月增发30元。"
)


@pytest.mark.parametrize(("beds", "verdict"), [(18, NO), (30, YES)])
def test_a_part_demands_what_the_whole_demands(beds: int, verdict: Verdict) -> None:
    assert outcome(judged(KITCHENS, f"我们单位用自有场所办的，新增{beds}张床位，能补多少"))[0] is verdict


@pytest.mark.parametrize("text", [BEDS_AT_HOME, IN_ONE])
def test_an_exception_is_asked_about_once(text: str) -> None:
    found = judged(text, "我妈65岁，绍兴户口，能申请家庭养老床位吗")
    assert found is not None
    assert found.verdict is OPEN
    assert found.missing == ("是否“已入住养老机构”",)
    assert "不属于除外的情形：已入住养老机构" in explain(found)


def test_what_is_paid_on_top_is_added_and_shown() -> None:
    found = judged(OLD_AGE, "我爸95岁，低保户，每月能领多少")
    assert outcome(found) == (YES, Decimal(130))
    assert found is not None
    assert "每人每月100元 + 每人每月30元 = 130元/月" in explain(found)


@pytest.mark.parametrize(
    ("question", "due", "unit"),
    [
        ("我爷爷95岁，一年一共多少钱", 1200, "元/年"),
        ("我爷爷95岁，全年能领多少", 1200, "元/年"),
        ("我爷爷95岁，一个月能领多少", 100, "元/月"),
        ("我爷爷95岁，来这里住了一年，能领多少", 100, "元/月"),
    ],
)
def test_a_year_is_twelve_months(question: str, due: int, unit: str) -> None:
    found = judged(OLD_AGE, question)
    assert found is not None
    assert found.amount is not None
    assert (found.amount.value, found.amount.unit) == (due, unit)
    assert unsupported(explain(found), evidence(OLD_AGE), Asked((question,))) == ()


def test_an_age_told_without_its_unit_in_the_midst_of_speech() -> None:
    assert outcome(judged(OLD_AGE, "我妈82岁，绍兴户口，我爸91呢")) != (YES, Decimal(50))
    assert outcome(judged(OLD_AGE, "我爸92了户口在绍兴每月能领多少")) == (YES, Decimal(100))


def test_a_figure_told_anew_stands_for_the_earlier_one() -> None:
    last = "那才租了4年呢"
    found = assess(f"租了7年的房子办养老院新增30张床补多少 {last}", evidence(BEDS), TODAY, last=last)
    assert found is not None
    assert found.judgement.verdict is NO


@pytest.mark.parametrize(
    ("clause", "asked"),
    [
        ("对居家居住的80周岁以上、失能的老年人，每人每月发放护理补贴200元。", "居家居住"),
        ("居家居住的80周岁以上失能老年人，每人每月补贴200元。", "居家居住"),
        ("无子女的80周岁以上失能老年人，每人每月补贴200元。", "无子女"),
        ("对入住定点机构的80周岁以上失能老年人，每人每月支付200元。", "入住定点机构"),
    ],
)
def test_what_a_person_is_said_to_be_before_a_bound_is_a_condition(clause: str, asked: str) -> None:
    found = judged(clause, "我妈85岁，失能，能领多少")
    assert found is not None
    assert (found.verdict, found.missing) == (OPEN, (f"是否“{asked}”",))


@pytest.mark.parametrize(
    ("asked", "last", "verdict", "due"),
    [
        ("自己的房子新增40张床能补多少", "那租了7年的房子30张呢", YES, Decimal(120000)),
        ("自己的房子新增40张床能补多少", "那租了7年的房子一共30张呢", OPEN, Decimal(120000)),
    ],
)
def test_a_figure_told_anew_is_as_new_as_the_one_it_stands_for(
    asked: str, last: str, verdict: Verdict, due: Decimal
) -> None:
    found = assess(f"{asked} {last}", evidence(BEDS), TODAY, last=last)
    assert found is not None
    assert outcome(found.judgement) == (verdict, due)


@pytest.mark.parametrize("last", ["那要是只有3名护理员呢", "那40张床呢，护理员3个"])
def test_a_thing_counted_anew_stands_for_the_earlier_count(last: str) -> None:
    clause = "床位20张以上、护理员不少于5名的养老机构，给予一次性补贴10万元。"
    found = assess(f"我们养老院30张床，有6名护理员，能补多少 {last}", evidence(clause), TODAY, last=last)
    assert found is not None
    assert found.judgement.verdict is NO


GRADED = (
    "具有本市户籍的80周岁以上老年人享受高龄津贴，标准如下：\n（一）80周岁以上不满90周岁的，每人每月50元；\n"
    "（二）90周岁以上的，每人每月200元。"
)


@pytest.mark.parametrize(("age", "due"), [(85, 50), (92, 200)])
def test_an_item_bounds_more_closely_what_the_words_above_it_bound(age: int, due: int) -> None:
    assert outcome(judged(GRADED, f"我爸{age}岁，绍兴户口，高龄津贴多少")) == (YES, Decimal(due))


def test_what_is_granted_to_a_home_is_not_promised_to_a_person() -> None:
    clause = "养老机构收住本市户籍失能老年人的，按每人每月200元给予运营补贴。"
    assert judged(clause, "我是绍兴户口，我妈失能在家，能补多少") is None
    assert outcome(judged(clause, "我们院收住30个失能老人，都是本市户籍，能补多少"))[1] == Decimal(6000)
    assert outcome(judged(clause, "我们院收了50个老人，30个失能，都是本市户籍，能补多少"))[1] is None
    assert outcome(judged(clause, "我们院收了50个失能老人，都是外地户口，能补多少"))[0] is NO


def test_a_bare_count_stands_for_the_one_before_it() -> None:
    clause = "新增托位20个以上的，按每个托位1万元给予补贴。"
    asked = "托育机构新增20个托位，能补多少"
    found = [
        assess(f"{asked} {last}", evidence(clause), TODAY, last=last) for last in ("新增19个呢", "那30个呢")
    ]
    assert [outcome(each.judgement)[0] if each else None for each in found] == [NO, YES]


def test_a_year_asked_on_about_is_twelve_months() -> None:
    found = judged(OLD_AGE, "我爷爷95岁，一个月多少 一年呢")
    assert outcome(found) == (YES, Decimal(1200))
