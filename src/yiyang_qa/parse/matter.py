"""Front and back matter of a document (眉首、版记), folded, by kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from yiyang_qa.parse.fields import Field, day, pairs
from yiyang_qa.parse.terms import NEXT_RESOLUTION
from yiyang_qa.types import Clause, Kind, PartialDate, Span

_RESOLUTIONS = re.compile(rf"\n|{NEXT_RESOLUTION}")


class Matter:
    """Front and back matter of a document, folded, by kind."""

    def __init__(self, text: str, folded: str, clauses: tuple[Clause, ...]) -> None:
        self.text, self.folded, self.clauses = text, folded, clauses
        self._kinds = {clause.kind for clause in clauses}

    def apart(self, at: int) -> tuple[Matter, Matter]:
        """The matter of what stands before offset ``at``, and of the rest."""
        before = tuple(clause for clause in self.clauses if clause.span.start < at)
        after = self.clauses[len(before) :]
        return Matter(self.text, self.folded, before), Matter(self.text, self.folded, after)

    def of(self, *kinds: Kind) -> Iterator[Clause]:
        """The clauses of ``kinds``, in order."""
        asked = self._kinds.intersection(kinds)
        return (clause for clause in self.clauses if clause.kind in asked) if asked else iter(())

    def said(self, *kinds: Kind) -> Iterator[str]:
        """Folded bodies of the clauses of ``kinds``."""
        return (clause.body.of(self.folded) for clause in self.of(*kinds))

    def resolutions(self) -> Iterator[str]:
        """The resolutions of the 题注, folded, one a line or run together."""
        for said in self.said(Kind.ADOPTION):
            yield from filter(None, _RESOLUTIONS.split(said))

    def opening(self) -> str:
        """First line of the text, where a page that lost its newlines glues its front matter."""
        return self.folded.lstrip().split("\n", 1)[0]

    def told(self, field: Field) -> Iterator[Span]:
        """Where the page gives a value for ``field``, in order; empty values are left out."""
        return (span for named, span in self._told if named is field)

    @cached_property
    def _told(self) -> tuple[tuple[Field, Span], ...]:
        """Every field of the page with its value, those without one left out."""
        return tuple(
            (named, Span(start, end).shift(clause.body.start))
            for clause in self.of(Kind.FIELD)
            for named, start, end in pairs(clause.body.of(self.folded))
            if start < end
        )

    def told_day(self, field: Field) -> PartialDate | None:
        """The first date that the page gives for ``field``."""
        return next(filter(None, (day(span.of(self.folded)) for span in self.told(field))), None)
