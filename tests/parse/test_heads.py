"""Headings without numbers: Markdown's, bold lines, questions and short lines between sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.cli.report import read_out
from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.parse.outline import outline
from yiyang_qa.reading import read_document
from yiyang_qa.types import Clause, Kind


def heads(text: str) -> list[tuple[str, ...]]:
    """The paths of the headings, in order."""
    return [c.path for c in outline(text, "d") if c.kind in {Kind.HEADING, Kind.SUBHEADING}]


def said(text: str, local: str) -> Clause:
    return next(c for c in outline(text, "d") if c.id == f"d/{local}")


def test_headings_of_markdown_nest_by_their_depth() -> None:
    text = (
        "# 云岭县老年助餐补贴办法\n\n## 补贴对象\n\n本县老年人。\n\n## 补贴标准\n\n### 一般老年人\n\n每餐2元。\n\n"
        "### 特殊老年人\n\n每餐5元。\n\n## 附则\n\n本办法自2024年6月1日起施行。\n"
    )
    assert heads(text) == [
        ("补贴对象",), ("补贴标准",), ("补贴标准", "一般老年人"), ("补贴标准", "特殊老年人"), ("附则",),
    ]  # fmt: skip
    assert said(text, "补贴标准/特殊老年人").body.of(text) == "特殊老年人\n\n每餐5元。"
    assert said(text, "补贴标准").bare


def test_lines_all_in_bold_head_what_stands_below() -> None:
    text = "**云岭县老年助餐补贴办法**\n\n**补贴对象**\n\n本县老年人。\n\n**补贴标准**\n\n每餐2元。\n\n**最后，由县民政局解释。**\n"
    assert heads(text) == [("补贴对象",), ("补贴标准",)]


def test_questions_head_their_answers() -> None:
    text = "一图读懂《云岭县助餐办法》\n谁可以享受？\n60周岁以上老年人\n补多少？\n60-79周岁：每餐2元\n80周岁以上：每餐4元\n"
    assert heads(text) == [("谁可以享受",), ("补多少",)]
    assert said(text, "补多少").body.of(text).endswith("80周岁以上：每餐4元")


def test_short_lines_between_sentences_are_headings() -> None:
    text = "云岭县助餐办法\n补贴对象\n本县老年人。\n补贴标准\n一般老年人\n每餐2元。\n申请材料\n1.身份证；\n2.申请表。\n"
    assert heads(text) == [("补贴对象",), ("补贴标准",), ("一般老年人",), ("申请材料",)]
    assert said(text, "申请材料/2").path == ("申请材料", "2.申请表")


@pytest.mark.parametrize(
    "text",
    [
        "云岭县助餐办法\n一、对象\n补贴对象\n老年人。\n补贴标准\n每餐2元。\n补贴方式\n按月发放。\n",
        "云岭县服务清单\n项目\n对象\n津贴\n老年人\n补贴\n残疾人\n",
        "云岭县助餐办法\n本县老年人。\n每餐2元。\n云岭县民政局\n2024年5月1日\n",
        "云岭县助餐办法\n补贴对象\n本县老年人。\n补贴标准\n每餐2元。\n",
    ],
)
def test_other_short_lines_head_nothing(text: str) -> None:
    assert [path for path in heads(text) if not path[0].startswith("一")] == []


def test_a_block_quote_is_read_as_what_it_holds() -> None:
    text = "# 云岭县津贴办法\n\n> ## 一、对象\n> 80周岁以上老年人。\n>\n> ## 二、标准\n> （一）每月50元；\n> （二）每月100元。\n"
    assert heads(text) == [
        ("一、对象",),
        ("二、标准",),
        ("二、标准", "（一）每月50元"),
        ("二、标准", "（二）每月100元"),
    ]
    assert said(text, "一").body.of(text) == "一、对象\n> 80周岁以上老年人。"


def test_the_first_number_of_a_list_may_stand_beside_the_answer() -> None:
    text = "云岭县助餐问答\n问：对象有哪些？\n答：（一）特困人员；\n（二）低保对象。\n问：标准？\n答：（一）3元。（二）2元。\n"
    assert [c.id.removeprefix("d/") for c in outline(text, "d") if c.path] == [
        "问",
        "问/（一）",
        "问/（二）",
        "问~2",
    ]
    assert said(text, "问").body.of(text) == "问：对象有哪些？\n答："


def test_entries_of_markdown_lists_keep_the_numbers_they_have() -> None:
    text = (
        "# 云岭县补贴办法\n\n- 一、对象\n  - （一）特困老年人；\n  - （二）低保老年人。\n- **二、标准**\n"
        "  - 1. 特困每月300元；\n  - 2. 低保每月200元。\n- 1.5倍以内不予调整。\n"
    )
    ids = [c.id.removeprefix("d/") for c in outline(text, "d") if c.path]
    assert ids == ["一", "一/（一）", "一/（二）", "二", "二/1", "二/2"]


def test_a_path_is_without_the_marks_of_bold() -> None:
    text = "# 云岭县评估办法\n\n一、程序\n\n1. **申请。** 本人提出。\n2. **评估：** 机构上门。\n"
    assert said(text, "一/1").path == ("一、程序", "1. 申请")


def test_annexes_and_sidebars_in_a_block_quote() -> None:
    text = "> # 云岭县规划\n> 一、目标\n> 建成十家。\n> 专栏1 指标\n> 床位100张\n>\n> 附件：任务清单\n> 一、建站\n"
    assert [c.kind for c in outline(text, "d")][1:] == [Kind.HEADING, Kind.SIDEBAR, Kind.ANNEX, Kind.HEADING]


def test_a_text_with_such_headings_is_not_in_doubt_for_want_of_numbers() -> None:
    text = "# 云岭县助餐办法\n\n## 对象\n\n老年人。\n\n## 标准\n\n每餐2元。\n"
    document = read_document(SourceFile("d", Path("d.md"), text, "0" * 64, "0" * 64, Sidecar()))
    assert "没有带编号的条款" not in "".join(read_out(document)["uncertain"])
