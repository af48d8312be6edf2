"""Word documents (ECMA-376, WordprocessingML): the text that Word shows, numbering included."""

from yiyang_qa.formats.word.document import document_text

__all__ = ["document_text"]
