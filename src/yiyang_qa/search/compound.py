"""What a question asks, one thing or several, each with what was found for it.

Parts are asked by themselves, for the clause nearest to them all seldom answers each. Where one
clause does, the question is answered as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.dialogue import Asked, Resolved
from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.dialogue.places import without_places
from yiyang_qa.search.finding import Finder
from yiyang_qa.search.outcome import Finding
from yiyang_qa.types import Clause, Evidence, Filters, Intent, Query

#: The clause nearest to the whole question answers a part too when it is this share as near as the part's own.
_AS_NEAR = 0.92
#: A part with fewer characters besides those that ask says nothing of a matter: 一天几块钱, 找谁.
_MATTER = 2
_SUM = re.compile("块?钱|元")


@dataclass(frozen=True, slots=True)
class Found:
    """One thing asked, in the asker's words (empty: the whole question), and what was found."""

    said: str
    query: Query
    finding: Finding


def find_all(
    finder: Finder, whole: Resolved, parts: Sequence[Asked], filters: Filters, k: int
) -> tuple[Found, ...]:
    """One for a question that asks one thing, or that one clause answers or none; else one for each of its ``parts``."""
    at_once = Found("", whole.query, finder.find(whole, filters, k))
    if not parts or whole.refusal:
        return (at_once,)
    each = [Found(part.said, part.resolved.query, finder.find(part.resolved, filters, k)) for part in parts]
    if not any(found.finding.evidence for found in each):
        return (_unsaid(at_once, each),)
    if whole.query.intent is Intent.COMPARE:
        return tuple(_where_all_is_said(each, at_once))
    led = _of_what_is_said([_led(found, at_once) for found in each])
    if not any(found.finding.evidence for found in led):
        return (replace(at_once, finding=replace(led[0].finding, elsewhere=at_once.finding.elsewhere)),)
    best = [found.finding.evidence[0] for found in led if found.finding.evidence]
    if len(best) < len(led) or any(_at(item) != _at(best[0]) for item in best):
        return tuple(led)
    return (_marked(at_once, best),)


def _unsaid(at_once: Found, parts: Sequence[Found]) -> Found:
    """The whole question, of which no part is answered; unsaid too where each of them asks for a value that is."""
    absent = tuple(dict.fromkeys(name for part in parts for name in part.finding.absent))
    if not all(part.finding.absent for part in parts):
        return at_once
    return replace(
        at_once, finding=replace(parts[0].finding, absent=absent, elsewhere=at_once.finding.elsewhere)
    )


def _where_all_is_said(parts: Sequence[Found], at_once: Found) -> Iterator[Found]:
    """``parts`` of a comparison of no regions by name, in those that speak of all of it, at once or in one clause."""
    speaking = [{_at(item) for item in part.finding.evidence} for part in parts]
    everywhere = [
        *at_once.finding.evidence,
        *(e for e in parts[0].finding.evidence if all(_at(e) in s for s in speaking)),
    ]
    regions = {item.document.region for item in everywhere}
    for part in parts:
        evidence = tuple(item for item in part.finding.evidence if item.document.region in regions)
        named = bool(part.query.regions)
        yield part if named else replace(part, finding=replace(part.finding, evidence=evidence))


def _of_what_is_said(parts: Sequence[Found]) -> list[Found]:
    """``parts``, without what was found for one that has no matter of its own where that of the first is unsaid.

    有没有午餐补助，一天几块钱: without the benefit there is no sum of it, whatever sums else are told.
    """
    first, *rest = parts
    if first.finding.evidence:
        return list(parts)
    bare = (len(_SUM.sub("", without_asking(without_places(part.said)))) < _MATTER for part in rest)
    return [
        first,
        *(
            replace(part, finding=replace(part.finding, evidence=())) if says_nothing else part
            for part, says_nothing in zip(rest, bare, strict=True)
        ),
    ]


def _led(part: Found, at_once: Found) -> Found:
    """``part`` with the clause nearest to the whole question first, where it is as near to the part too."""
    evidence, nearest = part.finding.evidence, [_at(item) for item in at_once.finding.evidence[:1]]
    near = [
        item for item in evidence if _at(item) in nearest and item.nearness >= _AS_NEAR * evidence[0].nearness
    ]
    rest = (item for item in evidence if item not in near)
    return replace(part, finding=replace(part.finding, evidence=(*near, *rest)))


def _marked(at_once: Found, best: Sequence[Evidence]) -> Found:
    """The whole question with the one clause that answers its parts first, the sentences marked that answer any."""
    marked = tuple(sorted({span for item in best for span in item.highlights}))
    others = (item for item in at_once.finding.evidence if _at(item) != _at(best[0]))
    evidence = (replace(best[0], highlights=marked), *others)
    return replace(at_once, finding=replace(at_once.finding, evidence=evidence, reason=None))


def _at(item: Evidence) -> tuple[str, Clause]:
    return item.document.id, item.clause
