"""From a folder of documents to an index in use; and whether the one in use still fits.

A build takes over from the one before what the same files, rules and encoder would only make
again: unchanged documents with their passages and postings, and the vector of every text
that has been encoded already, be it by a build that was killed. Nor does it read what whoever
put a file into the folder has read already.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from yiyang_qa.corpus import SourceFile, survey
from yiyang_qa.embed import Encoder
from yiyang_qa.encoding import Progress, landmarks, vectors_for
from yiyang_qa.errors import IndexDamaged, IndexUnusable
from yiyang_qa.gathering import Files, gathered
from yiyang_qa.index import Contents, Lender, OpenIndex, Pieces, Recipe, is_current, open_build, writing
from yiyang_qa.reading import Reading
from yiyang_qa.rules import rules_digest


def build(
    corpus: Path,
    index: Path,
    encoder: Encoder,
    progress: Progress | None = None,
    handed_in: Iterable[Reading | SourceFile] = (),
) -> Path:
    """Put an index of every document of ``corpus`` in use; the old one serves until then.

    Only what has changed is read and encoded; what a build that did not end had encoded is not
    encoded again. What is ``handed_in``, as it was read, is taken in place of files whose bytes are
    still those that were read. One build at a time: another one is waited for, a minute at most.

    Raises:
        CorpusError: a file cannot be read; each is named, and the index in use stays.
        IndexUnusable: the index cannot be written, and the one in use stays.
    """
    with writing(index) as write:
        files, pieces = Files(survey(corpus), handed_in, index), _pieces(index, encoder)
        if lender := _lender(index, encoder):
            try:
                return write(_contents(files, encoder, lender, pieces, progress), lender.opened)
            except IndexDamaged:
                pass  # nothing is taken from it
        return write(_contents(files, encoder, None, pieces, progress), None)


def build_afresh(corpus: Path, index: Path, encoder: Encoder, progress: Progress | None = None) -> Path:
    """Like ``build``, but everything is read and encoded again."""
    with writing(index) as write:
        files, pieces = Files(survey(corpus)), _pieces(index, encoder)
        pieces.drop()
        return write(_contents(files, encoder, None, pieces, progress), None)


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


def _lender(index: Path, encoder: Encoder) -> Lender | None:
    """The build in use, when there is one whose vectors are of this encoder."""
    try:
        return Lender(open_build(index, encoder_digest=encoder.digest))
    except IndexUnusable:
        return None


def _pieces(index: Path, encoder: Encoder) -> Pieces:
    return Pieces(index, encoder.digest, encoder.dimension)


def _contents(
    files: Files, encoder: Encoder, lender: Lender | None, pieces: Pieces, progress: Progress | None
) -> Contents:
    """What the index is to hold, taken from the lender where it can be."""
    corpus, fresh, whole = gathered(files, lender)
    return Contents(
        recipe=Recipe(
            encoder=encoder.name,
            encoder_digest=encoder.digest,
            rules_digest=rules_digest(),
            corpus=corpus,
        ),
        whole=whole,
        dimension=encoder.dimension,
        vectors=vectors_for(fresh, encoder, lender, pieces, progress),
        landmarks=landmarks(encoder, lender),
    )
