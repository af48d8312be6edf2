"""What no policy answers is told from what one does, though the words are alike."""

from __future__ import annotations

import pytest

from yiyang_qa.dialogue.safety import out_of_scope
from yiyang_qa.types import Reason


@pytest.mark.parametrize(
    "question",
    [
        "帮我写个python爬虫",
        "帮我算一下房贷",
        "我爸高血压吃什么药好",
        "我腰疼该挂什么科",
        "编个故事听听",
        "今晚比分多少",
        "你是谁",
        "你能做什么",
        "你是谁，能干嘛",
        "福利彩票今晚开什么号",
    ],
)
def test_what_is_no_matter_of_policy_is_off_topic(question: str) -> None:
    assert out_of_scope(question) is Reason.OFF_TOPIC


@pytest.mark.parametrize(
    "question",
    [
        "编个故事哄人捐款违规吗",
        "三年的占比分别是多少",
        "吃什么药能报销",
        "老年痴呆怎么治疗有补助吗",
        "评估程序怎么走",
        "房贷能减免吗",
        "挂号费能报吗",
    ],
)
def test_matters_of_policy_in_like_words_are_asked(question: str) -> None:
    assert out_of_scope(question) is None
