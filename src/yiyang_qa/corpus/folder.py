"""A folder of policy documents: first seen, then read."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from yiyang_qa.corpus.entries import Entry, entries, visible
from yiyang_qa.corpus.source import Known, SourceFile, digests_of, read_entry
from yiyang_qa.errors import CorpusError

_NOTES = ".toml"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the folder, seen but not read."""

    id: str  # the file name without extension
    entry: Entry
    beside: Entry | None  # its sidecar
    sha256: str  # this and the next as in its ``SourceFile``
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Survey:
    """The documents of a folder in the order of their ids, known by their bytes alone."""

    directory: Path
    files: tuple[Listed, ...]
    faults: tuple[str, ...]  # what keeps them from being read together, with the mend

    @property
    def fingerprints(self) -> dict[str, str]:
        """Document id → fingerprint: what an index is compared with."""
        return {file.id: file.fingerprint for file in self.files}

    def read(self, ids: Container[str], known: Known | None = None) -> tuple[SourceFile, ...]:
        """The documents named, in the order of the survey; ``known`` is what files say.

        Raises:
            CorpusError: files cannot be read; one error names them all, and says how to mend each.
        """
        faults = list(self.faults)
        files = tuple(read_entry(f.entry, f.beside, known, faults) for f in self.files if f.id in ids)
        if faults:
            raise CorpusError("\n".join([f"{self.directory} 中有文件读不了：", *dict.fromkeys(faults)]))
        return files


def survey(directory: Path) -> Survey:
    """What a folder holds, without decoding anything; sub-folders are not entered.

    A zip stands for the documents inside it, named ``包.zip/文件.docx``.

    Raises:
        CorpusError: the folder is missing or holds no document.
    """
    files, faults = visible(directory), list[str]()
    found = entries(directory, files, faults)
    notes = {path.stem: Entry(path, path.name) for path in files if path.suffix.lower() == _NOTES}
    listed = tuple(_listed(entry, notes, faults) for entry in found)
    return Survey(directory, listed, (*_clashes(listed), *_orphans(notes, listed), *faults))


def read_corpus(directory: Path) -> tuple[SourceFile, ...]:
    """All documents of a folder in the order of their ids; sub-folders are not entered.

    Raises:
        CorpusError: the folder is missing or holds no document, or files cannot be
            read; one error names them all, and says how to mend each.
    """
    seen = survey(directory)
    return seen.read(seen.fingerprints)


def _listed(entry: Entry, notes: Mapping[str, Entry], faults: list[str]) -> Listed:
    document_id = entry.id
    beside = notes.get(document_id)
    return Listed(document_id, entry, beside, *digests_of(entry, beside, faults))


def _clashes(found: Iterable[Listed]) -> list[str]:
    """Documents that would share an id. ``found`` are in the order of their ids."""
    same = [[file.entry.shown for file in group] for _, group in groupby(found, lambda file: file.id)]
    return [f"{'、'.join(names)} 的编号相同，请给其中一个改名" for names in same if len(names) > 1]


def _orphans(notes: Mapping[str, Entry], found: Iterable[Listed]) -> list[str]:
    """Sidecars without their document: most likely a misspelt name."""
    ids = {file.id for file in found}
    lone = [beside.shown for document_id, beside in notes.items() if document_id not in ids]
    return [f"{name} 没有同名的政策文件，请改成与文件相同的名字，或删除它" for name in lone]
