"""The index: what is searched, kept in one directory that is replaced whole."""

from yiyang_qa.index.dense import DenseIndex, Vectors
from yiyang_qa.index.documents import DocumentsById, DocumentStore, Encoded, encoded
from yiyang_qa.index.filling import Contents
from yiyang_qa.index.inversion import invert
from yiyang_qa.index.lending import Lender
from yiyang_qa.index.lexical import LexicalIndex
from yiyang_qa.index.manifest import Manifest, Recipe
from yiyang_qa.index.parts import Part, Place, Whole, joined
from yiyang_qa.index.pieces import PIECE_ROWS, Pieces
from yiyang_qa.index.ranking import Ranking
from yiyang_qa.index.recognised import Recognised
from yiyang_qa.index.sketches import Sketches
from yiyang_qa.index.store import OpenIndex, current, is_current, open_build
from yiyang_qa.index.table import NO_PART, Digests, Grain, PassageTable, digests_of
from yiyang_qa.index.textvectors import TextVectors
from yiyang_qa.index.writing import Write, writing

__all__ = [
    "NO_PART",
    "PIECE_ROWS",
    "Contents",
    "DenseIndex",
    "Digests",
    "DocumentStore",
    "DocumentsById",
    "Encoded",
    "Grain",
    "Lender",
    "LexicalIndex",
    "Manifest",
    "OpenIndex",
    "Part",
    "PassageTable",
    "Pieces",
    "Place",
    "Ranking",
    "Recipe",
    "Recognised",
    "Sketches",
    "TextVectors",
    "Vectors",
    "Whole",
    "Write",
    "current",
    "digests_of",
    "encoded",
    "invert",
    "is_current",
    "joined",
    "open_build",
    "writing",
]
