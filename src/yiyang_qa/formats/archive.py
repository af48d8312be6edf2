"""压缩包: the documents inside a zip."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.kinds import ACCEPTED, ARCHIVE, LOOKED_INTO
from yiyang_qa.formats.limits import DEEPEST, LARGEST_PACKAGE
from yiyang_qa.formats.package import Package

#: A member whose presence tells that the zip is itself a document.
_DOCUMENTS = ("[Content_Types].xml", "OFD.xml", "mimetype")


def members_of(name: str, data: bytes) -> list[tuple[str, bytes]]:
    """The documents in the zip ``data``: file name without folders, and bytes.

    A zip that is itself a document (docx, ofd) under a wrong name is its own only member.

    Raises:
        CorpusError: damaged, too large, nested too deep or without documents.
    """
    found = list(_walk(name, data, DEEPEST))
    if sum(len(content) for _, content in found) > LARGEST_PACKAGE:
        raise CorpusError("解开后超出限度。请分成几个压缩包再放入")
    if not found:
        raise CorpusError(f"中没有文件可读。请放入 {'、'.join(ACCEPTED)} 格式的政策文件")
    return found


def _walk(name: str, data: bytes, depth: int) -> Iterator[tuple[str, bytes]]:
    if not depth:
        raise CorpusError("压缩包套得太深。请解压后再放入")
    package = Package(data)
    if any(sign in package for sign in _DOCUMENTS):
        yield name, data
        return
    for path in package:
        member = PurePosixPath(path)
        if not _is_document(member):
            continue
        content = package.read(path)
        if member.suffix.lower() == ARCHIVE:
            yield from _walk(member.name, content, depth - 1)
        else:
            yield member.name, content


def _is_document(member: PurePosixPath) -> bool:
    hidden = "__MACOSX" in member.parts or member.name.startswith(".")
    return not hidden and member.suffix.lower() in LOOKED_INTO and member.stem.lower() != "readme"
