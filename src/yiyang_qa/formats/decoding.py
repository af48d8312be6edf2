"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter

from yiyang_qa.errors import CorpusError

#: Byte order mark → the encoding it announces. The mark is no part of the text.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_LAYOUT = frozenset("\t\n\v\f\r")
#: A file with a larger share of control characters is no text.
_NOISE = 0.1

_NO_TEXT = "不是文本文件，或编码无法识别。请另存为 UTF-8 编码的文本再放入"


def decode(data: bytes) -> str:
    """Exactly the characters that ``data`` encodes; line ends stay as they are.

    Raises:
        CorpusError: nothing in it, no text in UTF-8, UTF-16 with a mark, or GB 18030,
            or UTF-8 with damaged places.
    """
    text = _characters(data)
    if not text.strip():
        raise CorpusError("是空文件。请补上正文，或把它移出文件夹")
    if "\0" in text or _noise(text) > _NOISE:
        raise CorpusError(_NO_TEXT)
    return text


def _characters(data: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decoded(data.removeprefix(mark), encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise CorpusError(
                f"是 UTF-8 文本，但从第 {error.start + 1} 个字节起有损坏。请重新取得原文"
            ) from None
    return _decoded(data, "gb18030")  # holds all of GB 2312 and GBK


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise CorpusError(_NO_TEXT) from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all of it is UTF-8: GB 18030 would read such a file as rare characters."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) > 10 * damaged


def _noise(text: str) -> float:
    """Share of control, unassigned and surrogate characters."""
    noisy = (
        times
        for char, times in Counter(text).items()
        if unicodedata.category(char) in {"Cc", "Cn", "Cs"} and char not in _LAYOUT
    )
    return sum(noisy) / len(text)
