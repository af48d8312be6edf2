"""Page and endpoint in one process: ``python app.py``, or ``uvicorn app:app``."""

from __future__ import annotations

import os

from yiyang_qa.api import application, serve
from yiyang_qa.assistant import open_assistant
from yiyang_qa.config import Settings

app = application(Settings.from_environment(), open_assistant)

if __name__ == "__main__":
    serve(app, port=int(os.environ.get("PORT", "8000")))
