"""规范力度: whether a sentence grants, permits, requires, refuses, or only explores and encourages."""

from __future__ import annotations

import re

from yiyang_qa.eligibility.terms import Strength
from yiyang_qa.types import Span

#: Words that promise nothing yet; those of the first row govern the sentence to its end.
_EXPLORES = r"鼓励|探索|研究(?![生员院所])|逐步将|推动|引导|争取|力争|倡导|有条件的(?:地[方区]|[区县市])|试点开展|拟|适时|正按计划"
_FAVOURS = r"支持|推进|推广|逐步|加快|加强"
_SPEAKS = re.compile(r"给予|予以|享受|发放|发给|补贴标准|纳入|奖补|返还|[可应]|每[人张个]")
_TENTATIVE = re.compile(_EXPLORES)
_OWN = re.compile(rf"(?:{_EXPLORES})|(?:{_FAVOURS})(?![^,。;]*(?:给予|予以|按[^,。;]{{0,14}}标准))")
#: A stretch that begins so speaks for itself, whatever was encouraged before it: 鼓励…,对…给予….
_ANEW = re.compile(r"^(?:其中,?)?(?:对|凡|符合|被|经[^,]{0,12}的|[^,]{0,6}财政|[^,]{0,14}应当?)")
_REFUSES = re.compile(
    r"不予(?!公)|(?:不再|不得|停止|不能)(?=给予|享受|予以|补|申[请领]|领取|发放)|不享受|不给予|不[再予]?(?:发放|补[助贴])"
)
_GRANTS = re.compile(
    r"给予|予以|享受|发放|发给|补贴|补助|奖励|资助|津贴|免费|优先|减免|返还|免[征收交缴]|提供"
)
_PERMITS = re.compile(r"(?<![许认不])可以?(?![能行靠])|允许")
_REQUIRES = re.compile(r"应(?![届聘])当?|须|必须|配建|配套|建设|配置|设置|配备")


def strength(folded: str, point: Span, unit: str = "") -> Strength:
    """How firmly the sentence ``folded`` speaks where ``point``, its figure or operative words, stands.

    A figure in 元 is given, one in 平方米 is to be provided, whatever the verb.
    """
    start = folded.rfind(",", 0, point.start) + 1
    stop = folded.find(",", point.end)
    own = folded[start : stop if stop >= 0 else len(folded)]
    if _OWN.search(folded, start, point.end) or _governed(folded[:start], own):
        return Strength.TENTATIVE
    if _REFUSES.search(own):
        return Strength.DENIED
    if unit == "平方米":
        return Strength.REQUIRED
    if unit == "元" or _GRANTS.search(own):
        return Strength.GRANTED
    if _PERMITS.search(own):
        return Strength.PERMITTED
    return Strength.REQUIRED if _REQUIRES.search(own) else Strength.GRANTED


def _governed(before: str, own: str) -> bool:
    """Whether an earlier stretch explores and nothing has begun anew since."""
    governed = False
    for stretch in (*before.split(","), own):
        governed = bool(_TENTATIVE.search(stretch)) or (
            governed and not (_ANEW.search(stretch.strip()) and _SPEAKS.search(own))
        )
    return governed
