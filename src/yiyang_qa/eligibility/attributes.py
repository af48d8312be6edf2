"""What a clause says of its subject beside what is typed: 居家居住的, 困难残疾人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.groups import group_at_the_end
from yiyang_qa.eligibility.talk import EITHER, LEADS, LEAST_SAID, STRETCH, TALK, is_subject
from yiyang_qa.eligibility.terms import Condition, Stated
from yiyang_qa.types import Span

#: 居家居住的: what a thing is said to be.
_ATTRIBUTE = re.compile(r"(?P<said>[^,、;。()的]+)的")
_IS = re.compile(r"^(?:重点)?为")
_LACKS = re.compile("[无未非不]")


def beside(folded: str, scope: Span, known: Sequence[Condition]) -> Iterator[Condition]:
    """What is said of its subject before a condition ``known``, and the group that follows it.

    居家居住的 and 困难老年人 of 居家居住的80周岁以上困难老年人.
    """
    for stretch in STRETCH.finditer(folded, scope.start, scope.end):
        last = max(
            (c.span.start for c in known if stretch.start() <= c.span.start < stretch.end()), default=0
        )
        either = bool(EITHER.search(stretch[0]))
        for found in _ATTRIBUTE.finditer(folded, stretch.start(), last):
            words = _IS.sub("", LEADS.sub("", found["said"]))
            span = Span(found.end("said") - len(words), found.end("said"))
            if _says(words) and not any(c.span.overlaps(span) for c in known):
                yield Condition(Stated(), "", span, one_of=either)
        group = group_at_the_end(folded, Span(*stretch.span()), known) if last else None
        if group is not None:
            yield Condition(Stated(), "", group, one_of=either)


def _says(words: str) -> bool:
    least = LEAST_SAID - bool(_LACKS.match(words))
    return len(words) >= least and not (TALK.match(words) or is_subject(words))
