"""Mistyped words put right: pinyin left in a question, and characters of the same sound.

What is changed becomes a word of the thesaurus or a common one. A doubtful case stays, and so
do the names of places, which ``regions`` reads in pinyin too, years, numbers of documents
and what stands in quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.regions import mentions
from yiyang_qa.text import fold, simplified
from yiyang_qa.thesaurus import homophones, romanised
from yiyang_qa.types import Span

_VERBATIM = re.compile(r"[一-龥]{1,12}\((?:19|20)\d\d\)|\d{2,4}年|《[^《》]*》|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class Correction:
    """A word typed at ``span`` of a question, and the one meant."""

    span: Span
    meant: str


def corrections(question: str) -> tuple[Correction, ...]:
    """What to put right in ``question``, in order, nothing across another nor inside a name."""
    folded = fold(question)
    found = sorted([*romanised.words(folded), *homophones.words(folded)])
    names = _names(question, folded) if found else []
    return tuple(
        Correction(Span(start, end), meant)
        for start, end, meant in found
        if not any(name.overlaps(Span(start, end)) for name in names)
    )


def _names(question: str, folded: str) -> list[Span]:
    """Spans that are meant as they stand: places, years, 发文字号, 《titles》 and quotations."""
    places = [mention.span for mention in mentions(question)]
    return [*places, *(Span(*found.span()) for found in _VERBATIM.finditer(folded))]


def corrected(question: str) -> str:
    """``question`` in 简体 with its corrections made: documents, and the encoder, know no 繁体."""
    for correction in reversed(corrections(question)):
        span = correction.span
        question = question[: span.start] + correction.meant + question[span.end :]
    return simplified(question)
