"""Which clause of the new version is which of the old: by the same words, by like words, by the same address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from yiyang_qa.types import Document, Rank
from yiyang_qa.versions.wording import Wording, bag, likeness

_LIKE = 50.0  # of 100: half of the words are common
_HARDLY_LIKE = 30.0  # enough where the address is the same
_SAME_ADDRESS = 5.0  # what the same address adds to likeness
#: Clauses of the other version that one is held against, the nearest by position; the best of them compete.
_WINDOW, _RIVALS = 1000, 8

_Key = tuple[bool, str]


class _Side:
    """The clauses of one version: words, addresses, and which of them are still without a match."""

    def __init__(self, document: Document, wordings: list[Wording]) -> None:
        clauses = document.clauses
        self.letters = [words.letters for words in wordings]
        self.matter = [clause.rank is Rank.MATTER for clause in clauses]
        self.address = [clause.id.removeprefix(document.id) for clause in clauses]
        self.free = dict.fromkeys(range(len(clauses)))

    def key(self, at: int) -> _Key:
        return self.matter[at], self.letters[at]


def matched(old: Document, new: Document, ours: list[Wording], theirs: list[Wording]) -> dict[int, int]:
    """Positions of clauses of ``old`` to those of ``new``, one to one; the rest was removed and added."""
    left, right = _Side(old, ours), _Side(new, theirs)
    found: dict[int, int] = {}
    for rule in (_same_in_place, _same_words, _like_words, _same_place):
        for at, to in rule(left, right):
            if at in left.free and to in right.free:
                found[at] = to
                del left.free[at], right.free[to]
    return found


def _same_in_place(left: _Side, right: _Side) -> list[tuple[int, int]]:
    there = {(address, *right.key(at)): at for at, address in enumerate(right.address)}
    pairs = ((at, there.get((left.address[at], *left.key(at)))) for at in left.free)
    return [(at, to) for at, to in pairs if to is not None]


def _same_words(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """Clauses of the same words, in their order; a bare number has none."""
    there: dict[_Key, list[int]] = defaultdict(list)
    for to in reversed(right.free):
        if right.letters[to]:
            there[right.key(to)].append(to)
    return [(at, there[left.key(at)].pop()) for at in left.free if there.get(left.key(at))]


def _like_words(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """The most alike first; of equals those at the same address, then the nearest."""
    scored = sorted((-score, at, to) for at, to, score in _candidates(left, right))
    return [(at, to) for _, at, to in scored]


def _candidates(left: _Side, right: _Side) -> Iterator[tuple[int, int, float]]:
    """Clauses that could be the same, with how alike they are: the few that share the most pairs of characters."""
    if not right.free:
        return
    there = np.array([*right.free])
    bags = np.stack([bag(right.letters[to]) for to in right.free])
    sizes = bags.sum(axis=1)
    for place, at in enumerate(left.free):
        middle = round(place * len(there) / len(left.free))
        near = slice(max(0, middle - _WINDOW // 2), middle + _WINDOW // 2 + 1)
        own = bag(left.letters[at])
        shared = np.minimum(bags[near], own).sum(axis=1) / (sizes[near] + own.sum() + 1)
        for best in np.argsort(-shared, kind="stable")[:_RIVALS]:
            to = int(there[near][best])
            if left.matter[at] == right.matter[to] and (alike := _alike(left, right, at, to)) >= _LIKE:
                yield at, to, alike


def _alike(left: _Side, right: _Side, at: int, to: int) -> float:
    apart = abs(at / len(left.letters) - to / len(right.letters))
    same_address = _SAME_ADDRESS * (left.address[at] == right.address[to])
    return likeness(left.letters[at], right.letters[to]) + same_address - apart


def _same_place(left: _Side, right: _Side) -> list[tuple[int, int]]:
    """What is left at the same address, when it is not all new; what has no words at all, too."""
    there = {right.address[to]: to for to in right.free}
    pairs = [(at, there[left.address[at]]) for at in left.free if left.address[at] in there]
    return [(at, to) for at, to in pairs if _hardly_alike(left.letters[at], right.letters[to])]


def _hardly_alike(one: str, other: str) -> bool:
    return not (one or other) or likeness(one, other) >= _HARDLY_LIKE
