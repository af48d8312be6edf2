"""``names.json`` is what its sources say."""

from __future__ import annotations

import json

import derive_names

from yiyang_qa.regions.vocabulary import begins_word, ends_word, pinyin


def test_the_committed_table_is_derived() -> None:
    assert json.loads(derive_names.TARGET.read_text(encoding="utf-8")) == derive_names.derive()


def test_pieces_of_words() -> None:
    assert ends_word("医", "保")
    assert begins_word("定", "点")
    assert not ends_word("", "保")
    assert not begins_word("成", "")


def test_readings_of_names_with_several() -> None:
    sounds = pinyin()
    assert [sounds[code] for code in ("140400", "500000", "350200", "411100", "610000")] == [
        "changzhi",
        "chongqing",
        "xiamen",
        "luohe",
        "shaanxi",
    ]
