"""Pages in two columns are read column by column; tables, whatever they look like, row by row."""

from __future__ import annotations

import made_files as made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from yiyang_qa import formats
from yiyang_qa.formats.paged.gutter import WHOLE, areas
from yiyang_qa.formats.paged.printed import Fragment, set_in_lines
from yiyang_qa.types import Rect

PROSE = "为深入贯彻落实积极应对人口老龄化国家战略推动医疗卫生与养老服务"


def test_a_gazette_reads_as_the_same_document_in_one_column() -> None:
    extract = formats.read("gazette.pdf", made.columned_pdf(made.POLICY))
    said, plain = (
        text.replace("\n", "").replace("某市人民政府公报", "")
        for text in (extract.text, formats.read("plain.pdf", made.pdf(made.POLICY)).text)
    )
    assert said == plain
    assert extract.text.splitlines()[-4:] == made.POLICY.splitlines()[-4:]
    assert extract.layout is not None
    assert len(extract.layout.pages) > 1
    rights = [box.rect.left > 300 for box in extract.layout.boxes if box.page == 1]
    assert rights == sorted(rights)
    assert any(rights)


CELLS = [
    ["序号", "任务", "单位", "时限"],
    *([str(n), "建设综合为老服务中心", "市民政局", "2025年底"] for n in range(1, 16)),
]
PAIRS = [
    ["任务名称", "说明"],
    *(["护理补贴" + "甲" * (n % 4), PROSE[: 14 + n % 3]] for n in range(15)),
]


@pytest.mark.parametrize(("rows", "lefts"), [(CELLS, (60, 110, 320, 450)), (PAIRS, (60, 320))])
def test_a_table_without_rules_is_read_by_its_rows(rows: list[list[str]], lefts: tuple[float, ...]) -> None:
    extract = formats.read("table.pdf", made.spaced_pdf(rows, lefts))
    assert "".join(extract.text.split()) == "".join(cell for row in rows for cell in row)


def line(left: float, top: float, width: float = 230.0) -> Rect:
    return Rect(left, top, left + width, top + 12)


#: Ten lines on each side, the right ones half a line lower.
COLUMNS = [rect for n in range(10) for rect in (line(50, 100 + 20 * n), line(310, 110 + 20 * n))]


def columns(rects: list[Rect]) -> list[int]:
    return [area.column for area in areas(rects)]


def test_what_goes_across_the_page_divides_the_columns() -> None:
    title, foot = line(80, 60, 440), Rect(540, 780, 548, 792)
    assert columns(COLUMNS) == [1, 2]
    assert columns([title, *COLUMNS]) == [0, 1, 2]
    assert columns([title, *COLUMNS, foot]) == [0, 1, 2, 0]
    lower = [Rect(r.left, r.top + 300, r.right, r.bottom + 300) for r in COLUMNS]
    assert columns([*COLUMNS, line(60, 350, 460), *lower]) == [1, 2, 0, 1, 2]


@pytest.mark.parametrize(
    "rects",
    [
        [line(50, 100 + 20 * n, 490) for n in range(20)],  # one column
        COLUMNS[:8],  # too few
        [r if r.left < 300 else Rect(310, r.top, 400, r.bottom) for r in COLUMNS],  # not as broad
        [r if n % 3 else Rect(r.left, r.top, r.left + 90, r.bottom) for n, r in enumerate(COLUMNS[::2] * 2)],
        [*COLUMNS, *(line(60, 400 + 20 * n, 460) for n in range(10))],  # a third of the page at most
    ],
)
def test_what_is_no_page_in_columns(rects: list[Rect]) -> None:
    assert areas(rects) == WHOLE


def test_recognised_lines_are_set_column_by_column() -> None:
    fragments = [Fragment(str(n), rect) for n, rect in enumerate(COLUMNS)]
    printed = set_in_lines(fragments[::-1])
    assert [int(each.text) for each in printed] == [*range(0, 20, 2), *range(1, 20, 2)]
    assert [each.column for each in printed] == [1] * 10 + [2] * 10


RECTS = st.builds(
    line, st.sampled_from((50.0, 60.0, 310.0, 330.0)), st.floats(0, 800), st.sampled_from((8.0, 230.0, 480.0))
)


def test_a_last_page_goes_on_in_the_columns_of_the_one_before() -> None:
    last = COLUMNS[:9:2] + COLUMNS[1:4:2]
    assert areas(last) == WHOLE
    assert [area.column for area in areas(last, known=295.0)] == [1, 2]
    assert areas([line(50, 100 + 20 * n, 490) for n in range(4)], known=295.0)[0].column == 0


@settings(max_examples=60)
@given(st.lists(RECTS, max_size=60), st.booleans(), st.none() | st.just(295.0))
def test_every_line_lies_in_one_area(rects: list[Rect], columned: bool, known: float | None) -> None:
    shown = [*COLUMNS, *rects] if columned else rects
    found = areas(shown, known)
    assert [sum(area.holds(rect) for area in found) for rect in shown] == [1] * len(shown)


def test_a_cell_across_columns_of_a_ruled_table_is_said_in_each() -> None:
    rows = [("等级", "每月（元）", ""), ("", "机构", "居家"), ("重度", "300", "200"), ("合计", "", "")]
    spans = [((0, 0), (0, 1)), ((1, 0), (2, 0)), ((0, 3), (2, 3))]
    said = formats.read("ruled.pdf", made.ruled_pdf(rows, spans)).text.splitlines()
    assert said == ["等级 | 每月（元） | 每月（元）", "等级 | 机构 | 居家", "重度 | 300 | 200", "合计"]
