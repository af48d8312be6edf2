"""How near misses are told apart, beside counting every pair of questions."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from training.apart import apart, nearest
from training.bank import Bank, Pair

COSINES = st.lists(st.integers(0, 20).map(lambda tenths: tenths / 20), min_size=1, max_size=30)


@given(COSINES, COSINES)
def test_the_area_counts_every_pair(answered: list[float], missing: list[float]) -> None:
    told = apart(np.array(answered, np.float32), np.array(missing, np.float32))
    wins = [(a > m) + 0.5 * (a == m) for a in answered for m in missing]
    assert np.isclose(told.auc, sum(wins) / len(wins))
    assert (told.answered, told.missing) == (len(answered), len(missing))


def test_only_passages_of_the_own_document_count() -> None:
    bank = Bank("b", ["甲一", "甲二", "乙"], [], np.array([0, 2]), ["甲", "乙"], ["", ""])
    passages = np.array([[0.2, 0], [0.6, 0], [0.9, 0]], np.float32)
    pair = Pair("1", "问", "plain", "甲", "据", False, (0,), (0,), frozenset({0}))
    (found,) = nearest(bank, passages, [pair], np.array([[1, 0]], np.float32))
    assert np.isclose(found, 0.6)
