"""A small index of plain documents, another one for every edition."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import numpy as np

from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index import (
    PIECE_ROWS,
    Contents,
    DenseIndex,
    Digests,
    Grain,
    OpenIndex,
    PassageTable,
    Recipe,
    Sketches,
    TextVectors,
    Vectors,
    Whole,
    digests_of,
    encoded,
    invert,
    open_build,
    writing,
)
from yiyang_qa.text import bigrams
from yiyang_qa.types import Clause, Document, Kind, Layout, Level, Page, Rank, Region, Span

DIMENSION = 16
LINES = ["市民政局负责养老床位。", "每张床位补助0.9万元。", "推进长期护理保险。"]


def document(name: str, edition: int) -> Document:
    """Three lines, each a clause, and a last line that tells the edition."""
    lines = [*LINES, f"第{edition}版"]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    clauses = tuple(
        Clause(f"{name}/{i}", Kind.TEXT, Rank.ITEM, "", line, (line,), span, None, span, bare=False)
        for i, (line, start) in enumerate(zip(lines, starts, strict=True))
        for span in [Span(start, start + len(line))]
    )
    region = Region("重庆市", "500000", Level.PROVINCE, ("重庆市",))
    layout = Layout((Page(1, Span(0, len(text)), 595.3, 841.9),), ())
    digest = sha256(text.encode()).hexdigest()
    return Document(name, text, digest, "方案", region, clauses, layout=layout)


def made(edition: int, names: tuple[str, ...] = ("甲", "乙")) -> list[Document]:
    """The documents of an edition."""
    return [document(name, edition) for name in names]


def vectors(edition: int, rows: int = 8) -> Vectors:
    """The vectors of its passages; every other edition has those of the one before."""
    return np.random.default_rng(edition // 2).standard_normal((rows, DIMENSION)).astype(np.float32)


def contents(edition: int = 1, names: tuple[str, ...] = ("甲", "乙"), encoder_digest: str = "e1") -> Contents:
    """An index whose every part differs from edition to edition."""
    documents = made(edition, names)
    rows = [
        (d, c, -1, Grain.CLAUSE, *clause.span)
        for d, doc in enumerate(documents)
        for c, clause in enumerate(doc.clauses)
    ]
    columns = np.array(rows, np.int32).reshape(-1, 6).T
    digests = digests_of(f"{edition // 2} {row}" for row in rows)
    known = TextVectors.of(digests, DenseIndex.build(vectors(edition, len(rows))))
    tokens = [bigrams(documents[d].text[start:end]) for d, _, _, _, start, end in rows]
    recipe = Recipe(
        "小编码器", encoder_digest, "rules", {document.id: document.sha256 for document in documents}
    )
    whole = Whole(
        [encoded(d) for d in documents],
        PassageTable.of(columns, digests),
        invert(tokens),
        Sketches.of(d.text for d in documents),
    )
    return Contents(recipe, whole, DIMENSION, lambda wanted: known.vectors(known.find(wanted)), known)


def piece(number: int, rows: int = PIECE_ROWS) -> tuple[Digests, Vectors]:
    """The digests of some texts and their vectors, others for every number."""
    random = np.random.default_rng(number)
    return digests_of(f"{number} {row}" for row in range(rows)), random.random((rows, DIMENSION), np.float32)


def write_build(index_dir: Path, contents: Contents, patience: float = 60) -> Path:
    """Put ``contents`` in use in ``index_dir``; what is the same in the build before is shared."""
    with writing(index_dir, patience) as write:
        return write(contents, _in_use(index_dir))


def files_of(build: Path) -> dict[str, bytes]:
    """Everything in a build; of the manifest all but its time."""
    found = {path.name: path.read_bytes() for path in build.iterdir()}
    manifest = json.loads(found.pop("manifest.json"))
    del manifest["created"]
    return found | {"manifest.json": json.dumps(manifest).encode()}


def _in_use(index_dir: Path) -> OpenIndex | None:
    try:
        return open_build(index_dir)
    except IndexUnusable:
        return None
