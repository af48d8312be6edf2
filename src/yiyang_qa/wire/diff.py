"""对照: two versions of a document, clause by clause."""

from __future__ import annotations

from pydantic import BaseModel, Field

from yiyang_qa.types import Clause, Document, Span
from yiyang_qa.versions import Change, ClauseChange, Diff, Edit
from yiyang_qa.wire.place import SpanBody


class VersionBody(BaseModel):
    """A clause as one version has it: ``text[start:end] == quote`` in that document's text."""

    clause_id: str
    clause_path: list[str]
    quote: str
    start: int
    end: int


class EditBody(BaseModel):
    """Words of the old clause that became words of the new one; one of the two spans may be empty."""

    old: SpanBody
    new: SpanBody
    removed: str
    added: str


class ClauseChangeBody(BaseModel):
    """One clause through both versions."""

    change: Change
    moved: bool = Field(description="编号或所在章节不同")
    old: VersionBody | None = Field(description="新增的条款为 null")
    new: VersionBody | None = Field(description="删去的条款为 null")
    edits: list[EditBody]


class DiffBody(BaseModel):
    """Every clause of both versions once, in the order of the new one."""

    old: str = Field(description="旧版的 document_id")
    new: str = Field(description="新版的 document_id")
    changes: list[ClauseChangeBody]


def diff_body(found: Diff) -> DiffBody:
    """The two versions side by side."""
    changes = [_change_body(found, change) for change in found.changes]
    return DiffBody(old=found.old.id, new=found.new.id, changes=changes)


def _change_body(found: Diff, change: ClauseChange) -> ClauseChangeBody:
    return ClauseChangeBody(
        change=change.change,
        moved=change.moved,
        old=_version_body(found.old, change.old),
        new=_version_body(found.new, change.new),
        edits=[_edit_body(found, edit) for edit in change.edits],
    )


def _version_body(document: Document, clause: Clause | None) -> VersionBody | None:
    if clause is None:
        return None
    return VersionBody(
        clause_id=clause.id,
        clause_path=list(clause.path),
        quote=clause.body.of(document.text),
        start=clause.body.start,
        end=clause.body.end,
    )


def _edit_body(found: Diff, edit: Edit) -> EditBody:
    return EditBody(
        old=_span_body(edit.old),
        new=_span_body(edit.new),
        removed=edit.old.of(found.old.text),
        added=edit.new.of(found.new.text),
    )


def _span_body(span: Span) -> SpanBody:
    return SpanBody(start=span.start, end=span.end)
