"""Counts (数目) of the very thing a question counts: all there are of it, or those of the year it names.

全市建有医养结合机构184家 is the total (总数); 有144家医养结合机构纳入定点 is a part of it, and a plan's
50个 by 2025 is no answer for what another year sets out to build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yiyang_qa.dialogue.places import without_places
from yiyang_qa.text import fold

_NUMBER = r"[\d一二两三四五六七八九十百千万.]+[余多]?"
_COUNTER = "[家个所处座张名位]"
_THING = r"[一-龥]{3,16}"
#: 建有医养结合机构184家, 共有184家医养结合机构,: what is had, with nothing further said of it.
_HAS = r"(?:建有|共有|现有|设有|拥有|建成|共)(?:各类)?"
_OUTRIGHT = re.compile(
    rf"{_HAS}(?P<before>{_THING}?){_NUMBER}{_COUNTER}|{_HAS}{_NUMBER}{_COUNTER}(?P<after>{_THING})(?=[,。;、(]|$)|"
    rf"(?P<named>{_THING}?)(?:总数|总量)[为达到有共]*{_NUMBER}{_COUNTER}"
)
_COUNTED = re.compile(
    rf"(?P<before>{_THING}?){_NUMBER}{_COUNTER}(?=[,。;、(]|$)|{_NUMBER}{_COUNTER}(?P<after>{_THING})(?=[,。;、(]|$)"
)
_TITLE = re.compile("《[^》]*》")
_YEAR = re.compile(r"(?<![\d(〔\[])((?:19|20)\d\d)年")
_TOTAL = "(?:的?(?:总数量?|总量)|(?:一共|总共|共有|共计|合计|总计))"
_ASKS_COUNT = re.compile(rf"多少(?!钱|元)|几{_COUNTER}")
#: Nothing but the thing counted, its place taken out: 现在有多少家医养结合机构.
_BARE = re.compile(
    rf"(?:现在|目前|全[省市县区]|一共|总共|建|[共有])*(?:多少|几){_COUNTER}?(?P<thing>{_THING}?)[?呢啊]*"
)


@dataclass(frozen=True, slots=True)
class CountAsked:
    """What a question counts: its folded words without places, the year that it names, whether it wants all."""

    words: str
    year: str | None
    total: bool

    def given_in(self, text: str) -> bool:
        """Whether ``text`` gives the count, as all there are or as that of the year."""
        said = _TITLE.sub(lambda title: "、" * len(title[0]), fold(text))
        if self.year is not None:
            return any(thing in self.words and year == self.year for thing, year in _of_years(said))
        return self.total and any(self._totals(thing) for thing in _things(_OUTRIGHT, said))

    def _totals(self, thing: str) -> bool:
        """Whether the question counts all of ``thing``, not those of it that something more is said of."""
        bare = _BARE.fullmatch(self.words)
        return bool(
            re.search(rf"(?<!的){re.escape(thing)}{_TOTAL}", self.words) or (bare and bare["thing"] == thing)
        )


def count_asked(question: str) -> CountAsked | None:
    """What ``question`` counts in a year or in all, if it does."""
    words = fold(without_places(question))
    years = set(_YEAR.findall(words))
    total = bool(re.search(_TOTAL, words) or _BARE.fullmatch(words))
    if len(years) > 1 or not (total or (years and _ASKS_COUNT.search(words))):
        return None
    return CountAsked(words, next(iter(years), None), total)


def _things(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What ``pattern`` finds counted in ``text``."""
    return (found[found.lastgroup] for found in pattern.finditer(text) if found.lastgroup)


def _of_years(text: str) -> Iterator[tuple[str, str]]:
    """What is counted in ``text``, each with the year last named before it."""
    for found in _COUNTED.finditer(text):
        years = _YEAR.findall(text[: found.start()])
        if found.lastgroup and years:
            yield found[found.lastgroup], years[-1]
