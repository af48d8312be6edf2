"""Figures behind labels of their own, and alternatives inside one sentence: the one that the case is of, else asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import TODAY, assessed, evidence, judged, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import assess, rules
from yiyang_qa.types import Span, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

STARS = "养老机构按服务质量评定等级给予一次性奖励：三星级：3万元；四星级：6万元；五星级：10万元。"
DEGREES = (
    "入职奖补。毕业5年内、从事一线护理工作满2年的毕业生，按照下列标准给予一次性入职奖补：\n（一）本科及以上学历：3万元；\n"
    "（二）大专学历：2万元；\n（三）中专学历：1万元。"
)
BEDS = "新建养老机构，普惠型床位每张补助8000元，其他床位每张补助3000元；改建养老机构，普惠型床位每张补助5000元，其他床位每张补助2000元。"
CARE = "对收住老年人的民办养老机构，按以下标准给予运营补贴：自理老年人：每人每月50元；半失能老年人：每人每月100元；失能老年人：每人每月200元。"
SKILLS = "岗位补贴标准：初级工每人每月100元，中级工每人每月150元，高级工每人每月200元，技师每人每月300元。"
SCHOOLS = "入职奖补标准：研究生学历5万元，本科学历4万元，专科学历3万元，中职学历2万元。"
CANTEENS = "社区老年食堂一次性建设补助，城区每个补助10万元，农村每个补助6万元。"


@pytest.mark.parametrize(
    ("clause", "question", "verdict", "due"),
    [
        (STARS, "我们养老院评上四星级了，奖励多少", YES, 60000),
        (STARS, "我们养老院评上五星了，奖励多少", YES, 100000),
        (DEGREES, "我大专毕业3年，干护理2年了，入职奖补多少", YES, 20000),
        (DEGREES, "我硕士毕业1年，干护理2年了，入职奖补多少", YES, 30000),
        (DEGREES, "我本科毕业6年，干护理2年了，入职奖补多少", NO, None),
        (DEGREES, "我本科毕业2年，一线护理满2年，入职奖补多少", YES, 30000),
        (BEDS, "我们新建养老院，普惠型床位100张，能补多少", YES, 800000),
        (BEDS, "我们新建养老院，100张非普惠床位，能补多少", YES, 300000),
        (BEDS, "我们改建的养老院，普惠型床位60张，能补多少", YES, 300000),
        (BEDS, "我们新建养老院，80张床，能补多少", OPEN, None),
        (CARE, "我们民办养老院收了20个半失能老人，运营补贴每月多少", YES, 2000),
        (CARE, "我们民办养老院收了20个失能老人，运营补贴每月多少", YES, 4000),
        (CARE, "我们民办养老院收了20个能自理的老人，运营补贴每月多少", YES, 1000),
        (SKILLS, "我是技师，岗位补贴一个月多少", YES, 300),
        (SKILLS, "我是高级工，岗位补贴一个月多少", YES, 200),
        (SCHOOLS, "我研究生毕业，入职奖补多少", YES, 50000),
        (SCHOOLS, "我技校毕业，入职奖补多少", YES, 20000),
        (CANTEENS, "我们在农村办3个社区老年食堂，补多少", YES, 180000),
        (CANTEENS, "我们在城里办3个社区老年食堂，补多少", YES, 300000),
        (CANTEENS, "我们办2个社区老年食堂，补多少", OPEN, None),
    ],
)
def test_the_alternative_that_the_case_is_of(
    clause: str, question: str, verdict: Verdict, due: int | None
) -> None:
    assert outcome(judged(clause, question)) == (verdict, None if due is None else Decimal(due))


def test_which_alternative_is_asked_in_words_that_stand() -> None:
    question = "我们办2个社区老年食堂，补多少"
    found = assess(question, evidence(CANTEENS), TODAY)
    assert found is not None
    assert found.judgement.missing == ("属于哪种情形（城区、农村）",)
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()


@pytest.mark.parametrize(
    "clause",
    [
        "助餐点收费标准如下：城区：3元；农村：2元。",
        "各项补贴标准如下：床位：3万元；设备：2万元。",
        "给予建设补助，床位每张8000元，设备每台3000元。",
    ],
)
def test_prices_and_several_benefits_are_no_alternatives(clause: str) -> None:
    found = rules(clause, Span(0, len(clause)))
    assert not any(rule.conditions for rule in found)


def test_a_time_within_which_to_apply_is_no_condition() -> None:
    found = assessed(
        "我本科毕业3年，取得证书2年了，能补多少",
        ["取得证书的毕业生，1年内申请，给予一次性补贴1000元。"],
    )
    assert found is not None
    assert found.judgement.verdict is not NO
