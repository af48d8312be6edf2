"""FAISS against products computed by numpy."""

from __future__ import annotations

import threading
from pathlib import Path

import faiss
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from yiyang_qa.index import DenseIndex
from yiyang_qa.index.dense import write_block

RANDOM = np.random.default_rng(7)
VECTORS = RANDOM.standard_normal((500, 24)).astype(np.float32)
QUERY = RANDOM.standard_normal(24).astype(np.float32)
INDEX = DenseIndex.build(VECTORS)


def brute(k: int, allowed: NDArray[np.bool_]) -> list[int]:
    scores = VECTORS @ QUERY
    return sorted(np.flatnonzero(allowed).tolist(), key=lambda row: -scores[row])[:k]


@given(st.integers(1, 600), st.sets(st.integers(0, 499)), st.lists(st.integers(0, 500), max_size=4))
def test_filters_come_first_and_lose_nothing(k: int, rows: set[int], cuts: list[int]) -> None:
    allowed = np.isin(np.arange(500), list(rows))
    pieces = np.split(VECTORS, sorted(cuts))
    ranking = DenseIndex.chained(24, map(DenseIndex.build, pieces)).top(QUERY, k, allowed)
    assert ranking.rows.tolist() == brute(k, allowed)
    np.testing.assert_allclose(ranking.scores, (VECTORS @ QUERY)[ranking.rows], rtol=1e-4, atol=1e-5)


@pytest.mark.parametrize("k", [1, 10, 500, 1000])
def test_without_a_filter_every_row_may_come(k: int) -> None:
    assert INDEX.top(QUERY, k).rows.tolist() == brute(k, np.ones(500, bool))


def test_scores_of_chosen_rows() -> None:
    rows = np.array([400, 3, 3, 77])
    np.testing.assert_allclose(INDEX.scores(QUERY, rows), VECTORS[rows] @ QUERY, rtol=1e-5)


def test_equal_vectors_come_in_row_order() -> None:
    same = DenseIndex.build(np.tile(QUERY, (9, 1)))
    assert same.top(QUERY, 9).rows.tolist() == list(range(9))


def test_an_index_is_the_same_from_disk(tmp_path: Path) -> None:
    for name, some in (("a", VECTORS[:200]), ("b", VECTORS[200:201]), ("c", VECTORS[201:])):
        write_block(tmp_path / name, 24, [some[:9], some[9:]])
    back = DenseIndex.load(24, [tmp_path / name for name in "abc"])
    assert (len(back), back.dimension) == (500, 24)
    assert back.top(QUERY, 20).rows.tolist() == INDEX.top(QUERY, 20).rows.tolist()
    assert back.scores(QUERY, np.arange(500)).tolist() == INDEX.scores(QUERY, np.arange(500)).tolist()


def test_an_empty_index_finds_nothing(tmp_path: Path) -> None:
    write_block(tmp_path / "v", 24, [])
    for index in (DenseIndex.load(24, [tmp_path / "v"]), DenseIndex.load(24, [])):
        assert (len(index), index.top(QUERY, 5).rows.tolist()) == (0, [])


@pytest.mark.parametrize("data", [b"", b"not vectors at all"])
def test_what_is_no_index_is_an_os_error(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "v").write_bytes(data)
    with pytest.raises(OSError, match="faiss"):
        DenseIndex.load(24, [tmp_path / "v"])


def test_another_kind_of_index_is_an_os_error(tmp_path: Path) -> None:
    faiss.write_index(faiss.IndexHNSWFlat(24, 8), str(tmp_path / "v"))
    with pytest.raises(OSError, match="HNSW"):
        DenseIndex.load(24, [tmp_path / "v"])


def test_a_search_takes_one_thread_wherever_it_is_called_from() -> None:
    counts: list[int] = []

    def search() -> None:
        INDEX.top(QUERY, 3)
        counts.append(faiss.omp_get_max_threads())

    thread = threading.Thread(target=search)
    thread.start()
    thread.join()
    assert counts == [1]
