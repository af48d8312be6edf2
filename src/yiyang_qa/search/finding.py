"""From a resolved query to evidence: admit, rank, prefer, mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.absence import absent_numbers, absent_terms
from yiyang_qa.search.addresses import addresses, documents_named
from yiyang_qa.search.admission import Admitted, admit, of_kind, of_regions, passes, rows_of
from yiyang_qa.search.amending import as_it_stands, item_of, with_amending
from yiyang_qa.search.calibration import answers, sure
from yiyang_qa.search.choosing import certain, chosen, preferred, regions_answering
from yiyang_qa.search.evidence import clause_of, evidence_of, said, with_note
from yiyang_qa.search.exact import addressed_rows
from yiyang_qa.search.ranking import Hit, Mask, Ranker, Wording
from yiyang_qa.search.wanted import wanted
from yiyang_qa.types import (
    NATION,
    Amended,
    Clause,
    Document,
    Evidence,
    Filters,
    Intent,
    Reason,
    Region,
    Standing,
)
from yiyang_qa.versions import Lineage

#: Clauses of all regions together that a comparison chooses from.
_COMPARED = 60
#: Other regions that a refusal names.
_OTHERS = 3
#: Documents that are read through for a term; with more in scope it is taken to be somewhere.
_MOST_READ = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """Evidence, best first; without any, ``reason`` says why."""

    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    missing: tuple[Region, ...] = ()  # regions asked for that no document speaks for
    regions: tuple[Region, ...] = ()  # whose documents were searched
    absent: tuple[str, ...] = ()  # terms of the question that the documents do not speak of
    superiors: tuple[Region, ...] = ()  # 上级 that speaks where no nearer document does
    out_of_force: tuple[Standing, ...] = ()  # without evidence: what would have answered on another day
    elsewhere: tuple[Region, ...] = ()  # without evidence: other regions that have some


class Finder:
    """Finds evidence in one open index, which ``ranker`` ranks."""

    def __init__(self, index: OpenIndex, ranker: Ranker, lineage: Lineage) -> None:
        self._index, self._ranker, self._lineage = index, ranker, lineage

    def find(self, resolved: Resolved, filters: Filters, k: int) -> Finding:
        """At most ``k`` clauses that answer, from the nearest regions that have any.

        A comparison chooses among the best few of each region, and gets them all.
        """
        if resolved.refusal:
            return Finding(reason=resolved.refusal)
        wordings = self._ranker.read(resolved.query.variants)
        found = self._within(resolved, wordings, filters, k)
        if found.evidence or not resolved.query.regions:
            return found
        return replace(found, elsewhere=self._elsewhere(resolved, wordings, filters))

    def _within(self, resolved: Resolved, wordings: Sequence[Wording], filters: Filters, k: int) -> Finding:
        """The finding in the regions asked for, nearest first."""
        query, catalogue = resolved.query, self._index.documents.catalogue
        k = max(k, _COMPARED) if query.intent is Intent.COMPARE else k
        want, at = wanted(resolved), self._clause
        tiers = [self._named(tier, resolved) for tier in admit(catalogue, filters, resolved, self._lineage)]
        absent: tuple[str, ...] = ()
        for distance, admitted in enumerate(tiers):
            documents = admitted.documents
            if query.intent is Intent.COMPARE and not query.regions:
                documents = documents & of_kind(catalogue, query.text)
            if unspoken := self._absent(resolved, documents):
                absent = absent or unspoken
                continue
            rows = rows_of(self._index, documents, filters.units)
            ranked = self._with_addressed(self._ranker.rank(wordings, rows), resolved, wordings, documents)
            if (distance or NATION in admitted.superiors) and not certain(ranked, resolved.asked):
                continue
            # what is out of force takes no part: an old version does not speak against its successor
            inside = rows | admitted.out_of_force[self._index.table.document]
            answering = self._answering(ranked, wordings, inside, query.intent)
            cited = chosen(preferred(ranked, answering, resolved, at), ranked, resolved, at)
            if unsaid := want.unsaid(cited, self._said) if cited else ():
                absent = absent or unsaid
                continue
            cited = want.first(cited, at, self._said)[:k]
            if evidence := [
                evidence_of(self._index, hit, self._lineage, query.as_of, want.marks) for hit in cited
            ]:
                if query.intent is Intent.UNITS:
                    evidence = with_note(evidence)[:k]
                beside = as_it_stands if query.intent is Intent.COMPARE else with_amending
                evidence = beside(evidence, partial(self._amending, filters, resolved))[:k]
                regions = self._regions(documents)
                return Finding(tuple(evidence), None, admitted.missing, regions, superiors=admitted.superiors)
        lapsed = self._out_of_force(tiers[0], resolved, wordings, filters)
        reason = Reason.EXPIRED_ONLY if lapsed else _why_nothing(tiers)
        return Finding(
            reason=reason, missing=tiers[0].missing, absent=() if lapsed else absent, out_of_force=lapsed
        )

    def _amending(self, filters: Filters, resolved: Resolved, amended: Amended) -> Evidence | None:
        """The item that amends a clause, as evidence where the filters let it be cited."""
        by = self._index.documents.position(amended.by.id)
        if by is None or not passes(amended.by, filters, resolved.excluded):
            return None
        return item_of(self._index.documents[by], amended, self._lineage.course(amended.by.id))

    def _out_of_force(
        self, admitted: Admitted, resolved: Resolved, wordings: Sequence[Wording], filters: Filters
    ) -> tuple[Standing, ...]:
        """How the documents stand that would answer on another day; all of them where none is in force on this one."""
        lapsed = np.flatnonzero(admitted.out_of_force)
        if admitted.documents.any() and lapsed.size:
            hits = self._ranker.rank(wordings, rows_of(self._index, admitted.out_of_force, filters.units))
            told = wanted(resolved).first([hit for hit in hits if sure(hit)], self._clause, self._said)
            found = dict.fromkeys(int(self._index.table.document[hit.row]) for hit in told)
            lapsed = np.array([at for at in found if not self._absent(resolved, self._only(at))], np.int64)
        catalogue, day = self._index.documents.catalogue, resolved.query.as_of
        return tuple(self._lineage.standing(catalogue[int(at)].id, day) for at in lapsed)

    def _only(self, at: int) -> Mask:
        mask: Mask = np.arange(len(self._index.documents)) == at
        return mask

    def _named(self, admitted: Admitted, resolved: Resolved) -> Admitted:
        """``admitted`` less what the question, or else the conversation before it, does not name."""
        catalogue = self._index.documents.catalogue
        named = documents_named(resolved.asked, catalogue)
        if named is None:
            earlier = documents_named(resolved.query.variants[0], catalogue)
            named = earlier if earlier is not None and (admitted.documents & earlier).any() else None
        if named is None:
            return admitted
        return replace(
            admitted, documents=admitted.documents & named, out_of_force=admitted.out_of_force & named
        )

    def _with_addressed(
        self, ranked: list[Hit], resolved: Resolved, wordings: Sequence[Wording], documents: Mask
    ) -> list[Hit]:
        """``ranked``, and the clauses that the question names by number even if nothing else found them."""
        asked = addresses(resolved.query.variants[0])
        if not asked or documents.sum() > _MOST_READ:
            return ranked
        found = {hit.row for hit in ranked}
        exact = self._ranker.rank(wordings, addressed_rows(self._index, documents, asked))
        return [*ranked, *(hit for hit in exact if hit.row not in found)]

    def _elsewhere(
        self, resolved: Resolved, wordings: Sequence[Wording], filters: Filters
    ) -> tuple[Region, ...]:
        """Other regions whose documents do answer: to be asked about by name, never served as if they were meant."""
        anywhere = replace(resolved, query=replace(resolved.query, regions=()))
        (admitted,) = admit(self._index.documents.catalogue, filters, anywhere, self._lineage)
        ranked = self._ranker.rank(wordings, rows_of(self._index, admitted.documents, filters.units))
        answering = [hit for hit in regions_answering(ranked, self._clause) if sure(hit)]
        hits = wanted(resolved).first(answering, self._clause, self._said)
        regions = dict.fromkeys(self._clause(hit)[0].region for hit in hits)
        asked = resolved.query.regions
        others = [region for region in regions if region and not any(map(region.contains, asked))]
        catalogue = self._index.documents.catalogue
        return tuple(r for r in others[:_OTHERS] if not self._absent(resolved, of_regions(catalogue, {r})))

    def _regions(self, documents: Mask) -> tuple[Region, ...]:
        """Regions of the documents in the mask, each once, in the order of the catalogue."""
        catalogue = self._index.documents.catalogue
        found = dict.fromkeys(catalogue[int(at)].region for at in np.flatnonzero(documents))
        return tuple(filter(None, found))

    def _absent(self, resolved: Resolved, documents: Mask) -> tuple[str, ...]:
        """What the question speaks of and no document in scope does; a comparison says so row by row."""
        if resolved.query.intent is Intent.COMPARE or not 0 < documents.sum() <= _MOST_READ:
            return ()
        scope = [self._index.documents[int(at)] for at in np.flatnonzero(documents)]
        return absent_numbers(resolved.asked, scope) or absent_terms(resolved.query.variants[0], scope)

    def _answering(
        self, ranked: Sequence[Hit], wordings: Sequence[Wording], rows: Mask, intent: Intent
    ) -> Sequence[Hit]:
        """``ranked`` when it answers, else nothing; in a comparison each region is asked by itself."""
        if intent is Intent.COMPARE:
            return regions_answering(ranked, self._clause)
        return ranked if answers(ranked, self._ranker.elsewhere(wordings, rows)) else ()

    def _clause(self, hit: Hit) -> tuple[Document, Clause]:
        return clause_of(self._index, hit)

    def _said(self, hit: Hit) -> str:
        return said(self._index, hit)


def _why_nothing(tiers: Sequence[Admitted]) -> Reason:
    nearest = tiers[0]
    if nearest.missing and not any(tier.documents.any() for tier in tiers):
        return Reason.NO_DOCUMENT_FOR_REGION
    return Reason.NO_RELEVANT_CLAUSE
