"""Lists of which any item will do, the groups that they name, and what another article deals to each group."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import TODAY, document_of, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import Assessment, assess
from yiyang_qa.eligibility.situations import situations
from yiyang_qa.types import Evidence, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

#: The list, and the article that says what is had.
CARE = (
    "第三条 具有本市户籍且符合下列情形之一的老年人，可以申请护理补贴：\n（一）最低生活保障家庭中失能的；\n"
    "（二）80周岁以上独居的；\n（三）持有残疾人证且残疾等级为一级或者二级的。\n",
    "第四条 护理补贴标准为每人每月300元。经评估为重度失能的，每人每月再给予100元。\n",
)
NAMED = (
    "第二条 本市户籍、60周岁以上的下列老年人可以享受政府购买居家养老服务：\n（一）甲类保障对象：1.特困人员；2.低保家庭中的失能老年人。\n"
    "（二）乙类保障对象：1.90周岁以上的；2.失独家庭老年人；3.独居或者仅与残疾子女共同生活的低保老年人。\n",
    "第三条 甲类保障对象每人每月600元，乙类保障对象每人每月350元。\n",
)
CLASSES = (
    "第七条 具有本市户籍且符合以下情形之一的服务对象可申请服务资助：\n（一）第一类资助对象。\n1. 分散供养特困人员；\n"
    "2. 低保家庭、低保边缘家庭、80周岁及以上的老年人等3类人员中独居或者仅与持证残疾子女共同居住的。\n（二）第二类资助对象。\n"
    "符合以下条件之一的经济困难且失能（失智）的老年人：\n1.85周岁及以上的；\n2.纯老家庭（含孤寡、独居）人员。\n",
    "第九条 第一类资助对象每人每月400元，第二类资助对象每人每月200元。经评估为重度失能的，每人每月增加护理资助200元。\n",
)
REFUSING = (
    "第五条 有下列情形之一的，不予发放护理补贴：\n（一）80周岁以下的；\n（二）入住养老机构的。\n",
    "第六条 高龄津贴每人每月50元。\n",
)


def _assessed(articles: tuple[str, ...], question: str) -> Assessment | None:
    """``question`` with the first of ``articles`` found."""
    document = document_of(articles)
    clause = document.clauses[0]
    return assess(question, (Evidence(document, clause, clause.body, (clause.body,), 0.9),), TODAY)


@pytest.mark.parametrize(
    ("articles", "question", "verdict", "due"),
    [
        (CARE, "我妈82岁，绍兴户口，一个人住，护理补贴一个月多少", YES, 300),
        (CARE, "我爸75岁，绍兴户口，低保，失能，护理补贴多少", YES, 300),
        (CARE, "我爸75岁，绍兴户口，低保，重度失能，护理补贴一个月多少", YES, 400),
        (CARE, "我爸75岁，绍兴户口，有残疾人证，二级残疾，护理补贴多少", YES, 300),
        (CARE, "我妈79岁，绍兴户口，独居，护理补贴多少", OPEN, None),
        (CARE, "我妈85岁，外地户口，一个人住，护理补贴多少", NO, None),
        (NAMED, "我是绍兴户口，特困，72岁，居家养老服务一个月多少", YES, 600),
        (NAMED, "我妈92岁，绍兴户口，和我一起住，居家养老服务一个月多少", YES, 350),
        (NAMED, "我失独，66岁，绍兴户口，居家养老服务一个月多少", YES, 350),
        (NAMED, "我70岁，绍兴户口，身体硬朗，居家养老服务一个月多少", OPEN, None),
        (CLASSES, "我78岁，绍兴户口，经济困难，中度失能，跟老伴住，能领服务资助吗", YES, 200),
        (CLASSES, "我86岁，绍兴户口，经济困难，重度失能，和女儿住，服务资助多少", YES, 400),
        (CLASSES, "我妈82岁，绍兴户口，低保，一个人住，服务资助多少", YES, 400),
        (CLASSES, "我75岁，绍兴户口，特困分散供养，服务资助多少", YES, 400),
        (CLASSES, "我75岁，绍兴户口，经济困难，失智，跟儿子住，服务资助多少", OPEN, None),
    ],
)
def test_one_item_told_in_full_will_do(
    articles: tuple[str, ...], question: str, verdict: Verdict, due: int | None
) -> None:
    found = _assessed(articles, question)
    assert found is not None
    assert outcome(found.judgement) == (verdict, None if due is None else Decimal(due))
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()


def test_what_the_nearest_items_leave_open_is_asked() -> None:
    found = _assessed(CARE, "我妈79岁，绍兴户口，独居，护理补贴多少")
    assert found is not None
    assert "属于所列哪种情形（身份、失能状况" in found.judgement.missing[0]


def test_a_top_up_is_no_condition_and_what_speaks_against_it_is_said() -> None:
    found = _assessed(CLASSES, "我78岁，绍兴户口，经济困难，中度失能，跟老伴住，能领服务资助吗")
    assert found is not None
    assert "经评估为重度失能的，每人每月增加护理资助200元”是另加的部分，所述为“中度”，不另加" in found.text
    assert "数额依据：“第二类资助对象每人每月200元”[2]" in found.text


def test_of_a_sum_and_its_top_up_both_are_had() -> None:
    raised = ("第五条 90周岁以上的老年人，每人每月发放高龄津贴100元；百岁老人每月另加200元。\n",)
    found = _assessed(raised, "我101岁，高龄津贴多少")
    assert found is not None
    assert outcome(found.judgement) == (YES, Decimal(300))
    less = _assessed(raised, "我92岁，高龄津贴多少")
    assert less is not None
    assert outcome(less.judgement) == (YES, Decimal(100))


def test_an_item_that_names_nothing_known_is_met_by_nobody() -> None:
    loose = (
        "第三条 具有本市户籍且符合下列情形之一的，可以申请护理补贴：\n（一）老年人；\n（二）一级残疾的。\n",
    )
    found = _assessed(loose, "我70岁，绍兴户口，护理补贴能领吗")
    assert found is None or outcome(found.judgement)[0] is not YES


def test_a_list_of_refused_cases_grants_nothing() -> None:
    assert situations("".join(REFUSING)) == ()


def test_what_the_last_turn_says_of_the_household_stands() -> None:
    document = document_of(CLASSES)
    clause = document.clauses[0]
    found = (Evidence(document, clause, clause.body, (clause.body,), 0.9),)
    told = "我奶奶90岁，绍兴户口，独居，服务资助多少"
    before = assess(told, found, TODAY, last=told)
    after = assess(f"{told} 那跟儿子住呢", found, TODAY, last="那跟儿子住呢")
    assert before is not None
    assert after is not None
    assert outcome(before.judgement) == (YES, Decimal(400))
    assert outcome(after.judgement) == (OPEN, None)
    assert "独居情况" not in after.judgement.missing[0]
