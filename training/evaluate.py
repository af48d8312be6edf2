"""(c) How high the right clause stands: dense alone and with BM25, on documents outside the training.

    python -m training.evaluate DIRECTORY … [--fold 0/2] [--outside CORPUS QUESTIONS] [--float32]

A citable scores as the best of its passages. ``policy`` searches all documents of the fold,
``own document`` the one that holds the answer, ``fused`` adds BM25 as the service does. Last, how well the
nearest cosine tells the questions that a document only almost answers from their answered twins.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training import sources
from training.apart import Apart, apart, nearest
from training.bank import Bank, Pair, held_out, read_lines, within
from training.policy import outside, pairs_on, policy_bank, read_documents
from training.scoring import Figures, Views, figures, fused, rank
from training.statutes import ARTICLES, statutes
from training.vectors import in_eight_bits, vectors
from training.written import near_misses
from yiyang_qa.embed import Encoder
from yiyang_qa.embed.sentence_transformers import SentenceTransformersEncoder
from yiyang_qa.index import LexicalIndex
from yiyang_qa.search.ranking import Weights
from yiyang_qa.text import bigrams


@dataclass(frozen=True, slots=True, eq=False)
class Exam:
    """Pairs over one bank, as one encoder sees them."""

    bank: Bank
    pairs: Sequence[Pair]
    passages: NDArray[np.float32]
    questions: NDArray[np.float32]

    def views(self, lexical: LexicalIndex) -> list[Views]:
        """One a pair."""
        heads, found = self.bank.heads, []
        for pair, question in zip(self.pairs, self.questions, strict=True):
            near = (self.passages @ question).astype(np.float64)
            words = lexical.scores(bigrams(pair.question)).astype(np.float64)
            best, most = np.maximum.reduceat(near, heads), np.maximum.reduceat(words, heads)
            found.append(Views(near[heads], best, most))
        return found


def report(exam: Exam, allowed: Sequence[NDArray[np.bool_]], weights: Weights) -> Figures:
    """Figures of the dense views and of the fused score; dense also by style."""
    views = exam.views(LexicalIndex.build(map(bigrams, exam.bank.words)))
    rows = list(zip(views, exam.pairs, allowed, strict=True))
    dense = [rank(v.sentence, p.right, a) for v, p, a in rows]
    origins = np.array(exam.bank.origins)
    said = {
        "dense": figures(dense),
        "dense, clause vectors only": figures([rank(v.clause, p.right, a) for v, p, a in rows]),
        "dense, own document": figures([rank(v.sentence, p.right, origins == p.origin) for v, p, _a in rows]),
        "bm25": figures([rank(v.lexical, p.right, a) for v, p, a in rows]),
    }
    for share in (0.1, 0.2, 0.3, 0.4):
        w = Weights(0.2 * (1 - share), 0.8 * (1 - share), share)
        said[f"fused, lexical {share}"] = figures([rank(fused(v, a, w), p.right, a) for v, p, a in rows])
    said["fused, as shipped"] = figures([rank(fused(v, a, weights), p.right, a) for v, p, a in rows])
    for style in sorted({pair.style for pair in exam.pairs}):
        said[f"dense, {style}"] = figures(
            [r for r, pair in zip(dense, exam.pairs, strict=True) if pair.style == style]
        )
    return said


def examine(encoder: Encoder, bank: Bank, pairs: Sequence[Pair], cache: Path) -> Figures:
    """The report on ``pairs`` over the whole of ``bank``."""
    exam = Exam(bank, pairs, *vectors(encoder, bank, pairs, cache))
    return report(exam, [np.ones(len(bank.heads), bool)] * len(pairs), Weights())


def examine_near_misses(
    encoder: Encoder, bank: Bank, kinds: tuple[Sequence[Pair], Sequence[Pair]], cache: Path
) -> Apart:
    """Answered twins and near misses, each over its own document in ``bank``."""
    asked = [pair for pairs in kinds for pair in pairs]
    passages, questions = vectors(encoder, bank, asked, cache)
    cosines = nearest(bank, passages, asked, questions)
    return apart(*np.split(cosines, [len(kinds[0])]))


def examine_statutes(encoder: Encoder, bank: Bank, pairs: Sequence[Pair], fold: str, cache: Path) -> Figures:
    """STARD's questions of the fold over all articles of the sample, dense alone."""
    passages, questions = vectors(encoder, bank, pairs, cache)
    held = held_out(bank, fold) or frozenset(bank.origins)
    asked = [i for i, pair in enumerate(pairs) if pair.origin in held]
    everything = np.ones(len(bank.heads), bool)
    return {"stard": figures([rank(passages @ questions[i], pairs[i].right, everything) for i in asked])}


def examine_outside(encoder: Encoder, corpus: Path, questions: Path, cache: Path) -> Figures:
    """Gold questions with one answer over another corpus, within the regions each names."""
    bank, pairs, regions = outside(corpus, questions)
    passages, asked = vectors(encoder, bank, pairs, cache)
    places = np.array(bank.places)
    masks = [np.isin(places, list(names)) if names else np.ones(len(places), bool) for names in regions]
    return {
        f"outside: {k}": v for k, v in report(Exam(bank, pairs, passages, asked), masks, Weights()).items()
    }


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("encoders", type=Path, nargs="+", help="sentence-transformers or served directories")
    parser.add_argument("--fold", default="")
    parser.add_argument("--outside", type=Path, nargs=2, metavar=("CORPUS", "QUESTIONS"))
    parser.add_argument("--float32", action="store_true", help="the weights as trained, not in 8 bits")
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--cache", type=Path, default=Path("vectors"))
    parser.add_argument("--json", type=Path, help="write the figures here as well")
    sources.add_arguments(parser)
    given = parser.parse_args()
    documents = read_documents(given.documents)
    whole = policy_bank(documents)
    held = held_out(whole, given.fold) or frozenset(whole.origins)
    asked = [pairs_on(documents, lines) for lines in (read_lines(given.data / "pairs.jsonl"), *near_misses())]
    (bank, pairs), (_, answered), (_, tempting) = (within(whole, pairs, held) for pairs in asked)
    laws = statutes(given.data / "stard", given.articles) if given.articles else None
    for directory in given.encoders:
        encoder = SentenceTransformersEncoder(str(directory)) if given.float32 else in_eight_bits(directory)
        said = examine(encoder, bank, pairs, given.cache)
        if laws:
            said |= examine_statutes(encoder, *laws, given.fold, given.cache)
        if given.outside:
            corpus, questions = given.outside
            said |= examine_outside(encoder, corpus, questions, given.cache)
        show(directory, given, said)
        print(
            "  near misses:",
            examine_near_misses(encoder, bank, (answered, tempting), given.cache),
            flush=True,
        )


def show(directory: Path, given: argparse.Namespace, said: Figures) -> None:
    """Print the figures as a table, and append them to the file asked for."""
    print(f"\n{directory}  fold {given.fold or 'none'}")
    for name, row in said.items():
        print(
            f"  {name:32}{row['n']:6.0f}"
            + "".join(f"  {key} {row[key]:.4f}" for key in ("hit@1", "hit@5", "mrr@10")),
            flush=True,
        )
    if given.json:
        with given.json.open("a", encoding="utf-8") as lines:
            lines.write(
                json.dumps({"encoder": str(directory), "fold": given.fold, **said}, ensure_ascii=False) + "\n"
            )


if __name__ == "__main__":
    main()
