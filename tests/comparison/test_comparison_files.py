"""The comparison as a file: the same cells in each, Chinese readable, nothing runs as a formula."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from small_evidence import cited, region

from yiyang_qa.comparison import Compared, compare
from yiyang_qa.comparison.files import COLUMNS, as_csv, as_markdown, lines
from yiyang_qa.comparison.sheet import as_xlsx
from yiyang_qa.types import Comparison, ComparisonRow, Evidence

MEALS = "一、助餐\n（一）鼓励开办老年食堂。（责任单位：市民政局、市财政局）\n（二）老年食堂每餐补助3元。\n"
PLAIN = "老年食堂怎么补助"


def link(item: Evidence) -> str:
    return f"https://example.org/{item.clause.span.start}"


@pytest.fixture(scope="module")
def compared() -> Compared:
    read = cited("青岛市", MEALS, "鼓励开办老年食堂")
    second = cited("青岛市", MEALS, "每餐补助3元")
    return compare(PLAIN, [read, second, cited("广州市", "一、食堂\n开办老年食堂。\n")], [region("绍兴市")])


def opened(content: bytes) -> Worksheet:
    active = load_workbook(io.BytesIO(content)).active
    assert isinstance(active, Worksheet)
    return active


def sheet(content: bytes) -> list[list[str]]:
    return [[str(cell or "") for cell in row] for row in opened(content).iter_rows(values_only=True)]


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_row_says_where_it_comes_from(compared: Compared) -> None:
    first, *_, last = lines(compared.comparison, compared.evidence, link)
    assert len(first) == len(last) == len(COLUMNS)
    said = dict(zip(COLUMNS, first, strict=True))
    assert said["地区"] == "青岛市"
    assert said["有无规定"] == "有"
    assert (said["文件"], said["文号"], said["成文日期"]) == (
        "青岛市实施方案",
        "某卫发〔2023〕1号",
        "2023-12-12",
    )
    assert said["条款"].startswith("一、助餐 › （")
    assert said["原文链接"].startswith("https://example.org/")
    assert last[:3] == ("绍兴市", "未见", "文件未见相关规定")
    assert set(last[3:]) == {""}


def test_units_are_those_of_the_clause() -> None:
    found = compare("老年食堂", [cited("青岛市", MEALS, "鼓励开办老年食堂")], [])
    (row,) = lines(found.comparison, found.evidence, link)
    assert row[COLUMNS.index("责任单位")] == "市民政局、市财政局"


def test_csv_and_workbook_hold_the_same_cells(compared: Compared) -> None:
    expected = [list(COLUMNS), *(list(row) for row in lines(compared.comparison, compared.evidence, link))]
    assert table(as_csv(compared.comparison, compared.evidence, link)) == expected
    assert sheet(as_xlsx(compared.comparison, compared.evidence, link)) == expected


def test_excel_knows_the_csv_for_utf_8(compared: Compared) -> None:
    assert as_csv(compared.comparison, compared.evidence, link).startswith(b"\xef\xbb\xbf")


def test_markdown_is_one_table(compared: Compared) -> None:
    title, _, *body = as_markdown(compared.comparison, compared.evidence, link).decode().splitlines()
    assert title == f"# {PLAIN}"
    assert {line.count(" | ") for line in body} == {len(COLUMNS) - 1}
    assert len(body) == 2 + len(compared.comparison.rows)
    assert "[原文](<https://example.org/" in body[2]


def one(summary: str) -> Comparison:
    return Comparison("题", (ComparisonRow("某市", True, summary),))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", " =", "＝", "\t=", "\r=", "\n="])
def test_no_cell_of_a_csv_is_a_formula(start: str) -> None:
    cell = table(as_csv(one(f"{start}HYPERLINK(1)"), (), link))[1][2]
    assert cell.startswith("'")
    assert cell.endswith("HYPERLINK(1)")


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    cell = opened(as_xlsx(one("=1+1"), (), link))["C2"]
    assert (cell.data_type, cell.value) == ("s", "=1+1")


def test_markup_in_a_cell_is_text() -> None:
    body = as_markdown(one("a|b\n<img src=x> [x](y) & *c*"), (), link).decode()
    assert r"a\|b<br>\<img src=x\> \[x\](y) &amp; \*c\*" in body


@settings(max_examples=30)
@given(st.text(), st.text())
def test_any_text_can_be_written(topic: str, summary: str) -> None:
    comparison = Comparison(topic.encode("utf-8", "replace").decode(), one(summary).rows)
    assert sheet(as_xlsx(comparison, (), link))[0] == list(COLUMNS)
    assert len(table(as_csv(comparison, (), link))) == 2
    assert as_markdown(comparison, (), link).decode().count("\n| ") == 3
