"""Page and endpoint in one process: ``python app.py``, or ``uvicorn app:app``."""

from __future__ import annotations

import os
import sys

from yiyang_qa.config import Settings

if __name__ == "__main__":
    from yiyang_qa.cli import main

    sys.exit(main(["serve", "--port", os.environ.get("PORT", "8000")]))
else:
    from yiyang_qa.api import application
    from yiyang_qa.assistant import Renewal, open_assistant

    settings = Settings.from_environment()
    app = application(settings, open_assistant, renewing=Renewal(settings))
