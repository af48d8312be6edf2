"""类别: one way in which sentences tell cases apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Axis:
    """``values``: name → how a clause says it, how people say it.

    Of an *exclusive* axis a case has one value at most; along an *ordered* one 及以上 reaches
    further up. A *sorting* axis only deals cases to alternatives: who rents is not refused by a
    sentence on owners. A *premised* one is asked for, but to have it tells no rule from another: who
    asks of an insurance is insured.
    """

    name: str  # also what to ask: 房屋产权
    key: str  # its identifier where a case is told as values: ownership
    values: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]
    exclusive: bool = True
    ordered: bool = False
    sorting: bool = False
    premised: bool = False
    contrary: re.Pattern[str] | None = None

    def told_otherwise(self, words: str) -> Axis:
        """The same, whose one value a case has not that is told in ``words``: 跟儿子住 is no 独居."""
        return replace(self, contrary=re.compile(words))

    def as_premise(self) -> Axis:
        """The same, premised."""
        return replace(self, premised=True)


def axis(
    name: str,
    key: str,
    *rows: tuple[str, str, str],
    exclusive: bool = True,
    ordered: bool = False,
    sorting: bool = False,
) -> Axis:
    """A category from its values, patterns still as text."""
    values = tuple((value, re.compile(clause), re.compile(told)) for value, clause, told in rows)
    return Axis(name, key, values, exclusive, ordered, sorting)
