"""句与行: spans of the sentences and of the lines of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yiyang_qa.types import Span

_BREAK = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
#: Half-width inside an address is no stop: a?b;c, but 3万元;3万人次.
_STOP = r"(?:[。！？；｡]|[!?;](?:(?![0-9A-Za-z])|(?<=[^\x00-\x7f%)\]].)))"
_CLOSERS = "[”’」』）)】》〉\"']*+"
# Short pairs are not cut inside. One that itself ends with 。 ends the sentence; a title never does.
_PAIR = "|".join(
    (
        rf"《[^《》{_BREAK}]{{0,80}}+》",
        rf"“[^“”{_BREAK}]{{0,80}}+(?<![。｡])”",
        rf"（[^（）{_BREAK}]{{0,80}}+(?<![。｡])）",
        rf"\([^(){_BREAK}]{{0,80}}+(?<![。｡])\)",
    )
)
#: A line that stops at a comma goes on below, as one does whose next begins so: …的企业,⏎分别给予…; no item's number does.
_NUMBER = r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}\s*[）)、.．:：]|第[一二三四五六七八九十百\d]{1,5}[章节条]|[①-⑳])"
_WRAPPED = rf"(?:(?<=[,，、])\n(?!\s*\n|{_NUMBER})|\n(?=[ \t\u3000]*[,，、的]))"
_PLAIN = rf"[^。！？；｡!?;《“（({_BREAK}]++"  # neither ends a sentence nor opens a pair
_SENTENCE = re.compile(
    rf"(?:{_PLAIN}|{_PAIR}|(?!{_STOP})[^{_BREAK}]|{_WRAPPED})++(?:{_STOP}++{_CLOSERS})?+|{_STOP}++{_CLOSERS}",
)


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the sentences of ``text`` inside ``span``, in order, without surrounding white space.

    A sentence ends at 。！？； or their half-width forms, with the closing marks that follow,
    and at the end of every line that does not stop at a comma. Together the spans hold all that is not white space.
    """
    found = []
    for match in _SENTENCE.finditer(text, *span):
        said = match[0]
        words = said.strip()
        if len(words) == len(said):  # as most are
            found.append(Span(*match.span()))
        elif words:
            start = match.end() - len(said.lstrip())
            found.append(Span(start, start + len(words)))
    return tuple(found)


def line_spans(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the lines of ``text`` inside ``span``, each with its line feed; together they are ``span``."""
    return tuple(Span(*found.span()) for found in _LINE.finditer(text, *span))


def outside(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` without its half-open ``spans``, which stand in order and apart."""
    kept, at = [], 0
    for start, end in spans:
        kept.append(text[at:start])
        at = end
    return "".join([*kept, text[at:]])


def one_line(text: str) -> str:
    """``text`` with its line ends closed up; no character but white space changes."""
    return " ".join(text.split())
