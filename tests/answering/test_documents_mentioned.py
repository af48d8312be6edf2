"""A document that no library has, but one of its documents mentions, is told of by that one alone."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Question

LIBRARY = {
    "mentions": """泉州市民政局关于印发泉州市尊老金发放办法的通知
泉民规〔2022〕3号
一、年满80周岁的老年人每人每月发放尊老金100元。
二、本办法自2022年8月1日起施行。《泉州市高龄补贴办法》（泉民发〔2012〕45号）同时废止。
泉州市民政局
2022年6月20日
""",
    "other": """漳州市住房公积金提取细则
漳公积金〔2023〕28号
第一条 职工购买自住住房的，可以申请提取住房公积金。
第二条 本细则自2023年8月1日起施行，有效期5年，有效期届满后是否继续有效另行公布。漳民发〔2012〕45号文件继续有效。
漳州市住房公积金管理中心
2023年7月12日
""",
}


@pytest.fixture(scope="module")
def library(reading: Reading) -> Assistant:
    return reading(LIBRARY)


@pytest.mark.parametrize("question", ["泉民发〔2012〕45号还有效吗", "泉民发〔2012〕45号废止了没有"])
def test_who_mentions_it_tells(library: Assistant, question: str) -> None:
    answer = library.ask(Question(question))
    assert {item.document.id for item in answer.evidence} == {"mentions"}
    assert "（泉民发〔2012〕45号）同时废止" in answer.evidence[0].text


def test_one_that_nobody_mentions_is_refused(library: Assistant) -> None:
    assert not library.ask(Question("泉民发〔2012〕46号还有效吗")).evidence
