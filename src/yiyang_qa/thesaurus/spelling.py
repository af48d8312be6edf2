"""Mistyped words put right: pinyin left in a question, and characters of the same sound.

What is changed becomes a word of the thesaurus or a common one. A doubtful case stays, and so
do the names of places, which ``regions`` reads in pinyin too.
"""

from __future__ import annotations

from dataclasses import dataclass

from yiyang_qa.regions import mentions
from yiyang_qa.text import fold
from yiyang_qa.thesaurus import homophones, romanised
from yiyang_qa.types import Span


@dataclass(frozen=True, slots=True)
class Correction:
    """A word typed at ``span`` of a question, and the one meant."""

    span: Span
    meant: str


def corrections(question: str) -> tuple[Correction, ...]:
    """What to put right in ``question``, in order, nothing across another nor inside the name of a place."""
    folded = fold(question)
    found = sorted([*romanised.words(folded), *homophones.words(folded)])
    places = [mention.span for mention in mentions(question)] if found else []
    return tuple(
        Correction(Span(start, end), meant)
        for start, end, meant in found
        if not any(place.start < end and start < place.end for place in places)
    )


def corrected(question: str) -> str:
    """``question`` with its corrections made; itself when there are none."""
    for correction in reversed(corrections(question)):
        span = correction.span
        question = question[: span.start] + correction.meant + question[span.end :]
    return question
