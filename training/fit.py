"""(f) Fit what the ranking leaves open: the weights of its views and the line of refusal.

    python -m training.fit --encoder DIRECTORY FOLD [--encoder DIRECTORY FOLD] [--write]

Questions are the pairs. The packaged encoder has seen them all, so each is put to an encoder of
its fold (``training.train --fold 0/2``, then ``average`` and ``export``), over the documents
held out from it. Documents are split into folds once more: what is chosen on some is reported
on the others. For the weights, all held-out documents are searched. For the lines of refusal, each
question is put to the documents of its region, to the same without the clauses that state the
answer, and to a document of another region. ``--write`` keeps the values fitted on all documents
in ``yiyang_qa/search/fitted.toml``.
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
from training.evidence import holding
from training.withheld import Facts
from yiyang_qa.building import build, open_index
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.calibration import Signals, signals
from yiyang_qa.search.fitted import FITTED, Line
from yiyang_qa.search.ranking import Ranker, Weights, Wording

_FOLDS = 5
#: Of the questions whose documents do answer, the share that each line may refuse: together about 2 %.
_FALSE_REFUSALS = {"relevance": 0.015, "answer": 0.01}
_VIEWS = (Weights(1, 0, 0), Weights(0, 1, 0), Weights(0, 0, 1))
_GRID = [w for w in product(np.arange(0, 1.01, 0.1), repeat=3) if abs(sum(w) - 1) < 1e-9]


Mask = NDArray[np.bool_]
#: The scopes in which a question is asked: one that answers, two that do not.
OWN, WITHHELD, OTHER = "own", "withheld", "other"
_ANSWERED = {OWN: 1.0, WITHHELD: 0.0, OTHER: 0.0}


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One question as the ranking sees it; rows of ``views`` are candidates, columns the views."""

    fold: int
    views: NDArray[np.float64]
    right: NDArray[np.bool_]  # candidates that hold the evidence
    scopes: dict[str, Signals]


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
        self.regions = [document.region for document in self.index.documents.catalogue]
        self._places = Places(self.regions)
        self._facts = Facts(self.index)

    def asked(self, question: str, evidence: str, own: int, other: int) -> Asked:
        """``question``, answered by ``evidence`` in the document at ``own`` and nowhere in ``other``."""
        words = self._places.without_names(question) or question
        read, said = self._both.read([words]), self._facts.stating(evidence)
        region = self._rows([at for at, r in enumerate(self.regions) if r == self.regions[own]])
        scopes = {
            OWN: self._signals(read, region, region),
            WITHHELD: self._signals(read, region & ~said, region | said),
            OTHER: self._signals(read, self._rows([other]), self._rows([other])),
        }
        scores = [{hit.row: hit.score for hit in ranker.rank(read)} for ranker in self._rankers]
        rows = sorted(scores[0].keys() & scores[1].keys() & scores[2].keys())
        views = np.array([[view[row] for view in scores] for row in rows])
        right = holding(self.index.table, rows, own, self.index.documents[own].text, evidence)
        return Asked(own % _FOLDS, views, right, {name: s for name, s in scopes.items() if s})

    def _rows(self, documents: Sequence[int]) -> Mask:
        return np.isin(self.index.table.document, documents)

    def _signals(self, read: Sequence[Wording], scope: Mask, inside: Mask) -> Signals | None:
        """What ``scope`` says of the question, held against all that is not ``inside``."""
        hits = self._both.rank(read, scope)
        return signals(hits, self._both.elsewhere(read, inside)) if hits else None


def fit_weights(questions: Sequence[Asked]) -> tuple[float, ...]:
    """The weights of the grid that put the right clause first most often."""
    return max(_GRID, key=lambda w: hit_at_1(questions, w))


def hit_at_1(questions: Sequence[Asked], weights: Sequence[float]) -> float:
    """Share of questions whose best candidate is right."""
    return float(np.mean([q.right[np.argmax(q.views @ np.array(weights))] for q in questions]))


def fit_line(questions: Sequence[Asked], scopes: Sequence[str], width: int, refusing: float) -> Line:
    """Logistic regression of answering on the first ``width`` signals of ``scopes``, by Newton's method.

    Its threshold is the confidence below which the share ``refusing`` of the answerable lies.
    """
    seen = [(name, (1, *q.scopes[name][:width])) for q in questions for name in scopes if name in q.scopes]
    x, y = np.array([row for _, row in seen]), np.array([_ANSWERED[name] for name, _ in seen])
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T * (p * (1 - p)) @ x + 1e-6 * np.eye(len(w)), x.T @ (y - p))
    least = float(np.quantile(1 / (1 + np.exp(-x[y == 1] @ w)), refusing))
    return Line(float(w[0]), tuple(map(float, w[1:])), least)


def fit_lines(questions: Sequence[Asked]) -> tuple[Line, Line]:
    """The line of one clause, by standing and overlap, and that of all that is found, by all signals."""
    return (
        fit_line(questions, (OWN, OTHER), 2, _FALSE_REFUSALS["relevance"]),
        fit_line(questions, tuple(_ANSWERED), len(Signals._fields), _FALSE_REFUSALS["answer"]),
    )


def refused(questions: Sequence[Asked], scope: str, lines: Sequence[Line]) -> float:
    """Share of ``questions`` that one of ``lines`` refuses in ``scope``."""
    told = [q.scopes[scope] for q in questions if scope in q.scopes]
    return float(np.mean([any(_below(each, line) for line in lines) for each in told]))


def _below(told: Signals, line: Line) -> bool:
    return line.confidence(told[: len(line.weights)]) < line.threshold


def report(questions: Sequence[Asked]) -> None:
    """What each fold's choice achieves on the documents that it did not see."""
    print(f"               hit@1              refused: {' / '.join(_ANSWERED)}")
    print("fold weights   chosen 0.2 0.5 0.3  by the first line      by both")
    for fold in range(_FOLDS):
        seen = [q for q in questions if q.fold != fold]
        unseen = [q for q in questions if q.fold == fold]
        weights, lines = fit_weights(seen), fit_lines(seen)
        rates = [" / ".join(f"{refused(unseen, s, by):.3f}" for s in _ANSWERED) for by in (lines[:1], lines)]
        print(
            f"{fold}  {' '.join(f'{w:.1f}' for w in weights)}  {hit_at_1(unseen, weights):.3f}  "
            f"{hit_at_1(unseen, (0.2, 0.5, 0.3)):.3f}        {'    '.join(rates)}"
        )


def written(weights: Sequence[float], relevance: Line, answer: Line) -> str:
    """The values as ``fitted.toml`` holds them."""
    shares = "\n".join(f"{n} = {w:.1f}" for n, w in zip(Weights._fields, weights, strict=True))
    return (
        "# 由 python -m training.fit --write 写入；含义见 search/ranking.py 与 search/calibration.py。\n\n"
        f"[shares]\n{shares}\n\n[relevance] # standing, overlap\n{_told(relevance)}\n"
        f"[answer] # {', '.join(Signals._fields)}\n{_told(answer)}"
    )


def _told(line: Line) -> str:
    weights = ", ".join(f"{w:.3f}" for w in line.weights)
    return f"bias = {line.bias:.3f}\nweights = [{weights}]\nthreshold = {line.threshold:.3f}\n"


def put(bench: Bench, pairs: Iterable[dict[str, str]], chance: random.Random) -> Iterator[Asked]:
    """Each of ``pairs`` whose document is in ``bench``, asked."""
    places = {document.id: at for at, document in enumerate(bench.index.documents.catalogue)}
    for pair in tqdm([p for p in pairs if p["doc"] in places], desc="提问", disable=None):
        own = places[pair["doc"]]
        other = chance.choice([at for at, r in enumerate(bench.regions) if r != bench.regions[own]])
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
    fitted = written(fit_weights(questions), *fit_lines(questions))
    print(fitted)
    if given.write:
        FITTED.write_text(fitted, encoding="utf-8")


if __name__ == "__main__":
    main()
