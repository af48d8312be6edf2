"""Digests of files, taken anew only where a file may have changed since this process took it last."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from pathlib import Path

from yiyang_qa.corpus.entries import Entry

#: Device, inode, size, times of the last writing and of the last change of anything, in nanoseconds.
_Mark = tuple[int, int, int, int, int]

_SETTLED = 2_000_000_000  # ns; younger times are not trusted: no file system's clock ticks more slowly
_taken: dict[Path, tuple[_Mark, bytes]] = {}


def digest_of(entry: Entry) -> bytes:
    """SHA-256 of an entry's bytes, which are not read where its file bears the mark that it bore last time.

    The time of the last change is part of the mark, and programs cannot set it. Windows has no such
    time, so there everything is read.

    Raises:
        CorpusError: it cannot be opened, or is too large.
    """
    mark = None if entry.packed is not None else _mark(entry.path)
    last, digest = _taken.get(entry.path, (None, b""))
    if mark is not None and mark == last:
        return digest
    digest = sha256(entry.content()).digest()
    if mark is not None and mark == _mark(entry.path):  # else it was written to meanwhile
        _taken[entry.path] = (mark, digest)
    return digest


def _mark(path: Path) -> _Mark | None:
    """What changes with a file; None where that cannot be told."""
    try:
        found = path.stat()
    except OSError:
        return None
    if os.name == "nt" or time.time_ns() - max(found.st_mtime_ns, found.st_ctime_ns) < _SETTLED:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
