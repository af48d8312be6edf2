"""Why what is nearest may be no answer: of another act or age, for others, without the bound or the value asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yiyang_qa.dialogue import Resolved
from yiyang_qa.search.beneficiaries import grants_to_staff, said_of, staff_asked
from yiyang_qa.search.benefits import GRANTS
from yiyang_qa.search.ceilings import CEILING
from yiyang_qa.search.library import Library
from yiyang_qa.search.penalties import of_another_act
from yiyang_qa.search.ranking import Hit
from yiyang_qa.search.value_headings import headed
from yiyang_qa.search.values import PENALTY
from yiyang_qa.search.wanted import Wanted
from yiyang_qa.text import fold

_NEAREST = 3  # hits of which one may name the staff asked for


@dataclass(frozen=True, slots=True)
class Amiss:
    """What the hits of one library may lack that is asked for."""

    library: Library
    resolved: Resolved
    want: Wanted

    def not_plainly(self, hits: Sequence[Hit]) -> tuple[str, ...]:
        """Names of the values asked for where the first of ``hits`` gives none of them as plainly as a figure does.

        What may only come near and speaks of money or of a fine, though not of how much, speaks of another.
        """
        if not hits or headed(self.resolved.asked, hits[:1], self.library.clause):
            return ()
        said = self.library.said(hits[0])
        plain = any(value.plain_in(said) for value in self.want.values)
        return () if plain or self.want.of_another_age(said) else tuple(v.name for v in self.want.values)

    def only_to_others(self, hits: Sequence[Hit]) -> str:
        """The staff that a benefit is asked for, where the nearest of ``hits`` grant only to others.

        To the bodies that they work for, or whom they serve; empty where no staff is asked about.
        """
        staff, told = staff_asked(self.resolved.asked), list(map(self.library.clause, hits[:_NEAREST]))
        if not (staff and told) or any(grants_to_staff(said_of(*each)) for each in told):
            return ""
        return staff if GRANTS.search(fold(self._body(hits[0]))) else ""

    def on_another(self, hit: Hit) -> bool:
        """Whether ``hit`` has a penalty for another act, no bound where one is asked for, a sum for other ages."""
        return (
            self._of_another_act(hit)
            or (self.want.ceiling and not CEILING.search(fold(self._body(hit))))
            or self.want.sum_of_another_age(self.library.said(hit))
        )

    def _of_another_act(self, hit: Hit) -> bool:
        penalty = any(value.name == PENALTY for value in self.want.values)
        return penalty and of_another_act(self.resolved.query.variants[0], self._body(hit))

    def _body(self, hit: Hit) -> str:
        document, clause = self.library.clause(hit)
        return clause.body.of(document.text)
