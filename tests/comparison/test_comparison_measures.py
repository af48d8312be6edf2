"""What sentences and table rows measure, and when two measures are of one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_evidence import TABLE, cited

from yiyang_qa.comparison.asked import figure
from yiyang_qa.comparison.measures import Measure, in_sentence, measures, same_kind, same_measure
from yiyang_qa.comparison.wording import same_holder, wording_of
from yiyang_qa.types import Span

PLAIN = wording_of({})


def of(sentence: str) -> list[Measure]:
    return list(in_sentence(sentence, Span(0, len(sentence))))


@pytest.mark.parametrize(
    ("sentence", "subject", "value", "unit", "due"),
    [
        ("到2025年，养老机构护理型床位占比不低于60%。", "养老机构护理型床位占比", 60, "%", "2025"),
        ("2024年年底前,养老机构护理型床位占比达到60%。", "养老机构护理型床位占比", 60, "%", "2024-12"),
        ("60%以上的医疗机构达到友善医院标准。", "医疗机构友善医院标准", 60, "%", None),
        ("65周岁及以上老年人健康管理率达68%以上；", "65周岁及以上老年人健康管理率", 68, "%", None),
        ("地方留成的福彩公益金百分之五十以上用于养老。", "地方留成的福彩公益金用于养老", 50, "%", None),
        ("每年至少培训医养结合人才不少于50人。", "每年培训医养结合人才", 50, "人", None),
        ("对新建床位，给予每张一次性建设补贴1万元。", "新建床位,给予每张一次性建设补贴", 10000, "元", None),
        ("新建居住区（含小区，下同），按照每百户不少于二十平方米的标准，配建养老用房。",
         "新建居住区含小区,下同,按照每百户标准,配建养老用房", 20, "平方米", None),
        ("凡满80周岁的老人可以申领。", "凡满老人可以申领", 80, "周岁", None),
    ],
)  # fmt: skip
def test_a_figure_has_its_subject(
    sentence: str, subject: str, value: float, unit: str, due: str | None
) -> None:
    (measure,) = of(sentence)
    assert (measure.subject, measure.value, measure.unit, measure.due) == (subject, value, unit, due)


def test_each_member_of_a_list_has_its_own() -> None:
    found = of(
        "综合医院设置老年医学科比例不低于65%、中医医院设置康复科比例达到100%；培训不少于30名护士、20名社工。"
    )
    assert [(m.subject, m.attribute, m.value) for m in found] == [
        ("综合医院设置老年医学科比例", "比例", 65),
        ("中医医院设置康复科比例", "比例", 100),
        ("培训护士", "", 30),
        ("培训社工", "", 20),
    ]


@pytest.mark.parametrize("stop", [",", "；", "。"])
def test_a_figure_without_subject_goes_on_about_the_one_before(stop: str) -> None:
    item = cited("青岛市", f"一、目标\n2022年年底前，建档率不低于80%{stop}2024年年底前，逐步提高至90%。\n")
    first, second = measures(item)
    assert (first.subject, second.subject) == ("建档率", "建档率")
    assert (first.due, second.due) == ("2022-12", "2024-12")
    assert second.said.of(item.document.text).startswith("2022年")


def test_the_lead_of_a_list_of_goals_dates_the_lines_below() -> None:
    lines = "到2025年,体系更加完善。\n——护理型床位占比达60%以上;\n——到2024年,建档率达70%以上。\n"
    found = measures(cited("青岛市", f"一、总体目标\n{lines}二、任务\n开展培训20次。\n", "护理型"))
    assert [(m.value, m.due) for m in found] == [(60, "2025"), (70, "2024")]


def test_a_table_measures_cell_by_cell() -> None:
    found = measures(cited("青岛市", f"一、目标\n有关指标见表。\n{TABLE}", "家庭养老床位数"))
    assert [(m.subject, m.unit, m.value, m.due) for m in found] == [
        ("养老机构护理型床位占比", "%", 55, "2023"),
        ("养老机构护理型床位占比", "%", 60, "2025"),
        ("家庭养老床位数", "张", 500, "2025"),
    ]


@pytest.mark.parametrize("text", ["截至2022年底，建成机构39处。", "累计培训200人。"])
def test_what_is_reached_is_no_target(text: str) -> None:
    assert [m.reported for m in of(text)] == [True]
    assert not any(m.reported for m in of("建成机构39处，培训200人。"))


SAME = [
    ("养老机构护理型床位占比达60%", "养老院护理床位占养老院床位总数72%以上"),
    ("二级以上综合医院开设老年病科占比80%", "二级及以上综合性医院设立老年医学科的比例达到100%"),
    ("65岁以上老年人健康管理率达70%", "65周岁及以上老年人规范健康管理服务率68%"),
    ("建成护理站20家", "建成护理站不少于30所"),
    ("保险费缓缴期限不超过1年", "缓缴期限最长6个月"),
    ("医养结合机构达到60家", "医养结合机构数达到69个"),
]
OTHER = [
    ("养老机构护理型床位占比达60%", "基层医疗卫生机构护理床位占比达38%以上"),
    ("养老机构护理型床位占比达60%", "新增养老机构护理型床位500张"),
    ("二级综合医院设置康复科比例60%", "乡镇卫生院设置康复科比例60%"),
    ("每张床位补贴1万元", "每次上门补贴1次"),
    ("养老机构与医疗机构规范签约率达100%", "基层医疗卫生机构组建家庭医生团队签约率达到70%"),
    ("60%以上的医疗机构达到友善标准", "综合医院设立符合标准的老年医学科的比例达到100%以上"),
    ("基层医疗卫生机构护理床位占比30%", "基层医疗卫生机构团队签约率达到70%"),
]


@pytest.mark.parametrize(("one", "other", "same"), [(*p, True) for p in SAME] + [(*p, False) for p in OTHER])
def test_which_measures_are_of_one_thing(one: str, other: str, same: bool) -> None:
    (mine,), (theirs,) = of(one), of(other)
    assert (same_measure(mine, theirs, PLAIN) >= 0.45) is same
    assert same_measure(mine, theirs, PLAIN) == same_measure(theirs, mine, PLAIN)
    assert same_measure(mine, mine, PLAIN) == 1


def test_a_thesaurus_is_used() -> None:
    (one,), (other,) = of("小饭桌不少于20家"), of("长者食堂不少于30家")
    assert same_measure(one, other, PLAIN) < 0.45
    assert same_measure(one, other, wording_of({"小饭桌": "老年食堂", "长者食堂": "老年食堂"})) == 1


def test_a_hospital_covers_its_kinds_but_no_home() -> None:
    assert same_holder("医院", "综合医院")
    assert same_holder("护理床", "养老机构护理床")
    assert same_holder("医疗机构", "综合医院")
    assert same_holder("康复医院", "基层医疗机构")
    assert not same_holder("综合医院", "中医医院")
    assert not same_holder("医院", "养老机构")


def test_units_of_one_kind() -> None:
    assert same_kind("家", "所")
    assert same_kind("人", "人次")
    assert not same_kind("%", "张")


@given(st.text(alphabet="到2025年，。；：、—%张人家床位占比不低于60达每百户（）\n a１Ⅷ"))
def test_every_figure_stands_where_the_measure_says(text: str) -> None:
    for measure in of(text):
        assert measure.figure
        assert measure.words.holds(measure.figure)
        assert measure.said.holds(measure.figure)
        assert any(c.isnumeric() for c in measure.figure.of(text))


@pytest.mark.parametrize("topic", ["家庭养老床位补贴哪个高", "哪里的建设补贴多", "哪个市护理补贴高"])
def test_which_benefit_is_higher_asks_for_sums_of_money(topic: str) -> None:
    assert figure(topic).unit == "元"
