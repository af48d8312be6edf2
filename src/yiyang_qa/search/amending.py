"""修改决定: the item that amends a cited clause is cited beside it, for the new text is there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from yiyang_qa.parse.parts import LONGEST
from yiyang_qa.types import Alteration, Amended, Course, Document, Evidence, Span

#: Of these the old words hold no longer: the item goes before them.
_WHOLE = frozenset({Alteration.REPLACED, Alteration.DELETED})


def with_amending(evidence: Sequence[Evidence], item: Callable[[Amended], Evidence | None]) -> list[Evidence]:
    """``evidence``, each once, with the items that amend it: before a clause replaced or struck out, else after it."""
    found: dict[tuple[str, Span], Evidence] = {}
    for each in evidence:
        items = [(amended.change in _WHOLE, item(amended)) for amended in each.amendments]
        before = [_as_had(evidence, cited) for whole, cited in items if cited and whole]
        behind = [_as_had(evidence, cited) for whole, cited in items if cited and not whole]
        for cited in (*before, each, *behind):
            found.setdefault((cited.document.id, cited.quote), cited)
    return list(found.values())


def as_it_stands(evidence: Sequence[Evidence], item: Callable[[Amended], Evidence | None]) -> list[Evidence]:
    """``evidence`` to be compared: items in the place of the clauses that they replace or strike out."""
    found = with_amending(evidence, item)
    return [
        each
        for each in found
        if not any(amended.change in _WHOLE and item(amended) for amended in each.amendments)
    ]


def item_of(by: Document, amended: Amended, course: Course) -> Evidence | None:
    """The item of ``by`` that amends a clause, as evidence; a long one from its beginning."""
    clause = next((each for each in by.clauses if each.span.holds(amended.span)), None)
    if clause is None:
        return None
    start, end = amended.span
    if end - start > LONGEST:
        end = max(by.text.rfind(stop, start, start + LONGEST) + 1 for stop in "。\n") or start + LONGEST
    return Evidence(by, clause, Span(start, end), (), 1.0, course, nearness=1.0)


def _as_had(evidence: Sequence[Evidence], item: Evidence) -> Evidence:
    """``item`` as search found it, where it did: a passage of it, or one that holds it."""
    return next(
        (
            each
            for each in evidence
            if each.document.id == item.document.id and each.quote.overlaps(item.quote)
        ),
        item,
    )
