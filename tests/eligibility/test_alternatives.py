"""What 或 joins, cards that are held, whom a whole text is for, and what the others have."""

from __future__ import annotations

import pytest
from policy_sentences import TODAY, document_of, judged, outcome

from yiyang_qa.eligibility import Assessment, assess, rules
from yiyang_qa.types import Evidence, Span, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

PERMIT = "年满60周岁，具有本市户籍或者持有本市有效居住证件的公民，可以享受免费体检。"
RIDES = (
    "第二条 年满60周岁，具有本市户籍或者持有本市居住证的公民，享受本办法规定的优待。\n",
    "第六条 年满60周岁不满65周岁的老年人持本市老年人优待凭证乘坐市内线路公共汽车、过江轮渡和城市轨道交通，享受半价优惠。\n",
)
OTHERS = (
    "第八条 七十周岁以上的老年人享受下列优惠待遇：\n（一）优先购买车票；\n（二）到医疗机构优先挂号；\n（三）免费进入公园。\n"
    "其他老年人享受前款第一项、第二项规定的优惠待遇。\n",
)
BENEFITS = (
    "第十五条 具有本市户籍的老年人按照下列规定享受服务：\n（一）为七十周岁以上老年人提供养老服务补贴；\n"
    "（二）为八十周岁以上老年人发放高龄津贴。\n",
)
CERTIFIED = "养老服务组织年服务达到1000人次，且按规定取得《医疗机构执业许可证》的，给予一次性补贴15万元。"


def _assessed(articles: tuple[str, ...], question: str) -> Assessment | None:
    document = document_of(articles)
    found = tuple(Evidence(document, c, c.body, (c.body,), 0.9) for c in document.clauses)
    return assess(question, found, TODAY)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我63岁，绍兴户口，能免费体检吗", YES),
        ("我63岁，外地户口，有居住证，能免费体检吗", YES),
        ("我63岁，外地户口，没有居住证，能免费体检吗", NO),
        ("我63岁，外地户口，有杭州居住证，能免费体检吗", NO),
        ("我63岁，外地户口，能免费体检吗", OPEN),
    ],
)
def test_one_of_what_is_joined_will_do(question: str, verdict: Verdict) -> None:
    assert outcome(judged(PERMIT, question))[0] is verdict


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("我63岁，绍兴户口，有优待证，坐地铁多少钱", YES, "持本市老年人优待凭证：符合（所述：有优待证）"),
        ("我63岁，绍兴户口，坐地铁多少钱", OPEN, "还需确认：是否“持本市老年人优待凭证”[2]"),
        ("我64岁，外地户口，没有居住证，坐地铁有优惠吗", NO, "所述为“外地户口”、“没有居住证”[1]"),
    ],
)
def test_whom_a_text_is_for_is_asked_beside_its_own_words(question: str, verdict: Verdict, said: str) -> None:
    found = _assessed(RIDES, question)
    assert found is not None
    assert outcome(found.judgement)[0] is verdict
    assert said in found.text


def test_a_condition_is_shown_in_its_own_words() -> None:
    words = RIDES[1]
    (rule,) = rules(words, Span(0, len(words)))
    assert [c.text for c in rule.conditions] == ["年满60周岁", "不满65周岁", "持本市老年人优待凭证"]


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("我65岁，能享受优惠待遇吗", YES, "适用“其他老年人享受前款第一项、第二项规定的优惠待遇”[1]"),
        ("我66岁，能优先挂号吗", YES, "其他老年人：符合（所述：66岁）"),
        ("我66岁，进公园能免费吗", NO, "但按所述情况适用“其他老年人享受前款第一项"),
        ("我71岁，进公园能免费吗", YES, "七十周岁以上：符合"),
    ],
)
def test_the_others_have_what_the_items_pointed_to_grant(question: str, verdict: Verdict, said: str) -> None:
    found = _assessed(OTHERS, question)
    assert found is not None
    assert outcome(found.judgement)[0] is verdict
    assert said in found.text


def test_another_benefit_of_the_same_list_does_not_take_the_case_in() -> None:
    found = _assessed(BENEFITS, "我爸79岁，绍兴户口，有高龄津贴吗")
    assert found is not None
    assert outcome(found.judgement)[0] is NO


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我们养老服务组织有执业许可证，补贴多少", YES),
        ("我们养老服务组织有卫生许可证，补贴多少", OPEN),
        ("我们养老服务组织没有执业许可证，补贴多少", NO),
    ],
)
def test_a_certificate_is_known_by_the_end_of_its_name(question: str, verdict: Verdict) -> None:
    found = judged(CERTIFIED, question + "，一年服务1200人次")
    assert (outcome(found)[0] if found else OPEN) is verdict


LISTED = "对参保的特困人员、低保对象和失能老年人，每人每月给予200元。"
BREAK = "中断缴费不超过3个月的，补缴后可享受待遇；中断缴费超过3个月的，自恢复缴费之日起满3个月后可享受待遇。"
INSURED = "参保人员经评估为重度失能的，每月可享受护理待遇900元。"
ELSEWHERE = f"{INSURED}经办采用全区通办模式，全区参保人可在就近的街道申请评估和享受护理待遇。"
OWNED = "新建养老机构，自有产权的每张床位补助8000元，租赁且租期5年以上的每张床位补助4000元。"
SCHOOLED = "大专以上学历的人员到养老机构工作满3年的，一次性奖励2万元。"
FREE = "65周岁以上老年人持本市老年人优待凭证免费乘坐公共汽车。"
WORK = "毕业生到养老机构从事护理工作满3年的，一次性奖励2万元；取得高级工以上职业资格的，再奖励5000元。"


@pytest.mark.parametrize(
    ("clause", "question", "verdict", "due"),
    [
        (LISTED, "我爸70岁，低保，参保了，不失能，每月能领多少", YES, 200),
        (LISTED, "我爸70岁，失能，参保了，每月能领多少", YES, 200),
        (INSURED, "我爸重度失能，是参保人，每月能领多少", YES, 900),
        (INSURED, "我爸重度失能，交了三年医保，每月能领多少", YES, 900),
        (INSURED, "我爸重度失能，每月能领多少", OPEN, 900),
        (INSURED, "我爸重度失能，没有参保，每月能领多少", NO, None),
        (ELSEWHERE, "我爸中度失能，参保一直在本地，能享受护理待遇吗", NO, None),
        (OWNED, "我们新建养老院60张床，自有产权，能补多少", YES, 480000),
        (OWNED, "我们新建养老院60张床，租的房子租了6年，能补多少", YES, 240000),
        (WORK, "我毕业后在养老院护理干了3年，有高级工证，能奖励多少", YES, 25000),
        (WORK, "我毕业后在养老院护理干了4年，能奖励多少", YES, 20000),
        (SCHOOLED, "我高中毕业，在养老院工作了5年，能奖励多少", NO, None),
        (FREE, "我66岁，坐公共汽车免费吗", YES, None),
        (FREE, "我66岁，没办优待证，坐公共汽车免费吗", NO, None),
        (BREAK, "我断缴了2个月又补上了，能享受待遇吗", YES, None),
    ],
)
def test_one_of_the_groups_listed_will_do_and_others_are_told_apart(
    clause: str, question: str, verdict: Verdict, due: int | None
) -> None:
    found = judged(clause, question)
    assert found is not None
    assert found.verdict is verdict
    assert (None if found.amount is None else int(found.amount.value)) == due


def test_a_break_in_payment_is_no_time_paid() -> None:
    (shorter, longer) = rules(BREAK, Span(0, len(BREAK)))
    assert [c.text for c in (*shorter.conditions, *longer.conditions)] == [
        "中断缴费不超过3个月",
        "中断缴费超过3个月",
    ]
    assert "中断缴费时间" in str(shorter.conditions[0].test)


def test_an_item_of_a_list_of_conditions_is_no_duty_by_itself() -> None:
    articles = ("第二条 申请高龄津贴应当同时符合下列条件：\n（一）具有本市户籍；\n（二）年满80周岁。\n",)
    found = _assessed(articles, "我妈85岁，外地户口，高龄津贴能领吗")
    assert found is not None
    assert outcome(found.judgement)[0] is NO
