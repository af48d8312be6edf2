"""The index directory, replaced whole.

A build is complete and on disk before it gets its name, and ``CURRENT`` is replaced
after that, each in one atomic step. Killed at any moment, a writer leaves in use the build
before or the build after.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index.dense import DenseIndex
from yiyang_qa.index.documents import write_documents
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import FORMAT, Manifest, Recipe, seals, write_manifest
from yiyang_qa.index.store import BUILD, CURRENT, PASSAGES, VECTORS, current
from yiyang_qa.index.table import PassageTable
from yiyang_qa.types import Document

_HALF = ".tmp-"


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What goes into an index. Row i of table, vectors and lexical is the same passage.

    Raises ValueError when the parts do not belong together.
    """

    recipe: Recipe
    documents: Sequence[Document]
    table: PassageTable
    vectors: NDArray[np.float32]  # shape (rows, dimension)
    lexical: LexicalIndex

    def __post_init__(self) -> None:
        if not len(self.table) == len(self.vectors) == len(self.lexical):
            raise ValueError(f"rows: {len(self.table)}, {len(self.vectors)} and {len(self.lexical)}")
        if sorted(document.id for document in self.documents) != sorted(self.recipe.corpus):
            raise ValueError("the recipe's corpus is not that of the documents")


def write_build(index_dir: Path, contents: Contents, *, patience: float = 60) -> Path:
    """Write a build, put it in use and return its directory; keep the build before it.

    Another writer is waited for, ``patience`` seconds at most.

    Raises:
        IndexUnusable: another writer is still at work, or the disk refuses.
    """
    try:
        index_dir.mkdir(parents=True, exist_ok=True)
        with FileLock(index_dir / ".lock", timeout=patience):
            _remove(index_dir.glob(f"{_HALF}*"))
            half = index_dir / f"{_HALF}{token_hex(6)}"
            try:
                return _put_in_use(index_dir, half, _filled(half, contents))
            finally:
                _remove([half])
    except Timeout:
        raise IndexUnusable(f"另一个进程正在写 {index_dir}。请等它结束后再试") from None
    except OSError as error:
        raise IndexUnusable(f"索引写不进 {index_dir}（{error}）。请检查磁盘空间和权限后再试") from None


def _filled(half: Path, contents: Contents) -> str:
    """Write everything into ``half``, have it on disk, and return the build's name."""
    half.mkdir()
    write_documents(half, contents.documents)
    contents.table.save(half / PASSAGES)
    DenseIndex.build(contents.vectors).save(half / VECTORS)
    contents.lexical.save(half)
    now = datetime.now(UTC)
    manifest = Manifest(
        format=FORMAT,
        created=now.isoformat(),
        recipe=contents.recipe,
        dimension=contents.vectors.shape[1],
        documents=len(contents.documents),
        rows=len(contents.table),
        files=seals(half),
    )
    digest = write_manifest(half, manifest)
    for path in [*half.iterdir(), half]:
        _sync(path)
    return f"{now:%Y%m%dT%H%M%S}-{digest}"


def _put_in_use(index_dir: Path, half: Path, build: str) -> Path:
    before = _in_use(index_dir)
    half.rename(index_dir / build)
    _sync(index_dir)
    pointer = index_dir / f"{_HALF}{CURRENT}"
    pointer.write_text(f"{build}\n", encoding="utf-8")
    _sync(pointer)
    pointer.replace(index_dir / CURRENT)
    _sync(index_dir)
    _remove(
        path
        for path in index_dir.iterdir()
        if BUILD.fullmatch(path.name) and path.name not in {build, before}
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


def _sync(path: Path) -> None:
    """Have a file, or a directory's entries, on disk. Windows has no handle of a directory to sync."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
