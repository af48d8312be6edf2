"""How alike texts are: exact against a dumb reference, and the same whatever a text's dress."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from small_library import BEDS, MEALS, NURSING

from yiyang_qa.adding.likeness import WIDTH, Shelf, likeness, shingles
from yiyang_qa.text import fold

TEXTS = st.text(st.sampled_from("养老机构补贴2０，。 \n一二三"), max_size=80)


def plain(text: str) -> set[str]:
    """Shingles, the slow way."""
    letters = "".join(char for char in fold(text) if char.isalnum())
    return {letters[at : at + WIDTH] for at in range(len(letters) - WIDTH + 1)}


@given(TEXTS, TEXTS)
def test_likeness_is_that_of_the_sets_of_shingles(one: str, other: str) -> None:
    a, b = plain(one), plain(other)
    found = likeness(shingles(one), shingles(other))
    assert found.jaccard == (len(a & b) / len(a | b) if a & b else 0)
    assert found.containment == (len(a & b) / min(len(a), len(b)) if a & b else 0)


@given(st.text())
def test_any_text_has_shingles(text: str) -> None:
    assert len(shingles(text)) == len(plain(text))


def test_dress_does_not_matter() -> None:
    assert likeness(shingles(MEALS), shingles(MEALS.replace("\n", "\r\n ").replace("（", "("))).jaccard == 1


def test_different_documents_are_far_apart() -> None:
    for one, other in combinations((MEALS, NURSING, BEDS), 2):
        assert likeness(shingles(one), shingles(other)).containment < 0.2


def test_the_nearest_is_the_one_that_comparing_with_all_would_find() -> None:
    chance = random.Random(7)
    letters = [chr(code) for code in range(0x4E00, 0x4F00)]
    texts = ["".join(chance.choices(letters, k=chance.randint(300, 900))) for _ in range(60)]
    shelf = Shelf(texts)
    for at, text in enumerate(texts):
        changed = "".join(chance.choice(letters) if chance.random() < 0.03 else char for char in text)
        found = shelf.nearest(changed)
        best = max(range(60), key=lambda i: likeness(shingles(texts[i]), shingles(changed)).jaccard)
        assert found is not None
        assert found[0] == best == at
        assert found[1] == likeness(shingles(text), shingles(changed)) == shelf.likeness(at, changed)


def test_nothing_is_near_to_what_shares_nothing() -> None:
    assert Shelf([MEALS, NURSING]).nearest("养老") is None
    assert Shelf([]).nearest(MEALS) is None
