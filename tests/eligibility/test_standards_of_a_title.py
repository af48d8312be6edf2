"""A standard in a document that has its title from the benefit need not name it again; it decides whom it reaches."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.types import Question, Verdict

ALLOWANCE = """达州市高龄津贴发放办法
第一条 具有达州市户籍、年满80周岁的老年人，享受高龄津贴。
第二条 津贴标准：
80—89周岁低保老年人，每人每月80元；90—99周岁老年人，每人每月120元；100周岁及以上老年人，每人每月400元。
第三条 津贴按季度社会化发放。
"""


@pytest.mark.parametrize(
    ("question", "verdict", "said"),
    [
        ("达州92岁老人高龄津贴一个月多少", Verdict.ELIGIBLE, "可得120元/月"),
        ("达州85岁低保老人高龄津贴一个月多少", Verdict.ELIGIBLE, "可得80元/月"),
        ("达州85岁不是低保的老人高龄津贴一个月多少", Verdict.NOT_ELIGIBLE, "低保"),
        ("达州85岁能领高龄津贴吗", Verdict.UNDETERMINED, "还需确认：身份"),
    ],
)
def test_what_the_standard_leaves_out_is_not_promised(
    reading: Reading, question: str, verdict: Verdict, said: str
) -> None:
    answer = reading({"allowance": ALLOWANCE}).ask(Question(question))
    assert answer.eligibility
    assert answer.eligibility.verdict is verdict
    assert said in answer.text.partition("出处")[0]
