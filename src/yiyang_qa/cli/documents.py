"""A document named on the command line: a path, or an id in the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from yiyang_qa.errors import CorpusError, NotFound
from yiyang_qa.types import Document

if TYPE_CHECKING:
    from yiyang_qa.corpus import SourceFile


def document_at(wanted: str, corpus: Path) -> Document:
    """The document in the file at a path, or with that id in the corpus.

    Raises:
        NotFound: neither; says which ids there are.
        CorpusError: it cannot be read, or is a zip of several.
    """
    faults: list[str] = []
    found = documents_at(wanted, corpus, faults)
    if len(found) + len(faults) > 1:
        raise CorpusError(f"{wanted} 里不止一份文件。请解压后指定其中一份")
    return found[0]


def documents_at(wanted: str, corpus: Path, faults: list[str]) -> list[Document]:
    """The document in the file at a path, or with that id in the corpus; all in a zip, ``faults`` tell of the others.

    Raises:
        NotFound: neither; says which ids there are.
        CorpusError: nothing there can be read.
    """
    from yiyang_qa.reading import read_document

    sources = _sources(wanted, corpus, faults)
    if not sources:
        raise CorpusError("\n".join(faults))
    return [read_document(source) for source in sources]


def _sources(wanted: str, corpus: Path, faults: list[str]) -> Sequence[SourceFile]:
    from yiyang_qa.corpus import read_path, survey

    path = Path(wanted)
    if path.is_file():
        return read_path(path, faults)
    if path.suffix or len(path.parts) > 1:
        raise NotFound(f"找不到文件 {wanted}。请检查路径")
    seen = survey(corpus)
    if wanted not in seen.fingerprints:
        raise NotFound(f"{corpus} 中没有编号为 {wanted} 的文件。已有：{'、'.join(seen.fingerprints)}")
    return seen.read([wanted])
