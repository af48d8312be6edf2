"""Sentences that say yes where the clause says no, and those that only say it otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.answer.guard import turned_round

SOURCES = (
    "营利性养老机构不得享受建设补贴，可以依法申请税收优惠。补贴总额不超过20万元。",
    "已享受高龄津贴的老年人可以同时申请护理补贴。未按规定备案的，不予补贴。",
    "养老机构不得向老年人收取床位押金；入住满一年的，免收护理评估费。新建小区配建用房不低于每百户30平方米。",
)


@pytest.mark.parametrize(
    "turned",
    [
        "营利性养老机构可以享受建设补贴[1]。",
        "营利性养老机构不可以依法申请税收优惠。[1]",
        "补贴总额超过20万元。[1]",
        "已享受高龄津贴的老年人不能同时申请护理补贴[1]",
        "未按规定备案的，给予补贴。[1]",
        "养老机构可以向老年人收取床位押金。[1]",
        "新建小区配建用房低于每百户30平方米。[1]",
    ],
)
def test_a_turned_sentence_is_seen(turned: str) -> None:
    assert turned_round(turned, SOURCES)


@pytest.mark.parametrize(
    "faithful",
    [
        "营利性养老机构不能享受建设补贴[1]。",
        "营利性养老机构禁止享受建设补贴，但可以依法申请税收优惠。[1]",
        "补贴总额最高20万元。[1]",
        "补贴总额不得超过20万元。[1]",
        "已享受高龄津贴的老年人，可同时申请护理补贴[1]",
        "未按规定备案的，不给补贴。[1]",
        "养老机构不能向老年人收取床位押金。[1]",
        "入住满一年的免收护理评估费。[1]",
        "文件未见养老机构收取床位押金的其他规定。[1]",
        "天气不好。",  # about nothing that the clauses say
        "",
    ],
)
def test_a_faithful_sentence_is_let_pass(faithful: str) -> None:
    assert not turned_round(faithful, SOURCES)


@given(st.lists(st.sampled_from(SOURCES), min_size=1, max_size=3, unique=True), st.data())
def test_what_a_clause_says_itself_is_never_turned(sources: list[str], data: st.DataObject) -> None:
    sentence = data.draw(st.sampled_from([s for text in sources for s in text.split("。") if s]))
    assert not turned_round(sentence, sources)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_is_read(sentence: str, source: str) -> None:
    turned_round(sentence, [source])
