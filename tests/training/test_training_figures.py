"""Ranks and figures beside a dumb reference."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.scoring import Views, figures, fused, rank

from yiyang_qa.search.ranking import Weights

SCORES = st.lists(st.integers(0, 9), min_size=2, max_size=12)


@given(SCORES, st.data())
def test_rank_counts_what_stands_before(scores: list[int], data: st.DataObject) -> None:
    right = data.draw(st.sets(st.integers(0, len(scores) - 1), min_size=1))
    allowed = [i in right or data.draw(st.booleans()) for i in range(len(scores))]
    best = max(scores[i] for i in right)
    expected = sum(1 for i, s in enumerate(scores) if allowed[i] and i not in right and s >= best)
    assert rank(np.array(scores, float), right, np.array(allowed)) == expected


def test_figures_by_hand() -> None:
    assert figures([0, 1, 4, 12]) == {"n": 4, "hit@1": 0.25, "hit@5": 0.75, "mrr@10": (1 + 1 / 2 + 1 / 5) / 4}


@given(SCORES)
def test_one_view_alone_keeps_its_order(scores: list[int]) -> None:
    view, nothing = np.array(scores, float), np.zeros(len(scores))
    total = fused(Views(nothing, view, nothing), np.ones(len(scores), bool), Weights(0, 1, 0))
    assert np.array_equal(np.argsort(total, kind="stable"), np.argsort(view, kind="stable"))
