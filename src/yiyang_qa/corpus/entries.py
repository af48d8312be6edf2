"""What lies in a folder: files, and the documents packed in its archives."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import ACCEPTED, ARCHIVE, LARGEST_FILE, LOOKED_INTO, members

_MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Entry:
    """A file, or a member of an archive, whose bytes are there already."""

    path: Path  # of a member: the archive's path, then its file name
    shown: str  # how messages call it
    packed: bytes | None = None

    @property
    def id(self) -> str:
        """The file name without extension."""
        return self.path.stem

    def content(self) -> bytes:
        """Its bytes.

        Raises:
            CorpusError: it cannot be opened, or is so large that it is not read at all.
        """
        if self.packed is not None:
            return self.packed
        try:
            if self.path.stat().st_size > LARGEST_FILE:
                raise CorpusError(f"超过 {LARGEST_FILE // _MIB} MB。请拆成几份，或压缩其中的图片后再放入")
            return self.path.read_bytes()
        except OSError as error:
            raise CorpusError(f"打不开：{error.strerror}。请检查文件和权限") from None


def entries(directory: Path, files: Sequence[Path], faults: list[str]) -> list[Entry]:
    """The documents among the visible ``files`` of a folder; archives that cannot be opened are faults.

    Raises:
        CorpusError: none of them could be read.
    """
    found: list[Entry] = []
    for path in _documents(directory, files):
        entry = Entry(path, path.name)
        found += unpacked(entry, faults) if path.suffix.lower() == ARCHIVE else [entry]
    return sorted(found, key=lambda entry: _order(entry.path))


def visible(directory: Path) -> list[Path]:
    """The files of a folder by their names, hidden ones and its README left out, sub-folders not entered.

    Raises:
        CorpusError: the folder is missing or cannot be opened.
    """
    try:
        with os.scandir(directory) as found:
            names = sorted(each.name for each in found if each.name[0] != "." and _is_file(each))
    except FileNotFoundError:
        raise CorpusError(f"找不到文件夹 {directory}。请新建它并放入政策文件，或另指定一个") from None
    except OSError as error:
        raise CorpusError(f"打不开文件夹 {directory}：{error.strerror}。请检查路径和权限") from None
    return [directory / name for name in names if os.path.splitext(name)[0].lower() != "readme"]


def unread(directory: Path) -> tuple[Path, ...]:
    """Files of the folder that are in no format known here, so that they can be mentioned."""
    known = {*LOOKED_INTO, ".toml"}
    return tuple(path for path in visible(directory) if path.suffix.lower() not in known)


def _documents(directory: Path, files: Sequence[Path]) -> Iterable[Path]:
    paths = [path for path in files if path.suffix.lower() in LOOKED_INTO]
    if not paths:
        others = "、".join(path.name for path in unread(directory)[:5])
        skipped = f"（{others} 等文件的格式不支持）" if others else ""
        raise CorpusError(
            f"文件夹 {directory} 中没有文件可读{skipped}。请放入 {'、'.join(ACCEPTED)} 格式的政策文件"
        )
    return paths


def _is_file(found: os.DirEntry[str]) -> bool:
    return found.is_file(follow_symlinks=False) or (found.is_symlink() and Path(found).is_file())


def _order(path: Path) -> tuple[str, str, str]:
    return path.stem, path.suffix, str(path)


def unpacked(archive: Entry, faults: list[str]) -> Iterable[Entry]:
    """The documents in a zip; one that cannot be opened is a fault."""
    try:
        found = members(archive.shown, archive.content())
    except CorpusError as fault:
        faults.append(f"{archive.shown} {fault.message}")
        return []
    return [Entry(archive.path / name, f"{archive.shown}/{name}", data) for name, data in found]
