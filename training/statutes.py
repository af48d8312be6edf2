"""STARD: questions of laypeople over articles of national law (Su et al. 2024)."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from training.bank import Bank, Pair, read_lines

STARD = "stard"  # the name of its banks
ARTICLES = 6_000  # of 57,666

Lines = Sequence[dict[str, Any]]

#: How an article may be written as a passage; the first is what evaluation uses.
ARTICLE_FORMS: tuple[Callable[[dict[str, Any]], str], ...] = (
    lambda a: f"{a['law']} {a['chapter']} {a['article']} {a['text']}",
    lambda a: f"全国 {a['chapter']} {a['article']} {a['text']}",
    lambda a: f"{a['law']} {a['article']} {a['text']}",
    lambda a: a["text"],
)


def statutes(folder: Path, size: int, form: int = 0, also: Lines = ()) -> tuple[Bank, list[Pair]]:
    """STARD's questions over ``size`` articles: all that answer one, and others drawn with a fixed seed.

    ``also`` are further questions; their articles come on top.
    """
    articles = read_lines(folder / "articles.jsonl.gz")
    questions = read_lines(folder / "questions.jsonl")
    wanted = _asked(questions)
    others = [a["id"] for a in articles if a["id"] not in wanted]
    chosen = wanted | set(random.Random(0).sample(others, max(0, min(len(others), size - len(wanted)))))
    kept = [a for a in articles if a["id"] in chosen | _asked(also)]
    at = {a["id"]: i for i, a in enumerate(kept)}
    texts = [ARTICLE_FORMS[form](a) for a in kept]
    origins = [f"{a['law']} {a['chapter']}" for a in kept]
    bank = Bank(STARD, texts, texts, np.arange(len(kept)), origins, [""] * len(kept))
    return bank, [
        _statute_pair(q, [at[id] for id in q["articles"] if id in at], bank) for q in [*questions, *also]
    ]


def _asked(questions: Lines) -> set[str]:
    return {id for question in questions for id in question["articles"]}


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
