"""What names are besides names: ordinary words, and pieces of their neighbours.

``usage.toml`` holds judgements, written by hand; ``names.json`` is derived from dictionaries
(``tests/regions/derive_names.py`` says how).
"""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast


class _Usage(TypedDict):
    peoples: str
    words: str
    ambiguous: str
    ambiguous_in_full: str
    longer_words: str
    distinct_abbreviations: str
    abbreviations: dict[str, str]


class _Names(TypedDict):
    before: dict[str, str]
    after: dict[str, str]
    pinyin: dict[str, str]


def _text(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


@cache
def _names() -> _Names:
    table: _Names = json.loads(_text("names.json"))
    return table


_USAGE = cast(_Usage, tomllib.loads(_text("usage.toml")))

#: Peoples named in autonomous divisions, without 族; longer names before those they begin with.
PEOPLES = tuple(_USAGE["peoples"].split())

#: 简称 of one character → the province.
ABBREVIATIONS = _USAGE["abbreviations"]

#: Those that are rarely anything else.
DISTINCT_ABBREVIATIONS = _USAGE["distinct_abbreviations"]

#: Short names never read as those of counties.
WORDS = frozenset(_USAGE["words"].split())

#: Names, short and full, that need their superior before them or, for a city, a phrase's beginning.
AMBIGUOUS = frozenset(_USAGE["ambiguous"].split() + _USAGE["ambiguous_in_full"].split())

#: Longer words that begin with a short name.
LONGER_WORDS = tuple(_USAGE["longer_words"].split())

#: Words of one character that go between words: 和 in 财政和民政 ends no name.
FUNCTION_WORDS = frozenset("和与及或的等中内外上下对为以在是有不可要会能应将由并且而但其该各每都")


def ends_word(before: str, first: str) -> bool:
    """Whether ``first``, the first character of a name, ends a word begun by the character before it."""
    return bool(before) and before in _names()["before"].get(first, "")


def begins_word(last: str, after: str) -> bool:
    """Whether ``last``, the last character of a name, begins a word that the character after it goes on."""
    return bool(after) and after in _names()["after"].get(last, "")


def pinyin() -> dict[str, str]:
    """Code of a province or city → its short name in pinyin without tones or spaces."""
    return _names()["pinyin"]
