"""责任单位: what clauses state, what their sentences tell, and the laws of reading names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.parse.brackets import MASK, groups, masked
from yiyang_qa.parse.lists import listed
from yiyang_qa.parse.units import binding_note, carried, first_leads, responsible_units
from yiyang_qa.text import fold
from yiyang_qa.types import UnitRole

MARKS = {"lead": "牵头", "responsible": "责任", "support": "配合", "local": "地方"}


def said(text: str) -> list[str]:
    """``role name`` of every unit, for reading."""
    return [f"{MARKS[unit.role]} {unit.name}" for unit in responsible_units(text)]


STATED = {
    "建站。（责任单位：市民政局、市自然资源\n局，各县（市、区）人民\n政府）": (
        "责任 市民政局|责任 市自然资源局|地方 各县（市、区）人民政府"
    ),
    "建站。（责任单位：市民政局\n市财政局\n市人力资源社会\n保障局）": "责任 市民政局|责任 市财政局|责任 市人力资源社会保障局",
    "修改为：“民政部门主管养老机构工作。\n“卫生健康部门负责医疗监管。”": "责任 卫生健康部门",
    "享受相关扶持政策。（责任单位：县卫生健康局、县民政局）。": "责任 县卫生健康局|责任 县民政局",
    "给予补助。（责任单位：县财政局、各乡镇<街道>）": "责任 县财政局|地方 各乡镇<街道>",
    "上门服务。（责任单位：县医保局、各乡镇<街道）。": "责任 县医保局|地方 各乡镇<街道",
    "（责任单位：县创建工作领导小组各成员单位）": "责任 县创建工作领导小组各成员单位",
    "服务体系。〔市卫生健康委、民政局按职责分工负责，区县（市）人民政府负责〕": (
        "责任 市卫生健康委|责任 民政局|地方 区县（市）人民政府"
    ),
    "风险。(各相关部门按职责分工负责)": "责任 各相关部门",
    "(责任单位:市自然资源和规划局、团市委等按职责分工负责)": "责任 市自然资源和规划局|责任 团市委",
    "牵头单位：市民政局；责任单位：市财政局、市卫健委；配合单位：市残联": (
        "牵头 市民政局|责任 市财政局|责任 市卫健委|配合 市残联"
    ),
    "落实。\n牵头单位：市民政局 责任单位：市财政局": "牵头 市民政局|责任 市财政局",
    "（市民政局牵头，市财政局、市人社局配合）": "牵头 市民政局|配合 市财政局|配合 市人社局",
    "（市民政局牵头、市财政局配合）": "牵头 市民政局|配合 市财政局",
    "（农业农村部、工业和信息化部牵头负责）": "牵头 农业农村部|牵头 工业和信息化部",
    "（扶贫办、全国总工会等和各有关省级人民政府负责）": "责任 扶贫办|责任 全国总工会|地方 各有关省级人民政府",
    "（粮食和储备局、中央和国家机关工委等负责）": "责任 粮食和储备局|责任 中央和国家机关工委",
    "（各有关部门和单位，各省级人民政府按职责分工负责）": "责任 各有关部门和单位|地方 各省级人民政府",
    "（税务总局、财政部负责，排在第一位的部门为牵头部门，下同）": "牵头 税务总局|责任 财政部",
    "（财政部会同有关部门负责）": "责任 财政部",
    "【责任单位：各区（开发区）管委会】": "地方 各区（开发区）管委会",
    "（责任单位：各县（市、区）政府、市直园区管委会）": "地方 各县（市、区）政府|地方 市直园区管委会",
    "（责任单位：各乡镇、街道）": "地方 各乡镇、街道",
    "（责任部门：遂宁海关、市文资中心、明星电力公司）": "责任 遂宁海关|责任 市文资中心|责任 明星电力公司",
    "第一段。（市民政局负责）\n第二段。（市财政局负责）": "责任 市民政局|责任 市财政局",
    "牵头单位：县财政局；配合单位：县民政局、县审计局；完成时限：2024年12月底前、不超过七日": (
        "牵头 县财政局|配合 县民政局|配合 县审计局"
    ),
    "责任单位：县民政局 完成时限：2024年6月": "责任 县民政局",
    "（责任单位：市民政局、市财政局": "责任 市民政局|责任 市财政局",
}


@pytest.mark.parametrize(("text", "units"), STATED.items())
def test_units_that_a_clause_states(text: str, units: str) -> None:
    assert said(text) == units.split("|")


TOLD = {
    "民政、卫健部门牵头,组织医保、规划、金融等部门,建立联席会议机制": (
        "牵头 民政|牵头 卫健|配合 医保|配合 规划|配合 金融"
    ),
    "经与市教委、市民政局、市医保局共同研究,现将": "配合 市教委|配合 市民政局|配合 市医保局",
    "会同市民政局等10个部门联合印发": "配合 市民政局",
    "由市民政局牵头，市财政局、市卫健委配合": "牵头 市民政局|配合 市财政局|配合 市卫健委",
    "第三条 市、区（市）民政部门负责本行政区域内养老服务工作。": "责任 市、区（市）民政部门",
    "第三条 本办法由市卫生健康行政主管部门负责组织实施。": "责任 市卫生健康行政主管部门",
    "镇人民政府（街道办事处）负责具体实施": "地方 镇人民政府（街道办事处）",
    "由区、镇人民政府和街道办事处负责建设": "地方 区、镇人民政府|地方 街道办事处",
    "有下列情形的，由县级以上人民政府民政部门责令限期改正": "责任 县级以上人民政府民政部门",
    "由国务院民政部门会同财政、税务和金融监督管理等部门制定": (
        "责任 国务院民政部门|配合 财政|配合 税务|配合 金融监督管理"
    ),
    "消防改造。由市消防救援支队会同市民政局组织实施。": "责任 市消防救援支队|配合 市民政局",
    "市民政部门应当会同市财政部门根据情况调整": "责任 市民政部门|配合 市财政部门",
    "区规划和自然资源部门负责分区分级规划设置": "责任 区规划和自然资源部门",
}


@pytest.mark.parametrize(("text", "units"), TOLD.items())
def test_units_that_sentences_tell(text: str, units: str) -> None:
    assert said(text) == units.split("|")


@pytest.mark.parametrize(
    "text",
    [
        "为居家失能(含失智,下同)老年人服务",
        "自查自评（2022年9月）。",
        "《医养结合机构管理指南(试行)》",
        "对直接负责的主管人员和其他直接责任人员依法给予处分",
        "县级以上人民政府负责老龄工作的机构履行下列职责",
        "应当对信息的真实性负责",
        "建立由政府负责人牵头、相关部门共同参与的工作机制",
        "（由专人负责）",
        "各责任单位：要认真贯彻落实",
        "由有关机关责令改正",
        "我委将会同相关部门，持续推进",
    ],
)
def test_what_names_no_unit(text: str) -> None:
    assert said(text) == []


def test_a_stated_suffix_stands_for_the_clause() -> None:
    text = "卫生健康和民政部门分别负责行业监管。(责任单位:市市场监管局等按职责分工负责)"
    assert said(text) == ["责任 市市场监管局"]


ITEM_1 = (
    "(责任单位:市卫生健康委、市工信局等按职责分工负责,各市、区人民政府,镇江经开区、高新区管委会。"
    "以下均需各市、区人民政府,镇江经开区、高新区管委会落实,不再列出)"
)


def test_a_note_binds_later_clauses() -> None:
    assert [(unit.name, unit.role) for unit in binding_note(ITEM_1)] == [
        ("各市、区人民政府", UnitRole.LOCAL),
        ("镇江经开区、高新区管委会", UnitRole.LOCAL),
    ]
    assert said(ITEM_1) == [
        "责任 市卫生健康委",
        "责任 市工信局",
        "地方 各市、区人民政府",
        "地方 镇江经开区、高新区管委会",
    ]
    other = "列首位的为牵头单位，下同。以下各项工作任务均涉及各县（市、区）、市直园区，不再单独列出〕"
    assert [unit.name for unit in binding_note(other)] == ["各县（市、区）", "市直园区"]
    assert first_leads(other)
    assert not first_leads(ITEM_1)
    assert binding_note("（责任单位：县民政局）") == ()


@pytest.mark.parametrize(
    ("names", "full"),
    [
        (
            "市卫生健康委 民政局 市场监管局 区县（市）人民政府",
            "市卫生健康委 市民政局 市市场监管局 区县（市）人民政府",
        ),
        ("国家发展改革委 财政部 医保局", "国家发展改革委 财政部 国家医保局"),
        ("市税务局 铁岭银保监分局 北京市税务局 团市委", "市税务局 铁岭银保监分局 北京市税务局 团市委"),
        ("民政局 财政局", "民政局 财政局"),
    ],
)
def test_a_prefix_carries_over(names: str, full: str) -> None:
    assert carried(names.split()) == tuple(full.split())


# --- laws --------------------------------------------------------------------

_BODIES = [
    "市民政局",
    "县卫生健康局",
    "财政部",
    "团市委",
    "市人力资源和社会保障局",
    "各乡镇（街道）",
    "区县（市）人民政府",
]
_WIDE = str.maketrans("0123456789()[]<>,;:", "０１２３４５６７８９（）［］＜＞，；：")
_WORDS = (
    "（|）|〔|]|<|>|、|，|；|。|\n|责任单位：|牵头|负责|配合|等|和|由|会同|按职责分工|部门|"
    "各市、区|民政|以下均需|不再列出|10个| |的"
)
_SALAD = st.lists(st.sampled_from([*_BODIES, *_WORDS.split("|")]), max_size=30).map("".join)


@given(st.lists(st.sampled_from(_BODIES), min_size=1, unique=True))
def test_a_list_comes_apart_into_its_names(names: list[str]) -> None:
    assert list(listed("、".join(names))) == names
    assert [
        unit.name for unit in responsible_units(f"（责任单位：{'、'.join(names)}等按职责分工负责）")
    ] == names


@given(st.one_of(_SALAD, st.text(max_size=200)))
def test_names_are_the_text_own_words_and_reading_never_raises(text: str) -> None:
    for unit in (*responsible_units(text), *binding_note(text)):
        assert unit.name
        assert unit.name in text
        assert unit.name == unit.name.strip()


@given(_SALAD)
def test_width_makes_no_difference(text: str) -> None:
    narrow, wide = text.translate({v: k for k, v in _WIDE.items()}), text.translate(_WIDE)
    one, other = responsible_units(narrow), responsible_units(wide)
    assert [(fold(unit.name), unit.role) for unit in one] == [(fold(unit.name), unit.role) for unit in other]


_BALANCED = st.recursive(
    st.text("ab、", max_size=3),
    lambda inner: st.tuples(inner, st.sampled_from(["()", "（）", "〔〕", "<>"]), inner, inner).map(
        lambda p: f"{p[0]}{p[1][0]}{p[2]}{p[1][1]}{p[3]}"
    ),
)


@given(_BALANCED)
def test_brackets_are_what_counting_depth_finds(text: str) -> None:
    depth, start, expected = 0, 0, []
    for at, c in enumerate(text):
        if c in "(（〔<":
            start = start if depth else at
            depth += 1
        elif c in ")）〕>":
            depth -= 1
            if depth == 0:
                expected.append((start, at + 1))
    assert [tuple(group) for group in groups(text)] == expected
    assert masked(text).replace(MASK, "") == "".join(
        c for at, c in enumerate(text) if not any(a <= at < b for a, b in expected)
    )


@pytest.mark.parametrize(
    "unit", ["（", "<", "（]", "市民政局、", "各市、", "由", "会同", "负责", "以下均需", "责任单位：", "等和"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    responsible_units(text)
    binding_note(text + "不再")
    assert time.process_time() - start < 5
