"""Which claims of an answer stand on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from yiyang_qa.answer.guard.arithmetic import Equation, equations
from yiyang_qa.answer.guard.asked import NOTHING, Asked, counted_with, given_back
from yiyang_qa.answer.guard.claims import Claim, Figure, Place
from yiyang_qa.answer.guard.ground import Ground, together
from yiyang_qa.answer.guard.reading import claims
from yiyang_qa.answer.guard.scope import (
    MARKER,
    astray,
    breath,
    cited,
    paragraphs,
    segments,
    sentence_spans,
)
from yiyang_qa.answer.guard.source import source_ground
from yiyang_qa.types import Evidence, Span

#: 共5步, at the head of a list; 全市共有5所 is no tally of ours.
_TALLY = re.compile(r"(?:[^，。；]{0,12}[：:])?(?:共|以下|下列|另有)(?:有|计|列|分|为|涉及)? ?")
_YEAR = (Decimal(12), "月")
_LISTABLE = frozenset("条项步点份类个种")
_LISTED = re.compile(
    r"^[ \t*>-]{0,8}(?:[0-9]{1,2}[、.)）]|[（(]?[一二三四五六七八九十]{1,3}[)）、]|[-*•①-⒛])", re.M
)


def unsupported(text: str, evidence: Sequence[Evidence], asked: Asked = NOTHING) -> tuple[Claim, ...]:
    """The claims of ``text`` that stand neither in the clauses they cite nor on arithmetic shown.

    Spans are offsets in ``text``. A sentence without [n] is answered for by those of its paragraph,
    or, where there are none, by any one piece of evidence that has all of it.
    """
    checked = _Check(text, evidence, asked)
    return tuple(sorted(checked.failures(), key=lambda claim: claim.span))


@dataclass(frozen=True)
class _Check:
    text: str
    evidence: Sequence[Evidence]
    asked: Asked

    def failures(self) -> Iterator[Claim]:
        yield from astray(self.text, len(self.evidence))
        yield from (equation for equation in self._equations if not equation.holds)
        for paragraph in paragraphs(self.text):
            for sentence in self._sentences:
                if paragraph.holds(sentence):
                    yield from self._failing_in(sentence, paragraph)

    def _failing_in(self, sentence: Span, paragraph: Span) -> Iterator[Claim]:
        for segment, numbers in segments(self.text, sentence):
            inside = [c for c in claims(self.text) if segment.start <= c.span.start < segment.end]
            grounds = self._answering(numbers or cited(paragraph.of(self.text)), inside)
            yield from min((self._failing(inside, sentence, ground) for ground in grounds), key=len)

    def _failing(self, inside: Sequence[Claim], sentence: Span, ground: Ground) -> list[Claim]:
        return [claim for claim in inside if not self._stands(claim, sentence, ground)]

    def _stands(self, claim: Claim, sentence: Span, ground: Ground) -> bool:
        around = breath(self.text, claim.span, sentence)
        if claim.stands_on(ground) or given_back(claim, around, self.asked, self._said, ground):
            return True
        return isinstance(claim, Figure) and (
            (claim.value, claim.unit) in self._results
            or (self._in_equation(claim) and self._reckoned_with(claim))
            or self._tallies(claim, sentence)
        )

    def _answering(self, numbers: Sequence[int], inside: Sequence[Claim]) -> list[Ground]:
        """The ground of what is cited; where nothing is, each by itself, places on all."""
        if numbers:
            return [together(self._grounds[n - 1] for n in numbers if 1 <= n <= len(self._grounds))]
        if all(isinstance(claim, Place) for claim in inside):
            return [together(self._grounds)]
        return [*self._grounds] or [Ground()]

    def _in_equation(self, figure: Figure) -> bool:
        return any(equation.holds and equation.span.holds(figure.span) for equation in self._equations)

    def _reckoned_with(self, figure: Figure) -> bool:
        """What the asker gave to reckon with, and the months of a year."""
        return counted_with(figure, self._said) or (figure.value, figure.unit) == _YEAR

    def _tallies(self, figure: Figure, sentence: Span) -> bool:
        """共5步: as many as are listed or cited."""
        head = _TALLY.fullmatch(self.text, sentence.start, figure.span.start)
        if not head or figure.unit not in _LISTABLE:
            return False
        documents = {item.document.id for item in self.evidence}
        counts = (len(_LISTED.findall(self.text)), len(self.evidence), len(documents))
        return figure.value in counts or figure.value == len(cited(sentence.of(self.text)))

    @cached_property
    def _sentences(self) -> tuple[Span, ...]:
        return sentence_spans(self.text)

    @cached_property
    def _grounds(self) -> list[Ground]:
        return [source_ground(item) for item in self.evidence]

    @cached_property
    def _said(self) -> Ground:
        return self.asked.ground()

    @cached_property
    def _equations(self) -> tuple[Equation, ...]:
        figures = [claim for claim in claims(self.text) if isinstance(claim, Figure)]
        unmarked = MARKER.sub(lambda marker: " " * len(marker[0]), self.text)
        return tuple(equations(unmarked, figures))

    @cached_property
    def _results(self) -> frozenset[tuple[Decimal, str | None]]:
        """What arithmetic on supported figures yields, anywhere in the text."""
        known: set[tuple[Decimal, str | None]] = set()
        for equation in self._equations:
            ground = self._ground_of(equation)
            if all(
                o.stands_on(ground) or self._reckoned_with(o) or (o.value, o.unit) in known
                for o in equation.operands
            ):
                known |= equation.results
        return frozenset(known)

    def _ground_of(self, equation: Equation) -> Ground:
        sentence = next((s for s in self._sentences if s.holds(equation.span)), equation.span)
        numbers = cited(sentence.of(self.text)) or range(1, len(self._grounds) + 1)
        return together(self._grounds[n - 1] for n in numbers if 1 <= n <= len(self._grounds))
