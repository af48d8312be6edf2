"""Whom one article grants a benefit, how much another says it comes to, and lists of conditions that are clauses of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import TODAY, document_of, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import Assessment, assess
from yiyang_qa.types import Evidence, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

OLD_AGE = (
    "第三条 具有本市户籍、年满80周岁的老年人，可以申请高龄津贴。\n",
    "第四条 高龄津贴按照下列标准按月发放：\n（一）80周岁至89周岁的老年人，每人每月30元；\n（二）90周岁以上的老年人，每人每月100元。\n",
    "第五条 享受最低生活保障待遇的高龄老年人，在前条标准基础上每人每月增发20元。\n",
    "第六条 百岁老人长寿金每人每月300元。\n",
)
BED = (
    "申请家庭养老床位的老年人应当同时符合下列条件：\n",
    "1.具有本市户籍；\n",
    "2.年满60周岁；\n",
    "3.经评估为中度以上失能。\n",
)


def _assessed(articles: tuple[str, ...], question: str, cited: int) -> Assessment | None:
    """``question`` against the first ``cited`` of ``articles``, each a clause of one document."""
    document = document_of(articles)
    found = tuple(
        Evidence(document, clause, clause.body, (clause.body,), 0.9) for clause in document.clauses[:cited]
    )
    return assess(question, found, TODAY)


@pytest.mark.parametrize(
    ("question", "verdict", "due"),
    [
        ("我妈85岁，绍兴户口，高龄津贴一个月多少", YES, 30),
        ("我妈93岁，绍兴户口，高龄津贴一个月多少", YES, 100),
        ("我妈83岁，绍兴户口，低保户，高龄津贴一个月一共多少", YES, 50),
        ("我妈85岁，户口在成都，高龄津贴一个月多少", NO, None),
        ("我妈79岁，绍兴户口，高龄津贴一个月多少", NO, None),
        ("我妈85岁，高龄津贴一个月多少", OPEN, 30),
    ],
)
def test_the_standard_of_one_article_goes_with_the_conditions_of_another(
    question: str, verdict: Verdict, due: int | None
) -> None:
    found = _assessed(OLD_AGE, question, len(OLD_AGE))
    assert found is not None
    assert outcome(found.judgement) == (verdict, None if due is None else Decimal(due))
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("我爸70岁重度失能，绍兴户口，能申请家庭养老床位吗", YES),
        ("我爸58岁重度失能，绍兴户口，能申请家庭养老床位吗", NO),
        ("我爸70岁轻度失能，绍兴户口，能申请家庭养老床位吗", NO),
        ("我爸70岁重度失能，能申请家庭养老床位吗", OPEN),
    ],
)
@pytest.mark.parametrize("cited", [1, len(BED)])
def test_a_list_of_conditions_is_one_rule_and_each_is_cited_where_it_stands(
    question: str, verdict: Verdict, cited: int
) -> None:
    found = _assessed(BED, question, cited)
    assert found is not None
    assert found.judgement.verdict is verdict
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()
    for item in found.judgement.outcomes:
        quoted = found.evidence[item.citation - 1]
        assert quoted.quote.holds(item.condition.span)
