"""The matter in other words, the item of a list that tells, and the penalty of another act."""

from __future__ import annotations

from small_evidence import cited

from yiyang_qa.comparison import compare
from yiyang_qa.comparison.rows import OTHER_MEASURE
from yiyang_qa.types import Evidence

FRAUD = "第一条 参保人员骗取医疗保障基金支出的，处骗取金额二倍以上五倍以下的罚款。\n"
FRAUD_IN_MONEY = "第一条 对骗保的单位处一千元以上一万元以下罚款。\n"
LEAD = "养老机构有下列行为之一的，处一万元以上三万元以下的罚款："
ABUSE = f"""第一条 {LEAD}
（一）未订立服务合同的；
（二）侮辱、虐待老年人的；
（三）擅自终止服务的。
"""
CERTIFICATES = "第一条 养老机构安排无健康证明的人员照护老年人的，处一万元以上三万元以下罚款。\n"
TAXES = "第一条 养老机构按照规定享受税费减免政策；符合条件的，由县级人民政府给予运营补贴。\n"


def said(topic: str, *items: Evidence) -> dict[str, tuple[bool, str]]:
    found = compare(topic, items, []).comparison.rows
    return {row.region: (row.found, row.summary) for row in found}


def test_another_word_for_the_matter_and_a_multiple_for_the_sum_answer_too() -> None:
    rows = said("骗保罚多少", cited("上海市", FRAUD), cited("青岛市", FRAUD_IN_MONEY))
    assert rows["上海市"] == (True, FRAUD.removeprefix("第一条 ").strip().rstrip("。"))
    assert rows["青岛市"][0]


def test_a_list_is_told_with_the_item_that_is_asked_about() -> None:
    found, summary = said("虐待老人罚多少", cited("山东省", ABUSE, LEAD))["山东省"]
    assert found
    assert summary.startswith(LEAD)
    assert "（二）侮辱、虐待老年人的" in summary
    assert "服务合同" not in summary


def test_the_penalty_of_another_act_is_no_answer() -> None:
    items = cited("山东省", ABUSE, LEAD), cited("绍兴市", CERTIFICATES, score=0.5)
    assert said("虐待老人罚多少", *items)["绍兴市"] == (False, OTHER_MEASURE)


def test_the_sentence_that_says_far_more_is_shown_with_the_one_marked() -> None:
    marked = cited("山东省", TAXES, "养老机构按照规定享受税费减免政策；")
    assert "给予运营补贴" in said("运营补贴怎么规定", marked)["山东省"][1]
