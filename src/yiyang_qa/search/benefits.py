"""Money asked for and money granted: a clause that grants nothing does not say what one gets.

Asked 补多少钱, what resembles the question most may be the cost of a project (计划投资1870万元):
a figure beside the right institution, and the wrong one to bring to a counter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.text import fold
from yiyang_qa.thesaurus import expansions
from yiyang_qa.types import Clause, Document, ancestors

#: 补贴 and its other names, official ones; 补多少, 能领多少钱 are turned into them by the vocabulary.
_ASKED = re.compile(r"补贴|补助|奖补|资助|津贴")
#: 补多少, 有什么补贴, 有补助吗: what is granted is asked, not how to apply for it.
_WHAT = re.compile(
    r"(?:补|贴|资助|津贴|奖).{0,6}(?:多少|几)|(?:多少|几).{0,4}(?:补贴|补助|资助|津贴|奖补|钱)|"
    r"(?:什么|啥|哪些|哪几?种).{0,4}(?:补贴|补助|资助|津贴|奖补)|有(?:没有)?(?:补贴|补助|资助|津贴)"
)
#: Words by which a text gives money, spares it, or says out of what it is paid.
GRANTS = re.compile(
    r"补贴|补助|补偿|补足|奖补|奖励|资助|津贴|贴息|减免|减征|减半|免费|免收|免征|免缴|返还|报销|救助金|保障金|"
    r"待遇(?:标准|水平|支付)|享受[^,。;]{0,12}待遇|纳入待遇|专项资金|资金支持|资金扶持|资金投入|资金保障|经费|公益金|(?:给予|予以|发放|发给|支付)[^,。;]{0,20}(?:元|费|金|%)|"
    r"每(?:张|人|名|月|年|天|床|家|户|个)[^,。;]{0,16}元"  # so much apiece: no investment is told so
)


def asks_for_benefit(question: str) -> bool:
    """Whether ``question`` asks for a 补贴, under whatever name."""
    folded = fold(question)
    formal = (name for found in expansions(folded) for name in found.formal)
    return any(_ASKED.search(said) for said in (folded, *formal))


def asks_what_is_granted(question: str) -> bool:
    """Whether ``question``, asking for a benefit, asks what it is: only what grants can tell."""
    return bool(_WHAT.search(fold(question)))


def grants_benefit(document: Document, clause: Clause) -> bool:
    """Whether ``clause`` of ``document``, or one that it stands under, speaks of a benefit."""
    return any(GRANTS.search(fold(text)) for text in _texts(document, clause))


def _texts(document: Document, clause: Clause) -> Iterator[str]:
    """The clause's own text, then its ancestors', nearest first."""
    yield clause.body.of(document.text)
    for at in ancestors(document.clauses, clause):
        yield document.clauses[at].body.of(document.text)
