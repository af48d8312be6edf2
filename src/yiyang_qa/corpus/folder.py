"""A folder of policy documents, one file each."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from typing import TypeVar

from yiyang_qa.corpus.decoding import decode
from yiyang_qa.corpus.sidecar import Sidecar, read_sidecar
from yiyang_qa.errors import CorpusError

T = TypeVar("T")

#: Suffix → what reads the text out of a file of that format.
FORMATS: dict[str, Callable[[bytes], str]] = {
    ".txt": decode,
    ".md": decode,
}


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document as it lies in the folder.

    ``fingerprint`` changes with the file or its sidecar: what an index is compared with.
    """

    id: str  # the file name without extension
    path: Path
    text: str  # exactly as decoded
    sha256: str  # of the file's bytes
    fingerprint: str
    sidecar: Sidecar


@dataclass(frozen=True, slots=True)
class Listed:
    """A document of the folder, seen but not read."""

    id: str
    path: Path
    fingerprint: str  # that of its ``SourceFile``


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

    def read(self, ids: Container[str]) -> tuple[SourceFile, ...]:
        """The documents named, in the order of the survey.

        Raises:
            CorpusError: files cannot be read; one error names them all, and says how to mend each.
        """
        faults = list(self.faults)
        files = tuple(_read(listed.path, faults) for listed in self.files if listed.id in ids)
        if faults:
            raise CorpusError("\n".join([f"{self.directory} 中有文件读不了：", *dict.fromkeys(faults)]))
        return files


def survey(directory: Path) -> Survey:
    """What a folder holds, without decoding anything; sub-folders are not entered.

    Raises:
        CorpusError: the folder is missing or holds no document.
    """
    paths = _documents(directory)
    faults = [*_clashes(paths), *_orphans(directory, paths)]
    return Survey(directory, tuple(_listed(path, faults) for path in paths), tuple(faults))


def read_corpus(directory: Path) -> tuple[SourceFile, ...]:
    """All documents of a folder in the order of their ids; sub-folders are not entered.

    Raises:
        CorpusError: the folder is missing or holds no document, or files cannot be
            read; one error names them all, and says how to mend each.
    """
    seen = survey(directory)
    return seen.read(seen.fingerprints)


def read_file(path: Path) -> SourceFile:
    """A document outside any folder, without sidecar.

    Raises:
        CorpusError: the file cannot be read.
    """
    try:
        data, text = _opened(path, FORMATS.get(path.suffix.lower(), decode))
    except CorpusError as fault:
        raise CorpusError(f"{path} {fault.message}") from None
    return _source(path, data, text, b"", Sidecar())


def unread(directory: Path) -> tuple[Path, ...]:
    """Files of the folder that are in no format known here, so that they can be mentioned."""
    known = {*FORMATS, ".toml"}
    return tuple(path for path in _visible(directory) if path.suffix.lower() not in known)


def _documents(directory: Path) -> list[Path]:
    paths = [path for path in _visible(directory) if path.suffix.lower() in FORMATS]
    if not paths:
        others = "、".join(path.name for path in unread(directory)[:5])
        skipped = f"（{others} 等文件的格式不支持）" if others else ""
        raise CorpusError(
            f"文件夹 {directory} 中没有文件可读{skipped}。请放入 {'、'.join(FORMATS)} 格式的政策文件"
        )
    return paths


def _visible(directory: Path) -> list[Path]:
    try:
        paths = sorted(directory.iterdir(), key=lambda path: (path.stem, path.suffix))
    except FileNotFoundError:
        raise CorpusError(f"找不到文件夹 {directory}。请新建它并放入政策文件，或另指定一个") from None
    except OSError as error:
        raise CorpusError(f"打不开文件夹 {directory}：{error.strerror}。请检查路径和权限") from None
    return [p for p in paths if not p.name.startswith(".") and p.stem.lower() != "readme" and p.is_file()]


def _clashes(paths: Iterable[Path]) -> list[str]:
    """Files that would share an id. ``paths`` are in the order of their stems."""
    same = [[path.name for path in group] for _, group in groupby(paths, lambda path: path.stem)]
    return [f"{'、'.join(names)} 的编号相同，请给其中一个改名" for names in same if len(names) > 1]


def _orphans(directory: Path, paths: Iterable[Path]) -> list[str]:
    """Sidecars without their document: most likely a misspelt name."""
    ids = {path.stem for path in paths}
    lone = [p.name for p in _visible(directory) if p.suffix.lower() == ".toml" and p.stem not in ids]
    return [f"{name} 没有同名的政策文件，请改成与文件相同的名字，或删除它" for name in lone]


def _listed(path: Path, faults: list[str]) -> Listed:
    data, beside = _content(path, bytes, b"", faults)[0], _beside(path)
    notes = _content(beside, bytes, b"", faults)[0] if beside else b""
    return Listed(path.stem, path, _fingerprint(sha256(data).digest(), notes))


def _read(path: Path, faults: list[str]) -> SourceFile:
    beside = _beside(path)
    data, text = _content(path, FORMATS[path.suffix.lower()], "", faults)
    notes, sidecar = _content(beside, read_sidecar, Sidecar(), faults) if beside else (b"", Sidecar())
    return _source(path, data, text, notes, sidecar)


def _beside(path: Path) -> Path | None:
    """The sidecar of a document, where there is one."""
    sidecar = path.with_suffix(".toml")
    return sidecar if sidecar.is_file() else None


def _source(path: Path, data: bytes, text: str, notes: bytes, sidecar: Sidecar) -> SourceFile:
    digest = sha256(data)
    return SourceFile(
        id=path.stem,
        path=path,
        text=text,
        sha256=digest.hexdigest(),
        fingerprint=_fingerprint(digest.digest(), notes),
        sidecar=sidecar,
    )


def _fingerprint(digest: bytes, notes: bytes) -> str:
    return sha256(digest + notes).hexdigest()


def _content(path: Path, read: Callable[[bytes], T], empty: T, faults: list[str]) -> tuple[bytes, T]:
    """A file's bytes and what they say; a fault is noted and ``empty`` stands in."""
    try:
        return _opened(path, read)
    except CorpusError as fault:
        faults.append(f"{path.name} {fault.message}")
    return b"", empty


def _opened(path: Path, read: Callable[[bytes], T]) -> tuple[bytes, T]:
    """A file's bytes and what they say; the message of an error does not name the file."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CorpusError(f"打不开：{error.strerror}。请检查文件和权限") from None
    return data, read(data)
