"""Settings of one installation, read once from the environment.

Every setting has a default that works offline. Names of variables begin with ``YIYANG_``.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

#: The encoder that comes with the package; any other value names a sentence-transformers model.
PACKAGED_ENCODER = "packaged"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are and which encoder reads them."""

    corpus: Path = Path("corpus")
    index: Path = Path("index")
    encoder: str = PACKAGED_ENCODER  # or a sentence-transformers model, by name or path
    query_prompt: str | None = None  # prompts of such a model, when its own are not wanted
    passage_prompt: str | None = None
    allowed_origins: tuple[str, ...] = ()  # CORS allow-list; empty admits no other site
    admin_keys: tuple[tuple[str, str], ...] = field(
        default=(), repr=False
    )  # (who, key): may change documents
    llm_url: str | None = None  # OpenAI-compatible endpoint; without one nothing is phrased
    llm_model: str | None = None
    llm_key: str | None = field(default=None, repr=False)
    llm_timeout: float = 20.0  # seconds for a whole reply

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Settings:
        """Settings from ``YIYANG_*`` variables; what is not set keeps its default."""
        given = {name.removeprefix("YIYANG_").lower(): v for name, v in environment.items() if v}
        default = cls()
        return cls(
            corpus=Path(given.get("corpus", default.corpus)),
            index=Path(given.get("index", default.index)),
            encoder=given.get("encoder", default.encoder),
            query_prompt=given.get("query_prompt"),
            passage_prompt=given.get("passage_prompt"),
            allowed_origins=tuple(o.strip() for o in given.get("origins", "").split(",") if o.strip()),
            admin_keys=_keys(given.get("admin_key", "")),
            llm_url=given.get("llm_url"),
            llm_model=given.get("llm_model"),
            llm_key=given.get("llm_key"),
            llm_timeout=float(given.get("llm_timeout", default.llm_timeout)),
        )


def _keys(given: str) -> tuple[tuple[str, str], ...]:
    """Who holds which key: one key, or several with names (``张三:k1,李四:k2``) that the log tells apart."""
    named = (each.strip().rpartition(":") for each in given.split(","))
    return tuple((who.strip() or "管理员", key.strip()) for who, _, key in named if key.strip())
