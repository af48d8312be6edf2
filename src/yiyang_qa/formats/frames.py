"""Messages between a reader and its confined process: lengths, a JSON head, raw blobs.

JSON and not pickle: a process that a hostile file took over must not be able to say more
than text and numbers.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, Any

from yiyang_qa.formats.extract import Extract
from yiyang_qa.types import Box, Layout, Page, Rect, Span

_LENGTHS = struct.Struct(">II")
_LONGEST = 1 << 30


@dataclass(frozen=True, slots=True)
class Frame:
    """One message: a JSON head and the blobs that it speaks of."""

    head: dict[str, Any]
    blobs: Sequence[bytes] = ()


def send(stream: IO[bytes], frame: Frame) -> None:
    """Write ``frame`` and flush."""
    head = json.dumps({**frame.head, "sizes": [len(blob) for blob in frame.blobs]}).encode()
    stream.write(_LENGTHS.pack(len(head), sum(map(len, frame.blobs))))
    stream.write(head)
    for blob in frame.blobs:
        stream.write(blob)
    stream.flush()


def receive(stream: IO[bytes]) -> Frame:
    """The next frame.

    Raises:
        EOFError: the other side is gone.
        ValueError: it does not speak this language.
    """
    head_size, size = _LENGTHS.unpack(_exactly(stream, _LENGTHS.size))
    if max(head_size, size) > _LONGEST:
        raise ValueError("frame too long")
    head = json.loads(_exactly(stream, head_size))
    blobs, rest = [], _exactly(stream, size)
    for length in head.pop("sizes"):
        blobs.append(rest[:length])
        rest = rest[length:]
    return Frame(head, blobs)


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size)
    if len(data) < size:
        raise EOFError
    return data


def extract_head(extract: Extract) -> dict[str, Any]:
    """``extract`` as JSON values."""
    layout = extract.layout
    if layout is None:
        return {"text": extract.text}
    return {
        "text": extract.text,
        "pages": [(page.number, page.span, page.width, page.height) for page in layout.pages],
        "boxes": [(box.span, box.page, box.rect) for box in layout.boxes],
    }


def extract_of(head: dict[str, Any]) -> Extract:
    """What ``extract_head`` was given.

    Raises:
        ValueError, TypeError, KeyError: anything else.
    """
    if "pages" not in head:
        return Extract(str(head["text"]))
    pages = tuple(Page(int(n), Span(*span), float(w), float(h)) for n, span, w, h in head["pages"])
    boxes = tuple(Box(Span(*span), int(page), Rect(*rect)) for span, page, rect in head["boxes"])
    return Extract(str(head["text"]), Layout(pages, boxes))
