"""修改到哪里: which clauses of a document the amendments of others mean."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from yiyang_qa.parse.pointers import ORDER, SOMEWHERE, TITLE, Pointer, held, pointer
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.text import fold
from yiyang_qa.types import Alteration, Amended, Clause, Document, Kind, ancestors

#: Kinds of clause that a unit of an address may be: a document without 条 calls its 一、 第一条.
_KINDS = {
    "条": (Kind.ARTICLE, Kind.HEADING),
    "章": (Kind.CHAPTER,),
    "节": (Kind.SECTION,),
    "部分": (Kind.VOLUME, Kind.HEADING),
}
#: Behind every number of an article.
_LAST = 1 << 30


def amended_clauses(document: Document, amendments: Iterable[Amended]) -> Mapping[str, tuple[Amended, ...]]:
    """Clauses of ``document`` by id with what amends them, the earliest first.

    An address means one clause and all it contains, of the text itself before an annex; where it may
    mean several it means none. A new clause is not in the text. What names no clause is told with each
    that it may mean; what counts by numbers that another text has changed since, from those numbers on.
    """
    told = sorted(amendments, key=lambda each: (each.on, each.by.id))
    met: dict[int, list[Amended]] = defaultdict(list)
    for each, moved_from in zip(told, _moved(told), strict=True):
        if each.change is not Alteration.ADDED:
            for at, amendment in _met(document, each, moved_from):
                met[at].append(amendment)
    return {document.clauses[at].id: tuple(met[at]) for at in sorted(met)}


def _met(document: Document, each: Amended, moved_from: int | None) -> Iterator[tuple[int, Amended]]:
    """Positions of the clauses that one amendment means, with it as it is to be told there."""
    to = pointer(each.address)
    if to and to.unit == "条" and moved_from is not None and to.last >= moved_from:
        renumbered = replace(
            each, address=f"{SOMEWHERE}（改号后的{each.address}）", change=Alteration.CHANGED
        )
        behind = Pointer("条", moved_from, _LAST)
        yield from ((at, renumbered) for at in _meant(document, behind))
    elif to:
        yield from ((at, each) for at in _meant(document, to))
    else:
        yield from ((at, each) for at in _unnumbered(document, each.address))


def _moved(told: Sequence[Amended]) -> Iterator[int | None]:
    """For each of ``told`` the first number of an article that texts before it have given to another one."""
    first: dict[str, int] = {}
    for each in told:
        yield min((n for by, n in first.items() if by != each.by.id), default=None)
        if (to := pointer(each.address)) and to.unit == "条" and _moves(each, to, told):
            first[each.by.id] = min(to.first, first.get(each.by.id, to.first))


def _moves(each: Amended, to: Pointer, told: Sequence[Amended]) -> bool:
    """Whether the articles behind it get other numbers: 第十二条之一 is put between two and moves none."""
    if each.change is Alteration.DELETED:
        return any(o.by.id == each.by.id and o.change is Alteration.RENUMBERED for o in told)
    return each.change is Alteration.RENUMBERED or (each.change is Alteration.ADDED and not to.sub)


def _unnumbered(document: Document, address: str) -> Iterator[int]:
    """Positions of the clauses that an address without a number means: those that hold words, the title, any."""
    start = document.reprint.span.start if document.reprint else 0
    words = held(address)
    for at, clause in enumerate(document.clauses):
        if clause.span.start < start or address == ORDER:
            continue
        if address == TITLE:
            meant = clause.kind is Kind.TITLE
        elif clause.kind in NUMBERED or clause.kind is Kind.LEAD:
            meant = words is None or fold(words) in fold(clause.body.of(document.text))
        else:
            meant = False
        if meant:
            yield at


def _meant(document: Document, to: Pointer) -> Iterator[int]:
    """Positions of the clauses that ``to`` points at and of those inside them, in a text printed anew there."""
    clauses, start = document.clauses, document.reprint.span.start if document.reprint else 0
    found = next(filter(None, (_numbered(clauses, kind, to, start) for kind in _KINDS[to.unit])), {})
    outside = {at: own for at, own in found.items() if not _annexed(clauses, at)}
    found = outside or found
    if len(set(found.values())) < len(found):
        return
    if to.inner and len(found) == 1 and clauses[min(found)].kind is not Kind.ARTICLE:
        inner = _numbered(clauses, Kind.SUBHEADING, Pointer("条", to.inner, to.inner), start)
        found = {
            at: own for at, own in inner.items() if min(found) in ancestors(clauses, clauses[at])
        } or found
    inside = set(found)
    if to.heading:
        yield from sorted(inside)
        return
    for at, clause in enumerate(clauses):
        if at in inside or clause.parent in inside:
            inside.add(at)
            yield at


def _numbered(clauses: tuple[Clause, ...], kind: Kind, to: Pointer, start: int) -> dict[int, Pointer]:
    """Positions of the clauses of ``kind`` from offset ``start`` on whose own number ``to`` names; 之一 is in a range."""
    of_kind = (
        (at, clause)
        for at, clause in enumerate(clauses)
        if clause.kind is kind and clause.span.start >= start
    )
    owns = ((at, _own(clause)) for at, clause in of_kind)
    return {
        at: own
        for at, own in owns
        if own and to.first <= own.first <= to.last and (to.sub == own.sub or to.first < to.last)
    }


def _annexed(clauses: tuple[Clause, ...], at: int) -> bool:
    return any(clauses[above].kind is Kind.ANNEX for above in ancestors(clauses, clauses[at]))


def _own(clause: Clause) -> Pointer | None:
    """The number of ``clause`` itself: 三、 and （三） as 第三条."""
    label = clause.label if clause.label.startswith("第") else f"第{clause.label.strip('（()）、 .')}条"
    return pointer(label)
