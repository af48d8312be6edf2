"""From a resolved query to evidence: admit, rank, prefer, mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import zip_longest

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.admission import Admitted, admit, of_kind, passes, rows_of
from yiyang_qa.search.amending import as_it_stands, item_of, with_amending
from yiyang_qa.search.calibration import Certainty, certainty
from yiyang_qa.search.choosing import by_likeness, certain, chosen, listed, preferred
from yiyang_qa.search.evidence import evidence_of, with_assigning
from yiyang_qa.search.library import Library
from yiyang_qa.search.matters import matters, speaks_of, spoken_of_first
from yiyang_qa.search.outcome import Finding
from yiyang_qa.search.ranking import Hit, Mask, Ranker, Wording
from yiyang_qa.search.silence import elsewhere, out_of_force, why_nothing
from yiyang_qa.search.speaking import regions_answering
from yiyang_qa.search.titles import named
from yiyang_qa.search.wanted import Wanted, wanted
from yiyang_qa.types import Amended, Evidence, Filters, Intent, Reason
from yiyang_qa.versions import Lineage

#: Clauses of all regions together that a comparison chooses from.
_COMPARED = 60
#: Members of a list that are cited, however few clauses are asked for: a list cut short is a wrong one.
_LISTED = 20
#: A nearer region that so surely bears on the question is not passed over for a place inside it.
_BEARS = 0.8


class Finder:
    """Finds evidence in one open index, which ``ranker`` ranks."""

    def __init__(self, index: OpenIndex, ranker: Ranker, lineage: Lineage) -> None:
        self._library = Library(index, ranker, lineage)

    def find(self, resolved: Resolved, filters: Filters, k: int) -> Finding:
        """At most ``k`` clauses that answer, from the nearest regions that have any.

        A comparison chooses among the best few of each region, and gets them all.
        """
        if resolved.refusal:
            return Finding(reason=resolved.refusal)
        wordings = self._library.ranker.read(resolved.query.variants)
        found = self._within(resolved, wordings, filters, k)
        if found.evidence or not resolved.query.regions:
            return found
        return replace(found, elsewhere=elsewhere(self._library, resolved, wordings, filters))

    def _within(self, resolved: Resolved, wordings: Sequence[Wording], filters: Filters, k: int) -> Finding:
        """The finding in the regions asked for, nearest first."""
        library, query = self._library, resolved.query
        k = max(k, _COMPARED) if query.intent is Intent.COMPARE else k
        called = named(resolved, library.catalogue)
        tiers = admit(library.catalogue, filters, resolved, library.lineage)
        tried: list[Admitted] = []
        near, absent = None, tuple[str, ...]()
        for tier, further in zip_longest(tiers, tiers[1:]):
            admitted = library.meant(wordings, called.among(tier), resolved)
            tried.append(admitted)
            found = self._in(admitted, resolved, wordings, filters, k)
            absent, near = absent or found.absent, near or (found if found.evidence else None)
            if found.evidence and (not found.doubtful or found.evidence[0].score >= _BEARS):
                return found
            if near and not (further and further.near.silent):  # what lies inside may say it outright
                return near
        lapsed = out_of_force(library, tried[0], resolved, wordings, filters)
        return Finding(
            reason=Reason.EXPIRED_ONLY if lapsed else why_nothing(tried),
            missing=tried[0].missing,
            absent=() if lapsed else absent,
            out_of_force=lapsed,
        )

    def _in(
        self,
        admitted: Admitted,
        resolved: Resolved,
        wordings: Sequence[Wording],
        filters: Filters,
        k: int,
    ) -> Finding:
        """The finding among ``admitted``; without evidence it says at most what is ``absent``."""
        library, query, want = self._library, resolved.query, wanted(resolved)
        documents = admitted.documents
        if query.intent is Intent.COMPARE and not query.regions:
            documents = documents & of_kind(library.catalogue, query.text)
        if unspoken := library.absent(resolved, documents):
            return Finding(absent=unspoken)
        rows = rows_of(library.index, documents, filters.units)
        ranked = library.ranked(wordings, rows, resolved, documents)
        if admitted.near.remote and not certain(ranked, resolved.asked):
            return Finding()
        # what is out of force takes no part: an old version does not speak against its successor
        inside = rows | (admitted.out_of_force | admitted.kin)[library.index.table.document]
        answering, plain = self._answering(ranked, wordings, inside, resolved)
        members = self._members(ranked, resolved, answering=bool(answering))
        likely = by_likeness(resolved, members)
        named = list(matters(query.variants[0])) if likely else []
        cited, unsaid = self._cited(ranked, answering, members, want, resolved)
        cited = spoken_of_first(named, cited, library.quoted)
        doubtful = likely and not (plain and all(speaks_of(named, library.quoted(hit)) for hit in cited[:1]))
        if doubtful and (admitted.near.silent or admitted.near.remotest):  # they speak only outright
            return Finding()
        if admitted.near.remote and cited and not self._of_those_named(cited[0], query.variants[0]):
            return Finding()
        k = max(k, _LISTED) if members else k
        return Finding(
            self._evidence(cited[:k], want, resolved, filters)[:k] if cited else (),
            missing=admitted.missing,
            regions=library.regions(documents),
            superiors=admitted.near.superiors,
            silent=admitted.near.silent,
            absent=unsaid,
            doubtful=doubtful,
            members=len(members),
        )

    def _members(self, ranked: Sequence[Hit], resolved: Resolved, *, answering: bool) -> list[Hit]:
        """The members of the list that is asked for; a comparison has rows instead."""
        if resolved.query.intent is Intent.COMPARE:
            return []
        return listed(ranked, resolved, self._library.clause, answering=answering)

    def _cited(
        self,
        ranked: Sequence[Hit],
        answering: Sequence[Hit],
        members: Sequence[Hit],
        want: Wanted,
        resolved: Resolved,
    ) -> tuple[list[Hit], tuple[str, ...]]:
        """The hits to cite, best first; none where a value asked for is not said, with its name."""
        library = self._library
        moved = preferred(ranked, answering, resolved, library.clause)
        cited = chosen(moved, members, resolved, library.clause)
        said = library.quoted if want.case else library.said
        if cited and (unsaid := want.unsaid(cited, said)):
            return [], unsaid
        return cited if members else want.first(cited, library.clause, said), ()

    def _answering(
        self, ranked: Sequence[Hit], wordings: Sequence[Wording], inside: Mask, resolved: Resolved
    ) -> tuple[Sequence[Hit], bool]:
        """``ranked`` when it answers, else nothing, and whether it does so plainly.

        In a comparison each region is asked by itself, and shown beside the others.
        """
        if resolved.query.intent is Intent.COMPARE:
            return regions_answering(self._library, ranked, wordings, inside, resolved), True
        sure = certainty(ranked, self._library.ranker.elsewhere(wordings, inside))
        return (ranked if sure else ()), sure is Certainty.PLAIN

    def _of_those_named(self, hit: Hit, question: str) -> bool:
        """Whether ``hit``, a remote superior's, speaks of whom or what ``question`` names."""
        return speaks_of(list(matters(question, actors=True)), self._library.quoted(hit))

    def _evidence(
        self, cited: Sequence[Hit], want: Wanted, resolved: Resolved, filters: Filters
    ) -> tuple[Evidence, ...]:
        """The evidence of ``cited``, with the notes that bind it and the items that amend it."""
        library, query = self._library, resolved.query
        evidence = [
            evidence_of(library.index, hit, library.lineage, query.as_of, want.signs_of_answers)
            for hit in cited
        ]
        if query.intent is Intent.UNITS:
            evidence = with_assigning(evidence)
        beside = as_it_stands if query.intent is Intent.COMPARE else with_amending
        return tuple(beside(evidence, partial(self._amending, filters, resolved)))

    def _amending(self, filters: Filters, resolved: Resolved, amended: Amended) -> Evidence | None:
        """The item that amends a clause, as evidence where the filters let it be cited."""
        library = self._library
        by = library.index.documents.position(amended.by.id)
        if by is None or not passes(amended.by, filters, resolved.excluded):
            return None
        return item_of(library.index.documents[by], amended, library.lineage.course(amended.by.id))
