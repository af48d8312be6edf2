"""Reading a folder of policy documents and their sidecars."""

from yiyang_qa.corpus.entries import unread
from yiyang_qa.corpus.folder import Survey, read_corpus, survey
from yiyang_qa.corpus.sidecar import FIELDS, Sidecar
from yiyang_qa.corpus.source import SourceFile, read_file, read_path, with_notes

__all__ = [
    "FIELDS",
    "Sidecar",
    "SourceFile",
    "Survey",
    "read_corpus",
    "read_file",
    "read_path",
    "survey",
    "unread",
    "with_notes",
]
