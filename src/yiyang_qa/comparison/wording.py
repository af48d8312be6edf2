"""Wordings that mean one thing, made one for counting what two phrases share. Never shown, never quoted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from yiyang_qa.text import bigrams, fold

#: What official texts write in several ways.
_FORMS = {
    "综合性医院": "综合医院",
    "老年病科": "老年医学科",
    "敬老院": "养老机构",
    "养老院": "养老机构",
    "养老服务机构": "养老机构",
    "养老机构中": "养老机构",
    "医疗机构中": "医疗机构",
    "医疗卫生机构": "医疗机构",
    "社区卫生服务中心": "基层医疗机构",
    "社区卫生服务机构": "基层医疗机构",
    "乡镇卫生院": "基层医疗机构",
    "护理型": "护理",
    "床位": "床",
    "老年人": "老人",
    "及以上": "以上",
    "周岁": "岁",
    "友好": "友善",
    "占比": "比例",
    "比重": "比例",
    "长护险": "长期护理保险",
    "福彩": "福利彩票",
    "临终关怀": "安宁疗护",
    "等级评定": "评估",
    "等级评估": "评估",
    "评定": "评估",
}
#: Kinds of institution (主体); phrases that name different ones speak of different things.
_HOLDERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("基层医疗机构", re.compile(r"基层医疗|社区卫生服务|卫生院|村卫生室")),
    ("中医医院", re.compile(r"中医(?:医)?院|中西医结合医院")),
    ("综合医院", re.compile(r"综合医院")),
    ("家庭医生", re.compile(r"家庭医生")),
    ("医养结合机构", re.compile(r"医养(?:结合)?机构")),
    ("养老机构", re.compile(r"养老机构|养老床")),
    ("医疗机构", re.compile(r"(?<!基层)医疗机构|(?<!综合)(?<!中医)(?<!结合)医院")),
)
#: Words for a figure itself, which any measure may have.
_OF_FIGURES = re.compile(r"以[上下内]|标准|比例|总?数量?|人数|[人总]?数|额度|率|全[省市县]|各[省市县区]")
_ANY_MEDICAL = "医疗机构"
_MEDICAL = frozenset({_ANY_MEDICAL, "基层医疗机构", "中医医院", "综合医院"})


class Wording:
    """A thesaurus in use: ``synonyms`` maps wordings to the one that stands for them, before our own forms."""

    def __init__(self, synonyms: Mapping[str, str]) -> None:
        self._steps = (_replacing(synonyms), _replacing(_FORMS))

    def plain(self, text: str) -> str:
        """``text`` folded, each wording replaced by the one that stands for it."""
        said = fold(text)
        for step in self._steps:
            said = step(said)
        return said

    def grams(self, text: str) -> frozenset[str]:
        """Pairs of neighbouring characters of ``text`` in its plain wording, numbers whole."""
        return self.read(text)[1]

    def read(self, text: str) -> tuple[str, frozenset[str]]:
        """``text`` in its plain wording, and its pairs of neighbouring characters."""
        return _read(self, text)


def wording_of(synonyms: Mapping[str, str]) -> Wording:
    """The wording with ``synonyms``, made once for equal ones."""
    return _wording(tuple(synonyms.items()))


@lru_cache(maxsize=2048)
def _read(wording: Wording, text: str) -> tuple[str, frozenset[str]]:
    plain = wording.plain(text)
    return plain, frozenset(bigrams(plain))


@lru_cache(maxsize=4)
def _wording(synonyms: tuple[tuple[str, str], ...]) -> Wording:
    return Wording(dict(synonyms))


def same_holder(one: str, other: str) -> bool:
    """Whether two plain phrases may speak of the same kind of institution (主体).

    Yes when they share one, when either names none, or when 医院 or 医疗机构 covers the other's and neither
    names another kind.
    """
    mine, theirs = holders(one), holders(other)
    if not mine or not theirs or mine & theirs:
        return True
    return _ANY_MEDICAL in mine | theirs and mine | theirs <= _MEDICAL


def measured(plain: str) -> str:
    """``plain`` without the institutions it names and the words for figures: what is measured of them."""
    for _, pattern in _HOLDERS:
        plain = pattern.sub(" ", plain)
    return _OF_FIGURES.sub(" ", plain)


def holders(text: str) -> frozenset[str]:
    """The kinds of institution that ``text``, in plain wording, names."""
    return frozenset(name for name, pattern in _HOLDERS if pattern.search(text))


def _replacing(forms: Mapping[str, str]) -> Callable[[str], str]:
    """Replaces each key of ``forms`` by its value, the longest that fits first, in one pass."""
    folded = {fold(form): fold(stands) for form, stands in forms.items() if form}
    if not folded:
        return str
    longest_first = sorted(folded, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return lambda text: pattern.sub(lambda found: folded[found[0]], text)
