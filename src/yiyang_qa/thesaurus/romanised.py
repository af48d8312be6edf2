"""Pinyin left in a question: 水电fei, 高duan, butie, and the initials chx and yb."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

from yiyang_qa.thesaurus.sounds import frequent, readings, syllables
from yiyang_qa.thesaurus.vocabulary import concepts, initials, meanings

_RUN = re.compile(r"(?<![a-z0-9])[a-z]{2,24}(?![a-z0-9])")
_LONGEST = 6  # characters of a word
_TELLING = 5  # letters: shorter ones are read with their neighbours only (xian: 县, 西安, 先)


def words(folded: str) -> Iterator[tuple[int, int, str]]:
    """Half-open range of each word of a folded text that is wholly or partly in pinyin, and the word."""
    for run in _RUN.finditer(folded):
        if found := initials().get(run[0]) or _spelled(run, folded):
            yield run.start(), run.end(), found


def _spelled(run: re.Match[str], folded: str) -> str | None:
    """The characters for ``run``: part of a word with its neighbours, or words by themselves."""
    before = re.search("[\u4e00-\u9fff]{0,3}$", folded[: run.start()])
    after = re.match("[\u4e00-\u9fff]{0,3}", folded[run.end() :])
    assert before
    assert after
    ways = syllables(run[0])
    inside = [
        (word, word[len(left) : len(word) - len(right)])
        for sounds in ways
        for left in _endings(before[0])
        for right in _beginnings(after[0])
        if left or right or len(run[0]) >= _TELLING
        for word in _sounding(left, sounds, right)
    ]
    if inside:
        return min(inside, key=lambda found: _order(found[0]))[1]
    rows = (_row(sounds) for sounds in ways if len(run[0]) >= _TELLING)
    return next((row for row in rows if row), None)


def _endings(text: str) -> list[str]:
    return [text[i:] for i in range(len(text) + 1)]


def _beginnings(text: str) -> list[str]:
    return [text[:i] for i in range(len(text) + 1)]


def _sounding(left: str, sounds: tuple[str, ...], right: str) -> Iterator[str]:
    """Words of two characters or more that begin with ``left``, end with ``right`` and sound so between."""
    if not 2 <= len(left) + len(sounds) + len(right) <= _LONGEST:
        return
    around = product(*map(readings, left)), product(*map(readings, right))
    for first, last in product(*around):
        for word in _by_sound().get((*first, *sounds, *last), ()):
            if word.startswith(left) and word.endswith(right):
                yield word


def _order(word: str) -> tuple[int, bool, bool, int]:
    """Long words first, then those of documents, those of the thesaurus, the frequent."""
    return -len(word), word not in _official(), word not in meanings(), frequent().get(word, len(frequent()))


def _row(sounds: tuple[str, ...]) -> str | None:
    """Words side by side for ``sounds``, the longest first from the left; none when a syllable is left over."""
    row, at = "", 0
    while at < len(sounds):
        ends = range(min(len(sounds), at + _LONGEST), at + 1, -1)
        group = next((group for end in ends if (group := _by_sound().get(sounds[at:end]))), None)
        if not group:
            return None
        row += min(group, key=_order)
        at += len(group[0])
    return row


@cache
def _official() -> frozenset[str]:
    return frozenset(word for concept in concepts() for word in concept.official)


@cache
def _by_sound() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Syllables → the words of the thesaurus and of the language that sound so."""
    heard = defaultdict(list)
    for word in dict.fromkeys((*meanings(), *frequent())):
        if 2 <= len(word) <= _LONGEST:
            for sounds in product(*map(readings, word)):
                heard[sounds].append(word)
    return {sounds: tuple(group) for sounds, group in heard.items()}
