"""The index directory, replaced whole.

A build is complete and on disk before it gets its name, and ``CURRENT`` is replaced
after that, each in one atomic step. Killed at any moment, a writer leaves in use the build
before or the build after.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index.filling import Contents, filled, sync
from yiyang_qa.index.store import BUILD, CURRENT, HALF, PIECES, RECOGNISED, OpenIndex, current

_POINTER = f"{HALF}{CURRENT}"

#: What builds that did not end leave to the next.
_LEFT = (PIECES, RECOGNISED)

#: Writes a build, puts it in use and returns its directory; the one that was in use is kept. Files that
#: are the same in the build given with the contents are shared with it.
Write = Callable[[Contents, OpenIndex | None], Path]


@contextmanager
def writing(index_dir: Path, patience: float = 60) -> Iterator[Write]:
    """Be the only writer of a directory, which is made when it is missing.

    Another one is waited for, ``patience`` seconds at most. Reading the build in use and making the
    next one of it belong inside, too: else what another writer adds meanwhile is lost.

    Raises:
        IndexUnusable: another writer is still at work, or the disk refuses; nothing is left
            of the new build but what it has recognised and encoded, and the one in use stays.
    """
    lock = FileLock(index_dir / ".lock", timeout=patience)
    with refusals(index_dir):
        index_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        _remove(index_dir.glob(f"{HALF}*"))
        yield partial(_write, index_dir)
    finally:
        lock.release()


def _write(index_dir: Path, contents: Contents, before: OpenIndex | None) -> Path:
    half = index_dir / f"{HALF}{token_hex(6)}"
    with refusals(index_dir):
        try:
            return _put_in_use(index_dir, half, filled(half, contents, before))
        finally:
            _remove([half, index_dir / _POINTER])


@contextmanager
def refusals(index_dir: Path) -> Iterator[None]:
    """Say in words what the file system refuses."""
    try:
        yield
    except Timeout:
        raise IndexUnusable(f"另一个进程正在写 {index_dir}。请等它结束后再试") from None
    except OSError as error:
        raise IndexUnusable(f"索引写不进 {index_dir}（{error}）。请检查磁盘空间和权限后再试") from None


def _put_in_use(index_dir: Path, half: Path, build: str) -> Path:
    before = _in_use(index_dir)
    pointer = index_dir / _POINTER
    pointer.write_text(f"{build}\n", encoding="utf-8")
    sync(pointer)
    half.rename(index_dir / build)
    sync(index_dir)
    pointer.replace(index_dir / CURRENT)
    sync(index_dir)
    _remove(
        path
        for path in index_dir.iterdir()
        if (BUILD.fullmatch(path.name) and path.name not in {build, before}) or path.name.startswith(_LEFT)
    )
    return index_dir / build


def _in_use(index_dir: Path) -> str | None:
    try:
        return current(index_dir)
    except IndexUnusable:
        return None


def _remove(paths: Iterable[Path]) -> None:
    """Remove what is left over; what cannot be removed now will be next time."""
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink(missing_ok=True)
