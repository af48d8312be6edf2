"""How comparisons fare row by row, and the line between a region that speaks of the matter and one that does not.

    python -m training.compared [--corpus corpus] [--documents ../shared/documents] [--write]

The questions of ``data/comparisons.jsonl`` tell the regions that have something and what of it (``rows``),
and those where either is right (``open``); all others have nothing. The line of ``search.speaking`` is fitted
on some questions and reported on the others, five times; ``--write`` keeps the one fitted on all.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training import sources
from training.bank import read_lines
from training.fit import logistic, written_line
from training.library import link_all
from training.written import DATA
from yiyang_qa.assistant import Assistant
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.dialogue import comparing, resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import load_encoder
from yiyang_qa.search.admission import admit, rows_of
from yiyang_qa.search.fitted import ROWS, Line, rows_line
from yiyang_qa.search.library import Library
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.search.speaking import Speaking, speaking
from yiyang_qa.types import Answer, Filters, Question
from yiyang_qa.versions import lineage

_FOLDS = 5
#: The share of regions that speak which may be taken to be silent; and where any other region is asked for.
_SILENCED, _DOUBTED = 0.04, 0.12
#: On what day the questions are put.
_DAY = date(2026, 11, 1)

_HEAD = (
    "# 由 python -m training.compared --write 写入；"
    f"含义见 search/speaking.py：{', '.join(Speaking._fields)}\n\n"
)

Told = list[tuple[bool, Speaking]]  # of each region whether it has something, and what tells so


def answered(assistant: Assistant, line: dict[str, Any]) -> Answer:
    """The answer to the question of ``line``."""
    if regions := line.get("regions"):
        return assistant.compare(line["question"], regions, _DAY, Filters())
    return assistant.ask(Question(line["question"], top_k=20, as_of=_DAY))


def graded(line: dict[str, Any], answer: Answer) -> Iterator[str]:
    """What becomes of each row: 对, 错 (another clause), 漏 (nothing shown), 多 (shown without reason)."""
    rows = {row.region: row for row in answer.comparison.rows if row.found} if answer.comparison else {}
    for region, told in line["rows"].items():
        quotes = [answer.evidence[n - 1].text for n in rows[region].citations] if region in rows else []
        if quotes or region not in line.get("open", ()):
            right = any(words in quote for words in told for quote in quotes)
            yield "漏" if not quotes else "对" if right else "错"
    yield from ("多" for region in rows if region not in line["rows"] and region not in line.get("open", ()))


def told(library: Library, places: Places, line: dict[str, Any]) -> Told:
    """The signals of each region for the question of ``line``; those left open apart."""
    alone = resolve(Question(line["question"]), places, today=_DAY)
    resolved = comparing(alone, places.given(line.get("regions", ())))
    read = library.ranker.read(resolved.query.variants)
    admitted = admit(library.catalogue, Filters(), resolved, library.lineage)[0]
    documents = library.in_question(admitted, resolved)
    rows = rows_of(library.index, documents, ())
    inside = library.taking_no_side(rows, admitted)
    found = speaking(library, library.ranked(read, rows, resolved, documents), read, inside, resolved)
    return [
        (region.name in line["rows"], signals)
        for region, signals in found.items()
        if region and (region.name in line["rows"] or region.name not in line.get("open", ()))
    ]


def fitted_on(questions: Sequence[Told], silenced: float = _SILENCED) -> Line:
    """The line of all regions of ``questions``, at which the share ``silenced`` of those that speak is lost."""
    speaks = np.array([has for regions in questions for has, _ in regions], dtype=float)
    signals = np.array([given for regions in questions for _, given in regions])
    return logistic(signals, speaks, silenced)


def shown(line: Line, regions: Told) -> NDArray[np.int64]:
    """How many regions that speak, and that do not, ``line`` lets pass."""
    passed = [has for has, signals in regions if line.confidence(signals) >= line.threshold]
    return np.array([sum(passed), len(passed) - sum(passed)])


def report(questions: Sequence[Told]) -> None:
    """What each fold's line lets pass on the questions that it did not see."""
    for fold in range(_FOLDS):
        line = fitted_on([q for i, q in enumerate(questions) if i % _FOLDS != fold])
        unseen = [q for i, q in enumerate(questions) if i % _FOLDS == fold]
        right, wrong = np.sum([shown(line, regions) for regions in unseen], axis=0)
        speak = sum(has for regions in unseen for has, _ in regions)
        print(
            f"第 {fold} 折：说到的 {speak} 行留下 {right}，没说到的 {sum(map(len, unseen)) - speak} 行留下 {wrong}"
        )


def main() -> None:
    """Report the line by folds, keep the one fitted on all when asked to, and grade every question."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--write", action="store_true", help="keep the fitted line")
    sources.add_arguments(parser)
    given = parser.parse_args()
    lines = read_lines(DATA / "comparisons.jsonl")
    with tempfile.TemporaryDirectory() as folder:
        link_all((given.corpus, given.documents), Path(folder))
        encoder = load_encoder(Settings())
        build(Path(folder), Path(folder) / "index", encoder)
        index = open_index(Path(folder) / "index", encoder)
        library = Library(index, Ranker(index, encoder), lineage(index.documents.catalogue))
        places = Places(document.region for document in library.catalogue)
        questions = [told(library, places, line) for line in lines]
        report(questions)
        plain = fitted_on(questions, _DOUBTED).threshold
        line = f"{written_line(fitted_on(questions))}plain = {plain:.3f}\n"
        print(line)
        if given.write:
            ROWS.write_text(_HEAD + line, encoding="utf-8")
            rows_line.cache_clear()
        assistant = Assistant(index, encoder)
        grades = Counter(grade for line in lines for grade in graded(line, answered(assistant, line)))
        print(f"{len(lines)} 题：" + "，".join(f"{grade} {grades[grade]}" for grade in "对错漏多"))


if __name__ == "__main__":
    main()
