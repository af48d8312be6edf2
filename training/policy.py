"""Questions over policy documents: question–evidence pairs, and gold questions over another corpus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.bank import Bank, Pair, read_lines
from yiyang_qa.corpus import read_corpus
from yiyang_qa.index.table import Grain, PassageTable
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.regions import mentions
from yiyang_qa.types import Document, Span

POLICY = "policy"  # the name of its banks


def read_documents(*folders: Path) -> list[Document]:
    """The documents of all ``folders``."""
    return [read_document(source) for folder in folders for source in read_corpus(folder)]


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
    """The pairs whose evidence lies in a passage; the rest (titles, other documents) are left out."""
    table = tabulate(documents)
    at = {document.id: i for i, document in enumerate(documents)}
    asked = [line for line in lines if line["doc"] in at]
    made = (_pair(documents[at[line["doc"]]], at[line["doc"]], table, line) for line in asked)
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


def outside(corpus: Path, questions: Path) -> tuple[Bank, list[Pair], list[frozenset[str]]]:
    """Gold questions with one answer and no history, and the regions within which each is asked."""
    documents = read_documents(corpus)
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
