"""What a file is, told by its first bytes; its name is only a hint."""

from __future__ import annotations

import re
from enum import StrEnum
from pathlib import PurePath

from yiyang_qa.errors import CorpusError


class Format(StrEnum):
    """What the readers tell apart."""

    PLAIN = "plain"  # txt, md
    HTML = "html"
    PDF = "pdf"
    PICTURE = "picture"
    PACKAGE = "package"  # a zip: docx, ofd, or an archive of documents


#: Suffixes of what is read, as told to users.
ACCEPTED = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".docx",
    ".pdf",
    ".ofd",
    ".png",
    ".jpg",
    ".jpeg",
    ".tif",
    ".tiff",
    ".bmp",
    ".gif",
    ".webp",
    ".jp2",
    ".zip",
)
#: Looked into all the same: sites serve web pages and docx under these names.
LOOKED_INTO = (*ACCEPTED, ".docm", ".doc", ".wps")
ARCHIVE = ".zip"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS_DOCX = "请用 Word 或 WPS 打开，另存为 .docx 再放入"

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<\?xml[^>]*>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body)\b",
    re.DOTALL | re.IGNORECASE,
)

#: First match wins; a refusal's message takes the place of the format.
_SIGNS: tuple[tuple[re.Pattern[bytes], Format | str], ...] = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), verdict)
    for pattern, verdict in (
        (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", Format.PACKAGE),
        (rb".{0,1024}?%PDF-\d", Format.PDF),
        (
            rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|II\*\0|MM\0\*|BM.{4}\0\0\0\0|GIF8[79]a|RIFF.{4}WEBP"
            rb"|\0\0\0\x0cjP  \r\n\x87\n|\xff\x4f\xff\x51",
            Format.PICTURE,
        ),
        (rb"\s*\{\\rtf", f"是 RTF 文件。{_SAVE_AS_DOCX}"),
        (
            rb"\s*(?:MIME-Version|Content-Type|From|Subject):[^\n]*\n.{0,4000}?multipart/related",
            "是单个文件网页（MHT）。请用浏览器打开，另存为“网页，仅 HTML”再放入",
        ),
        (
            rb"(?:\xef\xbb\xbf)?\s*<\?xml.{0,600}?progid=\"Word\.Document",
            f"是 Word 2003 的 XML 文件。{_SAVE_AS_DOCX}",
        ),
        (
            rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08",
            "是 RAR、7z 或 gz 压缩包。请解压后放入，或改用 .zip",
        ),
        (rb"AC&D|CAJ|HN\0", "是 CAJ 文件。请用阅读器打开，另存为 PDF 再放入"),
    )
)
_HEAD = 4096
_MARK = re.compile(rb"\A(?:\xff\xfe|\xfe\xff)")
_MARKUP = re.compile(rb"<(?:html|head|body|div|p|table|span|br)\b", re.IGNORECASE)


def format_of(name: str, data: bytes) -> Format:
    """The format of the file ``data``.

    Raises:
        CorpusError: a format that is known and not read; says what to convert it to.
    """
    if data.startswith(_OLE):
        raise CorpusError(_compound(name, data))
    for sign, verdict in _SIGNS:
        if sign.match(data[:_HEAD]):
            if isinstance(verdict, Format):
                return verdict
            raise CorpusError(verdict)
    plain = _narrow(data)
    named_html = PurePath(name).suffix.lower() in {".html", ".htm"}
    return Format.HTML if _PAGE.match(plain) or (named_html and _MARKUP.search(plain)) else Format.PLAIN


def _narrow(data: bytes) -> bytes:
    """``data`` with the ASCII of UTF-16 as single bytes; markup is ASCII."""
    return _MARK.sub(b"", data, count=1).replace(b"\0", b"") if b"\0" in data[:_HEAD] else data


def _compound(name: str, data: bytes) -> str:
    """What to do with an OLE compound file: old office formats, and encrypted new ones."""
    if _ENCRYPTED in data:
        return "设有打开密码。请取消密码后另存再放入"
    suffix = PurePath(name).suffix.lower()
    if suffix in {".xls", ".et"}:
        return "是旧版表格文件。请打开后另存为 .pdf，或把表格复制到 .docx 中再放入"
    if suffix in {".ppt", ".dps"}:
        return "是旧版演示文件。请打开后另存为 .pdf 再放入"
    kind = "WPS 文字文件" if suffix == ".wps" else "旧版 Word 文件"
    return f"是{kind}。{_SAVE_AS_DOCX}"
