"""Names of regions in questions, read against the regions that documents speak for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from yiyang_qa.dialogue.whereabouts import is_of_another, is_passing, is_register
from yiyang_qa.errors import RequestInvalid
from yiyang_qa.parse.terms import REFERENCE
from yiyang_qa.regions import Mention, Unlisted, gazetteer, mentions, unlisted
from yiyang_qa.text import fold, outside
from yiyang_qa.types import NATION, Region, Span

#: 浙江和绍兴, 国家、上海: what is joined to another region is meant by itself.
_AND = r"(?:以及|还有|还是|[和与及跟同比、,/])"
_AFTER, _BEFORE = re.compile(_AND), re.compile(rf"{_AND}$")
#: The nation beside a region (全国 is a name of it already); not 按国家和省规定.
_COUNTRY = re.compile(r"(?<![按照据合循遵依])国家(?:层面|法律|条例)?")
#: 内 of 浙江省内, 境内 of 衢州境内, 那边 of 郑州那边: goes with the name.
_INSIDE = re.compile(r"(?:(?:辖?区|境|范围)?内(?![部外容科设])|[那这](?:边|儿|里))的?")

#: What a paragraph of an answer begins with, and whose documents a refusal says are silent.
_HEADED = re.compile(r"(?m)^(?:文件未见相关规定：)?([一-龥]{2,12})(?:：|的文件中?没有)")

_NUMBER = re.compile(REFERENCE)

_Named = tuple[Region, Span]


class Places:
    """The regions of a library: settles homonyms, and knows which names a filter takes care of.

    ``written`` tells whether its documents have a word; what they have is no name of an unheard-of place.
    """

    def __init__(
        self, regions: Iterable[Region | None], written: Callable[[str], bool] = lambda _: True
    ) -> None:
        self._covered = frozenset(region for region in regions if region)
        self._written = written

    def named(self, turn: str) -> tuple[Region, ...]:
        """Regions that ``turn`` names; of 山东威海 only the inner one, of 山东和威海 both.

        The nation only where it stands beside another: 国家和上海.
        """
        found = self._found(turn)
        joined = {region for region, _ in _joined(fold(turn), found)}
        named = dict.fromkeys(r for r, _ in found if r in joined or r != NATION)
        return tuple(
            r for r in named if r in joined or not any(r != other and r.contains(other) for other in named)
        )

    def unheard(self, turn: str) -> tuple[Unlisted, ...]:
        """What ``turn`` names as a place that is in no table of divisions, and of which no document writes: 火星市."""
        return tuple(each for each in unlisted(turn) if not self._written(each.base))

    def answering(self, answer: str) -> tuple[Region, ...]:
        """The one region whose documents speak in ``answer``, or are silent, as its paragraphs begin: 郑州市：…."""
        said = {found[1] for found in _HEADED.finditer(answer)}
        found = {r for name in said for r in self.named(name) if r.name == name}
        return tuple(found) if len(found) == 1 else ()

    def registered(self, turn: str) -> tuple[Region, ...]:
        """Those of the regions named that ``turn`` gives only as the place of somebody's household register."""
        return self._only(turn, is_register)

    def passing(self, turn: str) -> tuple[Region, ...]:
        """Those that ``turn`` gives only as the place where somebody works or comes from."""
        return self._only(turn, is_passing)

    def of_another(self, turn: str) -> tuple[Region, ...]:
        """Those that ``turn`` gives only as the place where a relative lives."""
        return self._only(turn, is_of_another)

    def _only(self, turn: str, test: Callable[[str, Span], bool]) -> tuple[Region, ...]:
        folded = fold(turn)
        found = [(region, test(folded, span)) for region, span in self._found(turn)]
        otherwise = {region for region, passed in found if not passed}
        return tuple(r for r in self.named(turn) if r not in otherwise)

    def knows(self, region: Region) -> bool:
        """Whether a document speaks for ``region`` itself."""
        return region in self._covered

    def inside(self, wide: Region) -> tuple[Region, ...]:
        """The regions inside ``wide`` that documents speak for, by code."""
        return tuple(sorted((r for r in self._covered if wide.contains(r) and r != wide), key=_code))

    def province(self, region: Region) -> Region:
        """The province that ``region`` is or lies in; the region itself where the tables know of none."""
        return gazetteer().by_code(region.code[:2] + "0000") or region

    def given(self, names: Iterable[str]) -> tuple[Region, ...]:
        """The regions with these names or codes.

        Raises:
            RequestInvalid: a name that is no region's.
        """
        found = [self._given(name) for name in names]
        return tuple(dict.fromkeys(found))

    def _given(self, name: str) -> Region:
        known = gazetteer()
        homonyms = tuple(filter(None, [known.by_code(name)])) or known.named(name)
        if not homonyms:
            raise RequestInvalid(f"没有叫“{name}”的行政区，请写全称，例如“威海市”", "regions")
        return self._nearest(homonyms)

    def without_names(self, turn: str, kept: Sequence[Region] = ()) -> str:
        """``turn`` without the names of regions that a filter handles; those inside a document's region stay, and ``kept``.

        So does what is part of a document number (渝 of 渝卫函〔2023〕574号) and whose register somebody is in (广州户口).
        """
        unheard = (each.span for each in self.unheard(turn))
        return outside(turn, sorted([*self._handled(turn, kept), *unheard])).strip()

    def _handled(self, turn: str, kept: Sequence[Region] = ()) -> Iterator[tuple[int, int]]:
        found = [(region, span) for region, span in self._found(turn) if region not in kept]
        joined = _joined(fold(turn), found)
        folded = fold(turn)
        numbers = [Span(*number.span()) for number in _NUMBER.finditer(folded)]
        for region, span in found:
            if any(number.holds(span) for number in numbers) or is_register(folded, span):
                continue
            by_filter = (region, span) in joined if region == NATION else self._filtered(region)
            if by_filter:
                inside = _INSIDE.match(turn, span.end)
                yield span.start, inside.end() if inside else span.end

    def _found(self, turn: str) -> list[_Named]:
        """What ``turn`` names and where, 国家 too, in order."""
        told = [(region, m.span) for m in mentions(turn, self._covered) if (region := self._meant(m))]
        taken = [span for _, span in told]
        country = (Span(*found.span()) for found in _COUNTRY.finditer(fold(turn)))
        told += [
            (NATION, span)
            for span in country
            if not any(span.start < t.end and t.start < span.end for t in taken)
        ]
        return sorted(told, key=lambda pair: pair[1])

    def _meant(self, mention: Mention) -> Region | None:
        """Of several regions of a name, one that a document speaks for, else the first."""
        return self._nearest(mention.regions) if mention.regions else None

    def _nearest(self, homonyms: Sequence[Region]) -> Region:
        near = (r for r in homonyms if any(map(r.touches, self._covered)))
        return next(near, homonyms[0])

    def _filtered(self, region: Region) -> bool:
        """Whether a filter takes care of ``region``: not of a place inside that of a document, without its own."""
        return region in self._covered or not any(
            c != region and c.contains(region) for c in self._covered if c != NATION
        )


def without_places(turn: str) -> str:
    """``turn`` without any name of a region."""
    return outside(turn, (mention.span for mention in mentions(turn)))


def _joined(folded: str, found: Sequence[_Named]) -> list[_Named]:
    """Those of ``found`` that a word joins to another: after it, or before the one that follows at once."""
    pairs = zip(found, [None, *found], [*found[1:], None], strict=False)
    return [
        each
        for each, before, after in pairs
        if (before and _BEFORE.search(folded, 0, each[1].start))
        or (after and _AFTER.fullmatch(folded, each[1].end, after[1].start))
    ]


def _code(region: Region) -> str:
    return region.code
