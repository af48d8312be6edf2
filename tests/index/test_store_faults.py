"""Writers killed at any moment, and writers and readers at the same time."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from sample_index import contents, made, vectors, write_build

from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index import OpenIndex, open_build

pytestmark = pytest.mark.skipif(os.name == "nt", reason="需要 fork 与 SIGKILL")

KILLS = 20


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
    for kill in range(10 * KILLS):
        if kill >= KILLS and halves:
            break
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


def test_a_writer_killed_at_any_line_of_the_store_leaves_a_whole_index(
    tmp_path: Path, ask: Callable[[str], int]
) -> None:
    """Hundreds of kills, one when each line is reached for the first time."""
    for edition in (1, 2):  # so that there is a build to remove
        write_build(tmp_path, contents(edition))
    killed = 0
    while (ended := ask(f"wait {ask(f'crash {edition + 1} {killed + 1}')}")) != 0:
        assert ended == -signal.SIGKILL
        killed += 1
        before, edition = edition, edition_of(open_build(tmp_path, thorough=True))
        assert edition in (before, before + 1)
    assert killed > 200  # else the lines were not seen
    assert edition_of(open_build(tmp_path, thorough=True)) == edition + 1
    assert not any(tmp_path.glob(".tmp-*"))
    assert sum(path.is_dir() for path in tmp_path.iterdir()) == 2


def test_where_files_may_not_grow_the_index_in_use_stays(tmp_path: Path, ask: Callable[[str], int]) -> None:
    write_build(tmp_path, contents(1))
    before = everything(tmp_path)
    sizes = [path.stat().st_size for path in tmp_path.rglob("*") if path.is_file()]
    for size in sorted({0, *(size - 1 for size in sizes if size)}):
        assert ask(f"wait {ask(f'limit 2 {size}')}") == 3
        assert everything(tmp_path) == before
    assert ask(f"wait {ask(f'limit 2 {2 * max(sizes)}')}") == 0
    assert edition_of(open_build(tmp_path, thorough=True)) == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of one megabyte."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], check=False).returncode:
        pytest.skip("需要挂载 tmpfs 的权限")
    yield disk
    subprocess.run(["umount", "--lazy", disk], check=True)


def test_on_a_full_disk_the_index_in_use_stays(small_disk: Path) -> None:
    write_build(small_disk / "index", contents(1))
    before, filler = everything(small_disk / "index"), small_disk / "filler"
    room = shutil.disk_usage(small_disk).free
    for free in range(0, room, 4096):
        filler.write_bytes(bytes(room - free))
        if not (refused := refusal(small_disk / "index")):
            break
        assert "请检查磁盘空间" in refused
        assert everything(small_disk / "index") == before
        assert edition_of(open_build(small_disk / "index", thorough=True)) == 1
    assert free > 10 * 4096  # else the disk was never full in the middle
    assert edition_of(open_build(small_disk / "index", thorough=True)) == 2


def refusal(index_dir: Path) -> str:
    """What a writer of edition 2 is told; nothing where it succeeds."""
    try:
        write_build(index_dir, contents(2))
    except IndexUnusable as error:
        return error.message
    return ""


def everything(directory: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in directory.rglob("*") if path.is_file()}


def test_two_writers_and_a_reader_at_once(tmp_path: Path, ask: Callable[[str], int]) -> None:
    write_build(tmp_path, contents(1))
    writers = [ask("write 101 115"), ask("write 201 215")]
    seen = {1}
    while seen.isdisjoint({115, 215}):
        seen.add(edition_of(open_build(tmp_path)))
    assert [ask(f"wait {writer}") for writer in writers] == [0, 0]
    assert edition_of(open_build(tmp_path)) in {115, 215}
    assert len(seen) > 2
