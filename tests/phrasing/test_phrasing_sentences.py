"""However a stream is cut, the same sentences come out of it."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.answer.guard import sentence_spans
from yiyang_qa.phrasing.phraser import PhrasingFailed
from yiyang_qa.phrasing.sentences import finished

BRACKETS = tuple('[]“”（）《》"')
_SALAD = st.lists(
    st.sampled_from(
        ("甲", "乙丙", "。", "；", "！", "，", " ", *BRACKETS, "[1]", "12", "［2］", "\n", "\n\n", "。[1]")
    ),
    max_size=25,
).map("".join)


@given(_SALAD | st.text(max_size=80), st.lists(st.integers(0, 80), max_size=12))
def test_cuts_do_not_matter(text: str, cuts: list[int]) -> None:
    at = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    pieces = [text[a:b] for a, b in pairwise(at)]
    came = list(finished(pieces))
    assert [sentence.text for sentence in came] == [span.of(text) for span in sentence_spans(text)]
    assert "".join(sentence.gap + sentence.text for sentence in came) == text[: len(text.rstrip())]


def test_one_sentence_at_a_time() -> None:
    coming = finished(iter(["甲。[1", "]乙", "。", "[2]\n", "丙"]))
    assert next(coming).text == "甲。[1]"
    assert next(coming).text == "乙。[2]"
    assert list(coming) == [("\n", "丙")]


def test_a_sentence_without_end() -> None:
    with pytest.raises(PhrasingFailed):
        list(finished(["很长" * 2000]))
