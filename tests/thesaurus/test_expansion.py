"""Expansion against a search that tries every word at every place."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus import expansions, rewritten, tokens
from yiyang_qa.thesaurus.expansion import FORMAL
from yiyang_qa.thesaurus.vocabulary import meanings

spoken = st.lists(st.sampled_from(sorted(meanings())) | st.text(max_size=4), max_size=6).map("".join)


def by_trying_all(question: str) -> list[tuple[int, int]]:
    folded, found, at = fold(question), [], 0
    while at < len(folded):
        lengths = [n for n in range(len(folded) - at, 0, -1) if folded[at : at + n] in meanings()]
        if lengths:
            found.append((at, at + lengths[0]))
        at += lengths[0] if lengths else 1
    return found


@given(spoken)
def test_the_longest_word_is_taken_from_the_left(question: str) -> None:
    assert [tuple(e.span) for e in expansions(question)] == by_trying_all(question)


@given(spoken)
def test_a_question_keeps_its_own_tokens_and_what_is_added_counts_less(question: str) -> None:
    own = Counter(bigrams(question))
    weighted = tokens(question)
    assert {token: weighted[token] for token in own} == own
    assert all(0 < weight <= FORMAL for token, weight in weighted.items() if token not in own)


@given(spoken)
def test_only_what_is_not_said_formally_is_rewritten(question: str) -> None:
    if not any(e.formal for e in expansions(question)):
        assert rewritten(question) == question


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("俺爹瘫在床上，能上门不", "失能"),
        ("老年病科有几家", "老年医学科"),
        ("長護險报销吗", "长期护理保险"),
        ("办养老院给补多少", "补贴"),
        ("老人不认识人了住哪儿", "认知障碍"),
        ("临终有人管吗", "安宁疗护"),
        ("想当志愿的，做义工", "志愿者"),
        ("水电费怎么算", "用水用电用气"),
        ("卫健局电话", "卫生健康委员会"),
        ("签个大夫要钱不", "家庭医生"),
    ],
)
def test_lay_words_lead_to_those_of_documents(said: str, meant: str) -> None:
    assert any(meant in (*e.same, *e.formal) for e in expansions(said))
    assert set(bigrams(meant)) <= set(tokens(said))


def test_official_words_do_not_lead_to_lay_ones() -> None:
    assert "瘫在" not in tokens("失能老人")


def test_a_rewritten_question_says_it_as_documents_do() -> None:
    assert rewritten("瘫在床上，租的房子给补多少？") == "失能老年人，房屋租赁补贴多少？"


def test_width_case_and_traditional_characters_make_no_difference() -> None:
    assert expansions("長護險，瘫瘓") == expansions("长护险,瘫痪")
