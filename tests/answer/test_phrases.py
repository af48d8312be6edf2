"""Long sentences are cut where nothing else is said by what is left."""

from __future__ import annotations

import pytest

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
