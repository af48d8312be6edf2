"""Documents read as the product reads them, and evidence out of their clauses."""

from __future__ import annotations

from pathlib import Path

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.regions import gazetteer
from yiyang_qa.types import Document, Evidence, Region, Span

TABLE = """表1:发展指标
序号
指标
类别
2023年目标值
2025年目标值
1
养老机构护理型床位占比(%)
约束性
55
60
2
家庭养老床位数(张)
预期性
--
≥500
"""


def region(name: str) -> Region:
    """The one division of that name."""
    (found,) = gazetteer().named(name)
    return found


def document(place: str, text: str) -> Document:
    """A document of ``place`` with ``text`` for its body."""
    sidecar = Sidecar(
        region=place, title=f"{place}实施方案", doc_number="某卫发〔2023〕1号", issued_on="2023-12-12"
    )
    return read_document(SourceFile(place, Path(f"{place}.txt"), text, "0" * 64, "0" * 64, sidecar))


def cited(
    place: str, text: str, marked: str = "", score: float = 0.8, nearness: float | None = None
) -> Evidence:
    """The first clause of ``text`` that holds ``marked``, with these words as its highlight if any.

    As near as it is sure, unless ``nearness`` says otherwise.
    """
    read = document(place, text)
    clause = next(c for c in read.clauses if not c.bare and marked in c.body.of(read.text))
    at = read.text.index(marked)
    marks = (Span(at, at + len(marked)),) if marked else ()
    near = score if nearness is None else nearness
    return Evidence(read, clause, clause.body, marks, score, nearness=near)
