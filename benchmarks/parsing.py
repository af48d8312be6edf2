"""What parsing costs: python benchmarks/parsing.py [FOLDER …]

Megabytes of UTF-8 per second on one core, with the outline alone, with all facts, and with the texts
made for search, beside the least that any parser does with the same bytes: cut them into lines and
match one pattern at each. Then growth: ten times the text may take at most twelve times as long.
Each document counts with its fastest round, so that a busy machine disturbs little.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.corpus.folder import read_corpus
from yiyang_qa.parse.outline import outline
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document

ROUNDS = 7
_HEADING = re.compile("第.{1,8}条|[一二三四五六七八九十]+、")

Work = Callable[[SourceFile], object]


def naive(source: SourceFile) -> None:
    """The limit: lines, and one pattern at the start of each."""
    for line in source.text.split("\n"):
        _HEADING.match(line)


WORKS: dict[str, Work] = {
    "lines and one pattern": naive,
    "outline": lambda source: outline(source.text, source.id),
    "outline and facts": read_document,
    "and texts for search": lambda source: tabulate([read_document(source)]),
}


def seconds(work: Work, source: SourceFile) -> float:
    """The fastest of some rounds."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work(source)
        spent.append(time.process_time() - began)
    return min(spent)


def rate(work: Work, sources: Sequence[SourceFile]) -> float:
    """Megabytes of UTF-8 in a second."""
    size = sum(len(source.text.encode()) for source in sources)
    return size / 1e6 / sum(seconds(work, source) for source in sources)


def written(text: str) -> SourceFile:
    """A document of this text."""
    return SourceFile("long", Path("long.txt"), text, "0" * 64, "0" * 64, Sidecar())


def shapes(text: str) -> dict[str, tuple[str, str]]:
    """Texts at their size and at ten times it."""
    sentence = "支持社会力量举办医养结合机构，按规定给予每张床位1万元补贴。"
    line = "\n"
    return {
        "a whole document": (text, text * 10),
        "one heading over a long body": ("一、支持政策\n" + (sentence + line) * 300, "一、支持政策\n" + (sentence + line) * 3000),
        "one line (a megabyte)": (sentence * 1100, sentence * 11000),
        "one line of headings": ("。一、甲。（一）乙。" * 300, "。一、甲。（一）乙。" * 3000),
    }  # fmt: skip


def main(folders: Sequence[Path]) -> None:
    """Print the figures for the documents in ``folders``."""
    sources = [source for folder in folders for source in read_corpus(folder)]
    limit = rate(naive, sources)
    for name, work in WORKS.items():
        speed = rate(work, sources)
        print(f"{name:24} {speed:8.2f} MB/s {limit / speed:8.1f} x the limit's time")
    longest = max((source.text for source in sources), key=len)
    for name, (short, long) in shapes(longest).items():
        growth = seconds(read_document, written(long)) / seconds(read_document, written(short))
        print(f"{name:32} ten times the text, {growth:5.1f} times the time")


if __name__ == "__main__":
    main([Path(arg) for arg in sys.argv[1:]] or [Path("corpus")])
