"""What each clause says: units with full names, units inherited from notes, deadlines, amounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.identity import signatories
from yiyang_qa.parse.outline import headings_of
from yiyang_qa.parse.tasks import deadlines_of, units_of
from yiyang_qa.parse.times import deadlines
from yiyang_qa.parse.units import binding_note, carried, responsible_units
from yiyang_qa.types import Clause, Deadline, Kind, Level, Rank, Region, Unit, UnitRole

#: Front and back matter and titles assign nothing.
_SILENT = frozenset({Kind.FURNITURE, Kind.TITLE, Kind.ADDRESSEE, Kind.ENCLOSURES, Kind.DATE})
_LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY}


def with_facts(text: str, clauses: tuple[Clause, ...], region: Region | None) -> tuple[Clause, ...]:
    """``clauses`` of ``text`` with what they say; ``region`` completes the names of units."""
    return _with_notes(text, tuple(_with_own(text, clause, region) for clause in clauses))


def _with_own(text: str, clause: Clause, region: Region | None) -> Clause:
    body = clause.body.of(text)
    due = (replace(d, span=d.span.shift(clause.body.start)) for d in _deadlines(clause, body))
    return replace(
        clause,
        units=_named_in_full(_units(clause, body), region),
        deadlines=tuple(due),
        amounts=tuple(replace(a, span=a.span.shift(clause.body.start)) for a in amounts(body)),
    )


def _deadlines(clause: Clause, body: str) -> tuple[Deadline, ...]:
    """Deadlines that ``body`` states, and those that a task table's column gives a row."""
    stated = deadlines(body)
    if clause.kind is not Kind.ROW:
        return stated
    given = (d for part in clause.parts for d in deadlines_of(part, body))
    return stated + tuple(d for d in given if not any(d.span.overlaps(s.span) for s in stated))


def _units(clause: Clause, body: str) -> tuple[Unit, ...]:
    """Units that ``body`` names; those who sign answer for the document together."""
    if clause.kind is Kind.SIGNATURE:
        return tuple(Unit(name) for name in signatories(body))
    if clause.kind is Kind.ROW:
        return tuple(unit for part in clause.parts for unit in units_of(part))
    return () if clause.kind in _SILENT else responsible_units(body)


def _named_in_full(units: Iterable[Unit], region: Region | None) -> tuple[Unit, ...]:
    units = tuple(units)
    names = carried([unit.name for unit in units])
    return tuple(
        replace(unit, full_name=None if unit.role is UnitRole.LOCAL else _full_name(name, region))
        for unit, name in zip(units, names, strict=True)
    )


def _full_name(name: str, region: Region | None) -> str | None:
    """重庆市财政局 for 市财政局; None where the name does not say whose unit it is."""
    if region is None or name[0] not in _LEVELS or len(name) < 3:
        return None
    if name.startswith(region.name):
        return name
    bearers = [element for element in region.path if element.endswith(name[0])]
    if name[0] in "县区":
        bearers = [region.name] if region.level is Level.COUNTY else []
    return bearers[-1] + name[1:] if bearers else None


def _with_notes(text: str, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """A note (以下均需…落实，不再列出) binds the later clauses of its kind under the same top heading."""
    bound: dict[tuple[str | None, Kind], tuple[Unit, ...]] = {}
    complete = []
    for clause in clauses:
        group = (_top(clauses, clause), clause.kind)
        inherited = bound.get(group, ())
        own = {unit.name for unit in clause.units}
        complete.append(
            replace(clause, units=clause.units + tuple(unit for unit in inherited if unit.name not in own))
        )
        if note := binding_note(clause.body.of(text)):
            bound[group] = tuple(replace(unit, inherited_from=clause.id) for unit in note)
    return tuple(complete)


def _top(clauses: tuple[Clause, ...], clause: Clause) -> str | None:
    """Identifier of the outermost numbered heading above ``clause``."""
    return next((c.id for c in headings_of(clauses, clause) if c.rank > Rank.MATTER), None)
