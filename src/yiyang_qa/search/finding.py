"""From a resolved query to evidence: admit, rank, prefer, mark."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache, partial
from itertools import zip_longest

from yiyang_qa.dialogue import Resolved
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.addresses import only_addressed
from yiyang_qa.search.admission import Admitted, admit, passes, rows_of
from yiyang_qa.search.amending import as_it_stands, item_of, with_amending
from yiyang_qa.search.assigning import charged_first, with_assigning
from yiyang_qa.search.choosing import certain
from yiyang_qa.search.citing import Cited, Citing
from yiyang_qa.search.evidence import evidence_of
from yiyang_qa.search.library import Library
from yiyang_qa.search.matters import matters, speaks_of
from yiyang_qa.search.outcome import Finding
from yiyang_qa.search.provisions import provision
from yiyang_qa.search.ranking import Hit, Ranker, Wording
from yiyang_qa.search.silence import Lapsed, elsewhere, lapsed, out_of_force, why_nothing
from yiyang_qa.search.titles import asks_of_a_document, named
from yiyang_qa.search.wanted import Wanted, wanted
from yiyang_qa.types import Amended, Evidence, Filters, Intent, Reason
from yiyang_qa.versions import Lineage

#: Clauses of all regions together that a comparison chooses from.
_COMPARED = 60
#: Members of a list that are cited, however few clauses are asked for: a list cut short is a wrong one.
_LISTED = 20
#: Turns of conversations of which it is known how they are meant: each comes again with every later one.
_REMEMBERED = 1024
#: A nearer region that so surely bears on the question is not passed over for a place inside it.
_BEARS = 0.8


class Finder:
    """Finds evidence in one open index, which ``ranker`` ranks."""

    def __init__(self, index: OpenIndex, ranker: Ranker, lineage: Lineage) -> None:
        self._library = Library(index, ranker, lineage)
        self.nearer = lru_cache(_REMEMBERED)(self._library.nearer)

    def find(self, resolved: Resolved, filters: Filters, k: int) -> Finding:
        """At most ``k`` clauses that answer, from the nearest regions that have any.

        A comparison chooses among the best few of each region, and gets them all.
        """
        if resolved.refusal:
            return Finding(reason=resolved.refusal, unheard=resolved.unheard)
        if resolved.matterless and not filters.narrow and len(self._library.catalogue) > 1:
            held = dict.fromkeys(d.region for d in self._library.catalogue if d.region)
            return Finding(reason=Reason.NO_RELEVANT_CLAUSE, regions=tuple(held), matterless=True)
        matter = [self._library.unnamed(wording) for wording in resolved.query.variants]
        wordings = self._library.ranker.read(matter)
        found = self._within(resolved, wordings, filters, k)
        found = replace(found, filtered=filters.narrow, unheard=resolved.unheard)
        of_its_own = resolved.points_at_document and asks_of_a_document(resolved.asked)
        if found.evidence or not resolved.query.regions or of_its_own or only_addressed(matter[0]):
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
            if tried:  # a superior does not answer for what their own documents did, out of force as they are
                admitted = replace(admitted, out_of_force=admitted.out_of_force | tried[0].out_of_force)
            tried.append(admitted)
            found = self._in(admitted, resolved, wordings, filters, k)
            if len(tried) == 1:  # of those asked about, not of their superiors
                absent = found.absent
            near = near or (found if found.evidence else None)
            if found.evidence and (not found.doubtful or found.evidence[0].score >= _BEARS):
                return found
            if near and not (further and further.near.within):  # what lies inside may say it outright
                return near
        over = out_of_force(library, tried[0], resolved, wordings, filters)
        return Finding(
            reason=Reason.EXPIRED_ONLY if over else why_nothing(tried),
            missing=tried[0].missing,
            superiors=tried[0].near.superiors,
            absent=() if over else absent,
            out_of_force=over,
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
        library, near, want = self._library, admitted.near, wanted(resolved)
        documents = library.in_question(admitted, resolved)
        asked = resolved.query.variants[0]
        if near.superiors and library.points_elsewhere(asked, documents):
            return Finding()
        if unspoken := library.absent(resolved, documents):
            return Finding(absent=unspoken)
        rows = rows_of(library.index, documents, filters.units)
        ranked = library.ranked(wordings, rows, resolved, documents)
        if near.remote and not certain(ranked, resolved.asked):
            return Finding()
        inside = library.taking_no_side(rows, admitted)
        cited = Citing(library, resolved, want).cited(ranked, wordings, inside)
        if cited.doubtful and (near.within or near.remotest):  # they speak only outright
            return Finding()
        unsaid = want.unsaid(cited.hits[:1], library.said) if near.remote else ()
        if near.remote and cited.hits and (unsaid or not self._of_those_named(cited.hits[0], resolved)):
            return Finding(absent=unsaid)
        over = self._lapsed(cited, admitted, resolved, wordings, filters)
        hits = [hit for hit in cited.hits if not over.outdone & {None, library.clause(hit)[0].region}]
        k = max(k, _LISTED) if cited.members else k
        return Finding(
            self._evidence(hits[:k], want.naming(near.superiors, resolved), resolved, filters)[:k]
            if hits
            else (),
            missing=admitted.missing,
            regions=library.regions(documents),
            superiors=near.superiors,
            silent=near.silent,
            absent=cited.unsaid,
            out_of_force=over.nearer,
            doubtful=cited.doubtful or (cited.likely and bool(over.nearer)),
            members=cited.members,
        )

    def _lapsed(
        self,
        cited: Cited,
        admitted: Admitted,
        resolved: Resolved,
        wordings: Sequence[Wording],
        filters: Filters,
    ) -> Lapsed:
        """What documents out of force do to what is ``cited``, unless it is found by its place."""
        if not cited.hits or not (cited.likely or resolved.query.intent is Intent.COMPARE):
            return Lapsed()
        return lapsed(self._library, admitted, resolved, wordings, filters)

    def _of_those_named(self, hit: Hit, resolved: Resolved) -> bool:
        """Whether ``hit``, a remote superior's, speaks of whom or what the question names."""
        named = list(matters(resolved.query.variants[0], actors=True))
        return speaks_of(named, self._library.quoted(hit))

    def _evidence(
        self, hits: Sequence[Hit], want: Wanted, resolved: Resolved, filters: Filters
    ) -> tuple[Evidence, ...]:
        """The evidence of ``hits``, with the notes that bind it and the items that amend it."""
        library, query = self._library, resolved.query
        signs = want.signs_of_answers
        evidence = [evidence_of(library.index, hit, library.lineage, query.as_of, signs) for hit in hits]
        if only_addressed(library.unnamed(query.variants[0])):
            asked = query.variants[0]
            evidence = [replace(e, highlights=provision(asked, e) or (e.quote,)) for e in evidence]
        if query.intent is Intent.UNITS:
            evidence = with_assigning(charged_first(evidence, query.asked))
        beside = as_it_stands if query.intent is Intent.COMPARE else with_amending
        return tuple(beside(evidence, partial(self._amending, filters, resolved)))

    def _amending(self, filters: Filters, resolved: Resolved, amended: Amended) -> Evidence | None:
        """The item that amends a clause, as evidence where the filters let it be cited."""
        library = self._library
        by = library.index.documents.position(amended.by.id)
        if by is None or not passes(amended.by, filters, resolved.excluded):
            return None
        return item_of(library.index.documents[by], amended, library.lineage.course(amended.by.id))
