"""The documents that a corpus holds, read only where the index has not read them already."""

from __future__ import annotations

from pathlib import Path

from yiyang_qa.building import rules_digest
from yiyang_qa.corpus import SourceFile, survey
from yiyang_qa.corpus.folder import Listed
from yiyang_qa.corpus.sidecar import Sidecar, read_sidecar
from yiyang_qa.errors import IndexUnusable
from yiyang_qa.index import OpenIndex, open_build
from yiyang_qa.types import Document


def held(corpus: Path, index: Path) -> tuple[SourceFile, ...]:
    """All documents of ``corpus`` in the order of their ids.

    A scan takes seconds a page to read: what the index in use has read from the same file by the same
    rules is taken from there.

    Raises:
        CorpusError: a file cannot be read.
    """
    seen, opened = survey(corpus), _opened(index)
    had = opened.manifest.recipe.corpus if opened else {}
    fresh = [name for name, fingerprint in seen.fingerprints.items() if had.get(name) != fingerprint]
    read = {source.id: source for source in seen.read(fresh)}
    return tuple(read.get(listed.id) or _kept(listed, opened) for listed in seen.files)


def _opened(index: Path) -> OpenIndex | None:
    try:
        return open_build(index, rules_digest=rules_digest())
    except IndexUnusable:
        return None


def _kept(listed: Listed, opened: OpenIndex | None) -> SourceFile:
    assert opened is not None
    document: Document = opened.documents[opened.documents.positions[listed.id]]
    return SourceFile(
        id=listed.id,
        path=listed.entry.path,
        text=document.text,
        sha256=document.sha256,
        fingerprint=listed.fingerprint,
        sidecar=read_sidecar(listed.beside.content()) if listed.beside else Sidecar(),
        layout=document.layout,
    )
