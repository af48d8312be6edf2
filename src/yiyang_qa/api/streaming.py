"""An answer as server-sent events (HTML Standard, 9.2): ``query``, ``citations``, ``delta`` …, ``done``."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

from yiyang_qa.wire import AnswerBody

EVENT_STREAM = "text/event-stream"
#: Proxies that gather or keep a response would undo the stream.
UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

# Up to the end of a clause of a sentence, at most 40 characters, references kept whole.
_PIECE = re.compile(r"(?:\[\d+\]|[^，。；！？\n]){1,40}[，。；！？\n]*|[，。；！？\n]+")


def pieces(text: str) -> list[str]:
    """``text`` cut where a reader would pause; joined, the pieces are the text."""
    return _PIECE.findall(text)


async def events(body: AnswerBody) -> AsyncIterator[bytes]:
    """The events of one answer; data are JSON on one line."""
    whole = body.model_dump(mode="json")
    for name, data in _named(whole):
        line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        yield f"event: {name}\ndata: {line}\n\n".encode()


def _named(whole: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    yield "query", whole["query"]
    yield "citations", whole["citations"]
    for piece in pieces(whole["answer"]):
        yield "delta", {"text": piece}
    yield "done", whole
