"""JBIG2 (ITU-T T.88) encoded here, in the two ways that scanners' programs have: a page as one region, or of symbols.

Pixels are coded as by fax (T.6, which T.88 calls MMR); Pillow does that.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from typing import NamedTuple

from PIL import Image, ImageOps

FILE = b"\x97JB2\r\n\x1a\n"
DICTIONARY, TEXT, PAGE, REGION, END_OF_PAGE, STRIPE, END = 0, 6, 48, 38, 49, 50, 51


class Segment(NamedTuple):
    """A segment (7.2); ``wide`` numbers its page in four bytes."""

    number: int
    kind: int
    data: bytes
    page: int = 1
    refers_to: tuple[int, ...] = ()
    wide: bool = False

    @property
    def header(self) -> bytes:
        count = len(self.refers_to)
        many = struct.pack(">I", 7 << 29 | count) + bytes((count + 8) // 8)
        one = "B" if self.number <= 256 else "H" if self.number <= 65536 else "I"
        return (
            struct.pack(">IB", self.number, self.kind | (0x40 if self.wide else 0))
            + (bytes([count << 5]) if count <= 4 else many)
            + struct.pack(f">{count}{one}", *self.refers_to)
            + struct.pack(">II" if self.wide else ">BI", self.page, len(self.data))
        )


def in_turn(segments: Sequence[Segment], pages: int | None = 1) -> bytes:
    """A file of its own, each header before its data (D.1)."""
    return _opening(1, pages) + bare(segments)


def headers_first(segments: Sequence[Segment], pages: int | None = 1) -> bytes:
    """A file of its own, all headers before all data (D.2)."""
    return _opening(0, pages) + b"".join(s.header for s in segments) + b"".join(s.data for s in segments)


def bare(segments: Sequence[Segment]) -> bytes:
    """The segments alone (D.3)."""
    return b"".join(segment.header + segment.data for segment in segments)


def _opening(flags: int, pages: int | None) -> bytes:
    return FILE + (bytes([flags | 2]) if pages is None else bytes([flags]) + struct.pack(">I", pages))


def page(size: tuple[int, int], number: int = 0, height: int | None = None, of: int = 1) -> Segment:
    """Of a page of ``size``, white and without loss; ``height`` is what it says of its own (7.4.8)."""
    said = size[1] if height is None else height
    return Segment(number, PAGE, struct.pack(">IIIIBH", size[0], said, 0, 0, 1, 0), of)


def region(picture: Image.Image, number: int = 1, top: int = 0, of: int = 1) -> Segment:
    """A picture as one generic region (7.4.6)."""
    return Segment(number, REGION, _place(picture, top) + b"\x01" + mmr(picture), of)


def symbols(picture: Image.Image, dictionary: int = 0, text: int = 2) -> tuple[Segment, Segment]:
    """A dictionary of all pages whose one symbol is the whole picture, and the text that it makes up.

    Numbers are in Huffman codes of the standard's own tables (B.1 and so on).
    """
    coded = "".join(f"{byte:08b}" for byte in mmr(picture)).rstrip("0")
    shape = _bits(
        coded.removesuffix("000000000001" * 2)
    )  # its length is told, so that no mark of its end is needed
    assert picture.width >= 75
    assert picture.height >= 76
    assert 272 <= len(shape) < 65808
    drawn = (
        _bits(
            f"11111{picture.height - 76:032b}"  # B.4: height of the class
            f"111110{picture.width - 75:032b}111111"  # B.2: width of the symbol, and no more of this height
            f"110{len(shape) - 272:016b}"  # B.1: bytes of its shape
        )
        + shape
        + _bits("00000" + "00001")  # B.1: after no symbol that is kept back one that is given out
    )
    flags, given_out, new = 1, 1, 1
    shared = Segment(dictionary, DICTIONARY, struct.pack(">HII", flags, given_out, new) + drawn, page=0)
    lengths = "0000" + "0001" + "0000" * 33  # of the codes for the lengths of codes: only length 1 occurs
    codes = _bits(lengths + "0")  # the one symbol has a code of length 1
    set_out = _bits(
        "0" + "0" + "000000000" + "0" + "01"
    )  # B.11 twice, B.6: at the top left; symbol 0; B.8: end
    corner, instances = 0x11, 1
    data = _place(picture, 0) + struct.pack(">HHI", corner, 0, instances) + codes + set_out
    return shared, Segment(text, TEXT, data, refers_to=(dictionary,))


def mmr(picture: Image.Image) -> bytes:
    """The black pixels of ``picture`` (mode 1) coded as by fax."""
    out = io.BytesIO()
    ImageOps.invert(picture.convert("L")).convert("1").save(
        out, "TIFF", compression="group4", tiffinfo={278: picture.height}
    )
    with Image.open(out) as made:
        ((start,), (length,)) = made.tag_v2[273], made.tag_v2[279]  # type: ignore[attr-defined]
    return out.getvalue()[start : start + length]


def _place(picture: Image.Image, top: int) -> bytes:
    return struct.pack(">IIIIB", picture.width, picture.height, 0, top, 0)


def _bits(said: str) -> bytes:
    return int(said.ljust(-(-len(said) // 8) * 8, "0"), 2).to_bytes(-(-len(said) // 8), "big")
