"""A language model behind an OpenAI-compatible endpoint. The door to ``httpx``."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator, Sequence
from time import monotonic

import httpx

from yiyang_qa.phrasing.phraser import PhrasingFailed
from yiyang_qa.phrasing.prompt import messages
from yiyang_qa.phrasing.stream import deltas, spoken, whole
from yiyang_qa.types import Evidence, Query

LONGEST_WAIT = 10.0  # seconds for a connection, and from one piece to the next
_LARGEST = 2**20  # bytes of one reply; each token travels in some 200
_MOST_TOKENS = 1500


class OpenAIPhraser:
    """Chat completions, streamed. Safe to share between threads; ``close`` when done with it.

    ``url`` is the base as OpenAI's clients take it (``http://127.0.0.1:11434/v1``) or the full address of
    its ``chat/completions``. ``timeout`` is in seconds and for the whole reply, which ends at most
    one wait after it.
    """

    def __init__(self, url: str, model: str, key: str | None = None, timeout: float = 20.0) -> None:
        base = url.rstrip("/")
        self._url = base if base.endswith("/chat/completions") else f"{base}/chat/completions"
        self._model = model
        self._headers = {"Accept": "text/event-stream", "Accept-Encoding": "identity"}
        if key:
            self._headers["Authorization"] = f"Bearer {key.strip()}"
        self._timeout = timeout
        self._client = httpx.Client(timeout=min(timeout, LONGEST_WAIT))

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def phrase(self, query: Query, evidence: Sequence[Evidence], composed: str) -> Iterator[str]:
        """The model's words as they come, without what it thinks aloud.

        Raises:
            PhrasingFailed: no connection, an error, too late, too long, cut off, or not in the format.
        """
        until = monotonic() + self._timeout
        body = {
            "model": self._model,
            "messages": messages(query, evidence, composed),
            "stream": True,
            "temperature": 0,
            "max_tokens": _MOST_TOKENS,
        }
        try:
            with self._client.stream("POST", self._url, json=body, headers=self._headers) as response:
                if response.status_code != httpx.codes.OK:
                    raise PhrasingFailed(f"语言模型接口返回{response.status_code}")
                lines = _lines(response.iter_bytes(), until)
                streamed = response.headers.get("content-type", "").startswith("text/event-stream")
                yield from spoken(deltas(lines) if streamed else whole(lines))
        except (httpx.HTTPError, httpx.StreamError, httpx.InvalidURL, ValueError) as fault:
            raise PhrasingFailed(f"语言模型接口不可用：{type(fault).__name__}") from fault


def _lines(chunks: Iterable[bytes], until: float) -> Iterator[str]:
    """Lines of a UTF-8 stream, while there is time and it stays within its size."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    rest, size = "", 0
    for chunk in chunks:
        size += len(chunk)
        if monotonic() > until or size > _LARGEST:
            raise PhrasingFailed("语言模型的回答超过了时限或长度")
        *lines, rest = (rest + decoder.decode(chunk)).split("\n")
        yield from lines
    yield rest
