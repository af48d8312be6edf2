"""Files are digested once, and again whenever they may have changed."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

import pytest

from yiyang_qa.corpus.digesting import digest_of
from yiyang_qa.corpus.entries import Entry

LARGE = bytes(4_000_000)


def taken(path: Path) -> bytes:
    return digest_of(Entry(path, path.name))


def bytes_read() -> int:
    """By this process so far, wherever from."""
    line = Path("/proc/self/io").read_text(encoding="utf-8").partition("\n")[0]
    return int(line.removeprefix("rchar: "))


@pytest.mark.skipif(not Path("/proc/self/io").exists(), reason="需要 Linux")
def test_a_file_is_read_once_but_never_trusted_once_it_was_touched(tmp_path: Path) -> None:
    untouched, rewritten, replaced = (tmp_path / name for name in "abc")
    for path in (untouched, rewritten, replaced):
        path.write_bytes(LARGE)
    time.sleep(2.1)  # younger files are read every time
    first = [taken(path) for path in (untouched, rewritten, replaced)]
    assert first == [sha256(LARGE).digest()] * 3
    before, times = bytes_read(), untouched.stat()
    assert [taken(path) for path in (untouched, rewritten, replaced)] == first
    assert bytes_read() - before < len(LARGE)
    other = b"1" + LARGE[1:]  # of the same size, and with the time of the old one
    rewritten.write_bytes(other)
    (tmp_path / "new").write_bytes(other)
    (tmp_path / "new").replace(replaced)
    for path in (rewritten, replaced):
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert taken(path) == sha256(other).digest()


def test_a_young_file_is_read_every_time(tmp_path: Path) -> None:
    """Written twice within a tick of the clock it may bear the same times."""
    path = tmp_path / "a"
    for content in (b"1", b"2", b"3"):
        path.write_bytes(content)
        assert taken(path) == sha256(content).digest()
