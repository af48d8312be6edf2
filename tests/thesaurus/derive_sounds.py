"""How ``sounds.json`` of the thesaurus is made; run it when a source changes.

    python tests/thesaurus/derive_sounds.py

``sounds``: syllable without tone → the characters of GB 2312 so read. A reading counts when at least one
in twenty of a character's occurrences in jieba's dictionary has it. ``followers``: first → second
characters of the words of two that the dictionary of jieba 0.42.1 (MIT) has. ``frequent``: its common
words of two to four, most frequent first. Readings are from pypinyin 0.55.0 (MIT).
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from pypinyin import lazy_pinyin

from yiyang_qa.text import fold

TARGET = Path(__file__).parents[2] / "src" / "yiyang_qa" / "thesaurus" / "sounds.json"

_HAN = re.compile("[\u4e00-\u9fff]+")
_KNOWN = 3  # occurrences: below are misprints
_TELLING = 20  # occurrences that say how a character is read
_FREQUENT = 200
_SHARE = 0.05
_LONGEST = 4


def derive() -> dict[str, dict[str, str] | str]:
    """The whole content of ``sounds.json``."""
    words = dict(_words())
    common = sorted(
        (w for w, times in words.items() if len(w) > 1 and times >= _FREQUENT), key=lambda w: -words[w]
    )
    followers: dict[str, str] = defaultdict(str)
    for word in sorted(words):
        if len(word) == 2:
            followers[word[0]] += word[1]
    return {"sounds": _sounds(words), "followers": dict(followers), "frequent": " ".join(common)}


def _words() -> Iterator[tuple[str, int]]:
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    for line in Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split()
        if _HAN.fullmatch(word) and len(word) <= _LONGEST and int(frequency) >= _KNOWN and fold(word) == word:
            yield word, int(frequency)


def _sounds(words: dict[str, int]) -> dict[str, str]:
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for word, times in ((w, n) for w, n in words.items() if n >= _TELLING):
        for character, sound in zip(word, lazy_pinyin(word), strict=True):
            heard[character][sound.replace("ü", "v")] += times
    sounds: dict[str, list[str]] = defaultdict(list)
    for character, counts in sorted(heard.items()):
        if _in_gb2312(character):
            least = _SHARE * counts.total()
            for sound in (sound for sound, times in counts.items() if times >= least):
                sounds[sound].append(character)
    return {sound: "".join(group) for sound, group in sorted(sounds.items())}


def _in_gb2312(character: str) -> bool:
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return False


if __name__ == "__main__":
    TARGET.write_text(json.dumps(derive(), ensure_ascii=False, indent=1), encoding="utf-8")
