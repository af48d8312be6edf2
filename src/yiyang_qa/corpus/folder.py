"""A folder of policy documents, one file each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from yiyang_qa.corpus.entries import Entry, entries, visible
from yiyang_qa.corpus.sidecar import Sidecar, read_sidecar
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import Extract, read
from yiyang_qa.types import Layout

T = TypeVar("T")

_NOTHING = Extract("")


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


def read_corpus(directory: Path) -> tuple[SourceFile, ...]:
    """All documents of a folder in the order of their ids; sub-folders are not entered.

    A zip stands for the documents inside it, named ``包.zip/文件.docx``.

    Raises:
        CorpusError: the folder is missing or holds no document, or files cannot be
            read; one error names them all, and says how to mend each.
    """
    faults: list[str] = []
    found = entries(directory, faults)
    faults = [*_clashes(found), *_orphans(directory, found), *faults]
    files = tuple(_read(directory, entry, faults) for entry in found)
    if faults:
        raise CorpusError("\n".join([f"{directory} 中有文件读不了：", *faults]))
    return files


def read_file(path: Path) -> SourceFile:
    """A document outside any folder, without sidecar.

    Raises:
        CorpusError: the file cannot be read.
    """
    entry = Entry(path, str(path))
    try:
        data = entry.content()
        return _source(entry, data, read(path.name, data), b"", Sidecar())
    except CorpusError as fault:
        raise CorpusError(f"{entry.shown} {fault.message}") from None


def _clashes(found: Iterable[Entry]) -> list[str]:
    """Documents that would share an id. ``found`` are in the order of their ids."""
    same = [[entry.shown for entry in group] for _, group in groupby(found, lambda entry: entry.id)]
    return [f"{'、'.join(names)} 的编号相同，请给其中一个改名" for names in same if len(names) > 1]


def _orphans(directory: Path, found: Sequence[Entry]) -> list[str]:
    """Sidecars without their document: most likely a misspelt name."""
    ids = {entry.id for entry in found}
    lone = [p.name for p in visible(directory) if p.suffix.lower() == ".toml" and p.stem not in ids]
    return [f"{name} 没有同名的政策文件，请改成与文件相同的名字，或删除它" for name in lone]


def _read(directory: Path, entry: Entry, faults: list[str]) -> SourceFile:
    beside = directory / f"{entry.id}.toml"
    data, extract = _content(entry, partial(read, entry.path.name), _NOTHING, faults)
    notes, sidecar = (
        _content(Entry(beside, beside.name), read_sidecar, Sidecar(), faults)
        if beside.is_file()
        else (b"", Sidecar())
    )
    return _source(entry, data, extract, notes, sidecar)


def _source(entry: Entry, data: bytes, extract: Extract, notes: bytes, sidecar: Sidecar) -> SourceFile:
    digest = sha256(data)
    return SourceFile(
        id=entry.id,
        path=entry.path,
        text=extract.text,
        sha256=digest.hexdigest(),
        fingerprint=sha256(digest.digest() + notes).hexdigest(),
        sidecar=sidecar,
        layout=extract.layout,
    )


def _content(entry: Entry, reading: Callable[[bytes], T], empty: T, faults: list[str]) -> tuple[bytes, T]:
    """An entry's bytes and what they say; a fault is noted and ``empty`` stands in."""
    try:
        data = entry.content()
        return data, reading(data)
    except CorpusError as fault:
        faults.append(f"{entry.shown} {fault.message}")
    return b"", empty
