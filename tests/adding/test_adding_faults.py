"""Killed at every step: after the next start a change has happened whole, or not at all."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from small_library import BEDS, ENCODER, MEALS, NURSING, Library, small_library

from yiyang_qa.adding import Librarian, changes, mend, parcels
from yiyang_qa.building import build, fits
from yiyang_qa.corpus import read_corpus
from yiyang_qa.errors import CorpusError

Crash = Callable[[str, int, Path], int]
SIDECAR = "# 由民政局提供\nregion = '330600'\n"


@pytest.fixture(scope="module")
def crash() -> Iterator[Crash]:
    program = [sys.executable, str(Path(__file__).with_name("crashing_librarian.py"))]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin
        assert server.stdout
        asked, answered = server.stdin, server.stdout

        def order(work: str, step: int, folder: Path) -> int:
            print(work, step, folder, file=asked, flush=True)
            return int(answered.readline())

        yield order
        asked.close()


@pytest.fixture(scope="module")
def pristine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library whose first document has a sidecar."""
    folder = tmp_path_factory.mktemp("pristine")
    library = small_library(folder)
    (library.corpus / "meals.toml").write_text(SIDECAR, encoding="utf-8")
    build(library.corpus, library.index, ENCODER)
    return folder


def seen(corpus: Path) -> dict[str, str]:
    """What a reader finds: texts and kinds by id."""
    return {s.id: f"{s.text}{s.sidecar.kind}{s.sidecar.region}" for s in read_corpus(corpus)}


BEFORE = {"meals": f"{MEALS}None330600", "nursing": f"{NURSING}NoneNone"}
AFTER = {
    "add": BEFORE | {"beds": f"{BEDS}xNone"},
    "remove": {"nursing": BEFORE["nursing"]},
    "confirm": BEFORE | {"meals": f"{MEALS}方案330600"},
}
LINES = {"add": 1, "remove": 1, "confirm": 2}


@pytest.mark.parametrize("work", AFTER)
def test_killed_at_every_step(work: str, crash: Crash, pristine: Path, tmp_path: Path) -> None:
    happened = set()
    for step in count(1):
        folder = tmp_path / f"{step}"
        shutil.copytree(pristine, folder)
        ended = crash(work, step, folder)
        corpus, index = folder / "corpus", folder / "index"
        mend(corpus)
        found, lines = seen(corpus), changes(corpus)
        assert found in (BEFORE, AFTER[work])
        assert len(lines) == (LINES[work] if found == AFTER[work] else 0)
        if work == "remove" and found == AFTER[work]:
            kept = {p.name: p.read_text(encoding="utf-8") for p in (corpus / ".removed").rglob("*.t*")}
            assert kept == {"meals.txt": MEALS, "meals.toml": SIDECAR}
        happened.add(found == AFTER[work])
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
        if step % 8 == 0:
            Librarian(corpus, index, ENCODER).add([], "张三")  # the next start
            assert not (corpus / ".staged").exists()
            assert fits(corpus, index, ENCODER)
        shutil.rmtree(folder)
    assert happened == {True, False}
    assert step > 20
    assert fits(corpus, index, ENCODER)


def test_a_line_of_the_log_that_was_cut_off_is_passed_over(library: Library) -> None:
    log = library.corpus / ".changes.jsonl"
    log.write_bytes(b'{"id": "1", "action": "add"}\n{"id": "2", "act')
    library.librarian.remove(["meals"], "张三")
    assert [line["action"] for line in changes(library.corpus)] == ["add", "remove"]


def test_a_change_that_a_disk_refuses_half_way_is_finished_by_the_next_writer(
    library: Library, beds: Path
) -> None:
    log = library.corpus / ".changes.jsonl"
    log.mkdir()  # cannot be appended to
    with pytest.raises(CorpusError, match="写不进去"):
        library.librarian.add(parcels(beds), "张三")
    log.rmdir()
    mend(library.corpus)
    assert seen(library.corpus)["beds"].startswith(BEDS)
    assert [line["action"] for line in changes(library.corpus)] == ["add"]
    library.librarian.add([], "张三")
    assert "beds" in library.documents()


def test_a_folder_is_never_replaced_by_a_file(library: Library, beds: Path) -> None:
    (library.corpus / "beds.toml").mkdir()
    (outcome,) = library.librarian.add(parcels(beds), "张三")
    assert "beds.toml 的子文件夹" in outcome.message
