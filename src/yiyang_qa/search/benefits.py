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
#: 补多少, 有什么补贴, 有补助吗, 床位补贴: what is granted is asked, not how to apply for it.
_WHAT = re.compile(
    r"(?:补|贴|资助|津贴|奖).{0,6}(?:多少|几)|(?:多少|几).{0,4}(?:补贴|补助|资助|津贴|奖补|钱)|"
    r"(?:什么|啥|哪些|哪几?种).{0,4}(?:补贴|补助|资助|津贴|奖补)|有(?:没有)?(?:补贴|补助|资助|津贴)|"
    r"(?:补贴|补助|资助|津贴|奖补)(?:的?(?:标准|政策|金额|额度|情况|规定))?[呢吗?]*$"
)
#: Words by which a text gives money, spares it, or says out of what it is paid.
GRANTS = re.compile(
    r"补贴|补助|补偿|补足|奖补|奖励|资助|津贴|贴息|减免|减征|减半|免费|免收|免征|免缴|返还|报销|救助金|保障金|"
    r"待遇(?:标准|水平|支付)|享受[^,。;]{0,12}待遇|纳入待遇|专项资金|资金支持|资金扶持|资金投入|资金保障|经费|公益金|(?:给予|予以|发放|发给|支付)[^,。;]{0,20}(?:元|费|金|%)|"
    r"每(?:张|人|名|月|年|天|床|家|户|个)[^,。;]{0,16}元"  # so much apiece: no investment is told so
)

#: A sum granted: asked after 星级评定补贴, it is told.
SUM = re.compile(
    r"(?=[^。;]*(?:给予|补[贴助]|奖[励补]|资助|发放|标准|每[人张户名月年]))[^。;]*\d[^。;]{0,6}元"
)
#: 运营补贴, 服务资助: a benefit by its name; what only goes before the word names none, nor 未享受购房补贴.
_NAME = re.compile(
    r"(?<![未不已]享受)(?<![未不已]领取)(?<!享受过)(?<!领取过)(?P<what>[一-龥]{2})(?:补贴|补助|奖补|资助|津贴)"
)
#: 买房补多少 is asked of 购房补贴.
_MEANT = re.compile(
    r"(?P<what>[一-龥]{2})(?:能|可以|给|每个?月|一个月|一年|一次)*(?:补|贴)(?=多少|几|[吗么不])"
)
_NO_NAME = re.compile(
    "[能可][以领拿得]|不[到了给]|每[月年天次人]|个月|什么|哪些|多少|[几各一二两三四五多这那每]+[种类项份样]|政府|财政|国家|资金|[给予]予|享受|申[请领]|领取|发放|获得|可以|相应|[有相]关|其他|[上所]述|以上|一[次定]|定额|适当"
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


def benefits_named(text: str) -> frozenset[str]:
    """What the benefits that ``text`` names are for: 服务 of 居家养老服务资助."""
    named = (name["what"] for name in _NAME.finditer(fold(text)))
    return frozenset(what for what in named if not _NO_NAME.fullmatch(what))


def benefits_asked(question: str) -> frozenset[str]:
    """What the benefits are for that ``question`` names, or means in words that the vocabulary knows one by."""
    meant = (f"{found['what']}补贴" for found in _MEANT.finditer(fold(question)))
    formal = (name for phrase in meant for found in expansions(phrase) for name in found.formal)
    return benefits_named("，".join((question, *formal)))
