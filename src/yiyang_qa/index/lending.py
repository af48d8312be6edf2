"""What a build in use lends to the next one: documents, postings and vectors that need not be made again."""

from __future__ import annotations

from yiyang_qa.index.dense import Vectors
from yiyang_qa.index.documents import LINES
from yiyang_qa.index.manifest import check
from yiyang_qa.index.parts import Part
from yiyang_qa.index.store import OpenIndex
from yiyang_qa.index.table import Digests, Rows
from yiyang_qa.index.textvectors import TextVectors


class Lender:
    """An open build; everything that is taken from it is compared with its seal first.

    Raises:
        IndexDamaged: here or when something is taken.
    """

    def __init__(self, opened: OpenIndex) -> None:
        manifest = opened.manifest
        later = {LINES, *manifest.blocks}  # each line bears a checksum; blocks are checked when read
        check(opened.directory, {name: seal for name, seal in manifest.files.items() if name not in later})
        self.opened = opened
        self._vectors = TextVectors.of(opened.table.digests, opened.dense)
        self._checked: set[str] = set()

    def part(self) -> Part:
        """All its documents, to choose from."""
        documents = self.opened.documents
        return Part(
            len(documents),
            documents.encoded,
            self.opened.table,
            self.opened.lexical.inverted,
            self.opened.sketches(),
        )

    def find(self, digests: Digests) -> Rows:
        """A row whose text has the digest, for each; -1 where there is none."""
        return self._vectors.find(digests)

    def vectors(self, rows: Rows) -> Vectors:
        """The vectors of ``rows``, in their order."""
        manifest = self.opened.manifest
        names = {manifest.blocks[number] for number, _ in self.opened.dense.blocks_of(rows)}
        check(self.opened.directory, {name: manifest.files[name] for name in names - self._checked})
        self._checked |= names
        return self.opened.dense.vectors(rows)
