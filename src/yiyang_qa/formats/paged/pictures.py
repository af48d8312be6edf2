"""Scans and pictures: text recognised by RapidOCR, whose models (PP-OCRv6) come in its wheel."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.limits import MOST_PIXELS, MOST_SCANS
from yiyang_qa.formats.paged.drawing import drawn
from yiyang_qa.formats.paged.flow import flow
from yiyang_qa.formats.paged.jbig2 import decoded, is_jbig2
from yiyang_qa.formats.paged.printed import Fragment, Sheet, set_in_lines
from yiyang_qa.types import Rect

if TYPE_CHECKING:
    from PIL.Image import Image

_SCAN_DPI = 200  # of a page that is drawn
_USUAL_DPI = 150  # of a picture that does not say
_PLAUSIBLE_DPI = range(60, 1201)
#: Pixels; a larger picture is recognised smaller.
_LONGEST_SIDE = 3500
_READ = ("PNG", "JPEG", "JPEG2000", "TIFF", "BMP", "GIF", "WEBP")
_LARGER = 2  # times as long as a page, at most, is a picture on it
_SURE = 0.5

#: Lines are looked for at this many pixels a page: as sure as at full size, and three times as fast.
_SETTINGS = {
    "Global.log_level": "critical",
    "EngineConfig.onnxruntime.intra_op_num_threads": 2,
    "Det.limit_type": "max",
    "Det.limit_side_len": 1280,
}


def read_picture(data: bytes) -> Extract:
    """The text in a picture; a TIFF may hold several pages.

    Raises:
        CorpusError: no picture, or too large.
    """
    from PIL import ImageOps, ImageSequence

    sheets: list[Sheet] = []
    with _opened(data) as picture:
        for frame in ImageSequence.Iterator(picture):
            if len(sheets) == MOST_SCANS:
                raise CorpusError(f"超过 {MOST_SCANS} 页。请拆成几份再放入")
            sheets.append(recognised(ImageOps.exif_transpose(frame), _dpi(frame)))
    return flow(sheets)


def read_scans(pdf: bytes, numbers: Collection[int]) -> Iterator[Sheet]:
    """The pages ``numbers`` (from 0) of a PDF, drawn and recognised.

    Raises:
        CorpusError: they cannot be drawn.
    """
    from PIL import Image

    for page, dpi in drawn(pdf, numbers, _scan_dpi):
        yield recognised(Image.fromarray(page), dpi)


def assembled(pictures: Iterable[tuple[bytes, Rect]], width: float, height: float) -> Sheet:
    """The page of ``width`` × ``height`` points that ``pictures``, each where it stands on it, show together.

    One of a format that is not read, damaged or larger than a few pages is left out.
    """
    from PIL import Image

    dpi = _scan_dpi(width, height)
    pixels = dpi / 72
    page = Image.new("RGB", (max(round(width * pixels), 1), max(round(height * pixels), 1)), "white")
    for data, rect in pictures:
        left, top, right, bottom = (round(side * pixels) for side in rect)
        size = (right - left, bottom - top)
        if min(size) < 1 or max(size) > _LARGER * _LONGEST_SIDE:
            continue
        with suppress(CorpusError), _opened(data) as picture:
            layer = picture.convert("RGBA").resize(size)
            page.paste(layer, (left, top), layer)
    return recognised(page, dpi)


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    """The picture ``data``; CorpusError where it turns out to be damaged, now or while it is read."""
    from PIL import Image

    if is_jbig2(data):  # which Pillow does not read
        yield Image.fromarray(decoded(data, _LARGER * _LONGEST_SIDE))
        return
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    try:
        picture = Image.open(BytesIO(data), formats=_READ)
        if picture.width * picture.height > MOST_PIXELS:
            raise CorpusError("图片太大。请缩小到一亿像素以内再放入")
        yield picture
    except (OSError, SyntaxError, Image.DecompressionBombError):
        raise CorpusError("图片已损坏，打不开。请重新取得原文件") from None


def _scan_dpi(width: float, height: float) -> float:
    """Dots an inch at which a page of ``width`` × ``height`` points is recognised."""
    return min(_SCAN_DPI, 72 * _LONGEST_SIDE / max(width, height, 1))


def recognised(picture: Image, dpi: float) -> Sheet:
    """The page that a picture of ``dpi`` shows."""
    import numpy as np

    engine = _engine()
    page = _on_paper(picture)
    scale = min(1.0, _LONGEST_SIDE / max(page.size))
    if scale < 1:
        page = page.resize((round(page.width * scale), round(page.height * scale)))
    found = engine(np.asarray(page)[:, :, ::-1])
    points = 72 / (dpi * scale)
    fragments = [
        Fragment(text, _rect(box, points))
        for box, text, score in zip(_all(found.boxes), _all(found.txts), _all(found.scores), strict=True)
        if score >= _SURE and text.strip()
    ]
    return Sheet(page.width * points, page.height * points, set_in_lines(fragments))


def _on_paper(picture: Image) -> Image:
    """``picture`` in three colours, what is transparent in it white."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    from PIL import Image

    layer = picture.convert("RGBA")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(layer, mask=layer)
    return paper


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params=_SETTINGS)


def _all(found: Any) -> list[Any]:
    return [] if found is None else list(found)


def _rect(box: Any, points: float) -> Rect:
    across, down = [float(x) * points for x, _ in box], [float(y) * points for _, y in box]
    return Rect(min(across), min(down), max(across), max(down))


def _dpi(picture: Image) -> int:
    said = picture.info.get("dpi", (0, 0))[0]
    return round(said) if said and round(said) in _PLAUSIBLE_DPI else _USUAL_DPI
