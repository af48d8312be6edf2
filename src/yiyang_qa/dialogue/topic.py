"""What words speak of, less what they ask: 长护险最高多少钱一个月 speaks of 长护险."""

from __future__ import annotations

import re

from yiyang_qa.dialogue.asking import KINDS, without_asking
from yiyang_qa.text import fold

#: What stands before 多少, 怎么 and belongs to them; 条件 of 条件是什么 is asked, not spoken of.
_LEADS = re.compile(
    r"(?:一共|总共|一般|大概|到底|究竟|具体|应该|应当|可以|分别|[各都能会要该得需应可是为有由归去到向按凭在从自])*$"
)
_ATTRIBUTE = re.compile(r"的?(?:条件|标准|材料|流程|手续|程序|时间|期限|金额|费用|对象|范围|要求|单位|部门)$")
_ENDS = " ,，、。;；?？!！的"
#: Asks of something that what is asked for is part of: 有哪些优待, 按什么标准; 分哪几类.
_OF_WHAT = frozenset({"什么", "为何", "可否"})
_WHICH = re.compile("哪[几些]")
#: What is done with a value that is no longer asked for: 三星给, 资助每月.
_GIVES = re.compile(r"(?:给|补(?![贴助])|发|领|拿|收|(?<!公)交|罚|报|[每一]个?[月年天次人张])+$")
_LEAST = 2  # 字 that name something


def spoken_of(words: str, kind: str) -> str:
    """What ``words``, which ask for ``kind``, speak of; empty where they say nothing besides."""
    folded = fold(words)
    asks = KINDS[kind].search(folded)
    if asks is None:
        return ""
    head = _ATTRIBUTE.sub("", _LEADS.sub("", folded[: asks.start()]))
    for said in (words[: len(head)], words[asks.end() :]):
        if len(without_asking(said)) >= _LEAST:
            return said.strip(_ENDS)
    return ""


def ask_of(words: str) -> str:
    """What ``words`` ask of their matter, behind it: 罚多少 of 擅自停业罚多少; empty where it stands elsewhere."""
    matter = matter_of(words)
    return words[len(matter) :].rstrip(_ENDS) if words.startswith(matter) else ""


def matter_of(words: str) -> str:
    """``words`` less a value or a way that they ask for, to be asked something else of; as they are without one."""
    folded = fold(words)
    kind = next((kind for kind, asks in KINDS.items() if asks.search(folded)), "")
    if not kind or kind in _OF_WHAT or _WHICH.search(folded):
        return words
    said = _GIVES.sub("", spoken_of(words, kind))
    return said if len(without_asking(said)) >= _LEAST else words
