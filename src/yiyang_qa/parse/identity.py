"""What a document says of itself: title, number, issuers, dates, kind of text.

Everything is read from the front and back matter that the outline has named; numbers and
names that the body cites are never taken. What is not said stays ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from yiyang_qa.parse.amendments import amendments, terms
from yiyang_qa.parse.dates import dates_of, later
from yiyang_qa.parse.doc_numbers import doc_number
from yiyang_qa.parse.extensions import extensions
from yiyang_qa.parse.fields import Field
from yiyang_qa.parse.issuers import issuers
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.oddities import oddities
from yiyang_qa.parse.open_terms import open_terms
from yiyang_qa.parse.repeals import repeals
from yiyang_qa.parse.reprints import reprint
from yiyang_qa.parse.revisions import revisions, stated_force
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.times import period
from yiyang_qa.parse.titles import kind_of, kind_of_title, title_of
from yiyang_qa.parse.validity import Validity, first_day, validity_of
from yiyang_qa.types import (
    Amendment,
    Clause,
    Extension,
    Kind,
    Oddity,
    PartialDate,
    Repeal,
    Reprint,
    Revision,
    StatedForce,
)

_YEAR = len("2024")


@dataclass(frozen=True, slots=True)
class Identity:
    """The fields of ``types.Document`` that the text itself yields."""

    title: str | None
    doc_number: str | None
    issuers: tuple[str, ...]
    issued_on: PartialDate | None
    published_on: PartialDate | None
    effective_on: PartialDate | None
    valid_until: PartialDate | None
    period: tuple[int, int] | None
    kind: str | None
    oddities: tuple[Oddity, ...]
    repeals: tuple[Repeal, ...]
    extensions: tuple[Extension, ...]
    amendments: tuple[Amendment, ...]
    revisions: tuple[Revision, ...]
    stated_force: StatedForce | None
    reprint: Reprint | None = None


def identity(matter: Matter) -> Identity:
    """What a text says of itself in its ``matter``."""
    title = title_of(matter)
    changes = amendments(matter, title)
    anew = reprint(matter, title, changes)
    if anew is None:
        return _identity(matter, title, changes)
    own, printed = matter.apart(anew.span.start)
    above = tuple(change for change in changes if change.span.end <= anew.span.start)
    return _reprinting(_identity(own, title, above), anew, printed)


def _reprinting(said: Identity, anew: Reprint, printed: Matter) -> Identity:
    """Who issues it and from when is ``said`` above the text printed anew; what it is and until when, there."""
    force = _force(printed, ())
    began = first_day(force, None)
    days = filter(None, (said.valid_until, _valid_until(printed, force, began)))
    told = (replace(each, on=each.on or began) for each in repeals(printed, anew.printed))
    return replace(
        said,
        valid_until=min(days, default=None),
        kind=kind_of_title(anew.printed),
        oddities=(*said.oddities, *oddities(printed)),
        repeals=(*said.repeals, *(each for each in told if each.on)),
        revisions=(*said.revisions, *revisions(printed)),
        reprint=anew,
    )


def _identity(matter: Matter, title: str | None, changes: tuple[Amendment, ...]) -> Identity:
    issued_on = _issued_on(matter)
    force = _force(matter, changes)
    effective_on = first_day(force, issued_on)
    until = _valid_until(matter, force, effective_on)
    return Identity(
        title=title,
        doc_number=doc_number(matter),
        issuers=issuers(matter, title),
        issued_on=issued_on,
        published_on=_published_on(matter, issued_on),
        effective_on=effective_on or matter.told_day(Field.EFFECTIVE),
        valid_until=until,
        period=next((found for t in matter.said(Kind.TITLE) if (found := period(t))), None),
        kind=kind_of(matter, title),
        oddities=(*oddities(matter), *open_terms(matter, force, until)),
        repeals=repeals(matter, title),
        extensions=(*extensions(matter, title, issued_on), *terms(matter, changes)),
        amendments=changes,
        revisions=revisions(matter),
        stated_force=stated_force(matter),
    )


def _issued_on(matter: Matter) -> PartialDate | None:
    """成文日期: of its field, else of the signature, the line of the number, or the resolution."""
    if told := matter.told_day(Field.ISSUED):
        return told
    for clause in sorted(
        matter.of(Kind.DATE, Kind.SIGNATURE), key=lambda clause: _is_of_page(matter, clause)
    ):
        if found := dates_of(clause.body.of(matter.folded)):
            return found[0][0]
    for said in matter.said(Kind.NUMBER):
        if (found := dates_of(said)) and len(found[0][0]) > _YEAR:  # 2024年第3号 counts within a year
            return found[0][0]
    return max((day for said in matter.resolutions() for day in _adopted(said)), default=None)


def _is_of_page(matter: Matter, clause: Clause) -> bool:
    """Whether a date is written as sites do (2019-12-26), not as documents do (GB/T 9704—2012, 7.3.5.4)."""
    return clause.kind is Kind.DATE and "年" not in clause.body.of(matter.folded)


def _adopted(resolution: str) -> Iterator[PartialDate]:
    """The day of a resolution, unless it is that of entry into force."""
    if not resolution.rstrip(") ").endswith("施行") or "通过" in resolution:
        yield from (day for day, _ in dates_of(resolution)[:1])


def _published_on(matter: Matter, issued_on: PartialDate | None) -> PartialDate | None:
    if told := matter.told_day(Field.PUBLISHED):
        return told
    signed = matter.of(Kind.SIGNATURE)
    of_page = (clause for clause in matter.of(Kind.DATE) if _is_of_page(matter, clause))
    said = (clause.body.of(matter.folded) for clause in (*signed, *of_page))
    return next((day for each in said for day, _ in dates_of(each) if day != issued_on), None)


def _force(matter: Matter, changes: Sequence[Amendment]) -> Validity:
    """Entry into force, said in a clause of its own or in one of the last articles; ``changes`` speak of another's."""
    others = {change.span for change in changes}
    own = (clause for clause in matter.clauses if clause.body not in others)
    ending = [clause for clause in own if clause.kind in NUMBERED][-4:]
    told = [
        found
        for clause in (*matter.of(Kind.EFFECT), *reversed(ending))
        if (found := validity_of(clause.body.of(matter.folded)))
    ]
    if told:
        return reduce(Validity.joined, told)
    leads = (line for said in matter.said(Kind.LEAD) for line in said.splitlines())
    for line in (*matter.resolutions(), *leads):
        if line.rstrip(")。 ").endswith("施行") and (found := validity_of(line)):
            return found
    return Validity()


def _valid_until(matter: Matter, force: Validity, effective_on: PartialDate | None) -> PartialDate | None:
    """What the text says; the field of its page where that is earlier: force may be lost before its time."""
    told = (force.until or later(effective_on, force.lasts), matter.told_day(Field.UNTIL))
    return min(filter(None, told), default=None)
