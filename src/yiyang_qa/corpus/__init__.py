"""Reading a folder of policy documents and their sidecars."""

from yiyang_qa.corpus.folder import SourceFile, read_corpus, read_file, unread
from yiyang_qa.corpus.sidecar import FIELDS, Sidecar

__all__ = ["FIELDS", "Sidecar", "SourceFile", "read_corpus", "read_file", "unread"]
