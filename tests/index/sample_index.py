"""A small index of plain documents, another one for every edition."""

from __future__ import annotations

from hashlib import sha256

import numpy as np

from yiyang_qa.index import Contents, Grain, LexicalIndex, PassageTable, Recipe
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


def contents(edition: int = 1, names: tuple[str, ...] = ("甲", "乙"), encoder_digest: str = "e1") -> Contents:
    """An index whose every part differs from edition to edition."""
    documents = [document(name, edition) for name in names]
    rows = [
        (d, c, -1, Grain.CLAUSE, *clause.span)
        for d, doc in enumerate(documents)
        for c, clause in enumerate(doc.clauses)
    ]
    columns = np.array(rows, np.int32).reshape(-1, 6).T
    vectors = np.random.default_rng(edition).standard_normal((len(rows), DIMENSION)).astype(np.float32)
    tokens = [bigrams(documents[d].text[start:end]) for d, _, _, _, start, end in rows]
    corpus = {document.id: document.sha256 for document in documents}
    recipe = Recipe("小编码器", encoder_digest, "rules", corpus)
    return Contents(recipe, documents, PassageTable(*columns), vectors, LexicalIndex.build(tokens))
