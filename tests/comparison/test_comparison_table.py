"""One row for each region: what it says, what it rests on, and what it must not say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_evidence import TABLE, cited, document, region

from yiyang_qa.comparison import Compared, compare
from yiyang_qa.comparison.grouping import names
from yiyang_qa.comparison.rows import NO_FIGURE, NOTHING, OTHER_MEASURE
from yiyang_qa.comparison.table import NO_DOCUMENT
from yiyang_qa.types import Evidence, Level, Region

GOALS = """一、总体目标
到2025年,建立健全体制机制。
——基层医疗卫生机构老年、康复、护理床位占比达38%以上;
——养老机构护理型床位占养老机构床位总数达72%以上。
"""
ANNOUNCED = "一、目标\n2024年年底前,养老机构护理型床位占比达到60%。\n"
CLINICS = "一、目标\n到2022年，基层医疗卫生机构护理床位占比达到30%。\n"
MEALS = "一、助餐\n鼓励社会力量开办老年食堂，按规定给予补助。\n"
TOPIC = "养老院护理床占比目标差多少"


def rows(compared: Compared) -> dict[str, tuple[bool, str]]:
    return {row.region: (row.found, row.summary) for row in compared.comparison.rows}


def test_the_same_measure_stands_beside_the_same() -> None:
    clinic = "基层医疗卫生机构老年、康复、护理床位占比达38%以上"
    found = compare(TOPIC, [cited("青岛市", GOALS, clinic), cited("广州市", ANNOUNCED)], [])
    said = rows(found)
    assert said["青岛市"] == (True, "到2025年……养老机构护理型床位占养老机构床位总数达72%以上")
    assert said["广州市"][1].splitlines() == [
        "2024年年底前,养老机构护理型床位占比达到60%",
        "按所列数值，青岛市（2025年）、广州市（2024年）：72% − 60% = 12个百分点",
    ]
    assert "38%" not in str(said)
    marked = [h.of(found.evidence[0].document.text) for h in found.evidence[0].highlights]
    assert marked == ["——养老机构护理型床位占养老机构床位总数达72%以上。"]


def test_another_measure_is_not_passed_off() -> None:
    said = rows(compare("养老院护理床占比", [cited("青岛市", ANNOUNCED), cited("广州市", CLINICS)], []))
    assert said["青岛市"][0]
    assert said["广州市"] == (False, OTHER_MEASURE)


def test_where_no_institution_is_named_each_kind_has_its_figure() -> None:
    items = [cited("青岛市", GOALS), cited("广州市", ANNOUNCED), cited("威海市", CLINICS)]
    said = rows(compare("护理型床位占比对比", items, []))
    assert set(said["青岛市"][1].splitlines()) == {
        "到2025年……基层医疗卫生机构老年、康复、护理床位占比达38%以上",
        "到2025年……养老机构护理型床位占养老机构床位总数达72%以上",
    }
    assert "60%" in said["广州市"][1]
    assert "30%" in said["威海市"][1]


def test_a_difference_is_never_drawn_between_two_kinds_of_institution() -> None:
    items = [cited("广州市", ANNOUNCED), cited("威海市", CLINICS)]
    assert "=" not in str(rows(compare("护理床位占比差多少", items, [])))


GRANTS = """一、扶持
对自有产权新增床位 50张以上的,市级财政对其新增床位给予每张 1万元的建设补贴;
对租赁产权新增床位 20张以上的,市级财政对其新增床位给予每张 0.5万元的建设补贴。
"""


def test_the_highest_grant_is_a_sum_of_money_told_with_its_condition() -> None:
    items = [cited("青岛市", GRANTS), cited("广州市", ANNOUNCED)]
    said = rows(compare("哪个城市新增床位的建设补贴最高", items, []))
    assert said["青岛市"][1].splitlines() == [
        "对自有产权新增床位 50张以上的,市级财政对其新增床位给予每张 1万元的建设补贴",
        "对租赁产权新增床位 20张以上的,市级财政对其新增床位给予每张 0.5万元的建设补贴",
    ]
    assert not said["广州市"][0]


def test_a_rate_with_a_bare_name_is_told_with_what_it_is_of() -> None:
    text = "一、服务\n依托基层医疗卫生机构组建12个家庭医生团队,签约率达到70%。\n"
    said = rows(compare("哪个城市签约率最高", [cited("青岛市", text), cited("广州市", MEALS)], []))
    assert said["青岛市"] == (True, "依托基层医疗卫生机构组建12个家庭医生团队,签约率达到70%")


def test_a_table_row_is_read_out_with_its_years() -> None:
    item = cited("青岛市", f"一、目标\n有关指标见表。\n{TABLE}", "家庭养老床位数")
    said = rows(compare("养老机构护理型床位占比各是多少", [item, cited("广州市", GOALS)], []))
    assert said["青岛市"] == (True, "养老机构护理型床位占比(%)：2023年目标值55，2025年目标值60")
    assert "72%" in said["广州市"][1]


def test_within_a_region_the_clause_ranked_nearest_is_shown() -> None:
    """One that shares more words with the topic is not, however sure both are."""
    nearest = "二、用地\n由非营利机构使用的，原划拨土地可继续划拨使用。\n"
    wordier = "三、机构\n哪些医养机构不以赚钱为目的，由各地另行认定。\n"
    items = [
        cited("青岛市", wordier, score=1.0, nearness=0.6),
        cited("青岛市", nearest, score=0.99, nearness=0.9),
    ]
    said = rows(compare("不以赚钱为目的的医养机构能用划拨的地吗", items, []))
    assert "划拨土地" in said["青岛市"][1]
    assert "另行认定" not in said["青岛市"][1]


def test_a_goal_without_figure_is_told_in_words() -> None:
    words = "一、目标\n2025年年底前，二级以上综合医院设立老年医学科。\n"
    ratio = "一、目标\n到2025年，二级以上综合医院设立老年医学科的比例达到80%。\n"
    topic = "二级以上医院设老年病科的目标"
    said = rows(
        compare(
            topic,
            [
                cited("青岛市", ratio),
                cited("广州市", words, "2025年年底前，二级以上综合医院设立老年医学科。"),
            ],
            [],
        )
    )
    assert "80%" in said["青岛市"][1]
    assert said["广州市"][0]
    assert said["广州市"][1].endswith(f"设立老年医学科。（{NO_FIGURE}）")
    strict = rows(
        compare("二级以上医院设老年病科的比例", [cited("青岛市", ratio), cited("广州市", words)], [])
    )
    assert strict["广州市"] == (False, OTHER_MEASURE)


def test_a_figure_in_other_words_is_no_figure_missing() -> None:
    paid = "开展安宁疗护的，平均在350元-500元之间付费。"
    tried = "推进安宁疗护试点，制定支持政策。"
    items = [cited("青岛市", f"一、付费\n{paid}\n", paid), cited("广州市", f"一、试点\n{tried}\n", tried)]
    said = rows(compare("安宁疗护每天多少钱", items, []))
    assert said["青岛市"] == (True, paid)
    assert said["广州市"] == (False, OTHER_MEASURE)


def test_a_standard_to_be_made_public_is_no_figure_asked_for() -> None:
    public = "养老机构应当公示服务项目和收费标准。"
    said = rows(compare("哪些地方要求公开收费标准", [cited("青岛市", f"一、收费\n{public}\n", public)], []))
    assert said["青岛市"] == (True, public)


def test_how_long_is_answered_by_a_time() -> None:
    deferred = "一、缓缴\n企业缓缴社会保险费，期限最长不超过1年，涉及企业500家。\n"
    returned = "一、返还\n按企业缴纳社会保险费的50%返还。\n"
    said = rows(
        compare("企业缓缴社会保险费最长多久", [cited("青岛市", deferred), cited("广州市", returned)], [])
    )
    assert said["青岛市"][0]
    assert "1年" in said["青岛市"][1]
    assert said["广州市"] == (False, OTHER_MEASURE)


def test_the_figure_of_the_clause_ranked_nearest_goes_before_a_wordier_one() -> None:
    nearest = "三、缓缴\n养老保险费缓缴期限不超过1年。\n"
    wordier = "二、返还\n返还标准按6个月的企业应缴纳社会保险费确定。\n"
    items = [
        cited("青岛市", wordier, score=0.9, nearness=0.4),
        cited("青岛市", nearest, score=0.9, nearness=1.0),
    ]
    said = rows(compare("企业缓缴社会保险费能缓多久", items, []))["青岛市"][1]
    assert "1年" in said
    assert "6个月" not in said


def test_words_are_quoted_and_the_silent_are_named() -> None:
    said = "鼓励社会力量开办老年食堂，按规定给予补助。"
    asked = [region("杭州市"), region("青岛市"), region("绍兴市")]
    found = compare("老年食堂怎么补助", [cited("青岛市", MEALS, said)], asked, absent=[region("杭州市")])
    assert [row.region for row in found.comparison.rows] == ["青岛市", "杭州市", "绍兴市"]
    assert rows(found) == {"青岛市": (True, said), "杭州市": (False, NO_DOCUMENT), "绍兴市": (False, NOTHING)}
    assert [row.citations for row in found.comparison.rows] == [(1,), (), ()]


def test_a_clause_beside_the_topic_is_left_out() -> None:
    noise = cited(
        "广州市", "一、消防\n定期检查消防设施，消除隐患。\n", "定期检查消防设施，消除隐患。", score=0.9
    )
    said = rows(compare("老年食堂怎么补助", [noise, cited("青岛市", MEALS, score=0.6)], []))
    assert said == {"青岛市": (True, said["青岛市"][1]), "广州市": (False, NOTHING)}


def test_the_past_stands_behind_what_is_to_be() -> None:
    past = "一、规划背景\n（一）发展基础\n护理型床位占比达到49%。\n二、目标\n护理型床位占比达到60%。\n"
    read = document("青岛市", past)
    items = [Evidence(read, c, c.body, (), 0.8) for c in read.clauses if "占比" in c.body.of(past)]
    assert len(items) == 2
    assert "60%" in rows(compare("护理型床位占比目标", items, []))["青岛市"][1].splitlines()[0]


def test_a_superior_answers_for_a_county_that_has_nothing_and_says_so() -> None:
    above = cited("青岛市", MEALS, "鼓励社会力量开办老年食堂，按规定给予补助。")
    said = rows(compare("老年食堂怎么补助", [above], [region("即墨区"), region("广州市")]))
    assert list(said) == ["即墨区", "广州市"]
    assert said["即墨区"] == (True, "（青岛市文件）鼓励社会力量开办老年食堂，按规定给予补助。")


def test_its_own_clause_goes_before_a_superiors() -> None:
    own, above = cited("即墨区", MEALS, score=0.5), cited("青岛市", ANNOUNCED, score=0.9)
    said = rows(compare("老年食堂怎么补助", [above, own], [region("即墨区")]))
    assert list(said) == ["即墨区"]
    assert "老年食堂" in said["即墨区"][1]


def test_namesakes_are_told_apart() -> None:
    def drum(city: str, code: str) -> Region:
        return Region("鼓楼区", code, Level.COUNTY, ("某省", city, "鼓楼区"))

    one, other = drum("南京市", "320106"), drum("福州市", "350102")
    assert list(names([one, other, None]).values()) == ["南京市鼓楼区", "福州市鼓楼区", "地区不明"]
    assert names([one]) == {one: "鼓楼区"}


def test_nothing_found_is_a_table_too() -> None:
    assert rows(compare("占比多少", [], [region("青岛市")])) == {"青岛市": (False, NOTHING)}
    assert compare("随便", [], []).comparison.rows == ()


# --- laws ---------------------------------------------------------------------

PLACES = ("青岛市", "广州市", "杭州市", "即墨区", "山东省")
TEXTS = (
    GOALS,
    ANNOUNCED,
    CLINICS,
    MEALS,
    f"一、目标\n见表。\n{TABLE}",
    "一、其他\n2023年年底前，建档率不低于80%；2025年提高至90%。\n",
)
TOPICS = (TOPIC, "养老机构护理型床位占比各地多少", "老年食堂怎么补助", "建档率目标", "床位", "？？", "每百户")
evidence = st.lists(
    st.builds(cited, st.sampled_from(PLACES), st.sampled_from(TEXTS), score=st.floats(0.1, 1)), max_size=6
)  # fmt: skip
_FIGURE = re.compile(r"\d+(?:\.\d+)?%?")


@given(st.sampled_from(TOPICS), evidence, st.lists(st.sampled_from(PLACES).map(region), max_size=4))
def test_laws_of_the_table(topic: str, items: list[Evidence], asked: list[Region]) -> None:
    compared = compare(topic, items, asked)
    table = compared.comparison.rows
    assert len({row.region for row in table}) == len(table)
    assert {r.name for r in asked} <= {row.region for row in table}
    assert [row.found for row in table] == sorted((row.found for row in table), reverse=True)
    used = [number for row in table for number in row.citations]
    assert set(used) == set(range(1, len(compared.evidence) + 1))
    for row in table:
        assert row.found == bool(row.citations)
        quoted = "".join(compared.evidence[number - 1].text for number in row.citations)
        for figure in _FIGURE.findall(row.summary.split("\n按所列数值")[0]):
            assert figure in quoted
    for item in compared.evidence:
        assert item.highlights
        assert all(item.quote.holds(span) for span in item.highlights)


@pytest.mark.parametrize("text", TEXTS)
def test_a_region_is_never_given_the_words_of_another(text: str) -> None:
    compared = compare(TOPIC, [cited("青岛市", text), cited("广州市", ANNOUNCED)], [])
    for row in compared.comparison.rows:
        assert {compared.evidence[n - 1].document.id for n in row.citations} <= {row.region}
