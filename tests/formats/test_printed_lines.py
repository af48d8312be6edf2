"""Printed lines back to paragraphs: margins, indents, page edges, wraps."""

from __future__ import annotations

import pytest

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.paged.flow import flow
from yiyang_qa.formats.paged.printed import Fragment, Printed, Sheet, one_cell, set_in_lines
from yiyang_qa.types import Rect

EM, WIDTH, HEIGHT = 10.0, 500.0, 800.0
FULL = (
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"  # thirty characters, from margin to margin
)


def line(text: str, row: int, indent: float = 0, step: float = 20.0) -> Printed:
    left, top = 100 + indent * EM, 120 + row * step
    wide = sum(0.5 if char.isascii() else 1 for char in text) * EM
    return Printed(text, Rect(left, top, left + wide, top + EM))


def at(text: str, top: float) -> Printed:
    return Printed(text, Rect(240, top, 260, top + EM))


def paragraphs(*pages: list[Printed]) -> list[str]:
    return flow([Sheet(WIDTH, HEIGHT, tuple(page)) for page in pages]).text.splitlines()


def test_a_line_at_the_margin_continues_a_full_one() -> None:
    page = [line(FULL[:-2], 0, 2), line(FULL, 1), line("末行。", 2), line("一、新段", 3, 2)]
    assert paragraphs(page) == [FULL[:-2] + FULL + "末行。", "一、新段"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [line(FULL[:-2], 0, 2), *[line(FULL, row) for row in range(1, 6)]]
    assert paragraphs(first, [line("页首。", 0)]) == [FULL[:-2] + FULL * 5 + "页首。"]


def test_an_attachment_at_the_margin_of_the_next_page_begins_there() -> None:
    first = [line(FULL[:-2], 0, 2), *[line(FULL[:-1] + "。", row) for row in range(1, 6)]]
    *_, last, annex, title = paragraphs(first, [line("附件1", 0), line("任务分工表", 1, 12)])
    assert (last[-1], annex, title) == ("。", "附件1", "任务分工表")


def test_without_indents_numbers_and_gaps_begin_paragraphs() -> None:
    page = [
        line(FULL, 0),
        line(FULL, 1),
        line("（一）" + FULL[:-3], 2),
        line(FULL, 3),
        *[line(FULL, row) for row in range(6, 9)],
    ]
    assert paragraphs(page) == [FULL * 2, "（一）" + FULL[:-3] + FULL, FULL * 3]


def test_a_figure_that_would_not_fit_wraps_whole() -> None:
    page = [line(FULL[:-2], 0, 2), line(FULL[:26], 1), line("2023-2025年。", 2), line("短。", 3, 2)]
    assert paragraphs(page) == [FULL[:-2] + FULL[:26] + "2023-2025年。", "短。"]


@pytest.mark.parametrize("number", ["— {} —", "第{}页 共3页", "{}/3", "{}"])
def test_page_numbers_are_no_text(number: str) -> None:
    pages = [[line(FULL, 0), at(number.format(page), 760)] for page in (1, 2, 3)]
    assert paragraphs(*pages) == [FULL * 3]


def test_figures_at_the_edge_that_do_not_count_pages_are_text() -> None:
    pages = [[line(f"表格{page}", 0), at(str(value), 760)] for page, value in enumerate((52, 7, 39))]
    assert [said for said in paragraphs(*pages) if said.isdigit()] == ["52", "7", "39"]


def test_running_heads_are_no_text_and_repeated_sentences_are() -> None:
    pages = [
        [at(f"公报 第{page}期", 40), line("责任单位：市民政局。", 0), line("责任单位：市民政局。", page)]
        for page in (1, 2, 3)
    ]
    assert paragraphs(*pages) == ["责任单位：市民政局。"] * 6


def test_a_printed_table_of_contents_is_no_text() -> None:
    page = [line("目 录", 0, 10), line("一、总体要求............1", 1), line("二、任务 …………………… 3", 2)]
    assert paragraphs(page, [line("一、总体要求", 0, 2)]) == ["一、总体要求"]


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("市民\n政局", "市民政局"),
        ("long term\ncare", "long term care"),
        ("inter-\nnational", "international"),
        ("20\n25年", "2025年"),
    ],
)
def test_the_lines_of_a_cell_are_joined(cell: str, said: str) -> None:
    assert one_cell(cell) == said


def test_fragments_on_one_line_are_joined_by_their_distance() -> None:
    pieces = [("养老", 0, 0), ("床位", 20, 1), ("补贴", 80, 0), ("下一行", 0, 20)]
    fragments = [Fragment(text, Rect(x, y, x + 10 * len(text), y + 10)) for text, x, y in pieces]
    assert [each.text for each in set_in_lines(reversed(fragments))] == ["养老床位 补贴", "下一行"]


def test_no_pages_is_an_error() -> None:
    with pytest.raises(CorpusError, match="没有页面"):
        flow([])
