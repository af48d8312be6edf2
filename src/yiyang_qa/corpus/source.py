"""A document as it lies in the folder, with its sidecar."""

from __future__ import annotations

from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from yiyang_qa.corpus.digesting import digest_of
from yiyang_qa.corpus.entries import Entry, unpacked
from yiyang_qa.corpus.sidecar import Sidecar, read_sidecar
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import ARCHIVE, Extract, read
from yiyang_qa.types import Layout

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document as it lies in the folder.

    ``fingerprint`` changes with the file or its sidecar: what an index is compared with.
    """

    id: str  # the file name without extension
    path: Path
    text: str  # as read; kept for ever
    sha256: str  # of the file's bytes
    fingerprint: str
    sidecar: Sidecar
    layout: Layout | None = None  # of a file that has pages


#: What files say by their SHA-256; what has pages is put in as it is read.
Known = MutableMapping[str, Extract]


def read_file(path: Path, known: Known | None = None) -> SourceFile:
    """A document outside any folder, without sidecar; it is not read where it is ``known`` what it says.

    Raises:
        CorpusError: the file cannot be read.
    """
    entry = Entry(path, str(path))
    try:
        data = entry.content()
        return _source(entry, data, _said(path.name, known, data), b"", Sidecar())
    except CorpusError as fault:
        raise CorpusError(f"{entry.shown} {fault.message}") from None


def read_path(path: Path, faults: list[str]) -> tuple[SourceFile, ...]:
    """The document at ``path`` as ``read_file`` reads it; of a zip those in it, what cannot be read is noted.

    Raises:
        CorpusError: the file, which is no zip, cannot be read.
    """
    if path.suffix.lower() != ARCHIVE:
        return (read_file(path),)
    return tuple(_packed(Entry(path, str(path)), faults))


def _packed(archive: Entry, faults: list[str]) -> Iterator[SourceFile]:
    for entry in unpacked(archive, faults):
        noted = len(faults)
        source = read_entry(entry, None, None, faults)
        if len(faults) == noted:
            yield source


def with_notes(source: SourceFile, notes: bytes) -> SourceFile:
    """The document with these bytes for its sidecar; its own file is not read again.

    Raises:
        CorpusError: they are no sidecar (see ``read_sidecar``).
    """
    digest = bytes.fromhex(source.sha256)
    return replace(source, sidecar=read_sidecar(notes), fingerprint=_fingerprint(digest, notes))


def read_entry(entry: Entry, beside: Entry | None, known: Known | None, faults: list[str]) -> SourceFile:
    """A document and the sidecar ``beside`` it; what cannot be read is noted, and nothing stands in for it.

    What it says need not be found out where its SHA-256 is ``known``.
    """
    data, extract = _content(entry, partial(_said, entry.path.name, known), Extract(""), faults)
    notes, sidecar = _content(beside, read_sidecar, Sidecar(), faults) if beside else (b"", Sidecar())
    return _source(entry, data, extract, notes, sidecar)


def digests_of(entry: Entry, beside: Entry | None, faults: list[str]) -> tuple[str, str]:
    """``sha256`` and ``fingerprint`` of the ``SourceFile`` that ``read_entry`` makes, from its bytes alone."""
    try:
        digest = digest_of(entry)
    except CorpusError as fault:
        faults.append(f"{entry.shown} {fault.message}")
        digest = b""
    notes = _content(beside, bytes, b"", faults)[0] if beside else b""
    return digest.hex(), _fingerprint(digest, notes)


def _said(name: str, known: Known | None, data: bytes) -> Extract:
    if known is None:
        return read(name, data)
    digest = sha256(data).hexdigest()
    try:
        return known[digest]
    except KeyError:
        extract = read(name, data)
    if extract.layout:
        known[digest] = extract
    return extract


def _source(entry: Entry, data: bytes, extract: Extract, notes: bytes, sidecar: Sidecar) -> SourceFile:
    digest = sha256(data)
    return SourceFile(
        id=entry.id,
        path=entry.path,
        text=extract.text,
        sha256=digest.hexdigest(),
        fingerprint=_fingerprint(digest.digest(), notes),
        sidecar=sidecar,
        layout=extract.layout,
    )


def _fingerprint(digest: bytes, notes: bytes) -> str:
    return sha256(digest + notes).hexdigest()


def _content(entry: Entry, reading: Callable[[bytes], T], empty: T, faults: list[str]) -> tuple[bytes, T]:
    """An entry's bytes and what they say; a fault is noted and ``empty`` stands in."""
    try:
        data = entry.content()
        return data, reading(data)
    except CorpusError as fault:
        faults.append(f"{entry.shown} {fault.message}")
    return b"", empty
