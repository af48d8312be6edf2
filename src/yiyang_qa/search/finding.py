"""From a resolved query to evidence: admit, rank, prefer, mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

import numpy as np

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.absence import absent_numbers, absent_terms
from yiyang_qa.search.addresses import addressed, addresses, documents_named
from yiyang_qa.search.admission import Admitted, Mask, admit, of_kind, of_regions, rows_of
from yiyang_qa.search.aspects import aspects, preference
from yiyang_qa.search.calibration import answers, confidence, relevant, sure
from yiyang_qa.search.evidence import clause_of, evidence_of, said, with_note
from yiyang_qa.search.exact import addressed_rows
from yiyang_qa.search.groups import tasks_of_unit, whole_list
from yiyang_qa.search.ranking import Hit, Ranker, Wording
from yiyang_qa.search.wanted import wanted
from yiyang_qa.types import NATION, Clause, Document, Evidence, Filters, Intent, Reason, Region, Standing
from yiyang_qa.versions import Lineage

#: A citation scores at least this share of the best one; in a comparison, of each region's best.
_CLOSE = 0.5
#: Clauses of each region that a comparison chooses from, and of all regions together.
_TURNS, _COMPARED = 4, 60
#: How sure a clause of a remote superior must be to speak for a region whose own documents are silent.
_CERTAIN = 0.7
#: Other regions that a refusal names.
_OTHERS = 3
#: Documents that are read through for a term; with more in scope it is taken to be somewhere.
_MOST_READ = 40
#: What a clause gains in score when the question gives its own number.
_ADDRESSED = 2.0
#: Where no region was asked for, a clause of another region than the best one's scores at least this share.
_AS_GOOD = 0.9


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
        want = wanted(resolved)
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
            if (distance or NATION in admitted.superiors) and not _certain(ranked, resolved.asked):
                continue
            # what is out of force takes no part: an old version does not speak against its successor
            inside = rows | admitted.out_of_force[self._index.table.document]
            answering = self._answering(ranked, wordings, inside, query.intent)
            chosen = self._chosen(self._preferred(ranked, answering, resolved), ranked, resolved)
            if unsaid := want.unsaid(chosen, self._said) if chosen else ():
                absent = absent or unsaid
                continue
            chosen = want.first(chosen, self._clause, self._said)[:k]
            if evidence := [evidence_of(self._index, hit, self._lineage, want.marks) for hit in chosen]:
                if query.intent is Intent.UNITS:
                    evidence = with_note(evidence)[:k]
                regions = self._regions(documents)
                return Finding(tuple(evidence), None, admitted.missing, regions, superiors=admitted.superiors)
        lapsed = self._out_of_force(tiers[0], resolved, wordings, filters)
        reason = Reason.EXPIRED_ONLY if lapsed else _why_nothing(tiers)
        return Finding(
            reason=reason, missing=tiers[0].missing, absent=() if lapsed else absent, out_of_force=lapsed
        )

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
        answering = [hit for hit in self._regions_answering(ranked) if sure(hit)]
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
        if resolved.query.intent is Intent.COMPARE or not documents.any():
            return ()
        scope = [self._index.documents[int(at)] for at in np.flatnonzero(documents)[:_MOST_READ]]
        if documents.sum() > _MOST_READ:
            return ()
        return absent_numbers(resolved.asked, scope) or absent_terms(resolved.query.variants[0], scope)

    def _answering(
        self, ranked: Sequence[Hit], wordings: Sequence[Wording], rows: Mask, intent: Intent
    ) -> Sequence[Hit]:
        """``ranked`` when it answers, else nothing; in a comparison each region is asked by itself."""
        if intent is Intent.COMPARE:
            return self._regions_answering(ranked)
        return ranked if answers(ranked, self._ranker.elsewhere(wordings, rows)) else ()

    def _regions_answering(self, ranked: Sequence[Hit]) -> list[Hit]:
        """The hits of those regions whose documents answer, held against the others'."""
        regions = self._by_region(ranked)
        nearest = {region: max(hit.standing for hit in hits) for region, hits in regions.items()}
        apart = {
            region: max((s for r, s in nearest.items() if r != region), default=-inf) for region in regions
        }
        answering = {region for region, hits in regions.items() if answers(hits, apart[region])}
        return [hit for hit in ranked if self._clause(hit)[0].region in answering]

    def _by_region(self, hits: Sequence[Hit]) -> dict[Region | None, list[Hit]]:
        regions: dict[Region | None, list[Hit]] = {}
        for hit in hits:
            regions.setdefault(self._clause(hit)[0].region, []).append(hit)
        return regions

    def _preferred(self, hits: Sequence[Hit], answering: Sequence[Hit], resolved: Resolved) -> list[Hit]:
        """Hits in the order that the aspects and addresses asked for give them, irrelevant ones left out."""
        aspects_asked, named = aspects(resolved.asked), addresses(resolved.query.variants[0])
        sure_of, moved = {hit.row for hit in answering}, []
        for hit in hits:
            clause = self._clause(hit)[1]
            by = _ADDRESSED * addressed(clause, named) or preference(clause.kind, aspects_asked)
            if by > 0 or (hit.row in sure_of and relevant(hit)):
                moved.append(replace(hit, score=hit.score + by))
        return sorted(moved, key=lambda hit: (-round(hit.score, 6), hit.row))

    def _chosen(self, hits: Sequence[Hit], ranked: Sequence[Hit], resolved: Resolved) -> list[Hit]:
        """The hits to cite: near enough to the best; another region's, unasked for, nearer still."""
        query = resolved.query
        if query.intent is Intent.COMPARE:
            return _close(self._each_region(hits), _AS_GOOD if resolved.excluded else _CLOSE)
        if tasks := tasks_of_unit(resolved.asked, ranked, self._clause):
            return tasks
        if hits and (members := whole_list(resolved.asked, ranked, self._clause)):
            return members
        if query.regions or not hits:
            return _close(hits)
        home, best = self._clause(hits[0])[0].region, hits[0].score
        return [h for h in _close(hits) if h.score >= _AS_GOOD * best or self._clause(h)[0].region == home]

    def _each_region(self, hits: Sequence[Hit]) -> list[Hit]:
        """The best hits of each region, as many as there are turns, region by region in each turn."""
        turns = self._by_region(hits).values()
        return [hits[i] for i in range(_TURNS) for hits in turns if i < len(hits)]

    def _clause(self, hit: Hit) -> tuple[Document, Clause]:
        return clause_of(self._index, hit)

    def _said(self, hit: Hit) -> str:
        return said(self._index, hit)


def _certain(ranked: Sequence[Hit], asked: str) -> bool:
    """Whether a superior's document may speak: it surely says so, and no document of its own is asked about."""
    return not any(aspect.decisive for aspect in aspects(asked)) and any(
        confidence(hit) >= _CERTAIN for hit in ranked
    )


def _close(hits: Sequence[Hit], share: float = _CLOSE) -> list[Hit]:
    """The hits that score at least ``share`` of the best."""
    best = max((hit.score for hit in hits), default=0.0)
    return [hit for hit in hits if hit.score >= share * best]


def _why_nothing(tiers: Sequence[Admitted]) -> Reason:
    nearest = tiers[0]
    if nearest.missing and not any(tier.documents.any() for tier in tiers):
        return Reason.NO_DOCUMENT_FOR_REGION
    return Reason.NO_RELEVANT_CLAUSE
