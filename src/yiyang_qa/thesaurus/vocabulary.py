"""The concepts of ``terms.toml``, read once.

A concept is one line: words of documents, official first, then ``~`` and words of people who ask.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TypedDict, cast

from yiyang_qa.text import fold


class _Terms(TypedDict):
    initials: dict[str, str]
    concepts: dict[str, str]
    at_large: dict[str, str]


@dataclass(frozen=True, slots=True)
class Concept:
    """One line of the file: ``official`` words mean the same; ``lay`` words mean them."""

    official: tuple[str, ...]
    lay: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What else to look for when a word is said."""

    same: tuple[str, ...]  # other official words, when the word is one itself
    formal: tuple[str, ...]  # official words, when it is a lay one


@cache
def _terms() -> _Terms:
    read = files(__package__).joinpath("terms.toml").read_text(encoding="utf-8")
    return cast(_Terms, tomllib.loads(read))


def initials() -> Mapping[str, str]:
    """拼音首字母 of common terms → the term."""
    return _terms()["initials"]


@cache
def concepts() -> tuple[Concept, ...]:
    """Every concept, folded for matching, in the order of the file."""
    return tuple(
        _read(line) for block in _terms()["concepts"].values() for line in block.strip().splitlines()
    )


def matters_at_large() -> list[str]:
    """Official words of matters of all kinds, to tell how near a question is to anything at all."""
    return fold(_terms()["at_large"]["matters"]).strip().splitlines()


@cache
def matters_of_other_fields() -> frozenset[str]:
    """Official words of matters that documents on this field hardly ever hold (其他领域)."""
    lines = _terms()["concepts"]["其他领域"].strip().splitlines()
    return frozenset(word for line in lines for word in _read(line).official)


def _read(line: str) -> Concept:
    official, _, lay = fold(line).partition("~")
    return Concept(tuple(official.split()), tuple(lay.split()))


@cache
def meanings() -> Mapping[str, Meaning]:
    """Every word of the file → what else to look for."""
    same, formal = defaultdict[str, dict[str, None]](dict), defaultdict[str, dict[str, None]](dict)
    for concept in concepts():
        for word in concept.official:
            same[word] |= dict.fromkeys(other for other in concept.official if other != word)
        for word in concept.lay:
            formal[word] |= dict.fromkeys(concept.official)
    return {word: Meaning(tuple(same[word]), tuple(formal[word])) for word in (*same, *formal)}


@cache
def _by_first() -> Mapping[str, tuple[str, ...]]:
    """First character → the words that begin with it, longest first."""
    words = defaultdict(list)
    for word in sorted(meanings(), key=len, reverse=True):
        words[word[0]].append(word)
    return {first: tuple(group) for first, group in words.items()}


def spoken(folded: str) -> Iterator[tuple[int, str]]:
    """Words of the file in a folded text, each with its offset: leftmost, longest, never overlapping."""
    at = 0
    while at < len(folded):
        begun = _by_first().get(folded[at], ())
        word = next((word for word in begun if folded.startswith(word, at)), None)
        if word:
            yield at, word
        at += len(word) if word else 1
