"""JBIG2, the coding of black and white scans: however a file is put together, the picture is the one that was coded."""

from __future__ import annotations

import io
import random
import struct
from contextlib import suppress

import made_files as made
import made_jbig2 as jbig2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_jbig2 import END, END_OF_PAGE, STRIPE, Segment
from PIL import Image

from yiyang_qa import formats
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.limits import MOST_PIXELS
from yiyang_qa.formats.paged.jbig2 import as_pdf, decoded, is_jbig2

LINES = [line[:24] for line in made.POLICY.splitlines()[4:8]]
SCAN = Image.open(io.BytesIO(made.picture(LINES))).convert("1")
HALVES = [SCAN.crop((0, top, SCAN.width, top + SCAN.height // 2)) for top in (0, SCAN.height // 2)]
OTHER = Image.new("1", SCAN.size, 0)
UNTOLD = 0xFFFFFFFF

PAGE, REGION = jbig2.page(SCAN.size), jbig2.region(SCAN)
SHARED, TEXT = jbig2.symbols(SCAN)
ENDS = (Segment(90, END_OF_PAGE, b""), Segment(91, END, b"", page=0))
SYMBOLS = (SHARED, jbig2.page(SCAN.size, 1), TEXT, *ENDS)
STRIPES = (
    jbig2.page(SCAN.size, height=UNTOLD),
    jbig2.region(HALVES[0], 1),
    Segment(2, STRIPE, struct.pack(">I", SCAN.height // 2 - 1)),
    jbig2.region(HALVES[1], 3, top=SCAN.height // 2),
    Segment(4, STRIPE, struct.pack(">I", SCAN.height - 1)),
    *ENDS,
)
LATER_PAGE = (
    jbig2.page(SCAN.size, 5, of=2),
    jbig2.region(OTHER, 6, of=2),
    Segment(7, END_OF_PAGE, b"", page=2),
)

FILES: dict[str, bytes] = {
    "a region": jbig2.in_turn([PAGE, REGION, *ENDS]),
    "headers first": jbig2.headers_first([PAGE, REGION, *ENDS]),
    "pages not counted": jbig2.in_turn([PAGE, REGION, *ENDS], pages=None),
    "bare": jbig2.bare([PAGE, REGION]),
    "bare, from its second segment on": jbig2.bare([PAGE._replace(number=1), REGION._replace(number=2)]),
    "bare, with its ends": jbig2.bare([PAGE, REGION, *ENDS]),
    "symbols": jbig2.in_turn(SYMBOLS),
    "symbols, headers first": jbig2.headers_first(SYMBOLS),
    "symbols, bare": jbig2.bare(SYMBOLS[:3]),
    "stripes": jbig2.in_turn(STRIPES),
    "the first of two pages": jbig2.in_turn([PAGE, REGION, ENDS[0], *LATER_PAGE, ENDS[1]], pages=2),
    "pages numbered in four bytes": jbig2.in_turn(
        [PAGE._replace(wide=True), REGION._replace(wide=True), *ENDS]
    ),
    "a number of four bytes": jbig2.in_turn([PAGE, REGION._replace(number=70_000, refers_to=(0,)), *ENDS]),
    "many referred to": jbig2.in_turn([PAGE, REGION._replace(number=9, refers_to=(0,) * 6), *ENDS]),
}


def picture_in(data: bytes) -> Image.Image:
    return Image.fromarray(decoded(data, 7_000))


@pytest.mark.parametrize("name", FILES)
def test_every_pixel_is_the_one_that_was_coded(name: str) -> None:
    assert is_jbig2(FILES[name])
    picture = picture_in(FILES[name])
    assert picture.size == SCAN.size
    assert picture.convert("1").tobytes() == SCAN.tobytes()


@pytest.mark.parametrize("name", ["a region", "symbols", "bare"])
def test_a_scanned_ofd_is_recognised(name: str) -> None:
    data = made.scanned_ofd([(FILES[name], "jb2")], [(0, 0, 105, 105 * SCAN.height / SCAN.width)])
    assert formats.read("scan.ofd", data).text.replace("(", "（").replace(")", "）").splitlines() == LINES


def test_a_picture_larger_than_any_page_is_drawn_smaller() -> None:
    """A line as long as many pages, which costs no more than a page."""
    long = Image.new("1", (80_000, 8), 0)
    data = jbig2.bare([jbig2.page(long.size), jbig2.region(long)])
    assert picture_in(data).size == (7_000, 1)


# --- files that are not as they should be -------------------------------------------------------

TOO_LARGE = [jbig2.page((20_000, MOST_PIXELS // 20_000 + 1)), REGION]
NO_SIZE = [jbig2.page((0, 10)), REGION]
NO_STRIPES = [jbig2.page(SCAN.size, height=UNTOLD), REGION]


@pytest.mark.parametrize(
    "data",
    [
        jbig2.FILE,
        bytes(4),
        bytes(1000),
        jbig2.in_turn([REGION]),
        jbig2.in_turn(NO_STRIPES),
        jbig2.in_turn(NO_SIZE),
        jbig2.in_turn(TOO_LARGE),
        jbig2.headers_first([PAGE, REGION])[:40],
    ],
    ids=["no segments", "nothing", "naught", "no page", "no stripes", "no size", "too large", "broken off"],
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert is_jbig2(data)
    with pytest.raises(CorpusError, match="请"):
        as_pdf(data)


@pytest.mark.parametrize("name", ["a region", "headers first", "symbols, bare"])
def test_what_is_broken_off_or_changed_is_drawn_or_refused(name: str) -> None:
    """What there is of it; nothing else comes of it."""
    whole, chance = FILES[name], random.Random(20261122)
    drawn_at_all = 0
    for _ in range(60):
        changed = bytearray(whole[: chance.randrange(len(whole)) if chance.random() < 0.5 else None])
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(changed) or 1)
            changed[at : at + 1] = chance.randbytes(1)
        with suppress(CorpusError):
            drawn_at_all += bool(picture_in(bytes(changed)).size)
    assert 0 < drawn_at_all < 60


@given(st.sampled_from([jbig2.FILE, bytes(4)]), st.binary(max_size=200))
def test_no_bytes_lead_astray(opening: bytes, rest: bytes) -> None:
    with suppress(CorpusError):
        assert as_pdf(opening + rest).startswith(b"%PDF")
