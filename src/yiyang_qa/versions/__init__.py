"""Versions: who ends, extends and amends whom in a library, how a document stands on a day, and what changed between two."""

from yiyang_qa.versions.diff import Change, ClauseChange, Diff, diff
from yiyang_qa.versions.edits import Edit
from yiyang_qa.versions.lineage import lineage
from yiyang_qa.versions.standing import Lineage, coming, standing

__all__ = [
    "Change",
    "ClauseChange",
    "Diff",
    "Edit",
    "Lineage",
    "coming",
    "diff",
    "lineage",
    "standing",
]
