"""Copies of text made for search, and the places where sentences begin and end.

Nothing here changes a document: ``fold`` keeps every offset, ``sentences`` returns spans.
"""

from yiyang_qa.text.folding import fold, simplified, spaced
from yiyang_qa.text.spans import line_spans, one_line, outside, sentences
from yiyang_qa.text.tokens import bigrams, words

__all__ = [
    "bigrams",
    "fold",
    "line_spans",
    "one_line",
    "outside",
    "sentences",
    "simplified",
    "spaced",
    "words",
]
