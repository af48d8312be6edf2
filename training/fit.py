"""(f) Fit what the ranking leaves open: the weights of its views and the line of refusal.

    python -m training.fit --encoder DIRECTORY FOLD [--encoder DIRECTORY FOLD] [--write]

Questions are the pairs. The packaged encoder has seen them all, so each is put to an encoder of
its fold (``training.train --fold 0/2``, then ``average`` and ``export``), over the documents
held out from it. Documents are split into folds once more: what is chosen on some is reported
on the others. For the weights, all held-out documents are searched. For the line, each
question is put to its own document and to one that cannot answer it. ``--write`` keeps the
values fitted on all documents in ``yiyang_qa/search/fitted.toml``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training import sources
from training.bank import in_fold, read_lines
from yiyang_qa.building import build, open_index
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.fitted import FITTED
from yiyang_qa.search.ranking import Hit, Ranker, Weights, Wording

_FOLDS = 5
_FALSE_REFUSALS = 0.02  # of questions whose document does answer
_VIEWS = (Weights(1, 0, 0), Weights(0, 1, 0), Weights(0, 0, 1))
_GRID = [w for w in product(np.arange(0, 1.01, 0.1), repeat=3) if abs(sum(w) - 1) < 1e-9]


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One question as the ranking sees it; rows of ``views`` are candidates, columns the views."""

    fold: int
    views: NDArray[np.float64]
    right: NDArray[np.bool_]  # candidates that hold the evidence
    own: tuple[float, float]  # standing and overlap of the best clause of its own document
    other: tuple[float, float]  # and of a document that does not answer


class Bench:
    """Documents held out from an encoder, indexed by it, and one ranker for each view of a citable."""

    def __init__(self, documents: Path, directory: Path, encoder: OnnxEncoder, fold: str) -> None:
        paths = {path.stem: path for path in documents.iterdir() if path.stem != "README"}
        for name in in_fold(paths, fold):
            (directory / paths[name].name).symlink_to(paths[name].resolve())
        build(directory, directory / "index", encoder)
        self.index: OpenIndex = open_index(directory / "index", encoder)
        self._rankers = [Ranker(self.index, encoder, weights) for weights in _VIEWS]
        self._both = Ranker(self.index, encoder)
        self._places = Places(document.region for document in self.index.documents.catalogue)

    def asked(self, question: str, evidence: str, own: int, other: int) -> Asked:
        """``question``, answered by ``evidence`` in the document at ``own`` and nowhere in ``other``."""
        words = self._places.without_names(question) or question
        read = self._both.read([words])
        scores = [{hit.row: hit.score for hit in ranker.rank(read)} for ranker in self._rankers]
        rows = sorted(scores[0].keys() & scores[1].keys() & scores[2].keys())
        views = np.array([[view[row] for view in scores] for row in rows])
        right = np.array([self._holds(row, own, evidence) for row in rows])
        return Asked(own % _FOLDS, views, right, self._best(read, own), self._best(read, other))

    def _holds(self, row: int, document: int, evidence: str) -> bool:
        table = self.index.table
        if table.document[row] != document:
            return False
        return evidence in self.index.documents[document].text[table.start[row] : table.end[row]]

    def _best(self, read: Sequence[Wording], document: int) -> tuple[float, float]:
        hits: list[Hit] = self._both.rank(read, np.asarray(self.index.table.document == document))
        return (hits[0].standing, hits[0].overlap) if hits else (0.0, 0.0)


def fit_weights(questions: Sequence[Asked]) -> tuple[float, ...]:
    """The weights of the grid that put the right clause first most often."""
    return max(_GRID, key=lambda w: hit_at_1(questions, w))


def hit_at_1(questions: Sequence[Asked], weights: Sequence[float]) -> float:
    """Share of questions whose best candidate is right."""
    return float(np.mean([q.right[np.argmax(q.views @ np.array(weights))] for q in questions]))


def fit_line(questions: Sequence[Asked]) -> NDArray[np.float64]:
    """Logistic regression of answering on (1, standing, overlap), by Newton's method."""
    x = np.array([(1, *signals) for q in questions for signals in (q.own, q.other)])
    y = np.tile([1.0, 0.0], len(questions))
    w = np.zeros(3)
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T * (p * (1 - p)) @ x + 1e-6 * np.eye(3), x.T @ (y - p))
    return w


def threshold(questions: Sequence[Asked], line: NDArray[np.float64]) -> float:
    """The confidence below which ``_FALSE_REFUSALS`` of the answerable questions lie."""
    return float(np.quantile([confidence(q.own, line) for q in questions], _FALSE_REFUSALS))


def confidence(signals: tuple[float, float], line: NDArray[np.float64]) -> float:
    """What ``search.calibration`` computes, for another line."""
    return float(1 / (1 + np.exp(-(line @ (1, *signals)))))


def report(questions: Sequence[Asked]) -> None:
    """What each fold's choice achieves on the documents that it did not see."""
    print("fold  weights          hit@1  (0.2 0.5 0.3)  refused: rightly  wrongly")
    for fold in range(_FOLDS):
        seen = [q for q in questions if q.fold != fold]
        unseen = [q for q in questions if q.fold == fold]
        weights, line = fit_weights(seen), fit_line(seen)
        least = threshold(seen, line)
        refused = [np.mean([confidence(s, line) < least for s in side]) for side in _sides(unseen)]
        print(
            f"{fold}     {' '.join(f'{w:.1f}' for w in weights)}      {hit_at_1(unseen, weights):.3f}  "
            f"{hit_at_1(unseen, (0.2, 0.5, 0.3)):.3f}          {refused[1]:.3f}             {refused[0]:.3f}"
        )


def _sides(questions: Sequence[Asked]) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    return [q.own for q in questions], [q.other for q in questions]


def put(bench: Bench, pairs: Iterable[dict[str, str]], chance: random.Random) -> Iterator[Asked]:
    """Each of ``pairs`` whose document is in ``bench``, asked."""
    places = {document.id: at for at, document in enumerate(bench.index.documents.catalogue)}
    for pair in tqdm([p for p in pairs if p["doc"] in places], desc="提问", disable=None):
        own = places[pair["doc"]]
        other = chance.choice([at for at in places.values() if at != own])
        asked = bench.asked(pair["question"], pair["evidence"], own, other)
        if len(asked.views):
            yield asked


def main() -> None:
    """Measure by folds, fit on all, and keep the values when asked to."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sources.add_arguments(parser)
    parser.add_argument("--encoder", nargs=2, action="append", required=True, metavar=("DIRECTORY", "FOLD"))
    parser.add_argument("--sample", type=int, default=1600, help="pairs to use")
    parser.add_argument("--write", action="store_true", help="keep the fitted values")
    given = parser.parse_args()
    chance = random.Random(0)
    pairs = list(read_lines(given.data / "pairs.jsonl"))
    chance.shuffle(pairs)
    questions: list[Asked] = []
    for encoder, fold in given.encoder:
        with tempfile.TemporaryDirectory() as directory:
            bench = Bench(given.documents, Path(directory), OnnxEncoder(Path(encoder)), fold)
            questions += put(bench, pairs[: given.sample], chance)
    report(questions)
    weights, line = fit_weights(questions), fit_line(questions)
    fitted = (
        "# 由 python -m training.fit --write 写入；含义见 search/ranking.py 与 search/calibration.py。\n"
        f"clause = {weights[0]:.1f}\nsentence = {weights[1]:.1f}\nlexical = {weights[2]:.1f}\n"
        f"bias = {line[0]:.3f}\nstanding = {line[1]:.3f}\noverlap = {line[2]:.3f}\n"
        f"threshold = {threshold(questions, line):.3f}\n"
    )
    print(fitted)
    if given.write:
        FITTED.write_text(fitted, encoding="utf-8")


if __name__ == "__main__":
    main()
