"""Cases in which a text refuses what it grants: one that is told refuses, one that is touched is asked, the rest is left as it was."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import TODAY, document_of, outcome

from yiyang_qa.answer.guard import unsupported
from yiyang_qa.answer.guard.asked import Asked
from yiyang_qa.eligibility import Assessment, assess
from yiyang_qa.eligibility.described import Said, told_of
from yiyang_qa.eligibility.exclusions import exclusions
from yiyang_qa.types import Evidence, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

OLD_AGE = (
    "第四条 具有本市户籍、年满80周岁的老年人，每人每月发放高龄津贴100元。\n",
    "第五条 运营满1年的民办养老机构，每张床位给予运营补贴500元。\n",
    "第八条 有下列情形之一的，停发高龄津贴：\n（一）死亡或者被宣告失踪的；\n（二）户籍迁出本市的；\n（三）正在服刑的；\n"
    "（四）未按规定进行生存认证的；\n（五）住院治疗超过30日的；\n（六）其他不符合条件的。\n",
    "第九条 已享受上级财政运营补贴的机构，不再重复享受运营补贴。\n",
)
ASKED = "我爸86岁，绍兴户口，{}，高龄津贴一个月多少"


def _assessed(question: str, first: int = 0) -> Assessment | None:
    document = document_of(OLD_AGE, "高龄津贴和运营补贴办法")
    clause = document.clauses[first]
    return assess(question, (Evidence(document, clause, clause.body, (clause.body,), 0.9),), TODAY)


@pytest.mark.parametrize(
    ("told", "verdict", "due"),
    [
        ("身体还行", YES, 100),
        ("上个月去世了", NO, None),
        ("户口去年迁出绍兴了", NO, None),
        ("人在监狱服刑", NO, None),
        ("没有做生存认证", NO, None),
        ("生存认证按时做了", YES, 100),
        ("住院治疗40多天了", NO, None),
        ("住院治疗了10天", YES, 100),
        ("住院治疗了一阵子", OPEN, 100),
        ("我哥在服刑", OPEN, 100),
        ("没有服刑", YES, 100),
    ],
)
def test_a_listed_case_that_is_told_refuses_what_another_article_grants(
    told: str, verdict: Verdict, due: int | None
) -> None:
    question = ASKED.format(told)
    found = _assessed(question)
    assert found is not None
    assert outcome(found.judgement) == (verdict, None if due is None else Decimal(due))
    assert unsupported(found.text, found.evidence, Asked((question,))) == ()


def test_a_refusal_is_told_with_its_item_and_its_words() -> None:
    found = _assessed(ASKED.format("户口去年迁出绍兴了"))
    assert found is not None
    assert found.text.startswith(
        "不符合：属于“户籍迁出本市的”（所述：户口去年迁出绍兴了）[2]，文件规定“有下列情形之一的，停发高龄津贴”[2]。"
    )
    assert found.evidence[1].clause.id == "d/2"


def test_a_list_that_the_case_does_not_speak_of_is_named() -> None:
    found = _assessed(ASKED.format("身体还行"))
    assert found is not None
    assert found.text.endswith(
        "注：文件另写明“有下列情形之一的，停发高龄津贴”，所述没有提到的情形请对照原文。[2]"
    )


@pytest.mark.parametrize(
    ("item", "told", "said"),
    [
        ("年度考核不合格的", "今年考核不合格", Said.HOLDS),
        ("年度考核不合格的", "年度考核合格", Said.DENIED),
        ("未按规定进行生存认证的", "生存认证没做", Said.HOLDS),
        ("未与入住老年人签订服务协议的", "没跟老人签服务协议", Said.HOLDS),
        ("未与入住老年人签订服务协议的", "跟老人都签了服务协议", Said.DENIED),
        ("已入住养老机构的", "已经住进养老院了", Said.HOLDS),
        ("已入住养老机构的", "想住养老院", Said.UNTOLD),
        ("在监狱服刑的", "以前在监狱服刑过", Said.PERHAPS),
        ("已享受护理补贴的", "我爸享受护理补贴一个月多少", Said.PERHAPS),
        ("非本市户籍的", "绍兴户口", Said.DENIED),
        ("参保人员中断缴费超过3个月的", "断缴了2个月", Said.DENIED),
    ],
)
def test_what_is_told_is_as_affirmed_or_denied_as_what_is_described(item: str, told: str, said: Said) -> None:
    assert told_of(item, told, "绍兴市", "").said is said


def test_another_benefit_is_not_refused() -> None:
    found = _assessed("我们民办养老院运营3年，50张床，有个老人户口迁出绍兴了，运营补贴多少", 1)
    assert found is not None
    assert outcome(found.judgement) == (YES, Decimal(25000))


@pytest.mark.parametrize(
    ("told", "verdict"), [("已经领过上级财政的运营补贴", NO), ("没领过上级财政的运营补贴", YES)]
)
def test_what_is_had_already_is_not_had_again(told: str, verdict: Verdict) -> None:
    found = _assessed(f"我们民办养老院运营3年，50张床，{told}，还能领运营补贴吗", 1)
    assert found is not None
    assert found.judgement.verdict is verdict


@pytest.mark.parametrize(
    ("text", "subject", "items"),
    [
        (
            "下列人员不纳入入职奖补范围：（一）在编人员；（二）后勤人员。",
            "入职奖补",
            ["在编人员", "后勤人员"],
        ),
        (
            "有下列情形之一的，长期护理保险基金不予支付：\n1.由工伤保险支付的；\n2.在境外发生的。",
            "长期护理保险基金",
            ["由工伤保险支付的", "在境外发生的"],
        ),
        ("参保人员中断缴费超过3个月的，停止享受待遇。", "", ["参保人员中断缴费超过3个月的"]),
        ("有下列情形之一的，由民政部门责令改正：（一）未备案的；（二）收费不公示的。", None, []),
        ("养老机构终止服务的，应当提前六十日报告。", None, []),
        ("起付线以下的部分，不予支付。", None, []),
    ],
)
def test_lists_and_sentences_that_refuse(text: str, subject: str | None, items: list[str]) -> None:
    found = exclusions(text)
    assert [each.subject for each in found] == ([] if subject is None else [subject])
    assert [item.of(text) for each in found for item in each.items] == items
