"""Which rules read and cut documents: an index made by other rules is stale."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

#: Everything that decides how a file is read and cut.
_RULES = (
    "corpus",
    "formats",
    "parse",
    "regions",
    "shingles.py",
    "text",
    "types",
    "passages.py",
    "reading.py",
    "doubts.py",
)


@cache
def rules_digest() -> str:
    """SHA-256 of the code that reads and cuts documents."""
    digest = sha256()
    package = files("yiyang_qa")
    for path in sorted((p for name in _RULES for p in _sources(package / name)), key=str):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(path: Traversable) -> Iterable[Traversable]:
    if path.is_file():
        return [path] if path.name.endswith((".py", ".json", ".toml")) else []
    return [source for child in path.iterdir() for source in _sources(child)]
