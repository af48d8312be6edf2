"""The index directory, replaced whole.

A build is complete and on disk before it gets its name, and ``CURRENT`` is replaced
after that, each in one atomic step. Killed at any moment, a writer leaves in use the build
before or the build after.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from secrets import token_hex

from filelock import FileLock, Timeout

from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index.dense import Vectors, write_block
from yiyang_qa.index.documents import write_documents
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import FORMAT, Manifest, Recipe, Seal, seals, write_manifest
from yiyang_qa.index.parts import Whole
from yiyang_qa.index.store import BUILD, CURRENT, LANDMARKS, PIECES, OpenIndex, current
from yiyang_qa.index.table import Digests
from yiyang_qa.index.textvectors import Block, TextVectors, cut

_HALF = ".tmp-"
_POINTER = f"{_HALF}{CURRENT}"


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What goes into an index.

    Raises ValueError when the parts do not belong together.
    """

    recipe: Recipe
    whole: Whole
    dimension: int
    vectors: Callable[[Digests], Vectors]  # asked for those of the blocks that are not there yet
    landmarks: TextVectors

    def __post_init__(self) -> None:
        documents, table, inverted, sketches = self.whole
        if not len(table) == len(table.digests) == len(inverted.lengths):
            raise ValueError(f"rows: {len(table)}, {len(table.digests)} and {len(inverted.lengths)}")
        if sorted(document.id for document in documents) != sorted(self.recipe.corpus):
            raise ValueError("the recipe's corpus is not that of the documents")
        if len(sketches) != len(documents):
            raise ValueError(f"documents: {len(documents)}, and {len(sketches)} sketches")

    def blocks(self) -> tuple[Block, ...]:
        """The files that its vectors are in."""
        return cut(self.whole.table.digests, self.recipe.encoder_digest)


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
            of the new build but what it has encoded, and the one in use stays.
    """
    lock = FileLock(index_dir / ".lock", timeout=patience)
    with refusals(index_dir):
        index_dir.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    try:
        _remove(index_dir.glob(f"{_HALF}*"))
        yield partial(_write, index_dir)
    finally:
        lock.release()


def _write(index_dir: Path, contents: Contents, before: OpenIndex | None) -> Path:
    half = index_dir / f"{_HALF}{token_hex(6)}"
    with refusals(index_dir):
        try:
            return _put_in_use(index_dir, half, _filled(half, contents, before))
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


def _filled(half: Path, contents: Contents, before: OpenIndex | None) -> str:
    """Write everything into ``half``, have it on disk, and return the build's name."""
    half.mkdir()
    whole = contents.whole
    write_documents(half, whole.documents)
    whole.table.save(half)
    LexicalIndex.of(whole.inverted).save(half)
    whole.sketches.save(half)
    contents.landmarks.save(half / LANDMARKS)
    shared = _blocks_written(half, contents, before)
    now = datetime.now(UTC)
    manifest = Manifest(
        format=FORMAT,
        created=now.isoformat(),
        recipe=contents.recipe,
        dimension=contents.dimension,
        documents=len(whole.documents),
        rows=len(whole.table),
        blocks=tuple(block.name for block in contents.blocks()),
        files=seals(half, shared),
    )
    digest = write_manifest(half, manifest)
    for path in [*half.iterdir(), half]:
        if path.name not in shared:
            _sync(path)
    return f"{now:%Y%m%dT%H%M%S}-{digest}"


def _blocks_written(half: Path, contents: Contents, before: OpenIndex | None) -> dict[str, Seal]:
    """Write the blocks that ``before`` does not have, share the others, and return the seals of these."""
    had = before.manifest.files if before else {}
    shared = {}
    for name, start, end in contents.blocks():
        path = half / name
        if path.exists():
            continue
        if before and name in had:
            _share(before.directory / name, path)
            shared[name] = had[name]
        else:
            write_block(path, contents.vectors(contents.whole.table.digests[start:end]))
    return shared


def _share(path: Path, other: Path) -> None:
    """Have a file that never changes under another name too; copied where there are no links."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)
        _sync(other)


def _put_in_use(index_dir: Path, half: Path, build: str) -> Path:
    before = _in_use(index_dir)
    pointer = index_dir / _POINTER
    pointer.write_text(f"{build}\n", encoding="utf-8")
    _sync(pointer)
    half.rename(index_dir / build)
    _sync(index_dir)
    pointer.replace(index_dir / CURRENT)
    _sync(index_dir)
    _remove(
        path
        for path in index_dir.iterdir()
        if (BUILD.fullmatch(path.name) and path.name not in {build, before}) or path.name.startswith(PIECES)
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
