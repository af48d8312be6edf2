"""(f) Fit what the ranking leaves open: the weights of its views and the line of refusal.

    python -m training.fit --encoder DIRECTORY FOLD [--encoder DIRECTORY FOLD] [--write]

Questions are the pairs. The packaged encoder has seen them all, so each is put to an encoder of
its fold (``training.train --fold 0/2``, then ``average`` and ``export``), over the documents
held out from it. Documents are split into folds once more: what is chosen on some is reported
on the others. For the weights, all held-out documents are searched. For the lines of refusal, each
question is put to the documents of its region, to the same without the clauses that state the
answer, and to a document of another region; and questions that a document almost answers to those of
its region. ``--write`` keeps the values fitted on all documents
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
from training.bank import read_lines
from training.evidence import holding
from training.library import held_out_index
from training.withheld import Facts
from training.written import near_misses
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.calibration import ANSWER, CLAUSE, REGION, Signals, signals
from yiyang_qa.search.fitted import FITTED, Line
from yiyang_qa.search.ranking import Ranker, Weights, Wording

_FOLDS = 5
_VIEWS = (Weights(1, 0, 0), Weights(0, 1, 0), Weights(0, 0, 1))
_GRID = [w for w in product(np.arange(0, 1.01, 0.1), repeat=3) if abs(sum(w) - 1) < 1e-9]


Mask = NDArray[np.bool_]
#: The scopes in which a question is asked: one that answers, two that do not; a near miss in one that does not.
OWN, WITHHELD, OTHER, NEAR = "own", "withheld", "other", "near"
_ANSWERED = {OWN: 1.0, WITHHELD: 0.0, OTHER: 0.0, NEAR: 0.0}
_REPORTED = (("relevance",), ("relevance", "answer"), ("relevance", "plain"))
#: Of each line the scopes and the signals it is fitted on, and the share of answerable questions below it;
#: ``plain`` is that of ``answer`` drawn higher, below which an answer comes with a caution.
_LINES = {
    "relevance": ((OWN, OTHER), CLAUSE, 0.015),
    "region": ((OWN, WITHHELD, OTHER), REGION, 0.01),
    "answer": (tuple(_ANSWERED), ANSWER, 0.01),
    "plain": (tuple(_ANSWERED), ANSWER, 0.12),
}


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
        self.index: OpenIndex = held_out_index(documents, directory, encoder, fold)
        self._rankers = [Ranker(self.index, encoder, weights) for weights in _VIEWS]
        self._both = Ranker(self.index, encoder)
        self.regions = [document.region for document in self.index.documents.catalogue]
        self._places = Places(self.regions)
        self._facts = Facts(self.index)

    def asked(self, question: str, evidence: str, own: int, other: int) -> Asked:
        """``question``, answered by ``evidence`` in the document at ``own`` and nowhere in ``other``."""
        read, said, region = self._read(question), self._facts.stating(evidence), self._region(own)
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

    def tempted(self, question: str, own: int) -> Asked:
        """``question``, which the document at ``own`` almost answers."""
        told = self._signals(self._read(question), self._region(own), self._region(own))
        return Asked(own % _FOLDS, np.empty((0, 3)), np.empty(0, bool), {NEAR: told} if told else {})

    def _read(self, question: str) -> list[Wording]:
        return self._both.read([self._places.without_names(question) or question])

    def _region(self, own: int) -> Mask:
        return self._rows([at for at, region in enumerate(self.regions) if region == self.regions[own]])

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
    ranked = (q for q in questions if len(q.views))
    return float(np.mean([q.right[np.argmax(q.views @ np.array(weights))] for q in ranked]))


def fit_line(questions: Sequence[Asked], scopes: Sequence[str], by: slice, refusing: float) -> Line:
    """Logistic regression of answering in ``scopes`` on the signals ``by``.

    Its threshold is the confidence below which the share ``refusing`` of the answerable lies.
    """
    seen = [(name, tuple(q.scopes[name])[by]) for q in questions for name in scopes if name in q.scopes]
    x, y = np.array([row for _, row in seen]), np.array([_ANSWERED[name] for name, _ in seen])
    return logistic(x, y, refusing)


def logistic(x: NDArray[np.float64], y: NDArray[np.float64], refusing: float) -> Line:
    """Logistic regression of ``y``, 0 or 1, on the rows of ``x``, by Newton's method.

    Its threshold is the confidence below which the share ``refusing`` of the rows with 1 lies.
    """
    x = np.c_[np.ones(len(x)), x]
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ w))
        w += np.linalg.solve(x.T * (p * (1 - p)) @ x + 1e-6 * np.eye(len(w)), x.T @ (y - p))
    least = float(np.quantile(1 / (1 + np.exp(-x[y == 1] @ w)), refusing))
    return Line(float(w[0]), tuple(map(float, w[1:])), least)


def fit_lines(questions: Sequence[Asked]) -> dict[str, Line]:
    """All lines, by their names in ``Fitted``."""
    return {
        name: fit_line(questions, scopes, by, refusing) for name, (scopes, by, refusing) in _LINES.items()
    }


def refused(questions: Sequence[Asked], scope: str, lines: dict[str, Line]) -> float:
    """Share of ``questions`` that one of ``lines`` refuses in ``scope``."""
    told = [q.scopes[scope] for q in questions if scope in q.scopes]
    return float(np.mean([any(_below(each, name, line) for name, line in lines.items()) for each in told]))


def _below(told: Signals, name: str, line: Line) -> bool:
    return line.confidence(tuple(told)[_LINES[name][1]]) < line.threshold


def report(questions: Sequence[Asked]) -> None:
    """What each fold's choice achieves on the documents that it did not see."""
    print(f"               hit@1              refused: {' / '.join(_ANSWERED)}")
    print(f"fold weights   chosen 0.2 0.5 0.3  by {'    by '.join('+'.join(names) for names in _REPORTED)}")
    for fold in range(_FOLDS):
        seen = [q for q in questions if q.fold != fold]
        unseen = [q for q in questions if q.fold == fold]
        weights, lines = fit_weights(seen), fit_lines(seen)
        drawn = [{name: lines[name] for name in names} for names in _REPORTED]
        rates = [" / ".join(f"{refused(unseen, s, by):.3f}" for s in _ANSWERED) for by in drawn]
        print(
            f"{fold}  {' '.join(f'{w:.1f}' for w in weights)}  {hit_at_1(unseen, weights):.3f}  "
            f"{hit_at_1(unseen, (0.2, 0.5, 0.3)):.3f}        {'    '.join(rates)}"
        )


def written(weights: Sequence[float], lines: dict[str, Line]) -> str:
    """The values as ``fitted.toml`` holds them."""
    shares = "\n".join(f"{n} = {w:.1f}" for n, w in zip(Weights._fields, weights, strict=True))
    kept = "\n".join(
        f"[{name}] # {', '.join(Signals._fields[_LINES[name][1]])}\n{written_line(lines[name])}"
        for name in ("relevance", "region", "answer")
    )
    return (
        "# 由 python -m training.fit --write 写入；含义见 search/ranking.py 与 search/calibration.py。\n\n"
        f"[shares]\n{shares}\n\n{kept}plain = {lines['plain'].threshold:.3f}\n"
    )


def written_line(line: Line) -> str:
    """``line`` as a file of fitted values holds it."""
    weights = ", ".join(f"{w:.3f}" for w in line.weights)
    return f"bias = {line.bias:.3f}\nweights = [{weights}]\nthreshold = {line.threshold:.3f}\n"


def put(bench: Bench, pairs: Iterable[dict[str, str]], chance: random.Random) -> Iterator[Asked]:
    """Each of ``pairs`` whose document is in ``bench``, asked."""
    places = bench.index.documents.positions
    for pair in tqdm([p for p in pairs if p["doc"] in places], desc="提问", disable=None):
        own = places[pair["doc"]]
        other = chance.choice([at for at, r in enumerate(bench.regions) if r != bench.regions[own]])
        asked = bench.asked(pair["question"], pair["evidence"], own, other)
        if len(asked.views):
            yield asked


def put_near(bench: Bench, lines: Iterable[dict[str, str]]) -> Iterator[Asked]:
    """Each near miss of ``lines`` whose document is in ``bench``, asked."""
    places = bench.index.documents.positions
    for line in lines:
        if line["doc"] in places:
            yield bench.tempted(line["question"], places[line["doc"]])


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
    answered, tempting = near_misses()
    pairs = [*read_lines(given.data / "pairs.jsonl"), *answered]
    chance.shuffle(pairs)
    questions: list[Asked] = []
    for name, fold in given.encoder:
        encoder = OnnxEncoder(Path(name))
        if not encoder.taught:
            parser.error(f"{name} 没有学过近似题，它的余弦定不了界；学过的请在导出时加 --taught")
        with tempfile.TemporaryDirectory() as directory:
            bench = Bench(given.documents, Path(directory), encoder, fold)
            questions += put(bench, pairs[: given.sample], chance)
            questions += put_near(bench, tempting)
    report(questions)
    fitted = written(fit_weights(questions), fit_lines(questions))
    print(fitted)
    if given.write:
        FITTED.write_text(fitted, encoding="utf-8")


if __name__ == "__main__":
    main()
