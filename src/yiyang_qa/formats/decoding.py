"""From the bytes of a text file to its characters."""

from __future__ import annotations

import codecs
import unicodedata
from collections import Counter
from collections.abc import Iterator

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.usual import strangeness

#: Byte order mark → the encoding it announces. The mark is no part of the text.
_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF32_LE: "utf-32-le",  # before UTF-16, whose mark it begins with
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
#: What files without a mark are in that are not UTF-8; the first holds all of GB 2312 and GBK.
_UNMARKED = ("gb18030", "utf-16-le", "utf-16-be", "big5hkscs", "cp950")
_CLEARLY = 0.2  # by so much another encoding must make more of a text than the first
#: Strangeness from which on nothing tells what the bytes are: in the first encoding, and in others.
_NO_CHINESE, _NOT_SURELY = 0.5, 0.2
_LAYOUT = frozenset("\t\n\v\f\r")
#: A file with a larger share of control characters is no text.
_NOISE = 0.1

_NO_TEXT = "不是文本文件，或编码无法识别。请另存为 UTF-8 编码的文本再放入"


def decode(data: bytes) -> str:
    """Exactly the characters that ``data`` encodes; line ends stay as they are.

    Raises:
        CorpusError: nothing in it, no text in UTF-8, UTF-16, GB 18030 or Big5, or UTF-8 with damaged places.
    """
    mark = next((mark for mark in _MARKS if data.startswith(mark)), None)
    text = _decoded(data.removeprefix(mark), _MARKS[mark]) if mark else _characters(data)
    if not text.strip():
        raise CorpusError("是空文件。请补上正文，或把它移出文件夹")
    if mark and _is_noise(text):
        raise CorpusError(_NO_TEXT)
    return text


def _characters(data: bytes) -> str:
    """The text of ``data``, which bears no mark; never noise."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise CorpusError(
                f"是 UTF-8 文本，但从第 {error.start + 1} 个字节起有损坏。请重新取得原文"
            ) from None
        return _unmarked(data)
    return _unmarked(data) if _is_noise(text) else text  # ASCII in UTF-16 is UTF-8, too


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise CorpusError(_NO_TEXT) from None


def _unmarked(data: bytes) -> str:
    """The text that looks most Chinese among those that ``data`` may be; GB 18030 unless another is clearly better."""
    _, text = min(_readings(data), default=(1.0, ""))
    if not text:
        raise CorpusError(_NO_TEXT)
    return text


def _readings(data: bytes) -> Iterator[tuple[float, str]]:
    """How strange ``data`` is in each encoding that it may be in, and the text; the first has an advantage."""
    first, *others = (_reading(data, encoding) for encoding in _UNMARKED)
    if first and first[0] <= _NO_CHINESE:
        yield first[0] - _CLEARLY, first[1]
    yield from (read for read in others if read and read[0] <= _NOT_SURELY)


def _reading(data: bytes, encoding: str) -> tuple[float, str] | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _is_noise(text) else (strangeness(text), text)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether nearly all of it is UTF-8: GB 18030 would read such a file as rare characters."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    return sum(c > "\x7f" for c in text) > 10 * damaged


def _is_noise(text: str) -> bool:
    """Whether too much of it is control, unassigned and surrogate characters."""
    noisy = (
        times
        for char, times in Counter(text).items()
        if unicodedata.category(char) in {"Cc", "Cn", "Cs"} and char not in _LAYOUT
    )
    return "\0" in text or sum(noisy) > _NOISE * len(text)
