"""Reading a folder of policy documents and their sidecars."""

from yiyang_qa.corpus.entries import unread
from yiyang_qa.corpus.folder import SourceFile, read_corpus, read_file
from yiyang_qa.corpus.sidecar import Sidecar

__all__ = ["Sidecar", "SourceFile", "read_corpus", "read_file", "unread"]
