"""An answer as server-sent events (HTML Standard, 9.2): ``query``, ``citations``, ``delta`` …, ``done``."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator
from contextlib import aclosing
from typing import Any

from yiyang_qa.api.saying import saying
from yiyang_qa.api.service import Begun, Service

EVENT_STREAM = "text/event-stream"
#: Proxies that gather or keep a response would undo the stream.
UNBUFFERED = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}

# Up to the end of a clause of a sentence, at most 40 characters, references kept whole.
_PIECE = re.compile(r"(?:\[\d+\]|[^，。；！？\n]){1,40}[，。；！？\n]*|[，。；！？\n]+")


def pieces(text: str) -> list[str]:
    """``text`` cut where a reader would pause; joined, the pieces are the text."""
    return _PIECE.findall(text)


async def events(service: Service, begun: Begun) -> AsyncIterator[bytes]:
    """The events of one answer, the citations before any of its text; data are JSON on one line."""
    body = begun.body.model_dump(mode="json")
    yield _event("query", body["query"])
    yield _event("citations", body["citations"])
    async with aclosing(saying(service, begun)) as coming:
        async for said in coming:
            if isinstance(said, str):
                for piece in pieces(said):
                    yield _event("delta", {"text": piece})
            else:
                yield _event("done", said.model_dump(mode="json"))


def _event(name: str, data: Any) -> bytes:
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"event: {name}\ndata: {line}\n\n".encode()
