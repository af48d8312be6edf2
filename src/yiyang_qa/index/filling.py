"""What goes into an index, written into a directory of its own that nobody reads yet."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from yiyang_qa.index.dense import Vectors, write_block
from yiyang_qa.index.documents import write_documents
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import FORMAT, Manifest, Recipe, Seal, seals, write_manifest
from yiyang_qa.index.parts import Whole
from yiyang_qa.index.store import LANDMARKS, OpenIndex
from yiyang_qa.index.table import Digests
from yiyang_qa.index.textvectors import Block, TextVectors, cut

_RUN = 512  # vectors copied at a time: memory that is used again costs less than new memory


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


def filled(half: Path, contents: Contents, before: OpenIndex | None) -> str:
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
            sync(path)
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
            digests = contents.whole.table.digests[start:end]
            runs = (digests[at : at + _RUN] for at in range(0, len(digests), _RUN))
            write_block(path, contents.dimension, map(contents.vectors, runs))
    return shared


def _share(path: Path, other: Path) -> None:
    """Have a file that never changes under another name too; copied where there are no links."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copyfile(path, other)
        sync(other)


def sync(path: Path) -> None:
    """Have a file, or a directory's entries, on disk. Windows has no handle of a directory to sync."""
    if os.name == "nt" and path.is_dir():
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
