"""Long sentences are cut where nothing else is said by what is left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.answer.phrases import brief


@pytest.mark.parametrize(
    ("full", "cut"),
    [
        ("老" * 100, "老" * 100),
        ("老" * 90 + "，" + "人" * 30, "老" * 90 + "……"),
        ("老" * 97 + "2017年起执行", "老" * 97 + "……"),
        ("老" * 96 + "（〔2017〕12号）", "老" * 96 + "……"),
        ("老" * 98 + "人有所养", "老" * 98 + "人有……"),
    ],
)
def test_a_long_sentence_is_cut_at_a_comma_and_never_inside_a_figure(full: str, cut: str) -> None:
    assert brief(full) == cut


LONG = (
    "近年来，" + "健全制度，" * 20 + "截至2022年底，全市建有养老机构184家、床位5.1万张，" + "持续推进，" * 20
)


def test_of_a_long_sentence_the_stretch_that_is_asked_about_is_kept() -> None:
    told = brief(LONG, "2022年有多少家养老机构")
    assert told.startswith("……健全制度")
    assert told.endswith("截至2022年底，全市建有养老机构184家、床位5.1万张……")
    assert len(told) <= 100 + 4
    assert brief(LONG, "健全制度") == brief(LONG)


@given(st.text("老有所养，。；12", max_size=300), st.text("老有所养12", max_size=20))
def test_what_is_kept_stands_in_the_sentence(full: str, asked: str) -> None:
    told = brief(full, asked)
    assert told.removeprefix("……").removesuffix("……") in full
    assert len(told) <= 104
