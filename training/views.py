"""Which tokens and which fusion: hit@1 and hit@5 of each way of ranking, on documents held out.

    python -m training.views --encoder DIRECTORY FOLD [--encoder DIRECTORY FOLD] [--every 3]

Tokens are character bigrams, jieba words, or bigrams weighed by the thesaurus; fusion is a
weighted min-max sum or reciprocal ranks (Cormack et al. 2009).
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training import sources
from training.bank import in_fold, read_lines
from training.evidence import holding
from yiyang_qa import thesaurus
from yiyang_qa.corpus import read_corpus
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import Grain, LexicalIndex
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.search.ranking import min_max
from yiyang_qa.text import bigrams, words
from yiyang_qa.types import Document

Scores = NDArray[np.float64]
_SHARE = 0.2  # of the words in a weighted sum


class Library:
    """Documents with their passages, vectors and inverted files."""

    def __init__(self, documents: list[Document], encoder: OnnxEncoder) -> None:
        self.documents, self._encoder = documents, encoder
        self.table = tabulate(documents)
        self._places = {document.id: at for at, document in enumerate(documents)}
        self.heads = np.flatnonzero(self.table.grain == Grain.CLAUSE)
        self._vectors = encoder.encode_passages(self.table.dense_texts)
        self._pairs = LexicalIndex.build(map(bigrams, self.table.lexical_texts))
        self._words = LexicalIndex.build(map(words, self.table.lexical_texts))

    def ways(self, question: str) -> Mapping[str, Scores]:
        """The score of every citable, for each way of ranking."""
        near = self._best(self._vectors @ self._encoder.encode_queries([question])[0])
        pairs = self._best(self._pairs.scores(bigrams(question)))
        segmented = self._best(self._words.scores(words(question)))
        weighed = self._best(self._pairs.scores(thesaurus.tokens(question)))
        return {
            "向量": near,
            "BM25 汉字二元组": pairs,
            "BM25 jieba 词": segmented,
            "BM25 二元组加词表": weighed,
            "加权和：向量与二元组": _sum(near, pairs),
            "加权和：向量与 jieba 词": _sum(near, segmented),
            "加权和：向量与二元组加词表": _sum(near, weighed),
            "倒数排名：向量与二元组": _reciprocal(near) + _reciprocal(pairs),
        }

    def right(self, document: str, evidence: str) -> NDArray[np.bool_]:
        """The citables that hold ``evidence``."""
        at = self._places[document]
        return holding(self.table, self.heads, at, self.documents[at].text, evidence)

    def _best(self, scores: NDArray[np.float32]) -> Scores:
        return np.asarray(np.maximum.reduceat(scores, self.heads), np.float64)


def _sum(near: Scores, lexical: Scores) -> Scores:
    return (1 - _SHARE) * min_max(near) + _SHARE * min_max(lexical)


def _reciprocal(scores: Scores) -> Scores:
    return 1 / (60 + np.argsort(np.argsort(-scores)))


def measure(library: Library, pairs: list[dict[str, str]]) -> dict[str, list[tuple[bool, bool]]]:
    """For each way, whether the right citable stood first and among the first five."""
    places = Places(document.region for document in library.documents)
    stood: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for pair in pairs:
        right = library.right(pair["doc"], pair["evidence"])
        asked = places.without_names(pair["question"]) or pair["question"]
        for way, scores in library.ways(asked).items():
            first = np.argsort(-scores, kind="stable")[:5]
            stood[way].append((bool(right[first[0]]), bool(right[first].any())))
    return stood


def main() -> None:
    """Print one line a way, for each encoder on its held-out documents."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    sources.add_arguments(parser)
    parser.add_argument("--encoder", nargs=2, action="append", required=True, metavar=("DIRECTORY", "FOLD"))
    parser.add_argument("--every", type=int, default=3, help="use every n-th pair")
    given = parser.parse_args()
    files = {source.id: source for source in read_corpus(given.documents)}
    for encoder, fold in given.encoder:
        held = in_fold(files, fold)
        library = Library([read_document(files[name]) for name in sorted(held)], OnnxEncoder(Path(encoder)))
        pairs = [pair for pair in read_lines(given.data / "pairs.jsonl") if pair["doc"] in held]
        for way, stood in measure(library, pairs[:: given.every]).items():
            first, five = np.array(stood).mean(axis=0)
            print(f"{fold}  hit@1 {first:.3f}  hit@5 {five:.3f}  n {len(stood)}  {way}")


if __name__ == "__main__":
    main()
