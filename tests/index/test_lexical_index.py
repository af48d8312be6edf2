"""BM25 against the formula written out."""

from __future__ import annotations

from math import log
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.index import LexicalIndex, Ranking
from yiyang_qa.index.inversion import invert, merged, stable_hash

TOKENS = st.lists(st.sampled_from(["养老", "床位", "补助", "50", "mci", "医"]), max_size=8)
ROWS = st.lists(TOKENS, max_size=12)


def bm25(rows: list[list[str]], query: list[str], k1: float = 1.2, b: float = 0.75) -> list[float]:
    """The reference: Robertson & Zaragoza 2009, row by row."""
    mean = max(sum(map(len, rows)) / max(len(rows), 1), 1)
    scores = [0.0] * len(rows)
    for token in query:
        df = sum(token in row for row in rows)
        idf = log(1 + (len(rows) - df + 0.5) / (df + 0.5))
        for i, row in enumerate(rows):
            tf = row.count(token)
            scores[i] += idf * tf * (k1 + 1) / (tf + k1 * (1 - b + b * len(row) / mean)) if tf else 0.0
    return scores


@given(ROWS, TOKENS, st.floats(0.1, 3), st.floats(0, 1))
def test_scores_are_those_of_the_formula(
    rows: list[list[str]], query: list[str], k1: float, b: float
) -> None:
    found = LexicalIndex.build(rows, k1, b).scores(query)
    np.testing.assert_allclose(found, bm25(rows, query, k1, b), rtol=1e-5)


def test_the_ideal_is_the_score_of_a_row_of_average_length_that_holds_each_token_once() -> None:
    index = LexicalIndex.build([["养老", "床位", "补助"], ["养老", "医", "50"], ["mci", "mci", "医"]])
    query = ["养老", "床位", "补助"]
    assert index.ideal(query) == pytest.approx(index.scores(query)[0], rel=1e-6)
    assert index.ideal([]) > 0


def test_batches_make_no_difference() -> None:
    rows = [[str(i % 7), str(i % 11), "共"] * (1 + i % 3) for i in range(2_500)]
    query = ["3", "5", "共", "无"]
    np.testing.assert_allclose(LexicalIndex.build(iter(rows)).scores(query), bm25(rows, query), rtol=1e-5)


@given(ROWS, st.data())
def test_rows_may_come_from_parts_in_any_order_and_be_left_out(
    rows: list[list[str]], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(rows))))
    whole = order[: data.draw(st.integers(0, len(rows)))]  # the row of a part that each row of the whole was
    cut = data.draw(st.integers(0, len(rows)))
    place = np.array([whole.index(row) if row in whole else -1 for row in range(len(rows))], np.int64)
    parts = [(invert(rows[here]), place[here]) for here in (slice(cut, None), slice(cut))]
    for found, wanted in zip(merged(parts, len(whole)), invert([rows[row] for row in whole]), strict=True):
        assert (found.dtype, found.tolist()) == (wanted.dtype, wanted.tolist())


def test_however_many_postings_there_are() -> None:
    """More than are brought together at a time, of all terms and of one."""
    rows = [["共", str(i % 997), str(i % 991), str(i)] for i in range(70_000)]
    inverted = invert(iter(rows))
    assert np.diff(inverted.starts).max() == 70_000
    assert inverted.times.sum() == inverted.lengths.sum() == 280_000
    for token, row in (("共", 69_999), ("69999", 69_999), ("990", 990)):
        at = np.searchsorted(inverted.terms, stable_hash(token))
        assert row in inverted.rows[inverted.starts[at] : inverted.starts[at + 1]]
    half = [row for row in range(len(rows)) if row % 2]
    places = np.full(len(rows), -1)
    places[half] = np.arange(len(half))
    fewer = merged([(inverted, places)], len(half))
    for found, wanted in zip(fewer, invert(rows[row] for row in half), strict=True):
        assert np.array_equal(found, wanted)


@given(ROWS, TOKENS, st.integers(1, 15), st.data())
def test_top_is_the_sorted_scores_of_allowed_rows(
    rows: list[list[str]], query: list[str], k: int, data: st.DataObject
) -> None:
    index = LexicalIndex.build(rows)
    allowed = np.array([data.draw(st.booleans()) for _ in rows], bool)
    scores = index.scores(query)
    expected = sorted(
        (r for r in range(len(rows)) if allowed[r] and scores[r] > 0), key=lambda r: (-scores[r], r)
    )
    ranking = Ranking.best(index.scores(query, allowed), k)
    assert ranking.rows.tolist() == expected[:k]
    assert ranking.scores.tolist() == scores[expected[:k]].tolist()


@given(ROWS, TOKENS, st.data())
def test_rows_not_allowed_score_nothing_and_change_nothing(
    rows: list[list[str]], query: list[str], data: st.DataObject
) -> None:
    index = LexicalIndex.build(rows)
    allowed = np.array([data.draw(st.booleans()) for _ in rows], bool)
    assert index.scores(query, allowed).tolist() == np.where(allowed, index.scores(query), 0).tolist()


def test_an_index_is_the_same_from_disk(tmp_path: Path) -> None:
    rows = [["养老", "床位"], [], ["床位", "床位", "补助"]]
    index = LexicalIndex.build(rows)
    index.save(tmp_path)
    back = LexicalIndex.load(tmp_path)
    assert len(back) == 3
    assert back.scores(["床位", "补助"]).tolist() == index.scores(["床位", "补助"]).tolist()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    LexicalIndex.build([]).save(tmp_path)
    assert Ranking.best(LexicalIndex.load(tmp_path).scores(["养老"]), 5).rows.tolist() == []


def test_hashes_do_not_change_between_versions() -> None:
    """They are on disk: another value here means another index format."""
    assert stable_hash("养老") == 15654249989559329817
    assert stable_hash("\ud800") != stable_hash("?")


@pytest.mark.parametrize("k", [1, 2, 3, 9])
def test_equal_scores_come_in_row_order(k: int) -> None:
    ranking = Ranking.best(np.array([1, 2, 0, 2, 2, 1], np.float32), k)
    assert ranking.rows.tolist() == [1, 3, 4, 0, 5][:k]
