"""The head of the page as it leaves: it names the product, where Gradio's template names Gradio.

Search engines, and messengers that show a link as a card, read it without running any script.
"""

from __future__ import annotations

import re

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from yiyang_qa.ui import render

_LANGUAGE = re.compile(r'(<html\s+lang=")[^"]*')
_FOREIGN = re.compile(
    r'<meta\s+(?:charset=|property="og:|name="(?:twitter:|description"))[^>]*>\s*'
    r'|<link rel="manifest"[^>]*>\s*'
)
_HEAD = re.compile(r"<head>\s*")


def own_head(page: str, address: str) -> str:
    """``page`` with the product's name, purpose and picture; ``address`` is its own, with a slash at the end."""
    page = _LANGUAGE.sub(r"\1zh-CN", _FOREIGN.sub("", page), count=1)
    return _HEAD.sub(lambda head: head[0] + render.head(address), page, count=1)


class OwnHead:
    """ASGI middleware: the page itself, at ``/``, gets its own head; everything else passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = b""

        async def kept(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send(start, body, str(Request(scope).base_url), send)

        await self._app(scope, receive, kept)

    async def _send(self, start: Message, body: bytes, address: str, send: Send) -> None:
        if body:  # none for HEAD
            body = own_head(body.decode(), address).encode()
            MutableHeaders(scope=start)["content-length"] = str(len(body))
        await send(start)
        await send({"type": "http.response.body", "body": body})
