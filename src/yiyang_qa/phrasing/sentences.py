"""Sentences out of a stream, each as soon as it is finished."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from yiyang_qa.answer.guard import sentence_spans
from yiyang_qa.phrasing.phraser import PhrasingFailed
from yiyang_qa.types import Span

#: May become a marker of the sentence before it.
_MARKER_BEGUN = re.compile(r"[\[［]\s?[0-9０-９]{0,3}")
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("(", ")"))
_LONGEST = 2000  # characters; nobody writes such a sentence


class Sentence(NamedTuple):
    """``text`` with its markers; ``gap`` is the white space before it."""

    gap: str
    text: str


def finished(pieces: Iterable[str]) -> Iterator[Sentence]:
    """The sentences of ``pieces`` however they are cut, in order; the last when the pieces end.

    Raises:
        PhrasingFailed: a sentence that does not end.
    """
    rest = ""
    for piece in pieces:
        rest += piece
        done = list(takewhile(partial(_is_done, rest), _but_last(rest)))
        yield from _cut(rest, done)
        rest = rest[done[-1].end :] if done else rest
        if len(rest) > _LONGEST:
            raise PhrasingFailed("语言模型的句子过长")
    yield from _cut(rest, sentence_spans(rest))


def _but_last(text: str) -> tuple[Span, ...]:
    """The sentences that another one follows; a marker just begun is none."""
    spans = sentence_spans(text)
    return spans[:-2] if spans and _MARKER_BEGUN.fullmatch(spans[-1].of(text)) else spans[:-1]


def _is_done(text: str, span: Span) -> bool:
    """A stop inside quotation marks or brackets may turn out to be none; a line's end always is one."""
    said = span.of(text)
    return all(said.count(a) <= said.count(b) for a, b in _PAIRS) or text[span.end :].lstrip(" ")[:1] == "\n"


def _cut(text: str, spans: Iterable[Span]) -> Iterator[Sentence]:
    start = 0
    for span in spans:
        yield Sentence(text[start : span.start], span.of(text))
        start = span.end
