"""What the asker said: figures to reckon with, and words that an answer may give back as the asker's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from yiyang_qa.answer.guard.claims import Claim, Day, Figure, Place
from yiyang_qa.answer.guard.ground import Ground, together
from yiyang_qa.answer.guard.reading import ground
from yiyang_qa.answer.guard.scope import denies
from yiyang_qa.eligibility.telling import told as quantities_told
from yiyang_qa.text import fold
from yiyang_qa.types import Query, Region

#: The asker's own words, said as such: 所述60张.
_OWN = re.compile("所(?:述|说|问|提)|您(?:说|提到?|问|讲|给出)的?|题中|按您")
_QUOTED = re.compile(r"所述(?:为“|：)(?P<words>[^“”（）\n]{1,40})(?:[”）]|$)")
#: Measure words that people use for one another: 60个床位, 60张.
_COUNTERS = frozenset({None, "个", "张", "家", "所", "间", "人", "名", "户", "处", "件", "台", "栋", "座"})
_SUM, _MYRIAD = {None, "元"}, 10_000  # 万


@dataclass(frozen=True, slots=True)
class Asked:
    """The asker's ``texts`` (question, earlier turns, a case told), the ``regions`` asked for, and the day."""

    texts: tuple[str, ...] = ()
    regions: tuple[Region, ...] = ()
    as_of: date | None = None

    @classmethod
    def of(cls, query: Query, *more: str) -> Asked:
        """What ``query`` says, and ``more`` of the asker's words."""
        return cls((query.text, *more), query.regions, query.as_of)

    def ground(self) -> Ground:
        """Everything the asker said, with the sums as people say them: 5000块, 花了1万8."""
        sums = frozenset(
            (told.interval.exact.normalize(), told.unit)
            for text in self.texts
            for told in quantities_told(fold(text))
            if told.unit == "元" and told.interval.exact is not None
        )
        own = Ground(regions=frozenset(self.regions), figures=sums)
        return together([*map(ground, self.texts), own])


NOTHING = Asked()


def counted_with(figure: Figure, said: Ground) -> bool:
    """Whether the asker gave this figure to reckon with; 60个 will do for 60张, never for 60元, but 8万 for 8万元."""
    return any(figure.value == value and _alike(value, figure.unit, unit) for value, unit in said.figures)


def _alike(value: Decimal, one: str | None, other: str | None) -> bool:
    """Whether people may mean the one unit by the other; of so much, the unit that they leave out is 元."""
    units = {one, other}
    return one == other or units <= _COUNTERS or (units == _SUM and value >= _MYRIAD)


def given_back(claim: Claim, breath: str, asked: Asked, said: Ground, cited: Ground) -> bool:
    """Whether an answer may say this although no clause does; ``breath`` is what stands around it.

    The day asked about; a region asked about for which a cited document speaks, or one in words of the asker's
    that are quoted whole; and the asker's own words where they are marked as such, or where documents are said to be
    silent on them.
    """
    if isinstance(claim, Day) and asked.as_of is not None and claim.day == asked.as_of.isoformat():
        return True
    if isinstance(claim, Place) and claim.stands_on(said):
        reached = any(wide.contains(region) for wide in cited.reached for region in claim.regions)
        return reached or denies(breath) or _quoted(claim, breath, asked)
    if not (_OWN.search(breath) or denies(breath)):
        return False
    return counted_with(claim, said) if isinstance(claim, Figure) else claim.stands_on(said)


def _quoted(claim: Claim, breath: str, asked: Asked) -> bool:
    """Whether the claim stands inside the asker's own words, quoted to the letter: 所述为“户口是佛山的”."""
    quoted = (found["words"] for found in _QUOTED.finditer(breath))
    return any(claim.text in words and any(words in text for text in asked.texts) for words in quoted)
