"""Whom a label or the end of a sentence names is a condition: nothing is promised to a case of which it is not told."""

from __future__ import annotations

import pytest
from policy_sentences import judged, outcome

from yiyang_qa.eligibility import rules
from yiyang_qa.types import Span, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

HARDSHIP = "一、困难残疾人生活补贴。60周岁以上的，每人每月150元；不满60周岁的，每人每月100元。"
IN_LINE = "困难残疾人生活补贴：60周岁以上每人每月150元。"
DESTITUTE = "（二）特困人员护理补贴。80周岁以上的，每人每月300元。"
POOR = "经济困难老年人补贴：80周岁以上的，每人每月100元。"
CARE = "失能老年人护理补贴。80周岁以上每人每月300元。"
CENTENARIANS = "（三）百岁老人长寿金。本市户籍的，每人每月500元。"
TO_THE_POOR = "为生活困难残疾人免费适配基本型辅助器具。"
AT_THE_END = "对80周岁以上的困难老年人，每人每月补贴60元。"
PLAIN = "高龄津贴。80周岁以上的老年人，每人每月50元。"


@pytest.mark.parametrize(
    ("clause", "question", "verdict"),
    [
        (HARDSHIP, "我爸70岁，不是残疾人，每月能领多少", NO),
        (HARDSHIP, "我爸70岁，每月能领多少", OPEN),
        (HARDSHIP, "我爸70岁，二级残疾，每月能领多少", OPEN),
        (IN_LINE, "我爸70岁，不是残疾人，能领多少", NO),
        (DESTITUTE, "我爸85岁，不是特困，每月能领多少", NO),
        (DESTITUTE, "我爸85岁，每月能领多少", OPEN),
        (DESTITUTE, "我爸85岁，是特困，每月能领多少", YES),
        (POOR, "我妈85岁，能领多少", OPEN),
        (CARE, "我妈85岁，身体好，不失能，能领多少", NO),
        (CARE, "我妈85岁，能领多少", OPEN),
        (CENTENARIANS, "我妈本市户籍，80岁，能领多少", NO),
        (AT_THE_END, "我妈85岁，能领多少", OPEN),
        (TO_THE_POOR, "我爸70岁，是二级残疾，辅助器具免费吗", OPEN),
        (TO_THE_POOR, "我爸70岁，是生活困难的残疾人，辅助器具免费吗", YES),
        (PLAIN, "我妈85岁，能领多少", YES),
    ],
)
def test_whom_a_label_names_is_a_condition(clause: str, question: str, verdict: Verdict) -> None:
    assert outcome(judged(clause, question))[0] is verdict


def test_a_condition_in_words_is_denied_in_its_own_words() -> None:
    clause = "对持有残疾人证的60周岁以上老年人，每人每月补贴80元。"
    assert outcome(judged(clause, "我妈65岁，没有残疾人证，能领多少"))[0] is NO
    assert outcome(judged(clause, "我妈65岁，有没有残疾人证都能领吗，能领多少"))[0] is OPEN


def test_the_heading_above_a_clause_names_whom_it_is_for() -> None:
    text = "二、特困人员护理补贴\n（一）80周岁以上的，每人每月300元。"
    above, own = Span(0, 10), Span(11, len(text))
    found = rules(text, own, [above])
    assert [c.text for c in found[0].conditions] == ["特困", "80周岁以上"]
