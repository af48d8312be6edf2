"""How much of a request body is read."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: Bytes of a body that an endpoint takes: a question with a long conversation stays far below.
LARGEST_BODY = 1_000_000
#: Bytes read and dropped beyond it, so that an honest client gets to read why it was refused.
_DRAINED = 32_000_000


class BodyLimit:
    """ASGI middleware: a longer body is refused with 413, whatever its declared length."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read <= self._largest:
                return message
            while message.get("more_body") and read < _DRAINED:
                message = await receive()
                read += len(message.get("body", b""))
            raise HTTPException(413)

        await self._app(scope, counted, send)
