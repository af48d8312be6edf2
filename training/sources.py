"""Where the data lies: the arguments that every step shares."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from training.bank import read_lines


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``--data``, the folder of pairs and STARD, and ``--documents``, the folder the pairs speak of."""
    parser.add_argument("--data", type=Path, default=Path("../shared/train"))
    parser.add_argument("--documents", type=Path, default=Path("../shared/documents"))


def all_texts(given: argparse.Namespace) -> Iterator[str]:
    """Every text of the data, question or source."""
    for path in sorted(given.documents.iterdir()):
        yield from path.read_text(encoding="utf-8").splitlines()
    yield from (line["question"] for line in read_lines(given.data / "pairs.jsonl"))
    yield from (line["question"] for line in read_lines(given.data / "stard" / "questions.jsonl"))
    yield from (line["text"] for line in read_lines(given.data / "stard" / "articles.jsonl.gz"))
