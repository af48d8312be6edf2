"""Places in a text and days in time."""

from __future__ import annotations

from typing import NamedTuple

#: ISO 8601 at the precision of the source: ``2021``, ``2021-09`` or ``2021-09-30``.
#: Comparing two of them as strings orders them in time.
PartialDate = str


def begun(start: PartialDate | None, day: PartialDate) -> bool:
    """Whether ``start`` has come on ``day``; a month or a year has come with its first day."""
    return start is None or start <= day[: len(start)]


def over(end: PartialDate | None, day: PartialDate) -> bool:
    """Whether ``end``, the last day (or month, or year) of something, is past on ``day``."""
    return end is not None and end < day[: len(end)]


class Span(NamedTuple):
    """Half-open range of code points in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether this span and ``other`` share a character."""
        return self.start < other.end and other.start < self.end

    def shift(self, by: int) -> Span:
        """The same range in a text that begins ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)
