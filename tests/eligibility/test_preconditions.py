"""What a text demands once of all that it grants is weighed with the promise of another article."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import TODAY, document_of, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import Assessment, assess
from yiyang_qa.types import Evidence, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

WORKERS = (
    "第一条 奖补对象为与本市养老机构签订5年以上劳动合同的护理人员。\n",
    "第二条 入职奖补标准：本科学历4万元，专科学历3万元，中职学历2万元。\n",
)
HOMES = (
    "第三条 申请补助的养老机构应当符合下列条件：\n（一）正常运营满1年；\n（二）近两年内未发生安全责任事故。\n",
    "第六条 民办养老机构收住失能老年人的，给予运营补贴每人每月200元。\n",
)
SEVERAL = ("第一条 补贴对象为80周岁以上老年人、60周岁以上失能老年人。\n", WORKERS[1])


def _assessed(articles: tuple[str, str], question: str) -> Assessment | None:
    """``question`` against the second of ``articles``, each a clause of one document."""
    document = document_of(articles)
    clause = document.clauses[1]
    return assess(question, (Evidence(document, clause, clause.body, (clause.body,), 0.9),), TODAY)


@pytest.mark.parametrize(
    ("articles", "question", "verdict", "due"),
    [
        (WORKERS, "我中专毕业，和养老院签了3年合同，入职奖补能拿多少", NO, None),
        (WORKERS, "我中专毕业，和养老院签了6年劳动合同，入职奖补能拿多少", OPEN, 20000),
        (WORKERS, "我中专毕业，入职奖补能拿多少", OPEN, 20000),
        (HOMES, "我们民办养老院收了20个失能老人，运营补贴一个月多少", OPEN, 4000),
        (HOMES, "我们民办养老院运营了半年，收了20个失能老人，运营补贴能拿多少", NO, None),
        (HOMES, "我们民办养老院开了3年，收了20个失能老人，去年出过安全责任事故，能拿多少运营补贴", NO, None),
        (SEVERAL, "我中专毕业，入职奖补能拿多少", YES, 20000),
    ],
)
def test_a_promise_stands_under_what_is_demanded_of_all(
    articles: tuple[str, str], question: str, verdict: Verdict, due: int | None
) -> None:
    found = _assessed(articles, question)
    assert found is not None
    assert outcome(found.judgement) == (verdict, None if due is None else Decimal(due))
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()
