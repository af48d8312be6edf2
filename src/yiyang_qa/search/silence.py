"""What a refusal can still tell: which documents would answer on another day, which other regions do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.search.admission import Admitted, admit, of_regions, rows_of
from yiyang_qa.search.calibration import sure
from yiyang_qa.search.leading import wanted_first
from yiyang_qa.search.library import Library
from yiyang_qa.search.ranking import Mask, Wording
from yiyang_qa.search.speaking import regions_answering
from yiyang_qa.search.wanted import wanted
from yiyang_qa.types import NATION, Filters, Intent, Reason, Region, Standing

#: Other regions that a refusal names.
_OTHERS = 3
#: A clause out of force that leads by so much has the matter that those in force only come near; by less, perhaps.
#: Of questions put to their own document and four others, unseen by the encoder, the others lead so in 1 % and 3 %.
_OUTDONE, _NEARER = 0.12, 0.05
#: Of what is out of force the documents are named whose best clause scores this share of the best.
_AS_NEAR = 0.8


def why_nothing(tiers: Sequence[Admitted]) -> Reason:
    """The reason when no document out of force would answer either."""
    nearest = tiers[0]
    if (
        nearest.near.regions == {NATION} == {*nearest.near.superiors}
    ):  # no document of its own, nor of its province
        return Reason.NO_DOCUMENT_FOR_REGION
    if nearest.missing and not any(tier.documents.any() for tier in tiers):
        return Reason.NO_DOCUMENT_FOR_REGION
    return Reason.NO_RELEVANT_CLAUSE


class Lapsed(NamedTuple):
    """What documents out of force do to the evidence of those in force."""

    nearer: tuple[Standing, ...] = ()  # those that come nearer to the question
    outdone: frozenset[Region | None] = frozenset()  # where they alone have the matter; {None} is everywhere


def lapsed(
    library: Library, admitted: Admitted, resolved: Resolved, wordings: Sequence[Wording], filters: Filters
) -> Lapsed:
    """Whether what is out of force has the matter, and what is in force only comes near it: in a comparison, region by region."""
    if not admitted.out_of_force.any():
        return Lapsed()
    apart = resolved.query.intent is Intent.COMPARE
    rows = rows_of(library.index, admitted.documents | admitted.out_of_force, filters.units)
    best: dict[tuple[Region | None, bool], float] = defaultdict(float)  # where, and whether out of force
    for hit in library.ranker.rank(wordings, rows):
        over = bool(admitted.out_of_force[library.index.table.document[hit.row]])
        at = library.clause(hit)[0].region if apart else None, over
        best[at] = max(best[at], hit.score if sure(hit) or not over else 0.0)
    leads = {where: best[where, True] - best[where, False] for where, over in list(best) if over}
    if max(leads.values(), default=0.0) < _NEARER:
        return Lapsed()
    told = [
        (s, s.document.region if apart else None)
        for s in out_of_force(library, admitted, resolved, wordings, filters)
    ]
    nearer = [(standing, where) for standing, where in told if leads.get(where, 0.0) >= _NEARER]
    return Lapsed(
        tuple(standing for standing, _ in nearer),
        frozenset(where for _, where in nearer if leads[where] >= _OUTDONE),
    )


def out_of_force(
    library: Library, admitted: Admitted, resolved: Resolved, wordings: Sequence[Wording], filters: Filters
) -> tuple[Standing, ...]:
    """How the documents stand that would answer on another day; all of them where none is in force on this one."""
    over = np.flatnonzero(admitted.out_of_force)
    if admitted.documents.any() and over.size:
        rows = rows_of(library.index, admitted.documents | admitted.out_of_force, filters.units)
        ranked = library.ranker.rank(wordings, rows)
        near = (hit for hit in ranked if sure(hit) and hit.score >= _AS_NEAR * ranked[0].score)
        hits = [hit for hit in near if admitted.out_of_force[library.index.table.document[hit.row]]]
        want = wanted(resolved)
        told = (
            [] if want.unsaid(hits, library.said) else wanted_first(want, hits, library.clause, library.said)
        )
        found = dict.fromkeys(int(library.index.table.document[hit.row]) for hit in told)
        over = np.array([at for at in found if not library.absent(resolved, _only(library, at))], np.int64)
    day = resolved.query.as_of
    return tuple(library.lineage.standing(library.catalogue[int(at)].id, day) for at in over)


def elsewhere(
    library: Library, resolved: Resolved, wordings: Sequence[Wording], filters: Filters
) -> tuple[Region, ...]:
    """Other regions whose documents do answer: to be asked about by name, never served as if they were meant."""
    anywhere = replace(resolved, query=replace(resolved.query, regions=()))
    (admitted,) = admit(library.catalogue, filters, anywhere, library.lineage)
    rows = rows_of(library.index, admitted.documents, filters.units)
    ranked = library.ranker.rank(wordings, rows)
    speaking = regions_answering(library, ranked, wordings, rows, resolved)
    answering = [hit for hit in speaking if sure(hit)]
    hits = wanted_first(wanted(resolved), answering, library.clause, library.said)
    regions = dict.fromkeys(library.clause(hit)[0].region for hit in hits)
    asked = resolved.query.regions
    others = [region for region in regions if region and not any(map(region.contains, asked))]
    return tuple(
        other
        for other in others[:_OTHERS]
        if not library.absent(resolved, of_regions(library.catalogue, {other}))
    )


def _only(library: Library, at: int) -> Mask:
    mask: Mask = np.arange(len(library.index.documents)) == at
    return mask
