"""What is handed in: files from a path, or from an upload, each with its sidecar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import ARCHIVE, LARGEST_FILE, LOOKED_INTO, members

_NOTES = ".toml"
_LONGEST_NAME = 200  # bytes in UTF-8; most file systems take 255
_UNNAMEABLE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file handed in; ``fault`` says in Chinese why there are no bytes of it."""

    name: str  # without folders
    data: bytes = b""
    notes: bytes | None = None  # 旁注, where one came along
    fault: str | None = None

    @property
    def stem(self) -> str:
        """The id that the document would have."""
        return PurePosixPath(self.name).stem


def parcels(path: Path) -> Iterator[Parcel]:
    """The files at ``path``: itself, or everything in a folder and its sub-folders, in the order of names.

    A zip stands for the files in it; a sidecar beside a file goes with it. What cannot be opened is a
    parcel with a fault.
    """
    if not path.is_dir():
        yield from _unpacked(_opened(path))
        return
    inside = (each.relative_to(path) for each in sorted(path.rglob("*")) if each.is_file())
    for each in inside:
        hidden = any(part.startswith(".") for part in each.parts)
        if not hidden and each.suffix.lower() != _NOTES and each.stem.lower() != "readme":
            yield from _unpacked(_opened(path / each))


def uploaded(files: Iterable[tuple[str, bytes]]) -> Iterator[Parcel]:
    """Parcels of files that came as names and bytes; a sidecar goes with the file of the same name."""
    named = [(file_name(name), data) for name, data in files]
    notes = {Path(name).stem: data for name, data in named if name.lower().endswith(_NOTES)}
    documents = [(name, data) for name, data in named if not name.lower().endswith(_NOTES)]
    for name, data in documents:
        yield from _unpacked(Parcel(name, data, notes.pop(Path(name).stem, None)))
    yield from (Parcel(f"{stem}{_NOTES}", fault="旁注不能单独添加，请与同名的文件一起添加") for stem in notes)


def _unpacked(parcel: Parcel) -> Iterator[Parcel]:
    """The files in a zip; any other parcel is itself."""
    if parcel.fault or PurePosixPath(parcel.name).suffix.lower() != ARCHIVE:
        yield parcel
        return
    try:
        for name, data in members(parcel.name, parcel.data):
            yield Parcel(file_name(name), data)
    except CorpusError as fault:
        yield Parcel(parcel.name, fault=fault.message)


def file_name(given: str) -> str:
    """The last part of a path as some system writes it, in composed characters."""
    return unicodedata.normalize("NFC", PurePosixPath(given.replace("\\", "/")).name).strip()


def misnamed(name: str) -> str | None:
    """What is wrong with a file's name, in Chinese; None when nothing is."""
    if name.startswith(".") or not PurePosixPath(name).stem or _UNNAMEABLE.search(name):
        return '文件名不能以点开头，也不能含有 \\ / : * ? " < > | 和控制字符，请改名后再添加'
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        return f"文件名太长，请缩短到 {_LONGEST_NAME // 3} 个汉字以内"
    if PurePosixPath(name).stem.lower() == "readme":
        return "名为 readme 的文件不作为政策文件读取，请改名后再添加"
    return None


def readable(name: str) -> bool:
    """Whether a file of this name is read as a document of the corpus."""
    return misnamed(name) is None and PurePosixPath(name).suffix.lower() in LOOKED_INTO


def _opened(path: Path) -> Parcel:
    name, beside = file_name(path.name), path.with_suffix(_NOTES)
    try:
        if path.stat().st_size > LARGEST_FILE:
            return Parcel(name, fault=f"文件超过 {LARGEST_FILE >> 20} MB，请拆分后再添加")
        return Parcel(name, path.read_bytes(), beside.read_bytes() if beside.is_file() else None)
    except FileNotFoundError:
        return Parcel(name, fault="找不到这个文件。请检查路径")
    except OSError as error:
        return Parcel(name, fault=f"打不开：{error.strerror}。请检查文件和权限")
