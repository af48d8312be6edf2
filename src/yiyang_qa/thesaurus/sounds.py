"""How characters sound and look, and which words are known.

``tests/thesaurus/derive_sounds.py`` and ``derive_shapes.py`` make the data.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import TypedDict

_WAYS = 8


class _Sounds(TypedDict):
    sounds: dict[str, str]
    followers: dict[str, str]
    frequent: str


@cache
def _data() -> _Sounds:
    data: _Sounds = json.loads(files(__package__).joinpath("sounds.json").read_text(encoding="utf-8"))
    return data


@cache
def _readings() -> Mapping[str, frozenset[str]]:
    heard = defaultdict(set)
    for sound, characters in _data()["sounds"].items():
        for character in characters:
            heard[character].add(sound)
    return {character: frozenset(sounds) for character, sounds in heard.items()}


def readings(character: str) -> frozenset[str]:
    """Syllables in pinyin without tone (女: ``nv``) that ``character`` is read; none when it is rare."""
    return _readings().get(character, frozenset())


#: Sounds that many speakers do not keep apart: what an input method lets stand for what.
_BLURS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("f", "h"))


def blurred(syllable: str) -> str:
    """``syllable`` as one who does not keep zh from z, n from l, f from h, and -ng from -n says it."""
    kept = syllable.removesuffix("g") if syllable.endswith("ng") else syllable
    for sound, like in _BLURS:
        if kept.startswith(sound):
            return like + kept.removeprefix(sound)
    return kept


@cache
def _shapes() -> Mapping[str, str]:
    shapes: dict[str, str] = json.loads(files(__package__).joinpath("shapes.json").read_text("utf-8"))
    return shapes


def look_alike(one: str, other: str) -> bool:
    """Whether either character is taken for the other by eye: 俭 and 检."""
    return other in _shapes().get(one, "") or one in _shapes().get(other, "")


def syllables(letters: str) -> list[tuple[str, ...]]:
    """Ways to cut ``letters`` into syllables, the fewest first: ``xian`` → (xian), (xi, an).

    Of many ways those of the fewest syllables are kept, so that nonsense costs no time.
    """
    ways: list[list[tuple[str, ...]]] = [[()]]
    for end in range(1, len(letters) + 1):
        starts = [start for start in range(max(0, end - 6), end) if letters[start:end] in _data()["sounds"]]
        cuts = ((*way, letters[start:end]) for start in starts for way in ways[start])
        ways.append(sorted(cuts, key=len)[:_WAYS])
    return ways[-1]


def makes_word(first: str, second: str) -> bool:
    """Whether a dictionary of the language has the word of these two characters."""
    return second in _data()["followers"].get(first, "")


@cache
def frequent() -> Mapping[str, int]:
    """Common words of the language, with their rank from 0."""
    return {word: rank for rank, word in enumerate(_data()["frequent"].split())}
