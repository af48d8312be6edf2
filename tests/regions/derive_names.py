"""How ``names.json`` of the regions package is made; run it when the divisions or a source change.

    python tests/regions/derive_names.py

``before`` and ``after`` are from the dictionary of jieba 0.42.1 (MIT): the two-character words by which
a name can be made up of pieces of its neighbours. 保定 in 医保定点 is 医保 and 定点, so ``before["保"]``
holds 医 and ``after["定"]`` holds 点. ``pinyin`` is from pypinyin 0.55.0 (MIT): provinces and cities by code.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from pypinyin import lazy_pinyin

from yiyang_qa.regions.gazetteer import gazetteer
from yiyang_qa.regions.naming import short_names
from yiyang_qa.regions.vocabulary import AMBIGUOUS, WORDS
from yiyang_qa.text import fold
from yiyang_qa.types import Level

TARGET = Path(__file__).parents[2] / "src" / "yiyang_qa" / "regions" / "names.json"

#: Rarer words are mostly names of persons and misprints.
_LEAST_FREQUENCY = 20

#: Readings as place names that pypinyin does not know; 陕西 as the state spells it.
_READINGS = {"长治": "changzhi", "朝阳": "chaoyang", "漯河": "luohe", "昌都": "changdu", "陕西": "shaanxi"}


def derive() -> dict[str, dict[str, str]]:
    """The whole content of ``names.json``."""
    names = [name for name in gazetteer().names() if len(name) > 1]
    places = set(names) - WORDS - AMBIGUOUS
    words = [word for word in _words() if word not in places]
    first, last = {name[0] for name in names}, {name[-1] for name in names}
    return {
        "before": _grouped((word[1], word[0]) for word in words if word[1] in first),
        "after": _grouped((word[0], word[1]) for word in words if word[0] in last),
        "pinyin": dict(_pinyin()),
    }


def _words() -> Iterator[str]:
    spec = find_spec("jieba")
    assert spec is not None
    assert spec.origin is not None
    for line in Path(spec.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, frequency, _ = line.split()
        if len(word) == 2 and int(frequency) >= _LEAST_FREQUENCY:
            yield fold(word)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, neighbour in pairs:
        groups[key].add(neighbour)
    return {key: "".join(sorted(groups[key])) for key in sorted(groups)}


def _pinyin() -> Iterator[tuple[str, str]]:
    for region in gazetteer():
        if region.level in (Level.PROVINCE, Level.CITY):
            name = short_names(region.name)[0]
            yield region.code, _READINGS.get(name) or "".join(lazy_pinyin(name))


if __name__ == "__main__":
    TARGET.write_text(json.dumps(derive(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
