"""Who may change the documents, and what changes them."""

from __future__ import annotations

import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from yiyang_qa.adding import Librarian
from yiyang_qa.api.service import Assistant
from yiyang_qa.assistant import reopened
from yiyang_qa.config import Settings
from yiyang_qa.embed import Encoder, load_encoder


@dataclass(frozen=True, slots=True)
class Management:
    """The keys that admit to it, the librarian who changes the corpus and its index, and how this is opened."""

    keys: Sequence[tuple[str, str]]  # (who, key)
    librarian: Callable[[], Librarian]
    reopen: Callable[[], Assistant]

    def holder(self, given: str) -> str | None:
        """Whose key this is, as a header carries it (latin-1); the time it takes tells nothing about a key."""
        octets = given.strip().encode("latin-1", "replace")
        matching = [who for who, key in self.keys if hmac.compare_digest(octets, key.encode())]
        return matching[0] if matching else None


def managed(settings: Settings, encoder: Encoder | None = None) -> Management | None:
    """The management that ``settings`` allow; ``encoder`` is loaded when first needed, if it is not given."""
    if not settings.admin_keys:
        return None

    @cache
    def loaded() -> Encoder:
        return encoder or load_encoder(settings)

    return Management(
        settings.admin_keys,
        lambda: Librarian(settings.corpus, settings.index, loaded()),
        lambda: reopened(settings, loaded()),
    )
