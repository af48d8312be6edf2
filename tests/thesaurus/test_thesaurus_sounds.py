"""``sounds.json`` is what its maker makes, and says what everybody hears."""

from __future__ import annotations

import json

import derive_sounds
import pytest

from yiyang_qa.thesaurus.sounds import frequent, makes_word, readings


@pytest.mark.parametrize(
    ("character", "sounds"),
    [("费", {"fei"}), ("女", {"nv"}), ("长", {"chang", "zhang"}), ("㗎", set())],
)
def test_readings(character: str, sounds: set[str]) -> None:
    assert readings(character) == sounds


def test_words() -> None:
    assert makes_word("补", "贴")
    assert not makes_word("补", "帖")
    assert frequent()["高端"] > frequent()["中国"]


def test_the_file_is_up_to_date() -> None:
    assert json.loads(derive_sounds.TARGET.read_text(encoding="utf-8")) == derive_sounds.derive()
