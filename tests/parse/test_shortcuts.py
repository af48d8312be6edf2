"""What spares the parser work is implied by the work that it spares."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.parse.duties import LABEL, LABEL_ENDS
from yiyang_qa.parse.front import ENDED, titled
from yiyang_qa.parse.glued import BELOW, BELOW_BEGINS, HELD, INSIDE
from yiyang_qa.parse.lists import AREA, AREA_ENDS, listed
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.outline import outline
from yiyang_qa.parse.parts import FIRST, RUNS
from yiyang_qa.parse.validity import SPEAKS, WORDS
from yiyang_qa.text import fold
from yiyang_qa.types import Amount, Deadline, Kind, Span, Unit

_PIECES = (
    "责任", "牵头", "主要", "配合", "实施", "单位", "部门", "科室", "主体", "：", ":", "为", "主", "第一", "（一）", "一是", "二是", "1）", "（1）", "（01）", "1.",
    "2、", "01.", "１．", "。", "；", "，", "、", "第", "三", "十", "章", "节", "条", "编", "一、", "总则", "-", "~", "—",
    "至", "到", "3", "5", "万", "元", "局", "市财政局", "各区", "等", "和", "由", "以及", "请",
    "正式", "施行", "实施", "执行", "生效", "试行", "印发", "公布", "之日起", "有效期", "试行期", "本办法", "的", "。1.", "》（一）", "管理办法", " ", "\n", "\u3000",
)  # fmt: skip
salads = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=24).map("".join)


@given(salads)
def test_a_label_ends_as_is_looked_for_first(text: str) -> None:
    assert all(LABEL_ENDS.search(found[0]) for found in LABEL.finditer(text))


@given(salads)
def test_what_speaks_of_force_has_one_of_its_words(text: str) -> None:
    assert all(WORDS.search(found[0]) for found in SPEAKS.finditer(fold(text)))


@given(salads)
def test_a_line_that_lost_newlines_holds_what_is_looked_for_first(text: str) -> None:
    folded = fold(text).strip()
    lost = INSIDE.search(folded) or ENDED.search(folded) or titled(folded, Span(0, len(folded)))
    assert HELD.search(folded) or not lost


@pytest.mark.parametrize("first", RUNS)
@given(salads)
def test_the_first_label_of_a_run_is_found_by_what_it_holds(first: tuple[str, ...], text: str) -> None:
    folded = fold(text)
    if any(number(label[1]) == 1 for label in RUNS[first].finditer(folded)):
        assert not {found[0] for found in FIRST.finditer(folded)}.isdisjoint(first)


@given(salads)
def test_a_heading_right_above_another_begins_with_one_of_few_characters(text: str) -> None:
    folded = fold(text)
    assert all(folded[i] in BELOW_BEGINS for i in range(len(folded)) if BELOW.match(folded, i))


@given(st.text(st.sampled_from("各有关省市县区州旗乡镇盟地级自治直辖民族街道甲乙"), min_size=1, max_size=6))
def test_an_area_ends_with_one_of_few_characters(name: str) -> None:
    assert name[-1] in AREA_ENDS or not AREA.fullmatch(name)


@given(salads)
def test_names_of_a_list_have_no_white_space_around_them(text: str) -> None:
    assert all(name == name.strip() for name in listed(text))


@given(salads)
def test_matter_is_what_is_of_the_kinds_in_order(text: str) -> None:
    clauses = outline(text, "x")
    kinds = (Kind.LEAD, Kind.SIGNATURE, Kind.HEADING)
    assert [*Matter(text, fold(text), clauses).of(*kinds)] == [c for c in clauses if c.kind in kinds]


def test_a_clause_that_says_something_is_the_same_otherwise() -> None:
    (clause,) = outline("一、支持政策。\n到2025年，每张床位补助1万元。", "x")
    units, due, counted = (
        (Unit("市民政局"),),
        (Deadline("2025", Span(0, 6)),),
        (Amount(1e4, "元", Span(9, 12)),),
    )
    assert clause.saying(units, due, counted) == replace(clause, units=units, deadlines=due, amounts=counted)
