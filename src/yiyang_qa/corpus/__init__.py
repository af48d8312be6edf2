"""Reading a folder of policy documents and their sidecars."""

from yiyang_qa.corpus.folder import SourceFile, Survey, read_corpus, read_file, survey, unread
from yiyang_qa.corpus.sidecar import Sidecar

__all__ = ["Sidecar", "SourceFile", "Survey", "read_corpus", "read_file", "survey", "unread"]
