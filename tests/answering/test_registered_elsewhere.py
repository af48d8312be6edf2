"""Where somebody is registered is a condition on the person; the place asked about is where the policy applies."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Question, Speaker, Turn, Verdict

LIBRARY = {
    "first": """泉州市养老服务补贴办法
泉民规〔2024〕3号
泉州市民政局
2024年3月1日
第一条 具有本市户籍、入住本市养老机构的失能老年人，按轻度、中度、重度失能每人每月分别补贴100元、200元、300元。
第二条 本市户籍年满80周岁的老年人，每人每月发放高龄津贴100元。
""",
    "second": """漳州市养老服务补贴办法
漳民规〔2024〕5号
漳州市民政局
2024年4月1日
第一条 具有本市户籍的失能老年人，按轻度、中度、重度失能每人每月分别补贴150元、250元、350元。
第二条 本市户籍年满80周岁的老年人，每人每月发放高龄津贴80元。
""",
}


@pytest.fixture(scope="module")
def two_cities(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def _asked(assistant: Assistant, *turns: str) -> Answer:
    *before, last = turns
    return assistant.ask(Question(last, tuple(Turn(Speaker.USER, turn) for turn in before)))


@pytest.mark.parametrize(
    ("turns", "city", "register"),
    [
        (("我爸户口是漳州的，在泉州住养老院，中度失能，每月能补多少",), "泉州市", "漳州市"),
        (("我爸漳州户口，中度失能，住泉州的养老院，能补多少",), "泉州市", "漳州市"),
        (("漳州户籍老人在泉州能不能领高龄津贴，82岁",), "泉州市", "漳州市"),
        (("泉州中度失能每月补多少", "我爸是漳州户口，能领吗"), "泉州市", "漳州市"),
        (("泉州中度失能每月补多少", "我爸是漳州户口，能领吗", "那82岁能领高龄津贴吗"), "泉州市", "漳州市"),
        # nothing else is named: it is the place asked about
        (("我爸82岁户口在漳州，能领高龄津贴吗",), "漳州市", None),
        (("漳州户口的老人有高龄津贴吗", "泉州户口的呢"), "泉州市", None),
        (("我爸户口是漳州的，在泉州住养老院，中度失能，每月能补多少", "漳州是怎么规定的"), "漳州市", None),
        (("我不是泉州户口，82岁，住在泉州，能领高龄津贴吗",), "泉州市", None),
    ],
)
def test_the_city_asked_about_is_where_the_policy_applies(
    two_cities: Assistant, turns: tuple[str, ...], city: str, register: str | None
) -> None:
    answer = _asked(two_cities, *turns)
    assert [region.name for region in answer.query.regions] == [city]
    assert {item.document.region.name for item in answer.evidence if item.document.region} == {city}
    noticed = [notice.message for notice in answer.notices if notice.code == "registered_elsewhere"]
    assert [register in message for message in noticed] == ([True] if register else [])
    assert (f"{register}是怎么规定的？" in answer.follow_ups) is bool(register)


@pytest.mark.parametrize(
    "turns",
    [
        ("我爸户口是漳州的，在泉州住养老院，中度失能，每月能补多少",),
        ("泉州中度失能每月补多少", "我爸是漳州户口，能领吗"),
    ],
)
def test_another_register_is_held_against_the_person(two_cities: Assistant, turns: tuple[str, ...]) -> None:
    answer = _asked(two_cities, *turns)
    assert answer.eligibility is not None
    assert answer.eligibility.verdict is Verdict.NOT_ELIGIBLE
    assert "不符合：要求“本市户籍”" in answer.text
    assert "本市户籍：不符合（所述：" in answer.text


def test_two_registers_are_compared(two_cities: Assistant) -> None:
    answer = _asked(two_cities, "漳州户口和泉州户口的高龄津贴有什么区别")
    assert {region.name for region in answer.query.regions} == {"漳州市", "泉州市"}


def test_a_clause_apart_that_demands_the_register_is_pointed_at(two_cities: Assistant) -> None:
    answer = _asked(two_cities, "我妈户口是漳州的，住在泉州，泉州高龄津贴怎么申请")
    (notice,) = [notice for notice in answer.notices if notice.code == "registered_elsewhere"]
    assert notice.citation is not None
    demanded = notice.message.partition("写有“")[2].partition("”")[0]
    assert demanded.endswith("本市户籍")
    assert demanded in answer.evidence[notice.citation - 1].text
