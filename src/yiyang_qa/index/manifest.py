"""构建清单: what an index was made from, and the seal of each of its files."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import file_digest, sha256
from itertools import accumulate
from pathlib import Path

from yiyang_qa.errors import IndexDamaged, IndexMismatch
from yiyang_qa.index.codec import encode, reader

#: Goes up whenever a file of the index changes its meaning.
FORMAT = 2
_NAME = "manifest.json"
MEND = "请运行 yiyang-qa build 重建（make run 会自动重建）"

#: So much is digested when an index is opened, the smallest files first; five documents are less.
DIGESTED_UP_TO = 32 * 2**20


@dataclass(frozen=True, slots=True)
class Recipe:
    """What decides the contents of an index."""

    encoder: str  # its name, for people
    encoder_digest: str  # of its weights and prompts, in any form the caller likes
    rules_digest: str  # of parser and passage rules
    corpus: Mapping[str, str]  # document id → fingerprint of the file and its sidecar


@dataclass(frozen=True, slots=True)
class Seal:
    """Size in bytes and SHA-256 of a file."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``manifest.json``."""

    format: int
    created: str  # ISO 8601, UTC
    recipe: Recipe
    dimension: int  # of the vectors
    documents: int
    rows: int  # of the passage table
    blocks: tuple[str, ...]  # files of the vectors, in order; equal blocks are one file
    files: Mapping[str, Seal]


@dataclass(frozen=True, slots=True)
class _Versioned:
    format: int


_version = reader(_Versioned)
_manifest = reader(Manifest)


def seals(directory: Path, known: Mapping[str, Seal]) -> dict[str, Seal]:
    """The seals of all files of a directory, by name; those ``known`` are taken as they are."""
    return {p.name: known[p.name] if p.name in known else _seal(p) for p in sorted(directory.iterdir())}


def write_manifest(directory: Path, manifest: Manifest) -> str:
    """Write ``manifest.json`` and return its short digest."""
    data = encode(manifest)
    (directory / _NAME).write_bytes(data)
    return _digest(data)


def read_manifest(directory: Path, digest: str, *, thorough: bool = False) -> Manifest:
    """The manifest of a build, itself bearing ``digest`` and all files their seals.

    Sizes are always compared; digests of 32 MiB, the smallest files first, or of all when ``thorough``.

    Raises:
        IndexDamaged: a file is missing, cut or altered.
        IndexMismatch: the index was made by a version with another format.
    """
    try:
        data = (directory / _NAME).read_bytes()
        if _digest(data) != digest:
            raise ValueError("与构建号不符")
        if (made := _version(data).format) != FORMAT:
            raise IndexMismatch(f"索引 {directory} 的格式是第 {made} 版，本程序要第 {FORMAT} 版。{MEND}")
        manifest = _manifest(data)
    except (OSError, ValueError) as error:
        raise IndexDamaged(f"索引 {directory} 的清单读不出（{error}）。{MEND}") from None
    check(directory, manifest.files, sys.maxsize if thorough else DIGESTED_UP_TO)
    return manifest


def check(directory: Path, files: Mapping[str, Seal], digested: int = sys.maxsize) -> None:
    """Compare files with their seals: all sizes, and digests of ``digested`` bytes, the smallest files first.

    Raises:
        IndexDamaged: a file is missing, cut or altered.
    """
    by_size = sorted(files.items(), key=lambda item: item[1].size)
    sums = accumulate(seal.size for _, seal in by_size)
    broken = [
        name
        for (name, seal), total in zip(by_size, sums, strict=True)
        if not _bears(directory / name, seal, total <= digested)
    ]
    if broken:
        raise IndexDamaged(f"索引 {directory} 不完整或被改动过：{'、'.join(broken)}。{MEND}")


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()[:12]


def differences(
    recipe: Recipe, encoder_digest: str | None, rules_digest: str | None, corpus: Mapping[str, str] | None
) -> Iterator[str]:
    """How a recipe departs from what is wanted now, in words; None is not compared."""
    if encoder_digest not in (None, recipe.encoder_digest):
        yield f"索引是用另一个编码器（{recipe.encoder}）生成的"
    if rules_digest not in (None, recipe.rules_digest):
        yield "索引是按另一版解析规则生成的"
    if corpus is not None and corpus != recipe.corpus:
        yield f"文件与索引不一致（{'；'.join(_changes(recipe.corpus, corpus))}）"


def _changes(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[str]:
    changed = {i for i in old.keys() & new.keys() if old[i] != new[i]}
    for word, ids in (
        ("新增", new.keys() - old.keys()),
        ("减少", old.keys() - new.keys()),
        ("改动", changed),
    ):
        if ids:
            yield f"{word} {_few(sorted(ids))}"


def _few(names: list[str]) -> str:
    return "、".join(names[:5]) + (f" 等 {len(names)} 份" if len(names) > 5 else "")


def _bears(path: Path, seal: Seal, digested: bool) -> bool:
    try:
        return path.stat().st_size == seal.size and (not digested or _seal(path) == seal)
    except OSError:
        return False


def _seal(path: Path) -> Seal:
    with path.open("rb") as file:
        return Seal(path.stat().st_size, file_digest(file, "sha256").hexdigest())
