"""Regions named otherwise than by a name in Chinese characters of two or more.

Each function yields half-open ranges of a folded text with the regions meant.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from yiyang_qa.regions.gazetteer import gazetteer
from yiyang_qa.regions.places import Place
from yiyang_qa.regions.vocabulary import ABBREVIATIONS, DISTINCT_ABBREVIATIONS, pinyin
from yiyang_qa.types import NATION, Region

# --- 全国 --------------------------------------------------------------------

_NATIONAL = re.compile(
    "中华人民共和国|全国(?!性|[级各]?人大|人民代表|政协)|国务院|我国|中央(?=财政|政府|层面)"
    "|国家(?=层面|规定|政策|统一|出台|鼓励|支持|允许|要求|法律|有|对|要|给|怎|是|关于)"
)


def nation(folded: str) -> Iterator[Place]:
    """全国, 我国, 国家规定; not 国家级 nor the name of a bureau."""
    return (Place(*match.span(), (NATION,)) for match in _NATIONAL.finditer(folded))


# --- 简称: 渝、苏、黔 -----------------------------------------------------------

_DISTINCT = DISTINCT_ABBREVIATIONS
_ANY = "".join(ABBREVIATIONS)
_HAN = "\u4e00-\u9fff"

#: A character that is one of them before anything else: the text is soon searched through.
_ABBREVIATED = re.compile(
    rf"[{_ANY}](?:(?<=[{_DISTINCT}])(?:"
    rf"(?:(?<![{_HAN}].)|(?<=[在来到驻入离赴返去和与跟同及比].))(?![^的籍两三四各有省市老和与跟同及比\W\d_])"
    rf"|(?<![{_HAN}].)(?=[{_HAN}]{{1,8}}\((?:19|20)\d\d\))"  # 渝卫函〔2023〕574号
    rf"|[{_DISTINCT}]+)|[{_ANY}]{{2,}})"  # 川渝, 京津冀, 陕甘宁
)


def abbreviations(folded: str) -> Iterator[Place]:
    """One-character names where nothing else can be meant: in lists, runs and document numbers."""
    for run in _ABBREVIATED.finditer(folded):
        for offset, character in enumerate(run[0], run.start()):
            yield Place(offset, offset + 1, gazetteer().named(character))


# --- 拼音: weihai -------------------------------------------------------------

_LATIN = re.compile(r"([a-z](?<![a-z\d].)[a-z]{4,}?)(?:shi|sheng)?(?![a-z\d])")


def romanised(folded: str) -> Iterator[Place]:
    """Provinces and cities in pinyin without tones: weihai, Chongqing, suzhou (two of them)."""
    for word in _LATIN.finditer(folded):
        if regions := _by_pinyin().get(word[1]) or _by_pinyin().get(word[0]):
            yield Place(*word.span(), regions)


@cache
def _by_pinyin() -> dict[str, tuple[Region, ...]]:
    read: dict[str, list[Region]] = defaultdict(list)
    for code, sound in pinyin().items():
        if region := gazetteer().by_code(code):
            read[sound].append(region)
    return {sound: tuple(regions) for sound, regions in read.items()}
