"""第一个那个: an item of the list last given, put in the words of its own heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.parse.numerals import number
from yiyang_qa.parse.terms import NTH
from yiyang_qa.text import fold

#: 第一个那个什么时候完成, 第三项呢; 第一个城市 is a place.
_NTH = re.compile(
    rf"^(?:那么?|再说|还有)?(?:第(?P<nth>{NTH})|(?P<last>最后一))[个项种](?:那个|这个|项目|任务|里面?)?(?!(?:城市|地方|地区|市|县|省|区|说|提|问|步骤|阶段|环节))的?"
)
_LINE = re.compile(r"^- (?P<said>.+?)(?:\[\d+\])?$")
_LABEL = re.compile(r"^(?:\(?[一二三四五六七八九十\d]{1,3}[)、.]|第[一二三四五六七八九十\d]+条)\s*")
#: What follows the list and is none of it.
_BESIDE = "相关条款"
_BACK = 3  # answers ago a list may have been given


def with_its_item(turn: str, answers: Sequence[str]) -> str:
    """``turn`` with the name of the item in the place of its number in the list last given; as it is without one.

    ``answers`` are those of the conversation, the last first.
    """
    found = _NTH.match(fold(turn))
    items = next(filter(None, map(_listed, answers[:_BACK])), []) if found else []
    if not found or not items:
        return turn
    at = len(items) if found["last"] else number(found["nth"])
    if at is None or not 1 <= at <= len(items):
        return turn
    return f"{items[int(at) - 1]} {turn[found.end() :]}".strip()


def _listed(answer: str) -> list[str]:
    """The names of the items of the list that ``answer`` gives first: the words of each before its first stop."""
    lines = answer.split(_BESIDE, 1)[0].splitlines()
    said = [found["said"] for line in lines if (found := _LINE.match(line))]
    heads = [re.split(r"[:：,，。；]", _LABEL.sub("", fold(words)), maxsplit=1)[0] for words in said]
    return [head.strip() for head in heads]
