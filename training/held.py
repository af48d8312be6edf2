"""How near misses fare that nobody trained on: each put to the whole service over all documents.

    python -m training.held [--corpus corpus] [--documents ../shared/documents]

The questions of ``data/near-misses-held.jsonl``, written by someone who had seen neither the code nor the
other questions: such as a document almost answers, and twins that it answers.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from training import sources
from training.bank import read_lines
from training.library import link_all
from training.written import DATA
from yiyang_qa.assistant import open_assistant
from yiyang_qa.config import Settings
from yiyang_qa.types import Answer, Question

_TOLD: dict[str, Callable[[Answer], bool]] = {
    "拒答": lambda answer: not answer.evidence,
    "提示“不一定直接写明”": lambda answer: any(n.code == "nearest_only" for n in answer.notices),
}


def told(kind: str, lines: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> str:
    """How many of ``answers`` are refusals, come with a caution, and cite the evidence first."""
    counts = [f"{name} {sum(map(has, answers))}" for name, has in _TOLD.items()]
    first = sum(
        line["evidence"] in _first(answer)
        for line, answer in zip(lines, answers, strict=True)
        if line.get("evidence")
    )
    return f"{kind} {len(answers)} 题：{'，'.join(counts)}，首条即依据 {first}"


def _first(answer: Answer) -> str:
    return answer.evidence[0].clause.body.of(answer.evidence[0].document.text) if answer.evidence else ""


def main() -> None:
    """Ask every question once and print the counts."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    sources.add_arguments(parser)
    given = parser.parse_args()
    lines = read_lines(DATA / "near-misses-held.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        link_all((given.corpus, given.documents), Path(folder))
        assistant = open_assistant(Settings(corpus=Path(folder), index=Path(folder) / "index"))
        for kind, answerable in (("差一点就答了的", False), ("答得出的", True)):
            put = [line for line in lines if line["answerable"] is answerable]
            print(told(kind, put, [assistant.ask(Question(line["question"])) for line in put]))


if __name__ == "__main__":
    main()
