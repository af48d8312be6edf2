"""The one who changes a corpus: files come in, go out, and have their fields confirmed.

Every change is whole on disk before the index is built from it. Killed in between, the corpus is
already the new one and the index the old one: the next start finds that they do not fit and builds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from yiyang_qa.adding.held import Held, held
from yiyang_qa.adding.journal import REMOVED, Move, Record, changes, commit, stage, writing
from yiyang_qa.adding.judging import Judge, Outcome, Verdict
from yiyang_qa.adding.notes import Value
from yiyang_qa.adding.parcels import Parcel, misnamed, readable
from yiyang_qa.adding.settling import notes_path, settle
from yiyang_qa.building import build, fits
from yiyang_qa.corpus import SourceFile, Survey, read_file, with_notes
from yiyang_qa.embed import Encoder
from yiyang_qa.encoding import Progress
from yiyang_qa.errors import CorpusError, IndexUnusable, LastDocument, NotFound, PackedDocument, PolicyError
from yiyang_qa.formats import ACCEPTED
from yiyang_qa.gathering import recalled
from yiyang_qa.reading import Reading
from yiyang_qa.types import Document


class Librarian:
    """Changes one corpus and its index; several at work take turns, in this process and others."""

    def __init__(self, corpus: Path, index: Path, encoder: Encoder) -> None:
        self._corpus, self._index, self._encoder = corpus, index, encoder

    def add(
        self, parcels: Iterable[Parcel], who: str, *, force: bool = False, progress: Progress | None = None
    ) -> tuple[Outcome, ...]:
        """Take in what can be taken in, build the index, and say of each file what became of it.

        ``force`` lets in what is nearly identical to a document that is there.

        Raises:
            CorpusError: a document that is there cannot be read, or the disk refuses; nothing was added.
            CorpusBusy: another writer is at work.
            IndexUnusable: the documents were added, but the index could not be written.
        """
        with writing(self._corpus):
            there = self._held()
            judge, moves, records = Judge(there, force=force), list[Move](), list[dict[str, Any]]()
            outcomes = []
            for parcel in parcels:
                outcome, files = self._received(parcel, judge)
                outcomes.append(outcome)
                if outcome.verdict is Verdict.ADDED and outcome.document:
                    moves += ((self._inside(path), path.name) for path in files)
                    records.append(_record("add", who, outcome.document.id, sha256=outcome.document.sha256))
            if moves:
                commit(self._corpus, moves, records)
            if moves or (there and not fits(self._corpus, self._index, self._encoder)):
                self._build(progress, [*there.read, *judge.let_in])
        return tuple(outcomes)

    def remove(self, ids: Sequence[str], who: str, progress: Progress | None = None) -> tuple[Path, ...]:
        """Take documents out, all or none, and return where they and their sidecars are kept.

        Raises:
            NotFound: there is no such document.
            LastDocument: none would be left.
            PackedDocument: it lies in an archive, with others.
        """
        with writing(self._corpus):
            there = self._held()
            leaving = [_found(there, document_id) for document_id in dict.fromkeys(ids)]
            if len(leaving) == len(there):
                raise LastDocument("至少要留一份文件。请先添加别的文件，再移出这一份")
            kept = f"{REMOVED}/{datetime.now():%Y%m%dT%H%M%S}-{token_hex(3)}"
            files = [path for source in leaving for path in _files(source)]
            moves = [(path.name, f"{kept}/{path.name}") for path in files]
            records = [_record("remove", who, s.id, sha256=s.sha256, kept=kept) for s in leaving]
            commit(self._corpus, moves, records)
            self._build(progress, there.read)
        return tuple(self._corpus / kept / path.name for path in files)

    def confirm(
        self,
        document_id: str,
        values: Mapping[str, Value],
        who: str,
        *,
        as_read: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> Document:
        """Settle fields of a document in its sidecar; ``as_read`` names those that stay as they are.

        Raises:
            NotFound: there is no such document.
            RequestInvalid: no such field, or no value for it; says which.
        """
        with writing(self._corpus):
            there = self._held()
            source = _found(there, document_id)
            settled = settle(source, values, as_read)
            path = stage(self._corpus, notes_path(source).name, settled.notes)
            records = [_record("confirm", who, document_id, **change) for change in settled.changes()]
            commit(self._corpus, [(self._inside(path), path.name)], records)
            self._build(progress, [*there.read, settled.reading])
        return settled.after

    def changes(self) -> list[Record]:
        """修改记录, oldest first."""
        return changes(self._corpus)

    def _received(self, parcel: Parcel, judge: Judge) -> tuple[Outcome, list[Path]]:
        """The outcome for one file, and what was staged of it."""
        if fault := parcel.fault or misnamed(parcel.name) or self._in_the_way(parcel):
            return Outcome(parcel.name, Verdict.UNREADABLE, f"没有添加：{fault}"), []
        if not readable(parcel.name):
            message = f"没有添加：格式不支持。可以添加 {'、'.join(ACCEPTED)} 格式的文件"
            return Outcome(parcel.name, Verdict.UNSUPPORTED, message), []
        path = stage(self._corpus, parcel.name, parcel.data)
        notes = None if parcel.notes is None else stage(self._corpus, f"{path.stem}.toml", parcel.notes)
        try:
            known = recalled(self._index, judge.known(parcel.data))
            source = with_notes(read_file(path, known), parcel.notes or b"")
            return judge.judge(parcel.name, source), [path, *([notes] if notes else [])]
        except CorpusError as error:
            said = error.message.removeprefix(f"{path} ")
            return Outcome(parcel.name, Verdict.UNREADABLE, f"没有添加：{said}"), []

    def _in_the_way(self, parcel: Parcel) -> str | None:
        """Folders with the names of what is to be added; no file may replace them."""
        names = (parcel.name, f"{parcel.stem}.toml")
        found = [name for name in names if (self._corpus / name).is_dir()]
        return f"文件夹里已有名为 {found[0]} 的子文件夹，请改名后再添加" if found else None

    def _held(self) -> Held:
        """The documents there are; an empty folder holds none."""
        empty = not any(readable(path.name) for path in self._corpus.iterdir())
        return (
            Held(Survey(self._corpus, (), ()), None, self._index)
            if empty
            else held(self._corpus, self._index)
        )

    def _build(self, progress: Progress | None, handed_in: Iterable[Reading | SourceFile]) -> None:
        try:
            build(self._corpus, self._index, self._encoder, progress, handed_in)
        except PolicyError as error:
            raise IndexUnusable(
                f"文件夹已经改好，但索引没有建成：{error.message}。排除后重新启动，或运行 yiyang-qa build"
            ) from None

    def _inside(self, path: Path) -> str:
        return path.relative_to(self._corpus).as_posix()


def _found(there: Mapping[str, SourceFile], document_id: str) -> SourceFile:
    if document_id not in there:
        raise NotFound(f"没有编号为 {document_id} 的文件")
    return there[document_id]


def _files(source: SourceFile) -> Iterator[Path]:
    if source.path.parent.is_file():
        raise PackedDocument(
            f"{source.id} 在压缩包 {source.path.parent.name} 里，不能单独移出。请解压后放入，再移出这一份"
        )
    yield source.path
    if notes_path(source).is_file():
        yield notes_path(source)


def _record(action: str, who: str, document_id: str, **more: Any) -> dict[str, Any]:
    at = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"at": at, "who": who, "action": action, "document_id": document_id, **more}
