"""简称: what people call a document for short, its own words in their order: 体育竞赛表演那份意见.

Statutes are meant by names of another make (``search.statutes``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.terms import GENRES
from yiyang_qa.versions.names import unmarked

#: What stands before the kind of a document: 体育竞赛表演(那份)意见.
_PHRASE = re.compile(
    rf"(?P<words>[一-龥]{{2,24}}?)(?:[这那](?:[个份部项]|一[个份部项]))?的?(?P<kind>{GENRES})"
)
#: Words of many titles, which tell none apart.
_COMMON = re.compile(
    r"实施|工作|行动|管理|发展|若干|政策|具体|指导|推进|促进|加快|进一步|服务|保障|规范|加强|关于|建设|深入"
)
_RUN = 2  # 字: fewer that a title has in a row are chance
_LEAST = 4  # 字 that are not common to many titles


def short_names(question: str) -> Iterator[tuple[str, str]]:
    """What ``question`` may call documents: the words before their kind, and the kind."""
    asked = unmarked(question)
    return ((found["words"], found["kind"]) for found in _PHRASE.finditer(asked))


def called_for_short(words: str, kind: str, title: str) -> int:
    """How many telling characters of ``words``, read from their end, ``title`` of that ``kind`` has in order; 0 too few."""
    name = unmarked(title)
    if kind == "法" or not name.endswith(kind):
        return 0
    told = "".join(_runs(words, name.removesuffix(kind)))
    telling = len(_COMMON.sub("", told))
    return telling if telling >= _LEAST else 0


def _runs(words: str, name: str) -> Iterator[str]:
    """The stretches of ``words`` that ``name`` has, from the end of both and in its order, until one is missing."""
    at, end = len(words), len(name)
    while at >= _RUN:
        size, found = _longest(words[:at], name[:end])
        if size < _RUN:
            return
        yield words[at - size : at]
        at, end = at - size, found


def _longest(words: str, name: str) -> tuple[int, int]:
    """The longest stretch at the end of ``words`` that ``name`` has: its length, and where it stands last."""
    for size in range(len(words), _RUN - 1, -1):
        if (found := name.rfind(words[-size:])) >= 0:
            return size, found
    return 0, -1
