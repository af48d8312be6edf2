"""Tables without caption or numbers: the columns are told by gaps in the first line, or by where figures stand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document


def rows(below: str) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Label and cells of the rows that the item 二、标准 has, with the lines ``below`` it."""
    text = f"达州市补贴办法\n一、对象\n本市户籍老年人。\n二、标准\n{below}\n三、附则\n自印发之日起施行。\n"
    source = SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar())
    found = next(c for c in read_document(source).clauses if c.label == "二、")
    return [(part.row.label, part.row.cells) for part in found.parts if part.row]


@pytest.mark.parametrize(
    "below",
    [
        "档次      年龄      月标准\n第一档\n80—84周岁\n60元\n第二档\n85周岁及以上\n80元",
        "档次\t年龄\t月标准\n第一档\n80—84周岁\n60元\n第二档\n85周岁及以上\n80元",
        "档次\n年龄\n月标准\n第一档\n80—84周岁\n60元\n第二档\n85周岁及以上\n80元",
        "档次  年龄  月标准\n第一档  80—84周岁  60元\n第二档  85周岁及以上  80元",
    ],
)
def test_a_label_may_stand_beside_words_and_figures(below: str) -> None:
    assert rows(below) == [
        ("第一档", (("年龄", "80—84周岁"), ("月标准", "60元"))),
        ("第二档", (("年龄", "85周岁及以上"), ("月标准", "80元"))),
    ]


def test_a_dash_is_no_figure_of_its_own() -> None:
    assert rows("方式  比例  限额\n机构护理\n75%\n2100元\n自主护理\n--\n每月450元定额") == [
        ("机构护理", (("比例", "75%"), ("限额", "2100元"))),
        ("自主护理", (("比例", "--"), ("限额", "每月450元定额"))),
    ]


@pytest.mark.parametrize(
    "below",
    [
        "市民政局\n市财政局\n市卫生健康委\n市医保局\n市残联\n市人社局",  # no figures
        "档次\n月标准\n第一档\n60元\n第二档\n每季度发放\n第三档\n80元",  # a column with some
        "2023年指标60\n70\n第一档\n60元\n第二档\n80元",  # a heading with a figure
        "档次\n月标准\n第一档\n60元",  # one row
    ],
)
def test_other_lines_are_no_table(below: str) -> None:
    assert rows(below) == []


def test_a_long_run_of_short_lines_takes_no_longer_than_its_length() -> None:
    def spent(lines: int) -> float:
        began = time.process_time()
        rows("\n".join(f"第{i}户" for i in range(lines)))
        return time.process_time() - began

    few, many = (min(spent(lines) for _ in range(3)) for lines in (2000, 8000))
    assert many < 12 * max(few, 0.02)
