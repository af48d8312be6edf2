"""How much of a request body is read."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiyang_qa.formats import LARGEST_FILE

#: Bytes of a body that an endpoint takes: a question with a long conversation stays far below.
LARGEST_BODY = 1_000_000
#: The route that takes files, and the bytes of all files handed in at once with what separates them.
UPLOAD = ("POST", "/v1/documents")
LARGEST_UPLOAD = LARGEST_FILE + 1_000_000
#: Bytes read and dropped beyond it, so that an honest client gets to read why it was refused.
_DRAINED = 32_000_000


class BodyLimit:
    """ASGI middleware: a longer body is refused with 413, whatever its declared length."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/v1/"):
            await self._app(scope, receive, send)
            return
        largest = LARGEST_UPLOAD if (scope["method"], scope["path"]) == UPLOAD else LARGEST_BODY
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read <= largest:
                return message
            while message.get("more_body") and read < _DRAINED:
                message = await receive()
                read += len(message.get("body", b""))
            raise HTTPException(413)

        await self._app(scope, counted, send)
