"""A document named on the command line: a path, or an id in the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from yiyang_qa.errors import NotFound
from yiyang_qa.types import Document

if TYPE_CHECKING:
    from yiyang_qa.corpus import SourceFile


def document_at(wanted: str, corpus: Path) -> Document:
    """The document in the file at a path, or with that id in the corpus.

    Raises:
        NotFound: neither; says which ids there are.
    """
    from yiyang_qa.reading import read_document

    return read_document(_source(wanted, corpus))


def _source(wanted: str, corpus: Path) -> SourceFile:
    """The file at a path, or the document with that id in the corpus."""
    from yiyang_qa.corpus import read_file, survey

    path = Path(wanted)
    if path.is_file():
        return read_file(path)
    if path.suffix or len(path.parts) > 1:
        raise NotFound(f"找不到文件 {wanted}。请检查路径")
    seen = survey(corpus)
    if wanted not in seen.fingerprints:
        raise NotFound(f"{corpus} 中没有编号为 {wanted} 的文件。已有：{'、'.join(seen.fingerprints)}")
    (source,) = seen.read([wanted])
    return source
