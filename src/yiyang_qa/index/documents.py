"""The documents of an index: one JSON line each, read when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from os import SEEK_END
from pathlib import Path
from typing import NamedTuple, overload
from zlib import crc32

import numpy as np

from yiyang_qa.errors import IndexDamaged
from yiyang_qa.index.codec import encode, reader
from yiyang_qa.index.manifest import MEND
from yiyang_qa.types import Document

LINES = "documents.jsonl"
_PLACES = "documents-places.npy"  # per line: the byte after it, and its CRC-32
_CATALOGUE = "catalogue.jsonl"
_KEPT = 256  # documents held decoded; one of sixty clauses takes 0.3 ms to decode

_read = reader(Document)


class Encoded(NamedTuple):
    """A document as the index keeps it, each in one line."""

    id: str
    whole: bytes
    card: bytes  # without text, clauses, oddities and layout


class DocumentStore(Sequence[Document]):
    """Documents by position, the one that ``PassageTable.document`` gives.

    ``catalogue`` holds them all without text, clauses, oddities and layout: enough to filter by
    and light enough to keep.
    """

    def __init__(self, directory: Path) -> None:
        with (directory / LINES).open("rb") as lines:
            size = lines.seek(0, SEEK_END)
            self._data = mmap(lines.fileno(), 0, access=ACCESS_READ) if size else b""
        self._places = np.load(directory / _PLACES, allow_pickle=False)
        self.catalogue = tuple(map(_read, (directory / _CATALOGUE).read_bytes().splitlines()))
        self.positions = {document.id: at for at, document in enumerate(self.catalogue)}
        self._at = lru_cache(_KEPT)(self._decoded)

    def position(self, document_id: str) -> int | None:
        """Where the document with this id is; None when there is none."""
        return self.positions.get(document_id)

    def __len__(self) -> int:
        return len(self.catalogue)

    @overload
    def __getitem__(self, at: int) -> Document: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Document]: ...
    def __getitem__(self, at: int | slice) -> Document | Sequence[Document]:
        if isinstance(at, slice):
            return tuple(self._at(i) for i in range(len(self))[at])
        return self._at(range(len(self))[at])

    def __iter__(self) -> Iterator[Document]:
        return map(self._decoded, range(len(self)))

    def encoded(self, at: int) -> Encoded:
        """The lines of a document, undecoded, so that another index can have them."""
        card = self.catalogue[at]
        return Encoded(card.id, self._line(at), encode(card) + b"\n")

    def _decoded(self, at: int) -> Document:
        try:
            return _read(self._line(at))
        except ValueError as error:
            raise self._damaged(at, error) from None

    def _line(self, at: int) -> bytes:
        start = int(self._places[at - 1, 0]) if at else 0
        end, checksum = map(int, self._places[at])
        line = self._data[start:end]
        if crc32(line) != checksum:
            raise self._damaged(at, "校验和不符")
        return line

    def _damaged(self, at: int, why: object) -> IndexDamaged:
        return IndexDamaged(f"索引中的文件 {self.catalogue[at].id} 读不出（{why}）。{MEND}")


class DocumentsById(Mapping[str, Document]):
    """The documents of a store by their ids, in its order; each is decoded when asked for."""

    def __init__(self, store: DocumentStore) -> None:
        self._store = store

    def __getitem__(self, document_id: str) -> Document:
        position = self._store.position(document_id)
        if position is None:
            raise KeyError(document_id)
        return self._store[position]

    def __iter__(self) -> Iterator[str]:
        return (document.id for document in self._store.catalogue)

    def __len__(self) -> int:
        return len(self._store)


def encoded(document: Document) -> Encoded:
    """A document as the index keeps it."""
    card = replace(document, text="", clauses=(), oddities=(), layout=None)
    return Encoded(document.id, encode(document) + b"\n", encode(card) + b"\n")


def write_documents(directory: Path, documents: Iterable[Encoded]) -> None:
    """Write what ``DocumentStore`` reads."""
    places, end = [], 0
    with (directory / LINES).open("wb") as lines, (directory / _CATALOGUE).open("wb") as catalogue:
        for document in documents:
            end += lines.write(document.whole)
            places.append((end, crc32(document.whole)))
            catalogue.write(document.card)
    np.save(directory / _PLACES, np.array(places, np.int64).reshape(-1, 2))
