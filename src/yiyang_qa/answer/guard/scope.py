"""Which words a citation [n] answers for: sentences, and the segments that end with their markers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yiyang_qa.answer.guard.claims import Claim
from yiyang_qa.text import sentences
from yiyang_qa.types import Span

#: [1]; a year in square brackets, [2022]3号, is none.
MARKER = re.compile(r"[\[［]\s?([0-9０-９]{1,3})\s?[\]］]")
_MARKERS = re.compile(rf"\s*(?:{MARKER.pattern}\s*)+[。.，,；;]?")
_COMMA = re.compile(r"[，；;、]|,(?![0-9])")
_LINE_END = re.compile(r"[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
#: A sentence that deals out figures in turn is answered for by its citations together.
_JOINT = re.compile("分别|依次|均|都|相比|高于|低于|多于|少于")
_DENIAL = re.compile(
    "未见|尚无|文件库中|没有(?:找到|收录|提到|涉及|该|相关|自己|.{0,12}(?:文件|规定|条款|依据))"
    "|未(?:找到|收录|提及|涉及|规定|查到|明确)"
)


@dataclass(frozen=True, slots=True)
class Marker(Claim):
    """A citation of evidence that does not exist."""


def cited(text: str) -> tuple[int, ...]:
    """The numbers of the markers in ``text``, each once, in order."""
    return tuple(dict.fromkeys(int(found[1]) for found in MARKER.finditer(text)))


def denies(text: str) -> bool:
    """Whether ``text`` says that the documents do not say something: 文件未见相关规定."""
    return _DENIAL.search(text) is not None


def astray(text: str, count: int) -> Iterator[Marker]:
    """Markers that point to none of ``count`` pieces of evidence."""
    for found in MARKER.finditer(text):
        if not 1 <= int(found[1]) <= count:
            yield Marker(Span(*found.span()), found[0])


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Sentences with the markers behind their stop: 给予补助。[1]. A semicolon ends none."""
    found: list[Span] = []
    for piece in sentences(text, Span(0, len(text))):
        if not found or _LINE_END.search(text, found[-1].end, piece.start):
            found.append(piece)
        elif text[found[-1].end - 1] in "；;":
            found[-1] = Span(found[-1].start, piece.end)
        else:
            behind = _MARKERS.match(text, piece.start, piece.end)
            start = behind.end() if behind else piece.start
            found[-1] = found[-1]._replace(end=start) if behind else found[-1]
            found += [Span(start, piece.end)] if start < piece.end else []
    return tuple(found)


def segments(text: str, sentence: Span) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """Pieces of a sentence with the numbers that answer for them.

    Words belong to the markers that follow them, up to the next comma: in 甲市1万元[1]，乙市3000元[2] there
    are two pieces. What stands behind the last one is answered for by all; empty where nothing is cited.
    """
    every = cited(sentence.of(text))
    start = sentence.start
    while not _JOINT.search(text, *sentence) and (group := _next_markers(text, start, sentence.end)):
        comma = _COMMA.search(text, group, sentence.end)
        end = comma.end() if comma else sentence.end
        yield Span(start, end), cited(text[start:end])
        start = end
    if start < sentence.end:
        yield Span(start, sentence.end), every


def paragraphs(text: str) -> Iterator[Span]:
    """What blank lines separate."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def breath(text: str, span: Span, within: Span) -> str:
    """The words between two commas or brackets around ``span``."""
    before = re.split(r"[，；;。！？\n（(]", text[within.start : span.start])[-1]
    after = re.split(r"[，；;。！？\n）)]", text[span.end : within.end], maxsplit=1)[0]
    return f"{before}{span.of(text)}{after}"


def _next_markers(text: str, start: int, end: int) -> int | None:
    found = MARKER.search(text, start, end)
    return found.start() if found else None
