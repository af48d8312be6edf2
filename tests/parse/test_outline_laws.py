"""The laws of the outline, on the corpus, on keyword salad and on random Unicode."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiyang_qa.parse.outline import headings_of, outline
from yiyang_qa.text import fold
from yiyang_qa.types import Clause, Kind, Rank

CORPUS = [
    *sorted((Path(__file__).parents[2] / "corpus").glob("*.txt")),
    *sorted((Path(__file__).parent / "families").glob("*.txt")),
]
TEXTS = {path.stem: path.read_bytes().decode("utf-8") for path in CORPUS}

_WORDS = [
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "(三)",
    "1.",
    "2．",
    "3、",
    "（1）",
    "（2）",
    "①",
    "第一章 ",
    "第二节 ",
    "第一条 ",
    "第十条之一 ",
    "第三条规定的",
    "A. ",
    "B、",
    "Ⅰ、",
    "Ⅱ．",
    "（a）",
    "第一步：",
    "第二步：",
    "附件",
    "附件1：",
    "专栏1：",
    "表1:",
    "一是",
    "二是",
    "——",
    "工作目标",
    "加强领导。",
    "责任单位：市民政局",
    "（市财政局负责）",
    "关于印发某办法的通知",
    "某县人民政府",
    "2022年5月11日",
    "2022年底前",
    "3.5万元以上",
    "20 张床位",
    "本办法自2021年9月  日起施行。",
    "索引号: 1",
    "返回顶部",
    "目录",
    "序号",
    "任务",
    "责任单位",
    "完成时限",
    "\t",
    " | ",
    "问：",
    "答：",
    "附件：",
    "附：1.",
    "某政发〔2021〕7号",
    "各区人民政府：",
    "各县人民政府：",
    "1",
    "2",
    "国家",
    "指标",
    "52",
    "\n",
    "\n\n",
    "。",
    "；",
    "，",
    " ",
    "\u3000",
]
salads = st.lists(st.sampled_from(_WORDS), max_size=60).map("".join)
texts = st.one_of(salads, st.text(max_size=300), st.sampled_from(list(TEXTS.values())))


def check_laws(text: str) -> None:
    clauses = outline(text, "x")
    assert "".join(clause.span.of(text) for clause in clauses) == text
    assert len({clause.id for clause in clauses}) == len(clauses)
    for position, clause in enumerate(clauses):
        _check_nesting(clauses, clause, position)
        _check_parts(text, clause)


def _check_nesting(clauses: tuple[Clause, ...], clause: Clause, position: int) -> None:
    if clause.parent is None:
        return
    parent = clauses[clause.parent]
    assert clause.parent < position
    assert parent.rank < clause.rank
    assert parent.rank is not Rank.MATTER
    between = clauses[clause.parent + 1 : position]
    assert all(parent in headings_of(clauses, other) for other in between), "a clause's span is torn"


def _check_parts(text: str, clause: Clause) -> None:
    assert clause.span.holds(clause.body)
    assert clause.body.of(text) == clause.body.of(text).strip()
    end = clause.body.start
    for part in clause.parts:
        assert clause.body.holds(part.span)
        assert part.span.start >= end
        assert part.span.end > part.span.start
        end = part.span.end


@given(texts)
@settings(max_examples=300)
def test_spans_partition_the_text_and_nest(text: str) -> None:
    check_laws(text)


_WIDE = str.maketrans("0123456789()", "０１２３４５６７８９（）")
_NARROW = str.maketrans("０１２３４５６７８９（）", "0123456789()")

VARIANTS = {
    "full width": lambda text: text.translate(_WIDE),
    "half width": lambda text: text.translate(_NARROW),
    "blank lines doubled": lambda text: text.replace("\n", "\n\n"),
    "blank lines removed": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "indented": lambda text: re.sub(r"^(?=[^\n])", "　　", text, flags=re.MULTILINE),
    "windows line ends": lambda text: text.replace("\n", "\r\n"),
}


def shape(text: str) -> list[tuple[Kind, str, int | None, list[str]]]:
    """The outline without anything that width and space may change."""
    return [
        (c.kind, c.id, c.parent, [re.sub(r"\s", "", fold(p)) for p in c.path])
        for c in outline(text, "x")
        if c.body.start < c.body.end
    ]


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("document", TEXTS)
def test_outline_does_not_depend_on_width_or_space(document: str, variant: str) -> None:
    text = TEXTS[document]
    assert shape(VARIANTS[variant](text)) == shape(text)


@pytest.mark.parametrize(
    "line", ["第三条规定的条件", "1" * 50_000, "（" * 50_000, "一、" * 20_000, "附件：1.\n" * 5_000]
)
def test_long_and_repetitive_lines_take_no_time(line: str) -> None:
    check_laws(line)
