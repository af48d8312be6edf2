"""The index directory, read: builds side by side, and ``CURRENT`` naming the one in use.

    index/
    ├── CURRENT             one line: the build in use
    ├── .lock               held while a build is written
    ├── .tmp-…              half-written; nobody reads it
    ├── .encoded-…          vectors that a build which did not end leaves to the next
    ├── .recognised-…       the text of a file with pages that it has read
    └── 20261121T084502-3f9c0a51d2e4/
        ├── manifest.json   what it was made from; size and digest of every other file
        ├── documents.jsonl, documents-places.npy, catalogue.jsonl
        ├── passages.npy, passages-digests.npy
        ├── vectors-*.faiss one for each block of rows; builds share those that are the same
        ├── landmarks.npy
        ├── sketches.npy, sketches-marks.npy
        └── lexical-*.npy

The name of a build ends with the digest of its manifest, so that every byte is under seal.
Opening never writes and takes no lock.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from yiyang_qa.errors import IndexDamaged, IndexMismatch, IndexMissing, IndexUnusable
from yiyang_qa.index.dense import DenseIndex
from yiyang_qa.index.documents import DocumentStore
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import MEND, Manifest, differences, read_manifest
from yiyang_qa.index.sketches import Sketches
from yiyang_qa.index.table import PassageTable
from yiyang_qa.index.textvectors import TextVectors

CURRENT = "CURRENT"
LANDMARKS = "landmarks.npy"
HALF = ".tmp-"
PIECES = ".encoded-"
RECOGNISED = ".recognised-"
BUILD = re.compile(r"\d{8}T\d{6}-([0-9a-f]{12})")


@dataclass(frozen=True, slots=True, eq=False)
class OpenIndex:
    """A build, ready to be searched. Rows of table, dense and lexical are the same rows."""

    build: str
    directory: Path
    manifest: Manifest
    documents: DocumentStore
    table: PassageTable
    dense: DenseIndex
    lexical: LexicalIndex
    landmarks: TextVectors  # of the texts with which questions are compared, whatever the documents

    def sketches(self) -> Sketches:
        """Those of the documents, in their order; made from the texts where an older version wrote none."""
        return Sketches.load(self.directory) or Sketches.of(document.text for document in self.documents)


def open_build(
    index_dir: Path,
    *,
    encoder_digest: str | None = None,
    rules_digest: str | None = None,
    corpus: Mapping[str, str] | None = None,
    thorough: bool = False,
) -> OpenIndex:
    """The build in use, checked against what is wanted now; None is not compared.

    ``thorough`` digests large files too (see ``read_manifest``).

    Raises:
        IndexMissing: nothing has been built.
        IndexDamaged: half-written or altered.
        IndexMismatch: made with another format, encoder or rules, or from another corpus.
    """
    while True:
        build = current(index_dir)
        try:
            opened = _opened(index_dir, build, thorough)
            break
        except IndexDamaged:
            if current(index_dir) == build:
                raise  # else it was replaced and removed meanwhile
    if found := list(differences(opened.manifest.recipe, encoder_digest, rules_digest, corpus)):
        raise IndexMismatch(f"{'；'.join(found)}。{MEND}")
    return opened


def is_current(index_dir: Path, encoder_digest: str, rules_digest: str, corpus: Mapping[str, str]) -> bool:
    """Whether there is an undamaged index made from exactly this."""
    try:
        recipe = _sealed_manifest(index_dir, current(index_dir)).recipe
    except IndexUnusable:
        return False
    return not any(differences(recipe, encoder_digest, rules_digest, corpus))


def current(index_dir: Path) -> str:
    """The name of the build in use.

    Raises:
        IndexMissing: there is none.
        IndexDamaged: ``CURRENT`` does not name a build.
    """
    try:
        build = (index_dir / CURRENT).read_text(encoding="utf-8").strip()
    except (FileNotFoundError, NotADirectoryError):
        raise IndexMissing(f"{index_dir} 中还没有索引。{MEND}") from None
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"{index_dir / CURRENT} 读不出（{error}）。{MEND}") from None
    if not BUILD.fullmatch(build):
        raise IndexDamaged(f"{index_dir / CURRENT} 里不是构建号。{MEND}")
    return build


def _opened(index_dir: Path, build: str, thorough: bool) -> OpenIndex:
    manifest = _sealed_manifest(index_dir, build, thorough=thorough)
    directory = index_dir / build
    try:
        return OpenIndex(
            build=build,
            directory=directory,
            manifest=manifest,
            documents=DocumentStore(directory),
            table=PassageTable.load(directory),
            dense=DenseIndex.load(manifest.dimension, [directory / name for name in manifest.blocks]),
            lexical=LexicalIndex.load(directory),
            landmarks=TextVectors.load(directory / LANDMARKS),
        )
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"索引 {directory} 打不开（{error}）。{MEND}") from None


def _sealed_manifest(index_dir: Path, build: str, *, thorough: bool = False) -> Manifest:
    return read_manifest(index_dir / build, build.rpartition("-")[2], thorough=thorough)
