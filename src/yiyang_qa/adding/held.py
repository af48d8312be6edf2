"""The documents that a corpus holds, read only where the index has not read them already."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

import numpy as np

from yiyang_qa.corpus import SourceFile, Survey, survey
from yiyang_qa.corpus.folder import Listed
from yiyang_qa.corpus.sidecar import Sidecar, read_sidecar
from yiyang_qa.gathering import read_before, recalled, recognised
from yiyang_qa.index import OpenIndex, Sketches
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document


class Held(Mapping[str, SourceFile]):
    """The documents of a survey by their ids, in the order of these.

    A scan takes seconds a page to read: what the index in use has read from the same file by the same
    rules is taken from there, when it is asked for.

    Raises:
        CorpusError: a file cannot be read.
    """

    def __init__(self, seen: Survey, opened: OpenIndex | None, index: Path) -> None:
        had = opened.manifest.recipe.corpus if opened else {}
        changed = {listed.id for listed in seen.files if had.get(listed.id) != listed.fingerprint}
        self._listed = {listed.id: listed for listed in seen.files}
        known = recalled(index, recognised(opened, seen, changed))
        self._read = {source.id: source for source in seen.read(changed, known)}
        self._opened = opened

    def __getitem__(self, document_id: str) -> SourceFile:
        return self._read.get(document_id) or _kept(self._listed[document_id], self._index())

    def document(self, document_id: str) -> Document:
        """A document as the index has it, or else as its file is read."""
        source = self._read.get(document_id)
        return read_document(source) if source else _indexed(self._index(), document_id)

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)

    @property
    def read(self) -> Collection[SourceFile]:
        """Those that the index had not as they are now: nobody need read their files again."""
        return self._read.values()

    def sha256(self, document_id: str) -> str:
        """The digest of a document's file."""
        return self._listed[document_id].sha256

    def sketches(self) -> Sketches:
        """Those of all documents, in their order."""
        read = Sketches.of(source.text for source in self._read.values())
        places = {document_id: at for at, document_id in enumerate(self._read)}
        kept = [] if len(read) == len(self) else [self._index().sketches()]
        for document_id in self._listed.keys() - places.keys():
            places[document_id] = len(read) + self._index().documents.positions[document_id]
        order = np.array([places[document_id] for document_id in self], np.int64)
        return Sketches.chained([read, *kept]).taken(order)

    def _index(self) -> OpenIndex:
        assert self._opened is not None  # else everything was read
        return self._opened


def held(corpus: Path, index: Path) -> Held:
    """All documents of ``corpus``.

    Raises:
        CorpusError: a file cannot be read, or there is none.
    """
    return Held(survey(corpus), read_before(index), index)


def _indexed(opened: OpenIndex, document_id: str) -> Document:
    return opened.documents[opened.documents.positions[document_id]]


def _kept(listed: Listed, opened: OpenIndex) -> SourceFile:
    document = _indexed(opened, listed.id)
    return SourceFile(
        id=listed.id,
        path=listed.entry.path,
        text=document.text,
        sha256=document.sha256,
        fingerprint=listed.fingerprint,
        sidecar=read_sidecar(listed.beside.content()) if listed.beside else Sidecar(),
        layout=document.layout,
    )
