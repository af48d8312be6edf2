"""The page on a FastAPI application, with no more of Gradio open to the world than it uses."""

from __future__ import annotations

import re

from fastapi import FastAPI
from starlette.routing import Mount

from yiyang_qa.ui.chat import Ask, Catalogue
from yiyang_qa.ui.late import Examples, LatePage

#: What the page itself requests. Uploads, files, listings of the API and monitoring are not in it,
#: and the mount at ``/`` is no catch-all: any other path stays the application's own 404 or 405.
_OPEN = re.compile(
    r"^/(?P<path>|(?:assets|static|svelte)/.+|theme\.css|favicon\.ico|card\.png|robots\.txt"
    r"|gradio_api/(?:startup-events|app_id|heartbeat/\w+|queue/(?:join|data)|cancel|reset)/?)$"
)


def mount_page(app: FastAPI, ask: Ask, *, catalogue: Catalogue, examples: Examples) -> FastAPI:
    """Put the chat page at ``/`` of ``app``; its first visitors may wait until Gradio is imported.

    ``ask`` gives the answer object of the contract as a dict, as it is said (``Ask``), and may raise
    PolicyError, whose message is shown. ``catalogue`` gives the documents covered, as ``GET /v1/documents`` lists
    them (``title``, ``region``, ``doc_number``, ``issued_on``, ``url``); it is read at each visit.
    """
    page = LatePage(ask, catalogue, examples, app.router.lifespan_context)
    app.router.lifespan_context = page.lifespan
    mount = Mount("/", page)
    mount.path_regex = _OPEN
    app.router.routes.append(mount)
    return app
