"""What the index costs at scale: python benchmarks/scale.py --articles articles.jsonl.gz [--laws 40] [--hashed]

The articles (one JSON object a line: ``law``, ``chapter``, ``article``, ``text``) become documents, one a
law; ``--made 10000`` makes up so many small documents instead. Printed are passages a second of a
whole build beside the encoder's own speed on the same passages in the same run, the time to add
one document beside that of encoding it, by a build alone and as the librarian adds it (held against
all others first), the time to open, memory beyond the vectors, and the time of a search. Absolute times vary with the machine;
the ratios are what to compare. ``--hashed`` takes an encoder that costs next to nothing, so that
what remains is the index's own work.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar
from zlib import crc32

import numpy as np

from yiyang_qa.adding import Librarian, Parcel
from yiyang_qa.building import build, open_index
from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder
from yiyang_qa.embed.encoder import Vectors
from yiyang_qa.search.ranking import Ranker

T = TypeVar("T")

SAMPLE = 400  # passages on which the encoder's own speed is measured, before and after the build
ASKED = 50  # searches timed
ADDED = """某市养老服务办法
第一条 为了规范养老服务，制定本办法。
第二条 对新增床位五十张以上的养老机构，每张床位给予九千元补贴。
第三条 本办法自二〇二六年一月一日起施行。
"""


class Seeded:
    """Vectors of the packaged encoder's size, from a checksum of the text."""

    name, digest, dimension, taught = "seeded", "seeded", 384, False

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        seeds = np.array([crc32(text.encode()) for text in texts], np.uint32)[:, None]
        mixed = seeds * np.arange(1, 2 * self.dimension, 2, dtype=np.uint32)
        vectors = mixed.astype(np.float32) - 2**31
        if progress is not None:
            progress(len(texts))
        unit: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        return unit


class Recorder:
    """Keeps the passages that an encoder was given, and how long it took."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.name, self.digest, self.dimension = encoder.name, encoder.digest, encoder.dimension
        self.taught = encoder.taught
        self.given: list[str] = []
        self.seconds = 0.0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        vectors, seconds = timed(lambda: self._encoder.encode_passages(texts, progress))
        self.given += texts
        self.seconds += seconds
        return vectors


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """What ``work`` gives, and its seconds."""
    began = time.perf_counter()
    return work(), time.perf_counter() - began


def write_laws(articles: Path, folder: Path, laws: int | None) -> None:
    """One file a law, in the order of the articles; with ``laws``, so many spread evenly over them."""
    lines: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with gzip.open(articles, "rt", encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            lines[article["law"]].append(article)
    names = list(lines)
    for name in names if laws is None else names[:: max(1, len(names) // laws)][:laws]:
        (folder / f"{name}.txt").write_text(law_text(name, lines[name]), encoding="utf-8")


def make_up(documents: int, folder: Path) -> None:
    """Files of a dozen articles or less in words of no language, no two of them alike."""
    chance = random.Random(1)
    words = ["".join(map(chr, chance.choices(range(0x4E00, 0x6000), k=n % 3 + 2))) for n in range(4000)]
    for number in range(documents):
        title = "".join(chance.choices(words, k=3)) + "办法"
        articles = (
            f"第{i}条 {'，'.join(chance.choices(words, k=24))}。" for i in range(1, chance.randint(6, 13))
        )
        (folder / f"{number}.txt").write_text("\n".join([title, *articles, ""]), encoding="utf-8")


def law_text(name: str, articles: Sequence[dict[str, str]]) -> str:
    """A law as it is printed: title, chapters, articles."""
    text, chapter = [name], ""
    for article in articles:
        if (article["chapter"] or "") not in ("", chapter):
            text.append(chapter := article["chapter"])
        text.append(f"{article['article']} {article['text']}")
    return "\n".join(text) + "\n"


def encoder_for(hashed: bool) -> Encoder:
    """The packaged encoder, or one that costs next to nothing."""
    return Seeded() if hashed else load_encoder(Settings())


def resident() -> int:
    """Bytes of this process in memory now, files that are mapped included, but not those of vectors."""
    counted, size = True, 0
    for line in Path("/proc/self/smaps").read_text(encoding="utf-8").splitlines():
        first, *rest = line.split()
        if not first.endswith(":"):  # the head of a mapping, its file last
            counted = "/vectors-" not in line
        elif counted and first == "Rss:":
            size += 1024 * int(rest[0])
    return size


def search(ranker: Ranker, question: str) -> None:
    """Rank all passages for a question."""
    ranker.rank(ranker.read([question]))


def opened_and_searched(index: Path, hashed: bool) -> dict[str, Any]:
    """Opening, memory and searches, in a process that has done nothing else."""
    encoder = encoder_for(hashed)
    encoder.encode_queries(["养老"])
    before = resident()
    opened, opening = timed(lambda: open_index(index, encoder))
    ranker = Ranker(opened, encoder)
    clauses = len({*zip(opened.table.document.tolist(), opened.table.clause.tolist(), strict=True)})
    questions = [f"{card.title}有什么规定" for card in opened.documents.catalogue[:ASKED]]
    search(ranker, questions[0])
    searches = [timed(partial(search, ranker, q))[1] for q in questions]
    encoding = [timed(partial(encoder.encode_queries, [q]))[1] for q in questions]
    return {
        "opening": opening,
        "kilobytes": (resident() - before) / 1024 / clauses,
        "clauses": clauses,
        "rows": len(opened.table),
        "search": statistics.median(searches),
        "encoding": statistics.median(encoding),
    }


def main(arguments: Sequence[str]) -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--articles", type=Path)
    source.add_argument("--made", type=int, help="so many small documents of made-up words")
    parser.add_argument("--laws", type=int, help="so many laws, spread evenly; all when left out")
    parser.add_argument("--hashed", action="store_true", help="an encoder that costs next to nothing")
    given = parser.parse_args(arguments)
    with TemporaryDirectory() as directory:
        corpus, index = Path(directory) / "corpus", Path(directory) / "index"
        corpus.mkdir()
        if given.made:
            make_up(given.made, corpus)
        else:
            write_laws(given.articles, corpus, given.laws)
        whole_build(corpus, index, encoder_for(given.hashed))
        one_more(corpus, index, encoder_for(given.hashed))
        handed_in(corpus, index, encoder_for(given.hashed))
        with get_context("spawn").Pool(1) as fresh:
            told = fresh.apply(opened_and_searched, (index, given.hashed))
    print("opened: {opening:.2f} s; {rows} passages of {clauses} clauses".format(**told))
    print(
        "memory: {kilobytes:.2f} KB a clause beside the vectors, after the searches (goal 2)".format(**told)
    )
    print(f"search: p50 {told['search'] * 1000:.0f} ms, {told['encoding'] * 1000:.0f} ms of it the encoder")


def whole_build(corpus: Path, index: Path, encoder: Encoder) -> None:
    """A build from nothing beside the encoder alone on a sample of the same passages."""
    recorder = Recorder(encoder)
    _, seconds = timed(lambda: build(corpus, index, recorder))
    rows, distinct = open_index(index, encoder).manifest.rows, len(recorder.given)
    sample = recorder.given[:: max(1, distinct // SAMPLE)]
    _, alone = timed(lambda: encoder.encode_passages(sample))
    own, whole = len(sample) / alone, rows / seconds
    print(f"built: {rows} passages, {distinct} texts encoded, {len(list(corpus.iterdir()))} documents")
    print(f"  whole build {seconds:.1f} s, of which encoding {recorder.seconds:.1f} s")
    print(f"  {whole:.1f} passages/s; the encoder alone {own:.1f}/s: {whole / own:.0%} (goal 90%)")


def one_more(corpus: Path, index: Path, encoder: Encoder) -> None:
    """A document added to a built index."""
    (corpus / "某市养老服务办法.txt").write_text(ADDED, encoding="utf-8")
    recorder, began = Recorder(encoder), time.process_time()
    _, seconds = timed(lambda: build(corpus, index, recorder))
    busy = time.process_time() - began
    print(
        f"one document added: {seconds - recorder.seconds:.2f} s (goal 2) and {recorder.seconds:.2f} s "
        f"to encode its {len(recorder.given)} passages; {busy:.2f} s of processor time in all"
    )


def handed_in(corpus: Path, index: Path, encoder: Encoder) -> None:
    """A document added by the librarian, who holds it against all others first."""
    recorder, began = Recorder(encoder), time.process_time()
    librarian = Librarian(corpus, index, recorder)
    parcel = Parcel("handed in.txt", ADDED.replace("九千元", "八千元").encode())
    _, seconds = timed(lambda: librarian.add([parcel], "benchmark", force=True))
    print(
        f"one document handed in: {seconds - recorder.seconds:.2f} s and {recorder.seconds:.2f} s to encode; "
        f"{time.process_time() - began:.2f} s of processor time in all"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
