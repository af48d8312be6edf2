"""How alike texts are: exact against a dumb reference, and the same whatever a text's dress."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_library import BEDS, MEALS, NURSING

from yiyang_qa.adding.judging import _KIN, _SAME, _reaches
from yiyang_qa.adding.likeness import Likeness, Shelf, likeness
from yiyang_qa.index import Sketches
from yiyang_qa.shingles import LEAST, WIDTH, shingles, sketch
from yiyang_qa.text import fold

TEXTS = st.text(st.sampled_from("养老机构补贴2０，。 \n一二三"), max_size=80)
LETTERS = [chr(code) for code in range(0x4E00, 0x4F00)]


def plain(text: str) -> set[str]:
    """Shingles, the slow way."""
    letters = "".join(char for char in fold(text) if char.isalnum())
    return {letters[at : at + WIDTH] for at in range(len(letters) - WIDTH + 1)}


def exact(texts: Sequence[str], text: str) -> tuple[int, Likeness] | None:
    """The most like one of all, each compared."""
    found = [(at, likeness(shingles(other), shingles(text))) for at, other in enumerate(texts)]
    return max(found, key=lambda pair: (pair[1].containment, pair[1].jaccard, -pair[0]), default=None)


def class_of(found: tuple[int, Likeness] | None) -> int:
    """What is made of it: nothing, kin or the same."""
    return 0 if found is None else _reaches(found[1], _KIN) + _reaches(found[1], _SAME)


def written(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(LETTERS, k=length))


def changed(chance: random.Random, text: str, share: float) -> str:
    """``text`` with so many of its letters replaced."""
    return "".join(chance.choice(LETTERS) if chance.random() < share else char for char in text)


@given(TEXTS, TEXTS)
def test_likeness_is_that_of_the_sets_of_shingles(one: str, other: str) -> None:
    a, b = plain(one), plain(other)
    found = likeness(shingles(one), shingles(other))
    assert found.jaccard == (len(a & b) / len(a | b) if a & b else 0)
    assert found.containment == (len(a & b) / min(len(a), len(b)) if a & b else 0)


@given(st.text())
def test_any_text_has_shingles_and_a_short_one_a_sketch_of_all(text: str) -> None:
    assert len(shingles(text)) == sketch(text).size == len(sketch(text).marks) == len(plain(text))


def test_dress_does_not_matter() -> None:
    assert likeness(shingles(MEALS), shingles(MEALS.replace("\n", "\r\n ").replace("（", "("))).jaccard == 1


def test_different_documents_are_far_apart() -> None:
    for one, other in combinations((MEALS, NURSING, BEDS), 2):
        assert likeness(shingles(one), shingles(other)).containment < 0.2


@given(st.lists(TEXTS, max_size=4), TEXTS)
def test_among_short_texts_the_verdict_is_that_of_comparing_with_all(texts: list[str], text: str) -> None:
    """Their sketches are whole, so nothing is left to chance; five are compared, and here are no more."""
    shelf = Shelf(Sketches.of(texts))
    assert class_of(shelf.nearest(shingles(text), texts.__getitem__)) == class_of(exact(texts, text))


@settings(max_examples=60)
@given(st.integers(0, 2**32), st.floats(0, 0.2), st.floats(0, 1), st.integers(0, 1200))
def test_among_long_ones_too(seed: int, share: float, begin: float, put: int) -> None:
    """Rewritten, cut or both: by the bound of ``Shelf`` one in ten million is missed."""
    chance = random.Random(seed)
    texts = [written(chance, chance.randint(2 * LEAST, 20 * LEAST)) for _ in range(12)]
    source = chance.choice(texts)
    at = int(begin * (len(source) - 400))
    text = changed(chance, source[at : at + chance.randint(400, len(source))], share)
    shelf = Shelf(Sketches.of(texts[:6]))
    for each in texts[6:]:
        shelf.put(sketch(each))
    found, wanted = shelf.nearest(shingles(text), texts.__getitem__), exact(texts, text)
    assert class_of(found) == class_of(wanted)
    assert found == wanted or class_of(wanted) == 0


def test_sorted_in_or_not_the_same_is_found() -> None:
    chance = random.Random(7)
    texts = [written(chance, 300) for _ in range(1200)]
    shelf = Shelf(Sketches.of(texts[:50]))
    for each in texts[50:]:
        shelf.put(sketch(each))
    for at in (0, 49, 50, 1049, 1050, 1199):
        found = shelf.nearest(shingles(changed(chance, texts[at], 0.03)), texts.__getitem__)
        assert found
        assert found[0] == at


def test_a_tenth_edition_is_held_against_the_nearest_of_nine() -> None:
    chance = random.Random(3)
    editions = [written(chance, 3000)]
    for _ in range(9):
        editions.append(changed(chance, editions[-1], 0.004))
    *texts, text = editions
    found = Shelf(Sketches.of(texts)).nearest(shingles(text), texts.__getitem__)
    assert class_of(found) == class_of(exact(texts, text)) == 2


def test_nothing_is_near_to_what_shares_nothing() -> None:
    assert (
        Shelf(Sketches.of([MEALS, NURSING])).nearest(shingles("养老"), [MEALS, NURSING].__getitem__) is None
    )
    assert Shelf(Sketches.of([])).nearest(shingles(MEALS), [MEALS].__getitem__) is None


@pytest.mark.parametrize("length", [0, 3, LEAST, 5 * LEAST, 20 * LEAST])
def test_a_sketch_is_an_eighth_but_of_a_short_text_all(length: int) -> None:
    made = sketch(written(random.Random(length), length))
    assert made.marks.tolist() == sorted(made.marks.tolist())
    assert len(made.marks) == max(min(LEAST, made.size), int((made.marks < 2**29).sum()))
    if length == 20 * LEAST:
        assert len(made.marks) == pytest.approx(length / 8, rel=0.2)
