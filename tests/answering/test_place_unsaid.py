"""A question that names no place is told that the rule cited is one place's own."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Question, Speaker, Turn

LIBRARY = {
    "city": """泉州市养老服务补贴办法
泉民规〔2024〕3号
泉州市民政局
2024年3月1日
第一条 本市户籍年满80周岁的独居老年人，每人每月发放居家养老补贴300元。
""",
    "other": """漳州市养老机构管理办法
漳民规〔2024〕5号
漳州市民政局
2024年4月1日
第一条 养老机构应当在每层楼设置消防器材，每半年演练一次。
""",
}
NATION = {
    "nation": """民政部关于发放居家养老补贴的通知
民发〔2024〕9号
民政部
2024年5月1日
第一条 年满80周岁的独居老年人，每人每月发放居家养老补贴100元。
""",
}


@pytest.fixture(scope="module")
def two_cities(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def _told(assistant: Assistant, *turns: str) -> list[str]:
    return [notice.message for notice in _asked(assistant, *turns).notices if notice.code == "place_unsaid"]


def _asked(assistant: Assistant, *turns: str) -> Answer:
    *before, last = turns
    return assistant.ask(Question(last, tuple(Turn(Speaker.USER, turn) for turn in before)))


@pytest.mark.parametrize(
    "question", ["80岁独居老人居家养老补贴每月多少", "我妈80岁了一个人住，有居家养老补贴吗"]
)
def test_whose_rule_it_is_is_told_where_no_place_is_named(two_cities: Assistant, question: str) -> None:
    (message,) = _told(two_cities, question)
    assert "泉州市" in message
    assert "漳州市" not in message


@pytest.mark.parametrize(
    "turns",
    [
        ("泉州80岁独居老人居家养老补贴每月多少",),
        ("泉州80岁独居老人有补贴吗", "居家养老补贴每月多少"),
        ("哪个城市给80岁独居老人发居家养老补贴",),
        ("泉民规〔2024〕3号第一条是怎么规定的",),
    ],
)
def test_a_place_that_is_named_or_asked_for_needs_no_word(
    two_cities: Assistant, turns: tuple[str, ...]
) -> None:
    assert _asked(two_cities, *turns).evidence
    assert not _told(two_cities, *turns)


def test_the_rule_of_the_nation_and_a_library_of_one_place_need_none(reading: Reading) -> None:
    assert not _told(reading(LIBRARY | NATION), "80岁独居老人居家养老补贴每月多少")
    assert not _told(reading({"city": LIBRARY["city"]}), "80岁独居老人居家养老补贴每月多少")
