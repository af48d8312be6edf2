"""The documents of an index: one JSON line each, read when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from mmap import ACCESS_READ, mmap
from os import SEEK_END
from pathlib import Path
from typing import NamedTuple, TypeVar, overload
from zlib import crc32

import numpy as np

from yiyang_qa.errors import IndexDamaged
from yiyang_qa.index.codec import encode, reader
from yiyang_qa.index.manifest import MEND
from yiyang_qa.types import Document

T = TypeVar("T")

LINES = "documents.jsonl"
_PLACES = "documents-places.npy"  # per line: the byte after it, and its CRC-32
_CATALOGUE = "catalogue.jsonl"
_KEPT = 256  # documents held decoded; one of sixty clauses takes 0.3 ms to decode


@dataclass(frozen=True, slots=True)
class _Named:
    id: str


@dataclass(frozen=True, slots=True)
class _Digested:
    sha256: str


_read, _named, _digested = reader(Document), reader(_Named), reader(_Digested)


class Encoded(NamedTuple):
    """A document as the index keeps it, each in one line."""

    id: str
    whole: bytes
    card: bytes  # without text, clauses, oddities and layout
    checksum: int  # CRC-32 of the whole


class DocumentStore(Sequence[Document]):
    """Documents by position, the one that ``PassageTable.document`` gives.

    Raises:
        IndexDamaged: a line is asked for that is not as it was written.
    """

    def __init__(self, directory: Path) -> None:
        self._data, self._catalogue = _mapped(directory / LINES), _mapped(directory / _CATALOGUE)
        self._places = np.load(directory / _PLACES, allow_pickle=False)
        self._ids = [_named(card).id for card in _lines(self._catalogue)]
        self.positions = {name: at for at, name in enumerate(self._ids)}
        self._at = lru_cache(_KEPT)(self._decoded)

    @cached_property
    def catalogue(self) -> tuple[Document, ...]:
        """All documents without text, clauses, oddities and layout: enough to filter by, light enough to keep."""
        return tuple(self._listed(_read))

    def digests(self) -> list[str]:
        """SHA-256 of each document's file."""
        return [each.sha256 for each in self._listed(_digested)]

    def position(self, document_id: str) -> int | None:
        """Where the document with this id is; None when there is none."""
        return self.positions.get(document_id)

    def __len__(self) -> int:
        return len(self._ids)

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
        return Encoded(self._ids[at], self._line(at), self._cards[at], int(self._places[at, 1]))

    @cached_property
    def _cards(self) -> list[bytes]:
        return _lines(self._catalogue)

    def _listed(self, read: Callable[[bytes], T]) -> list[T]:
        try:
            return [read(card) for card in _lines(self._catalogue)]
        except ValueError as error:
            raise IndexDamaged(f"索引的目录读不出（{error}）。{MEND}") from None

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
        return IndexDamaged(f"索引中的文件 {self._ids[at]} 读不出（{why}）。{MEND}")


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
        return iter(self._store.positions)

    def __len__(self) -> int:
        return len(self._store)


def encoded(document: Document) -> Encoded:
    """A document as the index keeps it."""
    card = replace(document, text="", clauses=(), oddities=(), layout=None)
    whole = encode(document) + b"\n"
    return Encoded(document.id, whole, encode(card) + b"\n", crc32(whole))


def write_documents(directory: Path, documents: Iterable[Encoded]) -> None:
    """Write what ``DocumentStore`` reads."""
    places, end = [], 0
    with (directory / LINES).open("wb") as lines, (directory / _CATALOGUE).open("wb") as catalogue:
        for document in documents:
            end += lines.write(document.whole)
            places.append((end, document.checksum))
            catalogue.write(document.card)
    np.save(directory / _PLACES, np.array(places, np.int64).reshape(-1, 2))


def _mapped(path: Path) -> mmap | bytes:
    with path.open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ) if file.seek(0, SEEK_END) else b""


def _lines(data: mmap | bytes) -> list[bytes]:
    return data[:].splitlines(keepends=True)
