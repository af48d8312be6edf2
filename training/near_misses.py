"""How near misses fare: every question put to the service's search with and without its answer.

    python -m training.near_misses --encoder DIRECTORY FOLD [--encoder DIRECTORY FOLD] [--every 1]

Questions are the pairs, each asked of the documents of its region alone, by an encoder of its fold
that never saw them. Once as they are: a refusal is wrong. Once with every clause out of sight that
states the answer: its neighbours remain, and a refusal is right, unless one of them answers too,
so that not even a perfect judge refuses all. The rule on words that no document has reads the
documents whole, which makes the right refusals a lower bound. Then the questions written as near misses
of whole documents, beside their twins that are answered: refused, or answered with a caution.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm

from training import sources
from training.bank import read_lines
from training.library import held_out_index
from training.withheld import Facts
from training.written import near_misses
from yiyang_qa.dialogue import Resolved, resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.finding import Finder
from yiyang_qa.search.ranking import Hit, Ranker, Wording
from yiyang_qa.search.values import values_asked
from yiyang_qa.types import Filters, Question
from yiyang_qa.versions import lineage

Mask = NDArray[np.bool_]


class Blindfolded(Ranker):
    """A ranker that does not see the rows ``hidden``."""

    hidden: Mask | None = None

    def rank(self, wordings: Sequence[Wording], rows: Mask | None = None, depth: int = 256) -> list[Hit]:
        """See :meth:`Ranker.rank`."""
        return super().rank(
            wordings, rows if rows is None or self.hidden is None else rows & ~self.hidden, depth
        )

    def elsewhere(self, wordings: Sequence[Wording], rows: Mask) -> float:
        """See :meth:`Ranker.elsewhere`."""
        return super().elsewhere(wordings, rows if self.hidden is None else rows | self.hidden)


@dataclass(frozen=True, slots=True)
class Outcome:
    """Whether one question was refused with its answer in sight, and without."""

    pair: dict[str, str]
    wrongly: bool
    rightly: bool


class Bench:
    """The service's search over one fold's documents."""

    def __init__(self, index: OpenIndex, encoder: OnnxEncoder) -> None:
        self._catalogue = index.documents.catalogue
        self._ranker, self._facts = Blindfolded(index, encoder), Facts(index)
        self._finder = Finder(index, self._ranker, lineage(self._catalogue))
        self._places = Places(document.region for document in self._catalogue)

    def outcome(self, pair: dict[str, str]) -> Outcome:
        """``pair`` asked twice."""
        refused = [
            self._refuses(*self._put(pair), hidden)
            for hidden in (None, self._facts.stating(pair["evidence"]))
        ]
        return Outcome(pair, *refused)

    def written(self, line: dict[str, str]) -> tuple[bool, bool]:
        """Whether the question of ``line`` is refused, and whether it is refused or answered with a caution."""
        self._ranker.hidden = None
        found = self._finder.find(*self._put(line), 5)
        return not found.evidence, found.doubtful or not found.evidence

    def _put(self, line: dict[str, str]) -> tuple[Resolved, Filters]:
        """The question of ``line``, asked of the documents of its region and no others."""
        (own,) = [document.region for document in self._catalogue if document.id == line["doc"]]
        names = tuple(document.id for document in self._catalogue if document.region == own)
        asked = resolve(Question(line["question"]), self._places, today=date.today())
        anywhere = replace(asked, query=replace(asked.query, regions=()), excluded=(), refusal=None)
        return anywhere, Filters(documents=names, include_expired=True)

    def _refuses(self, asked: Resolved, filters: Filters, hidden: Mask | None) -> bool:
        self._ranker.hidden = hidden
        return not self._finder.find(asked, filters, 5).evidence


def told_of(kind: str, told: Sequence[tuple[bool, bool]]) -> str:
    """Both rates of ``Bench.written`` in words."""
    refused, doubted = np.mean(np.array(told), axis=0)
    return f"{kind} {len(told)} 题：拒答 {refused:.3f}，拒答或提示“不一定直接写明” {doubted:.3f}"


def report(done: Sequence[Outcome]) -> Iterator[str]:
    """Both rates for all questions, those that ask for a value, each style and each document."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for each in done:
        groups["全部"].append(each)
        if values_asked(each.pair["question"]):
            groups["问数值"].append(each)
        groups[f"问法 {each.pair['style']}"].append(each)
        groups[f"文件 {each.pair['doc']}"].append(each)
    yield "误拒   近似题拒答   题数"
    for name, group in sorted(groups.items()):
        wrongly = np.mean([each.wrongly for each in group])
        rightly = np.mean([each.rightly for each in group])
        yield f"{wrongly:.3f}  {rightly:.3f}       {len(group):5}  {name}"


def main() -> None:
    """Ask every question twice and print the rates."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sources.add_arguments(parser)
    parser.add_argument("--encoder", nargs=2, action="append", required=True, metavar=("DIRECTORY", "FOLD"))
    parser.add_argument("--every", type=int, default=1, help="use every n-th pair")
    given = parser.parse_args()
    pairs = read_lines(given.data / "pairs.jsonl")[:: given.every]
    answered, tempting = near_misses()
    done: list[Outcome] = []
    told: tuple[list[tuple[bool, bool]], ...] = ([], [])
    for directory, fold in given.encoder:
        encoder = OnnxEncoder(Path(directory))
        with tempfile.TemporaryDirectory() as folder:
            index = held_out_index(given.documents, Path(folder), encoder, fold)
            bench, held = Bench(index, encoder), index.documents.positions
            asked = [pair for pair in pairs if pair["doc"] in held]
            done += [bench.outcome(pair) for pair in tqdm(asked, desc="提问", disable=None)]
            for kind, lines in zip(told, (tempting, answered), strict=True):
                kind += [bench.written(line) for line in lines if line["doc"] in held]
    print("\n".join(report(done)))
    print(told_of("另写的近似题", told[0]), told_of("与之成对、答得出的题", told[1]), sep="\n")


if __name__ == "__main__":
    main()
