"""zip packages (docx, ofd, archives of documents), opened within bounds.

Nothing is written to disk, so that a member's name leads nowhere. What a member says of its
own size is not believed: no more is unpacked than the bounds allow.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from lzma import LZMAError
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.limits import LARGEST_MEMBER, LARGEST_PACKAGE, MIB, MOST_MEMBERS

_UTF8_NAME = 0x800  # general purpose bit 11
_ENCRYPTED = 0x1
_DAMAGED = "压缩包已损坏。请重新取得原文件"


class Package:
    """The members of a zip by name; reading counts against the bounds of the whole."""

    def __init__(self, data: bytes) -> None:
        """Raises CorpusError: no zip, or too many members."""
        try:
            self._zip = ZipFile(BytesIO(data))
        except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError):
            raise CorpusError(_DAMAGED) from None
        infos = self._zip.infolist()
        if len(infos) > MOST_MEMBERS:
            raise CorpusError(f"压缩包中的文件超过 {MOST_MEMBERS} 个。请分成几个再放入")
        self._infos = {_name(info): info for info in infos if info.filename and not info.is_dir()}
        self._left = LARGEST_PACKAGE

    def __contains__(self, name: object) -> bool:
        return name in self._infos

    def __iter__(self) -> Iterator[str]:
        return iter(self._infos)

    def read(self, name: str) -> bytes:
        """The unpacked member ``name``.

        Raises:
            CorpusError: absent, damaged, encrypted or too large.
        """
        info = self._infos.get(name)
        if info is None:
            raise CorpusError(f"缺少 {name}，文件不完整。请重新取得原文件")
        if info.flag_bits & _ENCRYPTED:
            raise CorpusError("压缩包设有密码。请去掉密码后再放入")
        bound = min(LARGEST_MEMBER, self._left)
        try:
            with self._zip.open(info) as member:
                data = member.read(bound + 1)
        except (
            BadZipFile,
            ValueError,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            zlib.error,
            LZMAError,
        ):
            raise CorpusError(_DAMAGED) from None
        if len(data) > bound:
            raise CorpusError(
                f"解开后超出限度（单个文件 {LARGEST_MEMBER // MIB} MB、合计 {LARGEST_PACKAGE // MIB} MB）。"
                "请解压检查，把其中的政策文件单独放入"
            )
        self._left -= len(data)
        return data


def _name(info: ZipInfo) -> str:
    """A member's name; archives made on Chinese Windows write it in GBK and do not say so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            raw = name.encode("cp437")
            name = _text(raw)
        except UnicodeError:
            pass
    return PurePosixPath(name.replace("\\", "/")).as_posix()


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb18030")
