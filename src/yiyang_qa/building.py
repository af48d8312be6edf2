"""From a folder of documents to an index in use; and whether the one in use still fits.

A build takes over from the one before what the same files, rules and encoder would only make
again: unchanged documents with their passages and postings, and the vector of every text
that has been encoded already, be it by a build that was killed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import count
from pathlib import Path

from yiyang_qa.corpus import SourceFile, Survey, survey
from yiyang_qa.embed import Encoder
from yiyang_qa.encoding import Progress, landmarks, vectors_for
from yiyang_qa.errors import IndexDamaged, IndexUnusable
from yiyang_qa.index import (
    Contents,
    Encoded,
    Lender,
    OpenIndex,
    Part,
    Pieces,
    Place,
    Recipe,
    Sketches,
    Whole,
    encoded,
    invert,
    is_current,
    joined,
    open_build,
    writing,
)
from yiyang_qa.passages import tabulate
from yiyang_qa.reading import read_document
from yiyang_qa.text import bigrams
from yiyang_qa.types import Document

#: What decides how a file is read and cut; an index made by other rules is stale.
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


def build(
    corpus: Path, index: Path, encoder: Encoder, progress: Progress | None = None, *, afresh: bool = False
) -> Path:
    """Put an index of every document of ``corpus`` in use; the old one serves until then.

    Only what has changed is read and encoded, unless all is to be made ``afresh``; what a build that
    did not end had encoded is not encoded again. One build at a time: another one is waited for, a
    minute at most.

    Raises:
        CorpusError: a file cannot be read; each is named, and the index in use stays.
        IndexUnusable: the index cannot be written, and the one in use stays.
    """
    with writing(index) as write:
        seen = survey(corpus)
        lender = None if afresh else _lender(index, encoder)
        pieces = Pieces(index, encoder.digest, encoder.dimension)
        if afresh:
            pieces.drop()
        try:
            return write(
                _contents(seen, encoder, lender, pieces, progress), lender.opened if lender else None
            )
        except IndexDamaged:
            if lender is None:
                raise
            return write(_contents(seen, encoder, None, pieces, progress), None)


def fits(corpus: Path, index: Path, encoder: Encoder) -> bool:
    """Whether the index in use was made from this corpus, by this encoder and these rules."""
    seen = survey(corpus)
    return not seen.faults and is_current(index, encoder.digest, rules_digest(), seen.fingerprints)


def open_index(index: Path, encoder: Encoder, corpus: Path | None = None) -> OpenIndex:
    """The index in use, checked against the encoder, the rules and, where given, the corpus.

    Raises:
        IndexUnusable: missing, damaged or made from something else; names the mend.
    """
    fingerprints = None if corpus is None else survey(corpus).fingerprints
    return open_build(index, encoder_digest=encoder.digest, rules_digest=rules_digest(), corpus=fingerprints)


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


def _lender(index: Path, encoder: Encoder) -> Lender | None:
    """The build in use, when there is one whose vectors are of this encoder."""
    try:
        return Lender(open_build(index, encoder_digest=encoder.digest))
    except IndexUnusable:
        return None


def _contents(
    seen: Survey, encoder: Encoder, lender: Lender | None, pieces: Pieces, progress: Progress | None
) -> Contents:
    """What the index is to hold, taken from the lender where it can be."""
    kept = _kept(seen, lender)
    read = seen.read(seen.fingerprints.keys() - kept)
    fresh = _read_and_cut(read)
    whole = _joined(seen, kept, fresh, lender)
    return Contents(
        recipe=Recipe(
            encoder=encoder.name,
            encoder_digest=encoder.digest,
            rules_digest=rules_digest(),
            corpus=seen.fingerprints | {source.id: source.fingerprint for source in read},
        ),
        whole=whole,
        dimension=encoder.dimension,
        vectors=vectors_for(fresh.table, encoder, lender, pieces, progress),
        landmarks=landmarks(encoder, lender),
    )


def _kept(seen: Survey, lender: Lender | None) -> set[str]:
    """Ids of documents that the lender has as these files and rules would make them."""
    if lender is None or lender.opened.manifest.recipe.rules_digest != rules_digest():
        return set()
    had = lender.opened.manifest.recipe.corpus
    return {name for name, fingerprint in seen.fingerprints.items() if had.get(name) == fingerprint}


def _read_and_cut(sources: Iterable[SourceFile]) -> Part:
    """The documents of ``sources`` as a part of an index, the texts of its passages still there."""
    lines, sketches = list[Encoded](), [Sketches.of(())]
    table = tabulate(_noted(map(read_document, sources), lines, sketches))
    inverted = invert(map(bigrams, table.lexical_texts))
    return Part(len(lines), lines.__getitem__, table, inverted, Sketches.chained(sketches))


def _noted(
    documents: Iterable[Document], lines: list[Encoded], sketches: list[Sketches]
) -> Iterator[Document]:
    """``documents``, each written down and sketched as it passes: no more than one is held at a time."""
    for document in documents:
        lines.append(encoded(document))
        sketches.append(Sketches.of([document.text]))
        yield document


def _joined(seen: Survey, kept: Collection[str], fresh: Part, lender: Lender | None) -> Whole:
    """All documents of the survey in its order, those ``kept`` from the lender, the others from ``fresh``."""
    if lender is None or not kept:
        return joined([fresh], [Place(0, i) for i in range(fresh.documents)])
    position, new = lender.opened.documents.positions, count()
    order = [Place(1, position[f.id]) if f.id in kept else Place(0, next(new)) for f in seen.files]
    return joined([fresh, lender.part()], order)
