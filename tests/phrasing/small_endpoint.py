"""A small real endpoint that speaks OpenAI's chat completions, and does what its script says."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

#: A piece of text, seconds to wait, or bytes to send as they are.
Step = str | float | bytes
DONE = b"data: [DONE]\n\n"


def event(content: str | None, finish_reason: str | None = None) -> bytes:
    choice = {"index": 0, "delta": {"content": content}, "finish_reason": finish_reason}
    chunk = {"object": "chat.completion.chunk", "choices": [choice]}
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n".encode()


STOP = event(None, "stop") + DONE


class SmallEndpoint(ThreadingHTTPServer):
    """Answers every request with one script; remembers what it was asked."""

    daemon_threads = True

    def __init__(self, script: Sequence[Step], status: int, content_type: str) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script, self.status, self.content_type = script, status, content_type
        self.asked: list[dict[str, Any]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: SmallEndpoint

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append({"path": self.path, "key": self.headers.get("Authorization"), **body})
        self.send_response(self.server.status)
        self.send_header("Content-Type", self.server.content_type)
        self.end_headers()
        try:
            for step in self.server.script:
                self._take(step)
        except OSError:
            pass  # the client has gone

    def _take(self, step: Step) -> None:
        if isinstance(step, float):
            time.sleep(step)
        else:
            self.wfile.write(step if isinstance(step, bytes) else event(step))
            self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def serving(
    *script: Step, status: int = 200, content_type: str = "text/event-stream; charset=utf-8"
) -> Iterator[SmallEndpoint]:
    """The endpoint while the block lasts."""
    server = SmallEndpoint(script, status, content_type)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
