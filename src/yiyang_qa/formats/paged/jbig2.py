"""JBIG2 (ITU-T T.88), the usual coding of black and white scans in OFD, made a PDF of one page.

A PDF holds the segments of one page without the file header and the ends of page and file, and apart
from them those that belong to no page, symbols mostly (ISO 32000-1, 7.4.7).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.limits import MOST_PIXELS
from yiyang_qa.formats.paged.drawing import Pixels, drawn

_FILE = b"\x97JB2\r\n\x1a\n"
_BARE = bytes(3)  # a stream as in a PDF begins with the number of a segment, which is low
_JP2 = b"\0\0\0\x0cjP  "  # a JPEG 2000 file, which begins with a low number too: the length of its first box
_IN_TURN, _PAGES_UNTOLD = 1, 2  # flags of a file (T.88, D.4.2)
_PAGE, _END_OF_PAGE, _STRIPE, _END = 48, 49, 50, 51  # kinds of segments (7.3)
_SHORTEST, _MANY, _WIDE = 11, 7, 0x40  # of a header: bytes, sign of a long count, flag of a wide page number
_UNTOLD = 0xFFFFFFFF
_DAMAGED = "图片已损坏，打不开。请重新取得原文件"


class _Header(NamedTuple):
    kind: int
    page: int  # 0: for all pages
    length: int
    raw: bytes


class _Segment(NamedTuple):
    header: _Header
    data: bytes


def is_jbig2(data: bytes) -> bool:
    """Whether ``data`` begins as JBIG2 does, in a file of its own or bare as in a PDF."""
    return data.startswith((_FILE, _BARE)) and not data.startswith(_JP2)


def decoded(data: bytes, longest: int) -> Pixels:
    """The first picture in ``data``; where a side has more pixels than ``longest``, drawn so much smaller.

    Raises:
        CorpusError: there is none, or it is too large.
    """
    dpi = 72.0  # a pixel a point
    ((picture, _),) = drawn(as_pdf(data), [0], lambda *size: min(dpi, dpi * longest / max(size)))
    return picture


def as_pdf(data: bytes) -> bytes:
    """A PDF of one page, a point a pixel, that shows the first picture in ``data``.

    Raises:
        CorpusError: there is none, or it is too large.
    """
    try:
        segments = [*_segments(data)]
        first = next(segment for segment in segments if segment.header.kind == _PAGE)
        here = [segment for segment in segments if segment.header.page == first.header.page]
        width, height = _size(first, here)
    except (struct.error, IndexError, StopIteration, ValueError):
        raise CorpusError(_DAMAGED) from None
    if not 0 < width * height <= MOST_PIXELS:
        raise CorpusError(_DAMAGED)
    return _pdf(width, height, _joined(here), _joined(s for s in segments if not s.header.page))


def _segments(data: bytes) -> Iterator[_Segment]:
    """Those of a file one after the other, or with all headers first (T.88, D.1 and D.2), or bare (D.3)."""
    at, in_turn = 0, True
    if data.startswith(_FILE):
        flags = data[len(_FILE)]
        at, in_turn = len(_FILE) + (1 if flags & _PAGES_UNTOLD else 5), bool(flags & _IN_TURN)
    ahead = [] if in_turn else [*_headers(data, at)]
    at += sum(len(header.raw) for header in ahead)
    for header in ahead or _headers(data, at, with_data=True):
        at += 0 if ahead else len(header.raw)
        yield _Segment(header, data[at : at + header.length])
        at += header.length


def _headers(data: bytes, at: int, *, with_data: bool = False) -> Iterator[_Header]:
    """The headers from ``at`` on, up to that of the end of the file; each followed by its data or by the next."""
    while at + _SHORTEST <= len(data):
        header = _header(data, at)
        yield header
        if header.kind == _END:
            return
        at += len(header.raw) + (header.length if with_data else 0)


def _header(data: bytes, start: int) -> _Header:
    """The header that begins at ``start`` (T.88, 7.2); its length depends on what it says."""
    number, flags, counted = struct.unpack_from(">IBB", data, start)
    at, referred = start + 6, counted >> 5
    if referred == _MANY:
        referred = struct.unpack_from(">I", data, start + 5)[0] & 0x1FFFFFFF
        at = start + 9 + (referred + 8) // 8
    at += referred * (1 if number <= 256 else 2 if number <= 65536 else 4)
    page, length = struct.unpack_from(">II" if flags & _WIDE else ">BI", data, at)
    return _Header(flags & 63, page, length, data[start : at + (8 if flags & _WIDE else 5)])


def _size(page: _Segment, here: Sequence[_Segment]) -> tuple[int, int]:
    """Width and height; of a page in stripes its height is where the last of them ends."""
    width, height = struct.unpack_from(">II", page.data)
    if height == _UNTOLD:
        height = 1 + max(struct.unpack_from(">I", s.data)[0] for s in here if s.header.kind == _STRIPE)
    return width, height


def _joined(segments: Iterable[_Segment]) -> bytes:
    kept = (s for s in segments if s.header.kind not in (_END_OF_PAGE, _END))
    return b"".join(part for segment in kept for part in (segment.header.raw, segment.data))


def _pdf(width: int, height: int, picture: bytes, shared: bytes) -> bytes:
    image = (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceGray/BitsPerComponent 1"
        f"/Filter/JBIG2Decode{'/DecodeParms<</JBIG2Globals 6 0 R>>' if shared else ''}"
    )
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R"
        "/Resources<</XObject<</I 5 0 R>>>>>>".encode(),
        _stream("", f"{width} 0 0 {height} 0 0 cm /I Do".encode()),
        _stream(image, picture),
        _stream("", shared),
    ]
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return (
        b"%sxref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (body, count, table, count, len(body))
    )


def _stream(entries: str, data: bytes) -> bytes:
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode(), len(data), data)
