"""The data file keeps the promises of its own first lines."""

from __future__ import annotations

import pytest

from yiyang_qa.regions import mentions
from yiyang_qa.thesaurus import corrected
from yiyang_qa.thesaurus.vocabulary import Concept, concepts, initials, meanings
from yiyang_qa.types import NATION


def words(concept: Concept) -> tuple[str, ...]:
    return (*concept.official, *concept.lay)


def test_a_line_is_one_concept_and_adds_something() -> None:
    for concept in concepts():
        assert concept.official, concept
        assert len(words(concept)) > 1, concept
        assert len(set(words(concept))) == len(words(concept)), concept
        assert all(len(word) > 1 for word in words(concept)), concept


def test_no_line_is_written_twice() -> None:
    assert len({frozenset(concept.official) for concept in concepts()}) == len(concepts())


def test_no_place_is_a_term() -> None:
    regions = {word: {r for m in mentions(word) for r in m.regions} - {NATION} for word in meanings()}
    assert {word: found for word, found in regions.items() if found} == {}


def test_no_term_is_taken_for_a_spelling_error() -> None:
    assert [word for word in meanings() if corrected(word) != word] == []


@pytest.mark.parametrize(("letters", "term"), initials().items())
def test_initials_are_letters_of_no_place_and_no_other_word(letters: str, term: str) -> None:
    assert corrected(letters.upper()) == term
