"""Changing a corpus folder so that it is never half changed.

    corpus/
    ├── .lock            held by the one writer
    ├── .staged/         what is being handed in; nobody reads it
    ├── .pending.json    a change that is decided but perhaps not done
    ├── .removed/        what was removed, by the time of its removal
    └── .changes.jsonl   修改记录: one line a change, only ever added to

A change is a list of renames and lines for the log. Once ``.pending.json`` is on disk the change
will happen, if need be by the next writer or the next start (``mend``); before that nothing has.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Any

from filelock import FileLock, Timeout

from yiyang_qa.errors import CorpusBusy, CorpusError

STAGED, REMOVED, CHANGES = ".staged", ".removed", ".changes.jsonl"
_PENDING, _LOCK = ".pending.json", ".lock"
_TAIL = 65_536

#: (from, to), relative to the corpus.
Move = tuple[str, str]
Record = dict[str, Any]


@contextmanager
def writing(corpus: Path, *, patience: float = 60) -> Iterator[None]:
    """The corpus for one writer alone, in order; what is staged and not committed is dropped at the end.

    Raises:
        CorpusBusy: another writer is still at work after ``patience`` seconds.
        CorpusError: the disk refuses.
    """
    try:
        corpus.mkdir(parents=True, exist_ok=True)
        with FileLock(corpus / _LOCK, timeout=patience):
            _finish(corpus)
            try:
                yield
            finally:
                if not (corpus / _PENDING).exists():  # else it still has to be moved
                    shutil.rmtree(corpus / STAGED, ignore_errors=True)
    except Timeout:
        raise CorpusBusy(f"另一个进程正在改动 {corpus}。请等它结束后再试") from None
    except OSError as error:
        raise CorpusError(
            f"文件夹 {corpus} 写不进去（{error.strerror}）。请检查磁盘空间和权限后再试"
        ) from None


def mend(corpus: Path) -> None:
    """Finish the change that a writer was killed in; a folder in order is not touched."""
    if (corpus / _PENDING).exists():
        with writing(corpus):
            pass


def stage(corpus: Path, name: str, data: bytes) -> Path:
    """Put a file on disk where nobody reads it yet; call inside ``writing``."""
    folder = corpus / STAGED / token_hex(6)
    folder.mkdir(parents=True)
    _write(folder / name, data)
    return folder / name


def commit(corpus: Path, moves: Sequence[Move], records: Sequence[Mapping[str, Any]]) -> None:
    """Make a change, whole; call inside ``writing``. Every record gets an ``id`` of its own."""
    lines = [{"id": token_hex(8), **record} for record in records]
    half = corpus / STAGED / _PENDING
    half.parent.mkdir(exist_ok=True)
    _write(half, json.dumps({"moves": moves, "records": lines}, ensure_ascii=False).encode())
    half.replace(corpus / _PENDING)
    _sync_folder(corpus)
    _finish(corpus)


def changes(corpus: Path) -> list[Record]:
    """The log, oldest first; a line that a full disk cut off is passed over."""
    try:
        lines = (corpus / CHANGES).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return []
    return [record for line in lines if (record := _parsed(line))]


def _parsed(line: str) -> Record | None:
    try:
        record = json.loads(line)
    except ValueError:
        return None
    return record if isinstance(record, dict) else None


def _finish(corpus: Path) -> None:
    """Do what ``.pending.json`` says and has not been done; doing it twice is doing it once."""
    pending = corpus / _PENDING
    if not pending.exists():
        return
    change = json.loads(pending.read_bytes())
    for source, target in change["moves"]:
        (corpus / target).parent.mkdir(parents=True, exist_ok=True)
        if (corpus / source).exists():
            (corpus / source).replace(corpus / target)
    for folder in {(corpus / path).parent for move in change["moves"] for path in move}:
        if folder.exists():
            _sync_folder(folder)
    _log(corpus / CHANGES, change["records"])
    pending.unlink()
    _sync_folder(corpus)


def _log(log: Path, records: Sequence[Record]) -> None:
    """Append the lines that are not yet there."""
    lines = [json.dumps(record, ensure_ascii=False) for record in records]
    with log.open("a+b") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL - 2 * len("\n".join(lines).encode())))
        tail = file.read().decode("utf-8", "replace")
        known = set(tail.splitlines())
        missing = [line for line in lines if line not in known]
        broken = "\n" if tail and not tail.endswith("\n") else ""
        file.write((broken + "".join(f"{line}\n" for line in missing)).encode())
        file.flush()
        os.fsync(file.fileno())


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Have a folder's entries on disk. Windows has no handle of a folder to sync."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
