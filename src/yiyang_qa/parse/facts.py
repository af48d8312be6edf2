"""What each clause says: units with full names, units inherited from notes, deadlines, amounts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from yiyang_qa.parse.amounts import amounts_of
from yiyang_qa.parse.issuers import signatories
from yiyang_qa.parse.outline import headings_of
from yiyang_qa.parse.tasks import given_deadlines, units_of
from yiyang_qa.parse.times import deadlines_of
from yiyang_qa.parse.units import binding_note, carried, responsible_units
from yiyang_qa.types import Clause, Deadline, Kind, Level, Rank, Region, Unit, UnitRole

#: Front and back matter and titles assign nothing.
_SILENT = frozenset({Kind.FURNITURE, Kind.TITLE, Kind.ADDRESSEE, Kind.ENCLOSURES, Kind.DATE})
_LEVELS = {"省": Level.PROVINCE, "市": Level.CITY, "县": Level.COUNTY, "区": Level.COUNTY}


def with_facts(
    text: str, folded: str, clauses: tuple[Clause, ...], region: Region | None
) -> tuple[Clause, ...]:
    """``clauses`` of ``text`` with what they say; ``region`` completes the names of units."""
    own = tuple(_with_own(text, folded, clause, region) for clause in clauses)
    return _with_notes(text, own) if "不再" in text else own


def _with_own(text: str, folded: str, clause: Clause, region: Region | None) -> Clause:
    body, start = clause.body.of(folded), clause.body.start
    units = _named_in_full(_units(clause, clause.body.of(text)), region)
    due, counted = _deadlines(clause, body), amounts_of(body, start)
    if not (units or due or counted):
        return clause
    return clause.saying(units, tuple(Deadline(d.due, d.span.shift(start)) for d in due), counted)


def _deadlines(clause: Clause, body: str) -> tuple[Deadline, ...]:
    """Deadlines that ``body`` states, and those that a task table's column gives a row."""
    stated = deadlines_of(body)
    if clause.kind is not Kind.ROW:
        return stated
    given = (d for part in clause.parts for d in given_deadlines(part, body))
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
    if not units:
        return ()
    names = carried([unit.name for unit in units])
    return tuple(
        unit if unit.role is UnitRole.LOCAL else Unit(unit.name, unit.role, _full_name(name, region))
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
    notes = {c.id: note for c in clauses if (note := binding_note(c.body.of(text)))}
    if not notes:
        return clauses
    bound: dict[tuple[str | None, Kind], tuple[Unit, ...]] = {}
    complete = []
    for clause in clauses:
        group = (_top(clauses, clause), clause.kind)
        inherited = bound.get(group)
        complete.append(_bound(clause, inherited) if inherited else clause)
        if clause.id in notes:
            bound[group] = tuple(replace(unit, inherited_from=clause.id) for unit in notes[clause.id])
    return tuple(complete)


def _bound(clause: Clause, inherited: tuple[Unit, ...]) -> Clause:
    """``clause`` with the units of a note that it does not name itself."""
    own = {unit.name for unit in clause.units}
    units = clause.units + tuple(unit for unit in inherited if unit.name not in own)
    return clause.saying(units, clause.deadlines, clause.amounts)


def _top(clauses: tuple[Clause, ...], clause: Clause) -> str | None:
    """Identifier of the outermost numbered heading above ``clause``."""
    return next((c.id for c in headings_of(clauses, clause) if c.rank > Rank.MATTER), None)
