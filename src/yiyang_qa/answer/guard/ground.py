"""What the cited clauses and their documents say: the ground that a claim may stand on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from yiyang_qa.text import one_line
from yiyang_qa.types import PartialDate, Region

_NUMERAL = "0-9〇零一二三四五六七八九十百千万亿两"


@dataclass(frozen=True, slots=True)
class Ground:
    """Values said by one or more texts. Units are those of ``parse.amounts``; None where a figure has none."""

    text: str = ""  # folded, white space as single spaces
    figures: frozenset[tuple[Decimal, str | None]] = frozenset()
    days: frozenset[PartialDate] = frozenset()  # with --09-30 for a day without its year
    numbers: frozenset[str] = frozenset()  # 发文字号, folded, without spaces
    addresses: frozenset[tuple[Decimal, str]] = frozenset()  # (13, 条)
    regions: frozenset[Region] = frozenset()  # named, with all that contain them
    reached: frozenset[Region] = frozenset()  # for which the documents speak

    def __or__(self, other: Ground) -> Ground:
        return Ground(
            f"{self.text}\n{other.text}",
            self.figures | other.figures,
            self.days | other.days,
            self.numbers | other.numbers,
            self.addresses | other.addresses,
            self.regions | other.regions,
            self.reached | other.reached,
        )

    @property
    def values(self) -> frozenset[Decimal]:
        """The values of all figures, whatever they count."""
        return frozenset(value for value, _ in self.figures)

    def writes(self, folded: str) -> bool:
        """Whether the texts have these characters, not as a piece of a longer number."""
        words = one_line(folded)
        if words not in self.text:
            return False
        before = rf"(?<![{_NUMERAL}])(?<![0-9][.,])" if re.match(f"[{_NUMERAL}]", words) else ""
        after = rf"(?![{_NUMERAL}]|[.,][0-9])" if re.search(f"[{_NUMERAL}]$", words) else ""
        return re.search(before + re.escape(words) + after, self.text) is not None


def together(grounds: Iterable[Ground]) -> Ground:
    """All that ``grounds`` say."""
    whole = Ground()
    for ground in grounds:
        whole |= ground
    return whole
