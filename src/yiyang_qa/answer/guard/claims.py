"""Claims (可核对的说法): what a sentence says that a clause must say too. Each knows how to find itself there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from yiyang_qa.answer.guard.ground import Ground
from yiyang_qa.parse.numerals import FIGURES
from yiyang_qa.text import fold
from yiyang_qa.types import PartialDate, Region, Span

_OMITTED = re.compile(r"…+|\.{3,}")
_EDGES = " ,.;:!?、。*"
_BARE = re.compile(r"[\s*]+")


@dataclass(frozen=True, slots=True)
class Claim:
    """``text`` stands at ``span`` of the answer."""

    span: Span
    text: str

    def stands_on(self, ground: Ground) -> bool:
        """Whether the ground says so: the same value, or the very characters."""
        return ground.writes(fold(self.text))


@dataclass(frozen=True, slots=True)
class Figure(Claim):
    """数字: ``value`` in ``unit``, 万 and 亿 multiplied out; the unit None where it is not known."""

    value: Decimal
    unit: str | None

    def stands_on(self, ground: Ground) -> bool:
        """Equal in value and unit. Without a unit any figure or year will do; a table may name the unit apart."""
        if (self.value, self.unit) in ground.figures:
            return True
        if self.unit is None:
            years = {day[:4] for day in ground.days}
            return self.value in ground.values or str(self.value) in years or ground.writes(fold(self.text))
        if (
            self.text[-1].isdecimal() or self.text[-1] in FIGURES
        ):  # of 3-6个月 the 3, whose unit stands elsewhere
            return False
        return ground.writes(fold(self.text)) or (
            (self.value, None) in ground.figures and f"({self.unit})" in ground.text
        )


@dataclass(frozen=True, slots=True)
class Day(Claim):
    """日期 at the precision of its words; ``--09-30`` without a year."""

    day: PartialDate

    def stands_on(self, ground: Ground) -> bool:
        """The ground may be more precise: 2022年 stands on 2022-01-04."""
        days = (f"--{day[5:]}" if self.day.startswith("--") else day for day in ground.days)
        if any(day == self.day or day.startswith(f"{self.day}-") for day in days):
            return True
        bare = self.day.isdecimal() and (Decimal(self.day), None) in ground.figures
        return bare or ground.writes(fold(self.text))


@dataclass(frozen=True, slots=True)
class Number(Claim):
    """发文字号, folded and without spaces; words before it may have been read along: 根据渝卫函(2023)574号."""

    number: str

    def stands_on(self, ground: Ground) -> bool:
        """The same year and serial number, and the same agency."""
        return any(self.number.endswith(known) or known.endswith(self.number) for known in ground.numbers)


@dataclass(frozen=True, slots=True)
class Address(Claim):
    """条款号: 第十三条 as (13, 条)."""

    ordinal: Decimal
    level: str

    def stands_on(self, ground: Ground) -> bool:
        """An article that is cited or that the cited text itself refers to."""
        return (self.ordinal, self.level) in ground.addresses


@dataclass(frozen=True, slots=True)
class Place(Claim):
    """地名: the regions that a name may mean."""

    regions: tuple[Region, ...]

    def stands_on(self, ground: Ground) -> bool:
        """Named there, or the document's own region or a superior of it."""
        return not ground.regions.isdisjoint(self.regions) or ground.writes(fold(self.text))


@dataclass(frozen=True, slots=True)
class Quotation(Claim):
    """引文: at least eight characters in quotation marks or in 《》."""

    def stands_on(self, ground: Ground) -> bool:
        """Verbatim; width, white space and what …… leaves out do not count."""
        source = _BARE.sub("", ground.text)
        return all(piece in source for piece in self._pieces())

    def _pieces(self) -> Iterator[str]:
        for piece in _OMITTED.split(fold(self.text)):
            if said := _BARE.sub("", piece).strip(_EDGES):
                yield said
