"""How a comparison of two versions is said in Chinese."""

from __future__ import annotations

from collections import Counter

from yiyang_qa.types import Clause, Kind
from yiyang_qa.versions.diff import Change, ClauseChange, Diff

#: In the order in which they are summed up.
_BECAME = {
    Change.CHANGED: "修改",
    Change.ADDED: "新增",
    Change.REMOVED: "删除",
    Change.MOVED: "移动",
    Change.UNCHANGED: "未变",
}
#: Parts of a document that bear no name of their own (GB/T 9704—2012, 7.3).
_PARTS = {
    Kind.TITLE: "标题",
    Kind.NUMBER: "发文字号",
    Kind.ADDRESSEE: "主送机关",
    Kind.ENCLOSURES: "附件说明",
    Kind.SIGNATURE: "发文机关署名",
    Kind.DATE: "成文日期",
    Kind.ADOPTION: "题注",
    Kind.FIELD: "发布信息",
    Kind.FURNITURE: "网页内容",
}


def became(change: ClauseChange) -> str:
    """What became of a clause: 修改, 修改并移动, 新增 …"""
    also = "并移动" if change.moved and change.change is Change.CHANGED else ""
    return _BECAME[change.change] + also


def tally(found: Diff) -> str:
    """How many clauses became what: 修改 2 条，新增 1 条."""
    counted = Counter(change.change for change in found.changes)
    said = (f"{word} {counted[change]} 条" for change, word in _BECAME.items() if counted[change])
    return "，".join(said) or "没有条款"


def called(clause: Clause) -> str:
    """What a clause is called beside its text: its number, else its heading, else what part of a document it is."""
    return (
        clause.label
        or (clause.path[-1] if clause.path else clause.heading)
        or _PARTS.get(clause.kind, "正文")
    )
