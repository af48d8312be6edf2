"""The page on a FastAPI application, with no more of Gradio open to the world than it uses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from fastapi import FastAPI
from starlette.routing import Mount

from yiyang_qa.ui.chat import Ask
from yiyang_qa.ui.page import Catalogue, attach_page

#: What the page itself requests. Uploads, files, listings of the API and monitoring are not in it,
#: and the mount at ``/`` is no catch-all: any other path stays the application's own 404 or 405.
_OPEN = re.compile(
    r"^/(?P<path>|(?:assets|static|svelte)/.+|theme\.css|favicon\.ico|robots\.txt"
    r"|gradio_api/(?:startup-events|heartbeat/\w+|queue/(?:join|data)|cancel|reset)/?)$"
)


def mount_page(app: FastAPI, ask: Ask, *, catalogue: Catalogue, examples: Sequence[str]) -> FastAPI:
    """Put the chat page at ``/`` of ``app``.

    ``ask`` returns the answer object of the contract as a dict and may raise PolicyError, whose
    message is shown. ``catalogue`` gives the documents covered, as ``GET /v1/documents`` lists
    them (``title``, ``region``, ``doc_number``, ``issued_on``, ``url``); it is read at each visit.
    """
    attach_page(app, ask, catalogue=catalogue, examples=tuple(examples))
    mount = app.router.routes[-1]
    if not isinstance(mount, Mount):
        raise TypeError("attaching the page must end with its mount")
    mount.path_regex = _OPEN
    return app
