"""What a killed build or ``add`` has read of files with pages is not read again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from small_library import BEDS, ENCODER, Library
from test_read_once import PLAN, as_from_scratch, counted, printed

from yiyang_qa.adding import Parcel
from yiyang_qa.building import build
from yiyang_qa.formats import Extract
from yiyang_qa.index import Recognised
from yiyang_qa.types import Box, Layout, Page, Rect, Span

pytestmark = pytest.mark.skipif(os.name == "nt", reason="需要 SIGKILL")

#: Kills itself when all files are read and the first text is to be encoded.
BUILD = """
import os, signal, sys
from pathlib import Path
from yiyang_qa.building import build
from yiyang_qa.embed import HashedEncoder

class Killed(HashedEncoder):
    def encode_passages(self, texts, progress=None):
        os.kill(os.getpid(), signal.SIGKILL)

build(Path(sys.argv[1]), Path(sys.argv[2]), Killed())
"""
#: Kills itself when the first of two files has been read.
ADD = """
import os, signal, sys
from pathlib import Path
from yiyang_qa.adding import Librarian, Parcel
from yiyang_qa.embed import HashedEncoder

def parcels():
    yield Parcel("beds.pdf", Path(sys.argv[3]).read_bytes())
    os.kill(os.getpid(), signal.SIGKILL)

Librarian(Path(sys.argv[1]), Path(sys.argv[2]), HashedEncoder()).add(parcels(), "张三")
"""


def killed(script: str, library: Library, *more: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", script, library.corpus, library.index, *more], check=False)
    assert ended.returncode == -signal.SIGKILL


def left_over(library: Library) -> list[Path]:
    return list(library.index.glob(".recognised-*"))


def test_a_build_that_was_killed(library: Library) -> None:
    for name, text in {"beds": BEDS, "plan": PLAN}.items():
        (library.corpus / f"{name}.pdf").write_bytes(printed(text))
    killed(BUILD, library)
    assert len(left_over(library)) == 2
    with counted() as taken:
        build(library.corpus, library.index, ENCODER)
    assert taken["read"] == 0
    assert left_over(library) == []
    assert library.documents()["beds"].layout
    assert as_from_scratch(library)


def test_an_add_that_was_killed(library: Library, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.write_bytes(printed(BEDS))
    killed(ADD, library, pages)
    assert len(left_over(library)) == 1
    with counted() as taken:
        library.librarian.add([Parcel("beds.pdf", pages.read_bytes())], "张三")
    assert taken["read"] == 0
    assert left_over(library) == []
    assert as_from_scratch(library)


EXTRACT = Extract(
    "养老\n", Layout((Page(1, Span(0, 3), 595, 842),), (Box(Span(0, 2), 1, Rect(1, 2, 3.5, 4)),))
)


def test_what_is_kept_is_given_back_whole_and_by_the_same_rules(tmp_path: Path) -> None:
    Recognised(tmp_path, "a" * 64, {})["f" * 64] = EXTRACT
    assert Recognised(tmp_path, "a" * 64, {})["f" * 64] == EXTRACT
    with pytest.raises(KeyError):
        Recognised(tmp_path, "b" * 64, {})["f" * 64]


@pytest.mark.parametrize(
    "torn", [lambda kept: kept[:-1], lambda kept: kept[:-9] + b"0" + kept[-8:], lambda _: b""]
)
def test_what_is_torn_or_altered_is_passed_over(tmp_path: Path, torn: object) -> None:
    assert callable(torn)
    Recognised(tmp_path, "a" * 64, {})["f" * 64] = EXTRACT
    (path,) = tmp_path.glob(".recognised-*")
    path.write_bytes(torn(path.read_bytes()))
    with pytest.raises(KeyError):
        Recognised(tmp_path, "a" * 64, {})["f" * 64]


def test_what_may_not_be_kept_is_known_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "index").write_text("no folder")
    known = Recognised(tmp_path / "index", "a" * 64, {})
    known["f" * 64] = EXTRACT
    assert known["f" * 64] == EXTRACT
