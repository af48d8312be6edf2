"""What becomes of one file handed in: added, or why not, beside the document that speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from itertools import count
from pathlib import PurePosixPath

from yiyang_qa.adding.beside import Difference, differences
from yiyang_qa.adding.held import Held
from yiyang_qa.adding.likeness import Likeness, Shelf, likeness
from yiyang_qa.corpus import SourceFile
from yiyang_qa.formats import Extract
from yiyang_qa.index import digests_of
from yiyang_qa.reading import Reading, read_document
from yiyang_qa.shingles import Hashes, shingles, sketch_of
from yiyang_qa.text import fold
from yiyang_qa.types import Document

#: The same document: at most about two characters of a hundred differ, or one holds all of the other.
_SAME = Likeness(jaccard=0.75, containment=0.9)
#: Kin, like an older edition. No two different documents of those measured come as near.
_KIN = Likeness(jaccard=0.35, containment=0.6)


#: The document most like a file, and how much.
Near = tuple[SourceFile, Likeness]


class Verdict(StrEnum):
    """What became of a file."""

    ADDED = "added"
    IDENTICAL = "identical"
    NEAR_IDENTICAL = "near_identical"
    NAME_TAKEN = "name_taken"
    UNSUPPORTED = "unsupported"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Twin:
    """The document that a file is like: how much, and in which clauses they differ."""

    document: Document
    likeness: float  # 0–1, share of common wording
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """One file of those handed in; ``document`` is what was read, where it could be."""

    name: str
    verdict: Verdict
    message: str
    document: Document | None = None
    twin: Twin | None = None


class Judge:
    """Holds files against the documents there are, those it has let in before included."""

    def __init__(self, held: Held, *, force: bool) -> None:
        self._force = force
        self._held, self._let_in = held, dict[str, Reading]()
        self._ids = list(held)  # in the order of the shelf
        sketches = held.sketches()
        self._shelf = Shelf(sketches)
        first = self._ids[::-1]  # of several the first one stays
        self._by_digest = {held.sha256(each): each for each in first}
        self._by_text = dict(zip(sketches.digests.tolist()[::-1], first, strict=True))
        self._by_name = {each.casefold(): each for each in first}

    def judge(self, name: str, source: SourceFile) -> Outcome:
        """The outcome for one file that could be read; when it is let in, later ones are held against it.

        Raises:
            CorpusError: its sidecar names no known region.
        """
        document, hashes = read_document(source), shingles(source.text)
        found = self._shelf.nearest(hashes, lambda at: self._source(self._ids[at]).text)
        near = found and (self._source(self._ids[found[0]]), found[1])
        outcome = (
            self._identical(name, document, near)
            or self._taken(name, document, hashes)
            or self._alike(name, document, near)
        )
        if outcome.verdict is Verdict.ADDED:
            self._admit(Reading(source, document, sketch_of(hashes)))
        return outcome

    def known(self, data: bytes) -> dict[str, Extract]:
        """SHA-256 → what a file of these bytes says, where it has pages and is there already."""
        digest = sha256(data).hexdigest()
        same = self._by_digest.get(digest)
        source = self._source(same) if same else None
        return {digest: Extract(source.text, source.layout)} if source and source.layout else {}

    @property
    def let_in(self) -> tuple[Reading, ...]:
        """What has been let in, as it was read."""
        return tuple(self._let_in.values())

    def _source(self, document_id: str) -> SourceFile:
        read = self._let_in.get(document_id)
        return read.source if read else self._held[document_id]

    def _document(self, document_id: str) -> Document:
        read = self._let_in.get(document_id)
        return read.document if read else self._held.document(document_id)

    def _admit(self, reading: Reading) -> None:
        source = reading.source
        self._let_in[source.id] = reading
        self._ids.append(source.id)
        self._shelf.put(reading.sketch)
        self._by_digest[source.sha256] = source.id
        self._by_text[_digest(source.text)] = source.id
        self._by_name[source.id.casefold()] = source.id

    def _identical(self, name: str, document: Document, near: Near | None) -> Outcome | None:
        same = self._by_digest.get(document.sha256)
        same_words = same or self._by_text.get(_digest(document.text))
        if same_words is None and near and _words(near[0].text) == _words(document.text):
            same_words = near[0].id
        if same_words is None:
            return None
        how = "内容逐字节相同" if same else "文字相同，只有编码、空白或全半角不同"
        message = f"没有添加：与已收录的 {same_words} {how}"
        twin = Twin(self._document(same_words), 1.0)
        return Outcome(name, Verdict.IDENTICAL, message, document, twin)

    def _taken(self, name: str, document: Document, hashes: Hashes) -> Outcome | None:
        taken_by = self._by_name.get(document.id.casefold())
        if taken_by is None:
            return None
        holder = self._source(taken_by)
        message = (
            f"没有添加：编号 {document.id} 已由另一份文件 {holder.path.name} 使用。"
            f"请把文件改名（例如 {self._free(name)}）后再添加；要替换原来的，请先移出它"
        )
        twin = self._beside(taken_by, document, likeness(shingles(holder.text), hashes))
        return Outcome(name, Verdict.NAME_TAKEN, message, document, twin)

    def _alike(self, name: str, document: Document, near: Near | None) -> Outcome:
        if near is None or not _reaches(near[1], _KIN):
            return Outcome(name, Verdict.ADDED, "已添加", document)
        other, alike = near
        if self._force or not _reaches(alike, _SAME):
            kin = Twin(self._document(other.id), alike.jaccard)
            message = f"已添加；与 {other.id} 有 {alike.jaccard:.0%} 的文字相同，可能是它的另一个版本，请核对"
            return Outcome(name, Verdict.ADDED, message, document, kin)
        message = (
            f"没有添加：与已收录的 {other.id} 几乎相同（{_told(alike)}）。"
            "请核对下列不同之处；确实是另一份文件或新的版本，请选择“仍要添加”（命令行加 --force）"
        )
        twin = self._beside(other.id, document, alike)
        return Outcome(name, Verdict.NEAR_IDENTICAL, message, document, twin)

    def _beside(self, old: str, new: Document, alike: Likeness) -> Twin:
        before = self._document(old)
        return Twin(before, alike.jaccard, differences(before, new))

    def _free(self, name: str) -> str:
        path = PurePosixPath(name)
        names = (f"{path.stem}-{n}" for n in count(2))
        return next(free for free in names if free.casefold() not in self._by_name) + path.suffix


def _reaches(found: Likeness, least: Likeness) -> bool:
    return found.jaccard >= least.jaccard or found.containment >= least.containment


def _told(likeness: Likeness) -> str:
    if likeness.jaccard >= _SAME.jaccard:
        return f"{likeness.jaccard:.0%} 的文字相同"
    return f"短的一份有 {likeness.containment:.0%} 的文字包含在长的一份里"


def _digest(text: str) -> bytes:
    (digest,) = digests_of([text]).tolist()
    return bytes(digest)


def _words(text: str) -> str:
    """What stays the same when only encoding, white space, width or traditional characters differ."""
    return "".join(fold(text).split())
