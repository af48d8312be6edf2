"""What an index is to hold of a folder: from the build before, from whoever has read it, or from its files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from yiyang_qa.corpus import SourceFile, Survey
from yiyang_qa.errors import IndexDamaged, IndexUnusable
from yiyang_qa.formats import Extract
from yiyang_qa.index import (
    Encoded,
    Lender,
    OpenIndex,
    Part,
    PassageTable,
    Place,
    Recognised,
    Sketches,
    Whole,
    encoded,
    invert,
    joined,
    open_build,
)
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import Reading
from yiyang_qa.rules import rules_digest
from yiyang_qa.text import bigrams
from yiyang_qa.types import Document


class Files:
    """The files of a folder, each read when it is first asked for and never again.

    One handed in as it was read, parsed or not, counts for the very bytes that it was made of. What an
    ``index`` has recognised, or a build of it that did not end, is taken from there.
    """

    def __init__(
        self, seen: Survey, handed_in: Iterable[Reading | SourceFile] = (), index: Path | None = None
    ) -> None:
        self.seen, self._index = seen, index
        now = seen.fingerprints
        given = [each for each in handed_in if now.get(_source(each).id) == _source(each).fingerprint]
        self._sources = {_source(each).id: _source(each) for each in given}
        self._parsed = {each.source.id: each for each in given if isinstance(each, Reading)}

    @property
    def fingerprints(self) -> dict[str, str]:
        """Document id → fingerprint, of a file that was read that of the bytes that were read."""
        return self.seen.fingerprints | {name: s.fingerprint for name, s in self._sources.items()}

    def readings(self, names: Collection[str]) -> Iterator[Reading]:
        """Those of the documents ``names``, made one by one.

        Raises:
            CorpusError: files cannot be read; each is named.
        """
        unread = {*names} - self._sources.keys()
        opened = read_before(self._index) if self._index and unread else None
        before = recognised(opened, self.seen, unread)
        known = recalled(self._index, before) if self._index else before
        self._sources |= {source.id: source for source in self.seen.read(unread, known)}
        return (self._parsed.get(name) or Reading.of(self._sources[name]) for name in names)


def _source(given: Reading | SourceFile) -> SourceFile:
    return given.source if isinstance(given, Reading) else given


def read_before(index: Path) -> OpenIndex | None:
    """The index in use, where it was made by these rules: others would read files as something else."""
    try:
        return open_build(index, rules_digest=rules_digest())
    except IndexUnusable:
        return None


def recognised(opened: OpenIndex | None, seen: Survey, names: Collection[str]) -> dict[str, Extract]:
    """SHA-256 → what a file says: of the files ``names`` those that have pages and were read before.

    A scan takes seconds a page, and says the same under another name, with another sidecar, or for
    another encoder. A damaged index says nothing.
    """
    if opened is None or not names:
        return {}
    wanted = {file.sha256 for file in seen.files if file.id in names}
    try:
        places = [at for at, digest in enumerate(opened.documents.digests()) if digest in wanted]
        found = [opened.documents[at] for at in places]
    except IndexDamaged:
        return {}
    return {each.sha256: Extract(each.text, each.layout) for each in found if each.layout}


def recalled(index: Path, known: Mapping[str, Extract]) -> Recognised:
    """``known``, and what these rules have read for an index that never came to be."""
    return Recognised(index, rules_digest(), known)


class Gathered(NamedTuple):
    """What an index is to hold of its documents, but for the vectors."""

    corpus: dict[str, str]  # document id → fingerprint of what was read
    fresh: PassageTable  # the passages that the build before does not have, with their texts
    whole: Whole


def gathered(files: Files, lender: Lender | None) -> Gathered:
    """All documents of ``files``: unchanged ones from the lender, others as they are read.

    Raises:
        CorpusError: files cannot be read; each is named.
        IndexDamaged: what the lender has is not as it was.
    """
    kept = _kept(files.seen, lender)
    fresh = _cut(files.readings([name for name in files.seen.fingerprints if name not in kept]))
    return Gathered(files.fingerprints, fresh.table, _joined(files.seen, kept, fresh, lender))


def _kept(seen: Survey, lender: Lender | None) -> set[str]:
    """Ids of documents that the lender has as these files and rules would make them."""
    if lender is None or lender.opened.manifest.recipe.rules_digest != rules_digest():
        return set()
    had = lender.opened.manifest.recipe.corpus
    return {name for name, fingerprint in seen.fingerprints.items() if had.get(name) == fingerprint}


def _cut(readings: Iterable[Reading]) -> Part:
    """The documents of ``readings`` as a part of an index, the texts of its passages still there."""
    lines, sketches = list[Encoded](), [Sketches.of(())]
    table = tabulate(_noted(readings, lines, sketches))
    inverted = invert(map(bigrams, table.lexical_texts))
    return Part(len(lines), lines.__getitem__, table, inverted, Sketches.chained(sketches))


def _noted(readings: Iterable[Reading], lines: list[Encoded], sketches: list[Sketches]) -> Iterator[Document]:
    """The documents, each written down as it passes: no more than one is held at a time."""
    for _, document, sketch in readings:
        lines.append(encoded(document))
        sketches.append(Sketches.made([(document.text, sketch)]))
        yield document


def _joined(seen: Survey, kept: Collection[str], fresh: Part, lender: Lender | None) -> Whole:
    """All documents of the survey in its order, those ``kept`` from the lender, the others from ``fresh``."""
    if lender is None or not kept:
        return joined([fresh], [Place(0, i) for i in range(fresh.documents)])
    position, new = lender.opened.documents.positions, count()
    order = [Place(1, position[f.id]) if f.id in kept else Place(0, next(new)) for f in seen.files]
    return joined([fresh, lender.part()], order)
