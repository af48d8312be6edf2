"""修改: which documents of a library others amend; the texts stay as they are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from yiyang_qa.parse.pointers import SOMEWHERE
from yiyang_qa.types import Amended, Document, PartialDate
from yiyang_qa.versions.order import earlier, first_day
from yiyang_qa.versions.register import Register

#: 月: a text made anew so shortly before a decision was issued is what came of that decision.
_MADE_ANEW_BY_IT = 2
#: 文种 that only amend: what such a text alters without naming a clause is of another one too.
_ONLY_AMEND = ("决定", "修正案")


def amended(register: Register) -> Iterator[tuple[str, Amended]]:
    """Ids of documents, each with a clause that a later document of its own or a superior region amends."""
    for by in register.documents:
        on, known = (
            first_day(by),
            min(filter(None, (by.issued_on, by.effective_on, first_day(by))), default=None),
        )
        for amendment in by.amendments if on and known else ():
            for document in register.meant(amendment, by):
                if on and known and earlier(first_day(document), known) and not _came_of(document, known):
                    yield document.id, Amended(amendment.address, amendment.change, on, by, amendment.span)


def only_amending(
    register: Register, changes: Mapping[str, tuple[Amended, ...]]
) -> dict[str, tuple[str, ...]]:
    """Ids of texts that amend only documents of the library, with those; what else a text may amend keeps it alive."""
    done: dict[str, dict[str, None]] = defaultdict(dict)
    for id_, amendments in changes.items():
        for amendment in amendments:
            done[amendment.by.id][id_] = None
    return {
        by.id: tuple(done[by.id])
        for by in register.documents
        if by.id in done
        and not by.reprint
        and _is_firm(by)
        and all(register.meant(each, by) for each in by.amendments)
    }


def _is_firm(by: Document) -> bool:
    """Whether it is sure that the text does nothing but amend."""
    return by.kind in _ONLY_AMEND or all(each.address != SOMEWHERE for each in by.amendments)


def _came_of(document: Document, issued: PartialDate) -> bool:
    """Whether the text has been through an amendment of about that day already; of one year the days count first."""
    days = [revision.on for revision in document.revisions if revision.on]
    told = {day[:4] for day in days if len(day) > 4}
    return any(_apart(day, issued) <= _MADE_ANEW_BY_IT for day in days if len(day) > 4 or day not in told)


def _apart(one: PartialDate, other: PartialDate) -> int:
    """Months between two dates; those of a year alone are not told apart from its others."""
    years, months = ([int(part) for part in (day + "-0").split("-")[:2]] for day in (one, other))
    if not (years[1] and months[1]):
        return 0 if years[0] == months[0] else 12
    return abs((years[0] - months[0]) * 12 + years[1] - months[1])
