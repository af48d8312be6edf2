"""Versions: who ends whom in a library, how a document stands on a day, and what changed between two."""

from yiyang_qa.versions.lineage import lineage
from yiyang_qa.versions.standing import Lineage, coming, standing

__all__ = ["Lineage", "coming", "lineage", "standing"]
