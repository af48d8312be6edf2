"""Which regions a question is about, the conversation before it included."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.text import fold
from yiyang_qa.types import Region

#: 哪些城市、各地、几个地方: every region is meant, whatever was spoken of before.
_EVERYWHERE = re.compile(
    r"哪些(?:城市|地方|地区|市|县|省)|哪个(?:城市|地方|市|省|县)|哪(?:里|儿|座城市)(?:有|还|也|提)|各地|各市|各省|各县|各个?(?:城市|地方|地区)|"
    r"(?:几|多|四|三|五|两)个(?:城市|地方|地区|市|县)|全国各|所有(?:城市|地方|地区)"
)
#: 还有别的城市吗: every region but those spoken of.
_ELSEWHERE = re.compile(
    r"(?:别|其[他它余])的?(?:城市|地方|地区|市|县|省|几个)|(?:还有|另外)(?:的|哪个|哪些|几个|别的)?(?:城市|地方|地区|市|县|哪[儿里])|外地|"
    r"除了.{1,12}(?:之外|以外|外|还).{0,6}(?:城市|地方|地区|哪[儿里])"
)

#: 第一个说的那个市, 刚才第二个城市: a region by its place in the conversation.
_ORDINAL = re.compile(
    r"第([一二三四五1-5])个(?:说|提|问|讲)?(?:的|到的|过的)?(?:那个|这个)?(?:城市|地方|地区|市|县|省)"
)
_FIGURES = {figure: i for i, pair in enumerate(("一1", "二2", "三3", "四4", "五5")) for figure in pair}


@dataclass(frozen=True, slots=True)
class Scope:
    """Regions asked about; none means that every region may answer, those ``spoken`` of apart."""

    regions: tuple[Region, ...] = ()
    spoken: tuple[Region, ...] = ()  # of in earlier turns

    @property
    def excluded(self) -> tuple[Region, ...]:
        """Regions that must not answer: those spoken of before 还有别的城市吗."""
        return () if self.regions else self.spoken

    def after(self, turn: str, named: tuple[Region, ...]) -> Scope:
        """The scope after one more user ``turn`` that names the regions ``named``."""
        folded = fold(turn)
        before = tuple(dict.fromkeys((*self.spoken, *self.regions)))
        if (ordinal := _ORDINAL.search(folded)) and (back := before[_FIGURES[ordinal[1]] :][:1]):
            return Scope(back, before)
        if _ELSEWHERE.search(folded):
            return Scope((), tuple(dict.fromkeys((*before, *named))))
        if named:
            return Scope(named, before)
        return Scope() if _EVERYWHERE.search(folded) else self
