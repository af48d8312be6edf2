"""What an index is to hold of a folder: from the build before, from whoever has read it, or from its files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from yiyang_qa.corpus import Survey
from yiyang_qa.index import (
    Encoded,
    Lender,
    Part,
    PassageTable,
    Place,
    Sketches,
    Whole,
    encoded,
    invert,
    joined,
)
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import Reading
from yiyang_qa.rules import rules_digest
from yiyang_qa.text import bigrams
from yiyang_qa.types import Document


class Files(NamedTuple):
    """The files of a folder, and what has been read of them already."""

    seen: Survey
    readings: Sequence[Reading]


class Gathered(NamedTuple):
    """What an index is to hold of its documents, but for the vectors."""

    corpus: dict[str, str]  # document id → fingerprint of what was read
    fresh: PassageTable  # the passages that the build before does not have, with their texts
    whole: Whole


def gathered(files: Files, lender: Lender | None) -> Gathered:
    """All documents of ``files``: unchanged ones from the lender, others as they are read, each once.

    A reading handed in counts for the very bytes that it was made of.

    Raises:
        CorpusError: files cannot be read; each is named.
        IndexDamaged: what the lender has is not as it was.
    """
    seen = files.seen
    kept = _kept(seen, lender)
    wanted = {name: fingerprint for name, fingerprint in seen.fingerprints.items() if name not in kept}
    found = {r.source.id: r for r in files.readings if wanted.get(r.source.id) == r.source.fingerprint}
    read = {source.id: source for source in seen.read(wanted.keys() - found.keys())}
    fresh = _cut(found[name] if name in found else Reading.of(read[name]) for name in wanted)
    corpus = seen.fingerprints | {source.id: source.fingerprint for source in read.values()}
    return Gathered(corpus, fresh.table, _joined(seen, kept, fresh, lender))


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
