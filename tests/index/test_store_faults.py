"""Writers killed at any moment, and writers and readers at the same time."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from sample_index import contents, made, vectors, write_build

from yiyang_qa.index import OpenIndex, open_build

pytestmark = pytest.mark.skipif(os.name == "nt", reason="需要 fork 与 SIGKILL")

SERVER = Path(__file__).with_name("writer_server.py")
KILLS = 20


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Callable[[str], int]]:
    """Sends an order to a writer server over ``tmp_path`` and returns its answer."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, SERVER, tmp_path], stdin=pipe, stdout=pipe, text=True) as server:
        assert server.stdin
        assert server.stdout
        orders, answers = server.stdin, server.stdout

        def ask(order: str) -> int:
            print(order, file=orders, flush=True)
            return int(answers.readline())

        yield ask


def edition_of(opened: OpenIndex) -> int:
    """The edition that every part of an index agrees on."""
    edition = int(opened.documents[0].text.rpartition("第")[2].removesuffix("版"))
    wanted = contents(edition)
    assert list(opened.documents) == made(edition)
    assert opened.manifest.recipe == wanted.recipe
    assert opened.dense.vectors(np.arange(len(opened.table))).tolist() == vectors(edition).tolist()
    assert opened.table.end.tolist() == wanted.whole.table.end.tolist()
    return edition


def test_a_writer_killed_at_any_moment_leaves_a_whole_index(
    tmp_path: Path, ask: Callable[[str], int]
) -> None:
    start = time.perf_counter()
    write_build(tmp_path, contents(1))
    longest = 4 * (time.perf_counter() - start)
    chance = random.Random(20261121)
    edition = halves = 0
    for _ in range(KILLS):
        writer = ask(f"write {edition + 1} {edition + 1000}")
        time.sleep(chance.uniform(0, longest))
        os.kill(writer, signal.SIGKILL)
        assert ask(f"wait {writer}") == -signal.SIGKILL
        halves += any(tmp_path.glob(".tmp-*"))
        before, edition = edition, edition_of(open_build(tmp_path, thorough=True))
        assert edition >= before
        if edition == 1:
            longest *= 1.3  # the machine is busier than it was: no build has had time to end
    assert halves > 0  # else no kill hit what it was meant to hit
    assert edition > 1
    write_build(tmp_path, contents(edition + 1))
    assert not any(tmp_path.glob(".tmp-*"))


def test_a_writer_killed_before_any_of_its_steps_leaves_a_whole_index(
    tmp_path: Path, ask: Callable[[str], int]
) -> None:
    for edition in (1, 2):  # so that there is a build to remove
        write_build(tmp_path, contents(edition))
    for step in count(1):
        ended = ask(f"wait {ask(f'crash {edition + 1} {step}')}")
        before, edition = edition, edition_of(open_build(tmp_path, thorough=True))
        assert edition in (before, before + 1)
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert step > 40  # else the steps were not seen
    assert edition == before + 1


def test_two_writers_and_a_reader_at_once(tmp_path: Path, ask: Callable[[str], int]) -> None:
    write_build(tmp_path, contents(1))
    writers = [ask("write 101 115"), ask("write 201 215")]
    seen = {1}
    while seen.isdisjoint({115, 215}):
        seen.add(edition_of(open_build(tmp_path)))
    assert [ask(f"wait {writer}") for writer in writers] == [0, 0]
    assert edition_of(open_build(tmp_path)) in {115, 215}
    assert len(seen) > 2
