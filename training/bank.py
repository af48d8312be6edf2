"""Passages and the questions they answer, read from the data folder.

A *bank* holds passages exactly as the index holds them; a *pair* is a question with the rows of the
bank that answer it.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.corpus import read_corpus
from yiyang_qa.index.table import Grain, PassageTable
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.regions import mentions
from yiyang_qa.types import Document, Span

Rows = NDArray[np.int64]

POLICY, STARD = "policy", "stard"  # names of banks


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """Passages to search. Rows of one citable stand together, its clause passage first."""

    name: str
    texts: Sequence[str]  # what the encoder reads
    words: Sequence[str]  # what BM25 reads
    heads: Rows  # first row of each citable
    origins: Sequence[str]  # of each citable: the document, or the law and chapter
    places: Sequence[str]  # of each citable: the region's name, or nothing

    def citable(self, row: int) -> int:
        """Position in ``heads`` of the citable that holds ``row``."""
        return int(np.searchsorted(self.heads, row, "right")) - 1

    def rows(self, citable: int) -> range:
        """All rows of one citable."""
        end = self.heads[citable + 1] if citable + 1 < len(self.heads) else len(self.texts)
        return range(int(self.heads[citable]), int(end))


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and what answers it; rows and citables are those of its bank."""

    id: str
    question: str
    style: str
    origin: str  # what decides its fold
    evidence: str
    placed: bool  # whether the question names a region
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]
    right: frozenset[int]  # citables


def held_out(bank: Bank, fold: str) -> frozenset[str]:
    """The origins in fold ``K/N``; none when ``fold`` is empty."""
    return in_fold(bank.origins, fold) if fold else frozenset()


def in_fold(names: Iterable[str], fold: str) -> frozenset[str]:
    """Those of ``names`` in fold ``K/N``: neighbours in the order of a hash alternate."""
    which, folds = map(int, fold.split("/"))
    order = sorted(set(names), key=lambda name: hashlib.sha256(name.encode()).digest())
    return frozenset(order[which::folds])


def within(bank: Bank, pairs: Sequence[Pair], origins: frozenset[str]) -> tuple[Bank, list[Pair]]:
    """The passages of ``origins`` alone, and the pairs they answer."""
    kept = [c for c, origin in enumerate(bank.origins) if origin in origins]
    rows = [row for c in kept for row in bank.rows(c)]
    at, new = {c: i for i, c in enumerate(kept)}, {row: i for i, row in enumerate(rows)}
    part = Bank(
        bank.name,
        [bank.texts[row] for row in rows],
        [bank.words[row] for row in rows],
        np.array([new[int(bank.heads[c])] for c in kept]),
        [bank.origins[c] for c in kept],
        [bank.places[c] for c in kept],
    )
    moved = [
        replace(
            pair,
            sentences=tuple(new[row] for row in pair.sentences),
            clauses=tuple(new[row] for row in pair.clauses),
            right=frozenset(at[c] for c in pair.right),
        )
        for pair in pairs
        if pair.origin in origins
    ]
    return part, moved


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n") if line.strip()]


def digests(*paths: Path) -> dict[str, str]:
    """SHA-256 of each file, and of each file of each folder."""
    files = [
        f for path in paths for f in (sorted(path.iterdir()) if path.is_dir() else [path]) if f.is_file()
    ]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


# --- policy documents ---------------------------------------------------------


def policy(documents: Path, pairs: Path) -> tuple[Bank, list[Pair]]:
    """The pairs of a file of ``{id, doc, question, evidence, style}`` over a folder of documents."""
    bank, (found,) = policy_over(documents, read_lines(pairs))
    return bank, found


def policy_over(documents: Path, *kinds: Sequence[dict[str, Any]]) -> tuple[Bank, list[list[Pair]]]:
    """The passages of a folder of documents, and of each kind of lines the pairs on them."""
    read = [read_document(source) for source in read_corpus(documents)]
    return policy_bank(read), [pairs_on(read, lines) for lines in kinds]


def near_misses(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Lines like those of the pairs: questions that a document answers, and such as it almost answers.

    Of the latter the evidence is the ``nearest`` text, which does not answer.
    """
    lines = [{"id": f"near-{i}", **line} for i, line in enumerate(read_lines(path))]
    answered = [line for line in lines if line["answerable"]]
    return answered, [{**line, "evidence": line["nearest"]} for line in lines if not line["answerable"]]


def policy_bank(documents: Sequence[Document]) -> Bank:
    """Every passage of the documents, as the index would hold them."""
    table = tabulate(documents)
    heads = np.flatnonzero(table.grain == Grain.CLAUSE)
    held = [documents[i] for i in table.document[heads]]
    return Bank(
        POLICY,
        table.dense_texts,
        table.lexical_texts,
        heads,
        [document.id for document in held],
        [document.region.name if document.region else "" for document in held],
    )


def pairs_on(documents: Sequence[Document], lines: Sequence[dict[str, Any]]) -> list[Pair]:
    """The pairs whose evidence lies in a passage; the rest (titles, site furniture) are left out."""
    table = tabulate(documents)
    at = {document.id: i for i, document in enumerate(documents)}
    made = (_pair(documents[at[line["doc"]]], at[line["doc"]], table, line) for line in lines)
    return [pair for pair in made if pair]


def _pair(document: Document, position: int, table: PassageTable, line: dict[str, Any]) -> Pair | None:
    rows = np.flatnonzero(table.document == position)
    spans = [Span(int(table.start[row]), int(table.end[row])) for row in rows]
    shared = np.zeros(len(rows))
    for found in _occurrences(document.text, line["evidence"]):
        shared = np.maximum(shared, [_shared(span, found) for span in spans])
    clause = table.grain[rows] == Grain.CLAUSE
    best = [
        rows[grain & (shared > 0) & (shared >= 0.8 * shared[grain].max(initial=0))]
        for grain in (clause, ~clause)
    ]
    if not len(best[0]):
        return None
    heads = np.flatnonzero(table.grain == Grain.CLAUSE)
    return Pair(
        id=line["id"],
        question=line["question"],
        style=line.get("style", line.get("type", "")),
        origin=document.id,
        evidence=line["evidence"],
        placed=bool(mentions(line["question"])),
        sentences=tuple(map(int, best[1])) or tuple(map(int, best[0])),
        clauses=tuple(map(int, best[0])),
        right=frozenset(int(np.searchsorted(heads, row)) for row in best[0]),
    )


def _occurrences(text: str, evidence: str) -> Iterator[Span]:
    """Every place of the evidence: some documents hold their body twice."""
    start = text.find(evidence)
    while start >= 0:
        yield Span(start, start + len(evidence))
        start = text.find(evidence, start + 1)


def _shared(one: Span, other: Span) -> float:
    return max(0, min(one.end, other.end) - max(one.start, other.start)) / (other.end - other.start)


# --- STARD: questions of laypeople over articles of law -----------------------

#: How an article may be written as a passage; the first is what evaluation uses.
ARTICLE_FORMS: tuple[Callable[[dict[str, Any]], str], ...] = (
    lambda a: f"{a['law']} {a['chapter']} {a['article']} {a['text']}",
    lambda a: f"全国 {a['chapter']} {a['article']} {a['text']}",
    lambda a: f"{a['law']} {a['article']} {a['text']}",
    lambda a: a["text"],
)


def statutes(folder: Path, size: int, form: int = 0) -> tuple[Bank, list[Pair]]:
    """STARD's questions over ``size`` articles: all that answer one, and others drawn with a fixed seed."""
    articles = read_lines(folder / "articles.jsonl.gz")
    questions = read_lines(folder / "questions.jsonl")
    wanted = {id for question in questions for id in question["articles"]}
    others = [a["id"] for a in articles if a["id"] not in wanted]
    chosen = wanted | set(random.Random(0).sample(others, max(0, min(len(others), size - len(wanted)))))
    kept = [a for a in articles if a["id"] in chosen]
    at = {a["id"]: i for i, a in enumerate(kept)}
    texts = [ARTICLE_FORMS[form](a) for a in kept]
    origins = [f"{a['law']} {a['chapter']}" for a in kept]
    bank = Bank(STARD, texts, texts, np.arange(len(kept)), origins, [""] * len(kept))
    return bank, [_statute_pair(q, [at[id] for id in q["articles"] if id in at], bank) for q in questions]


def _statute_pair(question: dict[str, Any], rows: list[int], bank: Bank) -> Pair:
    return Pair(
        id=question["id"],
        question=question["question"],
        style=STARD,
        origin=bank.origins[rows[0]],
        evidence=bank.texts[rows[0]],
        placed=False,
        sentences=tuple(rows),
        clauses=tuple(rows),
        right=frozenset(rows),
    )


# --- gold questions over another corpus ---------------------------------------


def outside(corpus: Path, questions: Path) -> tuple[Bank, list[Pair], list[frozenset[str]]]:
    """Gold questions with one answer and no history, and the regions within which each is asked."""
    documents = [read_document(source) for source in read_corpus(corpus)]
    lines = [line for line in read_lines(questions) if len(line["gold"]) == 1 and not line.get("history")]
    asked = [_flat(line) for line in lines]
    pairs = pairs_on(documents, asked)
    cities = {line["id"]: frozenset(line.get("cities") or ()) for line in asked}
    return policy_bank(documents), pairs, [cities[pair.id] for pair in pairs]


def _flat(line: dict[str, Any]) -> dict[str, Any]:
    """A gold question in the fields of ``pairs.jsonl``; of several wordings of the evidence the first."""
    gold = line["gold"][0]
    evidence = gold["evidence"] if isinstance(gold["evidence"], str) else gold["evidence"][0]
    return {**line, "doc": gold["doc"], "evidence": evidence}
