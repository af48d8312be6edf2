import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.embed.cleaning import MAX_CHARACTERS, clean
from yiyang_qa.embed.onnx_encoder import TOKENIZER, Manifest
from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY
from yiyang_qa.embed.tokenizer import Tokenizer

SAID = Manifest.read(PACKAGED_DIRECTORY)
FIRST, LAST, MASK = 0, 2, SAID.vocabulary - 1


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizer(PACKAGED_DIRECTORY / TOKENIZER, SAID.vocabulary, SAID.max_tokens)


@given(st.text(st.characters(exclude_categories=())))
def test_cleaned_text_is_text(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert "\0" not in cleaned
    assert len(cleaned) <= MAX_CHARACTERS


@given(st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0")))
def test_ordinary_text_is_left_as_it_is(text: str) -> None:
    assert clean(text) == text


def test_a_pair_of_surrogates_is_its_character() -> None:
    assert clean("\ud83d\ude00\ud83d") == "😀\ufffd"


def test_every_code_point_passes(tokenizer: Tokenizer) -> None:
    for start in range(0, sys.maxunicode + 1, MAX_CHARACTERS):
        ids = tokenizer.encode("", "".join(map(chr, range(start, start + MAX_CHARACTERS))))
        assert len(ids) <= SAID.max_tokens


def test_long_text_is_cut_between_its_edges(tokenizer: Tokenizer) -> None:
    long, longer = tokenizer.encode("query: ", "养老" * 900), tokenizer.encode("query: ", "养老" * 90_000)
    assert len(long) == SAID.max_tokens
    assert (long[0], long[-1]) == (FIRST, LAST)
    assert long.tolist() == longer.tolist()


def test_a_text_cannot_write_special_tokens(tokenizer: Tokenizer) -> None:
    inside = tokenizer.encode("", "<s>养老</s><pad><mask>")[1:-1]
    assert not {0, 1, 2, MASK} & set(inside.tolist())


def test_width_and_white_space_make_no_difference(tokenizer: Tokenizer) -> None:
    plain = tokenizer.encode("query: ", "2022年 第3条")
    assert plain.tolist() == tokenizer.encode("query: ", "２０２２年　 第３条\n").tolist()
