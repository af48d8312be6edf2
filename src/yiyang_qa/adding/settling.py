"""确认: fields of a document settled by somebody who looked, checked before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from yiyang_qa.adding.notes import Value, amended
from yiyang_qa.corpus import FIELDS, SourceFile, with_notes
from yiyang_qa.corpus.sidecar import MAY_LACK
from yiyang_qa.errors import CorpusError, RequestInvalid
from yiyang_qa.reading import Reading, read_document
from yiyang_qa.types import Document, Region


@dataclass(frozen=True, slots=True)
class Settled:
    """A sidecar with fields settled, the document before, and what its file is read as with them."""

    fields: tuple[str, ...]
    notes: bytes
    before: Document
    reading: Reading

    @property
    def after(self) -> Document:
        """The document with the fields settled."""
        return self.reading.document

    def changes(self) -> Iterator[dict[str, Value]]:
        """Each field with its old and its new value, equal where it was confirmed as it stood."""
        for name in self.fields:
            yield {"field": name, "old": _plain(self.before, name), "new": _plain(self.after, name)}


def settle(source: SourceFile, values: Mapping[str, Value], as_read: Iterable[str]) -> Settled:
    """``values`` given to fields of ``source``; those named in ``as_read`` stay as they are.

    Raises:
        RequestInvalid: no such field, or no value for it; says which.
    """
    before = read_document(source)
    settled = {name: _as_read(before, name) for name in map(_known, as_read)}
    settled |= {_known(name): _given(name, value) for name, value in values.items()}
    beside = notes_path(source)
    notes = amended(beside.read_bytes() if beside.is_file() else b"", settled)
    return Settled(tuple(settled), notes, before, _read(source, notes, settled))


def notes_path(source: SourceFile) -> Path:
    """Where the sidecar of a document is, or would be."""
    archive = source.path.parent  # where the document lies in one
    return (archive.parent if archive.is_file() else archive) / f"{source.id}.toml"


def _known(name: str) -> str:
    if name not in FIELDS:
        raise RequestInvalid(f"没有 {name} 这个字段，可以确认的有 {'、'.join(FIELDS)}。", name)
    return name


def _given(name: str, value: Value) -> Value:
    if value is None and name not in MAY_LACK:
        raise RequestInvalid(f"{name} 不能空着，请写出来。", name)
    return value


def _as_read(document: Document, name: str) -> Value:
    """A field as it stands, as a sidecar writes it."""
    value = _plain(document, name)
    if not value and name not in MAY_LACK:
        raise RequestInvalid(f"{name} 还没有值，请写出来再确认。", name)
    return value or None


def _plain(document: Document, name: str) -> Value:
    value = getattr(document, name)
    if isinstance(value, Region):
        return value.code
    return list(value) if isinstance(value, tuple) else value


def _read(source: SourceFile, notes: bytes, settled: Iterable[str]) -> Reading:
    """The document as the new sidecar makes it."""
    try:
        return Reading.of(with_notes(source, notes))
    except CorpusError as error:
        culprit = next((name for name in settled if name in error.message), None)
        raise RequestInvalid(error.message, culprit) from None
