"""What each part of the ranking contributes: hit@1 and hit@5 without it, tuned and cross-validated by document.

    python -m training.contribution QUESTIONS.jsonl [--documents corpus] [--encoder DIRECTORY] [--fold 0/2]

QUESTIONS are gold questions or question–evidence pairs. Of the questions that one piece of evidence
answers, each is put to the documents of its regions, history included. Without a part the weights of
what is left are fitted anew: once on all questions (tuned), and once for each document on
the questions of the others and measured on its own (held out). The packaged encoder has seen
``pairs.jsonl``, not ``questions.jsonl``: for pairs give an encoder of a fold, and the fold.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from training.bank import in_fold
from training.evidence import holding
from yiyang_qa import thesaurus
from yiyang_qa.corpus import read_corpus
from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY
from yiyang_qa.evaluate import GoldQuestion, Pair, read_gold
from yiyang_qa.evaluate.gold import GoldEvidence
from yiyang_qa.index import Grain, LexicalIndex
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.regions import answering
from yiyang_qa.search.ranking import min_max
from yiyang_qa.text import bigrams
from yiyang_qa.types import Document, Question, Speaker, Turn

Scores = NDArray[np.float64]
Mask = NDArray[np.bool_]
Shares = tuple[float, float, float]  # of a citable's own vector, its best passage's, and the words

_GRID: tuple[Shares, ...] = tuple(
    (a / 10, b / 10, (10 - a - b) / 10) for a, b in product(range(11), repeat=2) if a + b <= 10
)


class Part(NamedTuple):
    """A part left out: what the passages and the question lose, and which shares are left to fit."""

    name: str
    structure: bool = True  # region and breadcrumb in front of passages
    thesaurus: bool = True  # synonyms among the tokens, and the question reworded for its vector
    sentences: bool = True  # passages smaller than a citable
    allows: Callable[[Shares], bool] = lambda _: True


PARTS = (
    Part("全部"),
    Part("去编码器（只有词面）", allows=lambda w: w[2] == 1),
    Part("去词面（只有向量）", allows=lambda w: w[2] == 0),
    Part("去词表", thesaurus=False),
    Part("去结构（段前不加地区与标题链）", structure=False),
    Part("去句子（只有整条）", sentences=False),
    Part("去整条（只有最近的一段）", allows=lambda w: w[0] == 0),
)


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """One question as one part's absence leaves it: a row a candidate, a column a view."""

    document: str
    views: Scores
    right: Mask

    def rank(self, shares: Shares) -> int:
        """How many candidates stand before the first right one."""
        order = np.argsort(-(self.views @ np.array(shares)), kind="stable")
        return int(np.argmax(self.right[order])) if self.right.any() else len(order)


class Library:
    """Documents with their passages, once as they are indexed and once without anything in front."""

    def __init__(self, documents: Sequence[Document], encoder: Encoder) -> None:
        self._documents, self._encoder = documents, encoder
        self._table = tabulate(documents)
        self._at = {document.id: at for at, document in enumerate(documents)}
        self._heads = np.flatnonzero(self._table.grain == Grain.CLAUSE)
        self._places = Places(document.region for document in documents)
        fronts = [
            self._front(int(d), int(c)) for d, c in zip(self._table.document, self._table.clause, strict=True)
        ]
        bare = [t.removeprefix(f) for t, f in zip(self._table.dense_texts, fronts, strict=True)]
        self._vectors = {
            True: encoder.encode_passages(self._table.dense_texts),
            False: encoder.encode_passages(bare),
        }
        self._words = {
            True: LexicalIndex.build(map(bigrams, self._table.lexical_texts)),
            False: LexicalIndex.build(map(bigrams, bare)),
        }

    def asked(self, question: GoldQuestion, part: Part) -> Asked:
        """``question`` without ``part``, put to the nearest documents of its regions."""
        history = tuple(Turn(Speaker.USER, turn) for turn in question.history)
        query = resolve(Question(question.question, history), self._places, date.today()).query
        available = {document.region for document in self._documents if document.region}
        near = {region for asked in query.regions for region in answering(asked, available).regions}
        scope = np.array([not near or document.region in near for document in self._documents])
        allowed = scope[self._table.document[self._heads]]
        views = np.mean([self._views(wording, part, allowed) for wording in query.variants], axis=0)
        (gold,) = question.gold
        at = self._at[gold.doc]
        right = holding(self._table, self._heads[allowed], at, self._documents[at].text, *gold.wordings)
        return Asked(gold.doc, views, right)

    def _views(self, wording: str, part: Part, allowed: Mask) -> Scores:
        said = [wording, thesaurus.rewritten(wording)] if part.thesaurus else [wording]
        near = self._vectors[part.structure] @ self._encoder.encode_queries(said).mean(axis=0)
        tokens = thesaurus.tokens(wording) if part.thesaurus else bigrams(wording)
        words = self._words[part.structure].scores(tokens)
        best = [self._best(scores, part.sentences)[allowed] for scores in (near, words)]
        return np.stack([min_max(view) for view in (near[self._heads][allowed], *best)], axis=1)

    def _best(self, scores: NDArray[np.float32], sentences: bool) -> NDArray[np.float32]:
        return np.maximum.reduceat(scores, self._heads) if sentences else scores[self._heads]

    def _front(self, document: int, clause: int) -> str:
        held = self._documents[document]
        region = held.region.name if held.region else ""
        return f"{region} {' '.join(held.clauses[clause].path)}".strip()


def fitted(questions: Sequence[Asked], part: Part) -> Shares:
    """The shares that put the right citable first most often."""
    return max(filter(part.allows, _GRID), key=lambda shares: hits(questions, shares, 1))


def hits(questions: Sequence[Asked], shares: Shares, within: int) -> float:
    """Share of the questions whose evidence is among the first ``within``."""
    return float(np.mean([question.rank(shares) < within for question in questions]))


def held_out(questions: Sequence[Asked], part: Part) -> Iterator[tuple[bool, bool]]:
    """For each question, whether its evidence is first, and among five, by shares fitted on other documents."""
    for document in sorted({question.document for question in questions}):
        shares = fitted([q for q in questions if q.document != document], part)
        ranks = [q.rank(shares) for q in questions if q.document == document]
        yield from ((rank < 1, rank < 5) for rank in ranks)


def answerable(path: Path, documents: Sequence[Document]) -> list[GoldQuestion]:
    """The questions of a gold file that one piece of evidence in ``documents`` answers."""
    known = {document.id for document in documents}
    each = [_as_question(gold) for gold in read_gold(path)]
    return [gold for gold in each if len(gold.gold) == 1 and gold.gold[0].doc in known]


def _as_question(gold: GoldQuestion | Pair) -> GoldQuestion:
    if isinstance(gold, GoldQuestion):
        return gold
    return GoldQuestion(gold.id, gold.style, gold.question, (GoldEvidence(gold.doc, (gold.evidence,)),))


def report(library: Library, questions: Sequence[GoldQuestion]) -> Iterator[str]:
    """One table: a row for each part left out."""
    yield f"共 {len(questions)} 题\n| | 调在全部上 hit@1 / hit@5 | 逐份留出 hit@1 / hit@5 | 权重 |\n|---|---|---|---|"
    for part in PARTS:
        asked = [library.asked(question, part) for question in questions]
        shares = fitted(asked, part)
        first, five = np.mean(list(held_out(asked, part)), axis=0)
        weights = " ".join(f"{share:.1f}" for share in shares)
        yield (
            f"| {part.name} | {hits(asked, shares, 1):.3f} / {hits(asked, shares, 5):.3f} "
            f"| {first:.3f} / {five:.3f} | {weights} |"
        )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("questions", type=Path)
    parser.add_argument("--documents", type=Path, default=Path("corpus"))
    parser.add_argument("--encoder", type=Path, default=PACKAGED_DIRECTORY)
    parser.add_argument("--fold", help="only the documents held out from this fold's encoder")
    given = parser.parse_args()
    files = {source.id: source for source in read_corpus(given.documents)}
    names = in_fold(files, given.fold) if given.fold else files
    documents = [read_document(files[name]) for name in sorted(names)]
    library = Library(documents, OnnxEncoder(given.encoder))
    for line in report(library, answerable(given.questions, documents)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
