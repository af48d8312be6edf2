"""When what is found answers: sure enough by itself, and not while others speak of the matter far more nearly."""

from __future__ import annotations

import numpy as np
import pytest

from yiyang_qa.embed import Encoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.calibration import certainty, plainly, signals
from yiyang_qa.search.fitted import Line, fitted
from yiyang_qa.search.ranking import Hit, Ranker


def hit(standing: float, overlap: float = 0.05, likeness: float = 3.0) -> Hit:
    return Hit(row=0, score=1.0, standing=standing, likeness=likeness, overlap=overlap, sentences=())


def test_signals_by_hand() -> None:
    hits = [hit(3.5, 0.1), hit(4.0, 0.05)]
    assert signals(hits) == (4.0, 0.1, 0.0, 3.0)
    assert signals(hits, elsewhere=6.0) == (4.0, 0.1, -2.0, 3.0)
    assert signals(hits, elsewhere=3.0) == (4.0, 0.1, 0.0, 3.0)
    assert signals([hit(8.0, 0.5)], elsewhere=12.0) == (8.0, 0.5, 0.0, 3.0)  # plain, however near others come


def test_an_encoder_that_has_not_learnt_near_misses_is_judged_by_standing() -> None:
    untaught = hit(5.0, 0.2, likeness=float("inf"))
    assert certainty([untaught])
    assert plainly([untaught])
    assert not certainty([hit(3.2, 0.01, likeness=float("inf"))], elsewhere=9.0)


def test_others_that_come_far_nearer_unmake_an_answer_of_middling_sureness() -> None:
    middling = [hit(3.5)]
    assert certainty(middling)
    assert certainty(middling, elsewhere=3.5)
    assert not certainty(middling, elsewhere=12.0)


def test_what_only_comes_near_is_doubted_and_what_is_far_refused() -> None:
    by_likeness = [[hit(6.0, 0.1, tenths / 10)] for tenths in range(-30, 60)]
    refused = [not certainty(hits) for hits in by_likeness]
    doubted = [not plainly(hits) for hits in by_likeness]
    assert refused == sorted(refused, reverse=True)
    assert doubted == sorted(doubted, reverse=True)
    assert 0 < sum(refused) < sum(doubted) < len(by_likeness)


def test_nothing_and_next_to_nothing_do_not_answer() -> None:
    assert not certainty([])
    assert not certainty([hit(1.0)])


@pytest.mark.parametrize("line", [fitted().relevance, fitted().region, fitted().answer])
def test_every_signal_speaks_for_an_answer(line: Line) -> None:
    least = [0.0] * len(line.weights)
    for i in range(len(least)):
        more = [float(i == j) for j in range(len(least))]
        assert line.confidence(more) > line.confidence(least)


def test_what_stands_outside_the_scope_is_the_nearest_passage_there(
    index: OpenIndex, encoder: Encoder
) -> None:
    ranker = Ranker(index, encoder)
    read = ranker.read(["长期护理保险每月支付多少", "家庭医生签约"])
    inside = np.asarray(index.table.document == 0)
    outside = np.flatnonzero(~inside)
    by_hand = max((index.dense.scores(w.vector, outside).max() - w.chance[0]) / w.chance[1] for w in read)
    assert ranker.elsewhere(read, inside) == pytest.approx(by_hand, rel=1e-5)
    assert ranker.elsewhere(read, np.ones_like(inside)) == -np.inf
