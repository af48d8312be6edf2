"""A case told at length is also searched by its end, so that what is told before does not outweigh what is asked."""

from __future__ import annotations

import pytest

from readers import Reading, talking
from yiyang_qa.dialogue.wordings import beside_it
from yiyang_qa.types import Intent

DOCUMENT = """泉州市人才安居补贴细则
泉州市人民政府办公室
第一条 为了吸引人才，制定本细则。
第二条 本细则所称人才，是指首次在泉州市企业就业、与用人单位签订3年以上劳动合同并连续缴纳社会保险6个月以上的人员。
第三条 购房补贴。在市区首次购买商品住房的，按以下标准给予一次性购房补贴：
（一）博士研究生，20万元；
（二）硕士研究生，10万元；
（三）全日制本科毕业生，5万元。
第四条 租房补贴。在市区无自有住房的，本科每月600元，最长36个月。
第五条 人才补贴由市人力资源社会保障局审核发放。
"""
STORY = (
    "我34岁，全日制本科，前年第一次来泉州一家企业上班，合同签了3年，社保交了8个月，在市区首次买房，能拿多少"
)


def test_the_clause_that_grants_leads(reading: Reading) -> None:
    answer = talking(reading({"talent": DOCUMENT}))(STORY)
    assert answer.evidence[0].clause.label.startswith("第三条")


@pytest.mark.parametrize(
    ("question", "end"),
    [(STORY, ("在市区首次买房，能拿多少",)), ("我妈85岁，重度失能，能领多少", ())],
)
def test_only_a_long_story_has_such_an_end(question: str, end: tuple[str, ...]) -> None:
    others = beside_it(question, Intent.ELIGIBILITY, ())
    assert tuple(wording for wording in others if wording.startswith("在市区")) == end
