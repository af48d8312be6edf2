"""Format → reader. This is what the confined process runs; it never trusts the file."""

from __future__ import annotations

from collections.abc import Callable

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.decoding import decode
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.kinds import Format, format_of
from yiyang_qa.formats.limits import LONGEST_TEXT
from yiyang_qa.formats.package import Package

_AS_PDF = "请打开后另存为 .pdf 再放入"


def read_here(name: str, data: bytes) -> Extract:
    """The text of a file, read in this process.

    Raises:
        CorpusError: it cannot be read; the message does not name the file.
    """
    extract = _READERS[format_of(name, data)](data)
    if not extract.text.strip():
        raise CorpusError("里没有文字。请检查原文件，扫描件请另存为 .pdf 再放入")
    if len(extract.text) > LONGEST_TEXT:
        raise CorpusError(f"的文字超过 {LONGEST_TEXT} 字。请拆成几份再放入")
    return extract


def _plain(data: bytes) -> Extract:
    return Extract(decode(data))


def _html(data: bytes) -> Extract:
    from yiyang_qa.formats.web import page_text

    return Extract(page_text(decode(data)))


def _pdf(data: bytes) -> Extract:
    from yiyang_qa.formats.paged.pdf import read_pdf

    return read_pdf(data)


def _picture(data: bytes) -> Extract:
    from yiyang_qa.formats.paged.pictures import read_picture

    return read_picture(data)


def _package(data: bytes) -> Extract:
    package = Package(data)
    for sign, read in _PACKAGES:
        if any(member == sign or member.startswith(f"{sign}/") for member in package):
            return read(package)
    raise CorpusError("是压缩包。请解压后放入，或把扩展名改成 .zip 放进文件夹")


def _docx(package: Package) -> Extract:
    from yiyang_qa.formats.word import document_text

    return Extract(document_text(package))


def _ofd(package: Package) -> Extract:
    from yiyang_qa.formats.paged.ofd import read_ofd

    return read_ofd(package)


def _refusal(message: str) -> Callable[[Package], Extract]:
    def refuse(_: Package) -> Extract:
        raise CorpusError(message)

    return refuse


#: A member, or a folder, that only a package of this kind has.
_PACKAGES: tuple[tuple[str, Callable[[Package], Extract]], ...] = (
    ("OFD.xml", _ofd),
    ("word", _docx),
    ("xl", _refusal(f"是表格文件。{_AS_PDF}，或把表格复制到 .docx 中")),
    ("ppt", _refusal(f"是演示文件。{_AS_PDF}")),
    ("mimetype", _refusal("是 OpenDocument 文件。请打开后另存为 .docx 再放入")),
    ("[Content_Types].xml", _docx),
)
_READERS: dict[Format, Callable[[bytes], Extract]] = {
    Format.PLAIN: _plain,
    Format.HTML: _html,
    Format.PDF: _pdf,
    Format.PICTURE: _picture,
    Format.PACKAGE: _package,
}
