"""Questions written for training beside the pairs; they lie in ``data/``, which says how they were made."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from training.bank import read_lines

DATA = Path(__file__).parent / "data"
INVENTED = DATA / "invented"  # documents of places that do not exist

Lines = list[dict[str, Any]]


def near_misses(*paths: Path) -> tuple[Lines, Lines]:
    """Lines like those of the pairs: questions that a document answers, and such as it almost answers.

    Of the latter the evidence is the ``nearest`` text, which does not answer.
    """
    paths = paths or (DATA / "near-misses.jsonl", DATA / "invented.jsonl")
    lines = [{"id": f"{path.stem}-{i}", **line} for path in paths for i, line in enumerate(read_lines(path))]
    answered = [line for line in lines if line["answerable"]]
    return answered, [{**line, "evidence": line["nearest"]} for line in lines if not line["answerable"]]


def on_law() -> Lines:
    """Questions of laypeople in the fields of STARD's, whose articles they ask about."""
    lines = read_lines(DATA / "law.jsonl")
    return [
        {"id": f"law-{i}", "question": line["question"], "articles": [line["article"]]}
        for i, line in enumerate(lines)
    ]
