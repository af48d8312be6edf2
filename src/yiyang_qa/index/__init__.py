"""The index: what is searched, kept in one directory that is replaced whole."""

from yiyang_qa.index.dense import DenseIndex
from yiyang_qa.index.documents import DocumentsById, DocumentStore
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import Manifest, Recipe
from yiyang_qa.index.ranking import Ranking
from yiyang_qa.index.store import OpenIndex, is_current, open_build
from yiyang_qa.index.table import NO_PART, Grain, PassageTable
from yiyang_qa.index.writing import Contents, write_build

__all__ = [
    "NO_PART",
    "Contents",
    "DenseIndex",
    "DocumentStore",
    "DocumentsById",
    "Grain",
    "LexicalIndex",
    "Manifest",
    "OpenIndex",
    "PassageTable",
    "Ranking",
    "Recipe",
    "is_current",
    "open_build",
    "write_build",
]
