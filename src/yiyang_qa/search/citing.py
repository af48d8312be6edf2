"""Of the clauses ranked, those that are cited, and how sure it is that they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from yiyang_qa.dialogue import Resolved
from yiyang_qa.dialogue.asking import without_asking
from yiyang_qa.search.amiss import Amiss
from yiyang_qa.search.benefits import grants_benefit
from yiyang_qa.search.calibration import Certainty, certainty
from yiyang_qa.search.choosing import by_likeness, chosen, listed, preferred
from yiyang_qa.search.leading import telling_from_afar, telling_further, wanted_first
from yiyang_qa.search.library import Library
from yiyang_qa.search.matters import Matter, matters, speaks_of, spoken_of_first
from yiyang_qa.search.particulars import grants_in, saying
from yiyang_qa.search.ranking import Hit, Mask, Wording
from yiyang_qa.search.speaking import regions_answering
from yiyang_qa.search.value_headings import headed
from yiyang_qa.search.wanted import Wanted
from yiyang_qa.text import fold
from yiyang_qa.types import Intent

#: Answered by rows, by units, by a list whole.
_IN_ROWS = frozenset({Intent.COMPARE, Intent.UNITS, Intent.LIST})
_BARE = 2  # 字: 几号发, 谁出钱 name nothing besides


class Cited(NamedTuple):
    """The hits to cite, best first, or without any the names of the values ``unsaid``."""

    hits: list[Hit]
    unsaid: tuple[str, ...]
    members: int  # of a list; 0 where they are none
    likely: bool  # whether they are found by likeness
    doubtful: bool  # whether they may only come near what is asked


@dataclass(frozen=True, slots=True)
class Citing:
    """What is asked of one library, and what a clause must hold to answer it."""

    library: Library
    resolved: Resolved
    want: Wanted

    def cited(self, ranked: Sequence[Hit], wordings: Sequence[Wording], inside: Mask) -> Cited:
        """What is cited of ``ranked``, led by what speaks of the matter named where it is found by likeness.

        ``inside`` masks the rows that do not speak against each other.
        """
        answering, plain = self._answering(ranked, wordings, inside)
        members = self._members(ranked, answering=bool(answering))
        likely = by_likeness(self.resolved, members, self.library.clause)
        nearest, unsaid = self._nearest(ranked, answering, members)
        amiss = Amiss(self.library, self.resolved, self.want)
        vague = likely and not (plain or self._particular(nearest[:1]))
        if vague and (unclear := amiss.not_plainly(nearest)):
            nearest = self._said_further_down(ranked)
            if not nearest:
                return Cited([], unclear, 0, likely, doubtful=True)
        if likely and (staff := amiss.only_to_others(nearest)):
            return Cited([], (staff,), 0, likely, doubtful=True)
        named, instead = self._named(nearest) if likely else ([], [])
        hits = nearest if self._particular(nearest[:1]) else self._led(named, nearest)
        first = "".join(map(self.library.quoted, hits[:1]))
        spoken = speaks_of(named, first) and speaks_of(instead, first)
        spoken = not hits or (spoken and not amiss.on_another(hits[0]))
        return Cited(hits, unsaid, len(members), likely, doubtful=likely and not (plain and spoken))

    def _named(self, nearest: Sequence[Hit]) -> tuple[list[Matter], list[Matter]]:
        """The matters that the question names, and those of a follow-up that asks of another instead.

        Where that other is found it is the only one named.
        """
        instead = self.want.instead.matters
        found = self.want.instead.lead(nearest, self.library.clause)
        return instead if found else list(matters(self.resolved.query.variants[0])), instead

    def _led(self, named: Sequence[Matter], nearest: list[Hit]) -> list[Hit]:
        """``nearest`` led by one that speaks of a matter ``named``, unless only the first has the figure asked for.

        Where it is asked what is granted for it, by one that grants.
        """
        grants = [
            hit for hit in nearest if not self.want.granted or grants_benefit(*self.library.clause(hit))
        ]
        leading = spoken_of_first(named, grants, self.library.quoted)[:1]
        led = [*leading, *(hit for hit in nearest if hit not in leading)]
        return nearest if [self._figures(hits) for hits in (nearest, led)] == [True, False] else led

    def _figures(self, hits: Sequence[Hit]) -> bool:
        """Whether the first of ``hits`` gives a value asked for as a figure."""
        return any(value.figured_in(self.library.said(hit)) for hit in hits[:1] for value in self.want.values)

    def _answering(
        self, ranked: Sequence[Hit], wordings: Sequence[Wording], inside: Mask
    ) -> tuple[Sequence[Hit], bool]:
        """``ranked`` when it answers, else nothing, and whether it does so plainly.

        In a comparison each region is asked by itself, and shown beside the others.
        """
        if self.resolved.query.intent is Intent.COMPARE:
            return regions_answering(self.library, ranked, wordings, inside, self.resolved), True
        sure = certainty(ranked, self.library.ranker.elsewhere(wordings, inside))
        return (ranked if sure else ()), sure is Certainty.PLAIN

    def _members(self, ranked: Sequence[Hit], *, answering: bool) -> list[Hit]:
        """The members of the list that is asked for; a comparison has rows instead."""
        if self.resolved.query.intent is Intent.COMPARE:
            return []
        return listed(ranked, self.resolved, self.library.clause, answering=answering)

    def _particular(self, hits: Sequence[Hit], *, granted: bool = False) -> list[Hit]:
        """What says the particular that is asked for; nothing where none is, or regions are compared.

        Nor of a matter that is not ``granted`` by name, or where a heading names the particular (办理地点).
        """
        asked, query = self.want.particular, self.resolved.query
        if asked is None or query.intent is Intent.COMPARE:
            return []
        alone = len(asked.asked.sub("", fold(query.asked).strip())) <= _BARE
        granted = granted or self._is_bare() or grants_in(query.variants[0] if alone else query.asked)
        if not granted or headed(query.asked, hits[:1], self.library.clause):
            return []
        return saying(asked, hits, self.library.clause, f"{query.variants[0]} {query.asked}")

    def _said_further_down(self, found: Sequence[Hit]) -> list[Hit]:
        """What gives the value asked for, though not among the nearest: what tells of the act, else the particular."""
        want, at = self.want, self.library.clause
        telling = [*telling_from_afar(want, found, at), *telling_further(want, found, at)]
        giving = [hit for hit in telling if not self.want.unsaid([hit], self.library.said)]
        return giving[:1] or self._particular(found, granted=True)

    def _is_bare(self) -> bool:
        """Whether the question names nothing besides what it asks for: 几号发, 谁出钱."""
        return len(without_asking(self.resolved.query.asked)) <= _BARE

    def _unsaid_particular(self, best: Hit) -> tuple[str, ...]:
        """The name of the particular that a bare follow-up asks for, where not even in other words ``best`` says it."""
        asked, query = self.want.particular, self.resolved.query
        if asked is None or query.intent in _IN_ROWS or not self._is_bare():
            return ()
        return () if asked.hinted.search(fold(self.library.quoted(best))) else (asked.name,)

    def _nearest(
        self, ranked: Sequence[Hit], answering: Sequence[Hit], members: Sequence[Hit]
    ) -> tuple[list[Hit], tuple[str, ...]]:
        """The hits near enough, best first; none where a value asked for is not said, with its name."""
        library, want = self.library, self.want
        moved = preferred(ranked, answering, self.resolved, library.clause)
        near = chosen(moved, members, self.resolved, library.clause)
        if near and (says := self._particular([*near, *ranked])):
            return [*says, *(hit for hit in near if hit not in says)], ()
        if near and (unsaid := self._unsaid_particular(near[0])):
            return [], unsaid
        further = (
            near
            and want.of_another_kind(library.said(near[0]))
            and want.gives_in_a_limb(library.quoted(near[0]))
        )
        said = library.quoted if want.case or further else library.said
        found, at = [*near[:1], *moved] if near else [], library.clause
        if near and (unsaid := want.unsaid(near, said)):
            further = self._said_further_down(found)
            return further, () if further else unsaid
        if members:
            return near, ()
        far = telling_from_afar(want, found, at)
        return wanted_first(want, [*near, *(hit for hit in far if hit not in near)], at, said), ()
