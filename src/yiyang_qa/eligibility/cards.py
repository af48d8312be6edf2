"""证件: what somebody must hold (持老年人优待凭证, 取得执业许可证), and whether it is told that he does."""

from __future__ import annotations

import re

from yiyang_qa.text import fold
from yiyang_qa.types import Span

_KIND = r"(?:许可证|凭证|证明|证书|证件?|手册|卡)"
_ASKED = re.compile(
    rf"(?:持有?|凭|取得|获得|具有|领取)[^,。;]{{0,20}}?(?P<card>[一-龥]{{2,16}}?{_KIND})(?![一-龥]*{_KIND})"
)
#: …老年人持本市老年人优待凭证乘坐…: held by those of whom a sentence speaks.
_HELD = re.compile(
    rf"(?<=[人员民象])(?P<holds>(?:持|凭)有?[^,。;]{{2,24}}?{_KIND})(?=乘|进|参观|游览|就[医诊]|购|到|前往|入|免|优|享|半|可)"
)
_SAME = re.compile("凭证|证件|证书")
_HAS = r"(?:(?<!没)(?<!未)有|持|拿[到了着]|办[了好过到]|取得|领[了到])[^,。;?!没]{0,8}"
#: What many cards are called; two 字 before it tell them apart: 优待证 of 老年人优待凭证, 执业许可证.
_TAIL = re.compile("(?:许可|资格|合格|等级|登记)?(?:证明|证|手册|卡)$")
_LACKS = r"(?:(?<!有)没有?|未|无)[^,。;?!]{0,6}"
_APART = 2


def held(folded: str, scope: Span) -> Span | None:
    """What those of whom ``scope`` speaks must hold for what they do with it."""
    found = _HELD.search(folded, scope.start)
    return Span(*found.span("holds")) if found and found.end() <= scope.end else None


def card_told(condition: str, told: str) -> tuple[bool | None, str | None]:
    """Whether somebody holds what ``condition`` asks, by the end of its name, and the words of ``told`` that say so."""
    asked = _ASKED.search(fold(condition).replace("《", "").replace("》", ""))
    if asked is None:
        return None, None
    name, said = _SAME.sub("证", asked["card"]), _SAME.sub("证", told)
    tail = _TAIL.search(name)
    least = _APART + len(tail[0] if tail else name)
    for cut in range(len(name), least - 1, -1):
        for holds, words in ((False, _LACKS), (True, _HAS)):
            if found := re.search(words + re.escape(name[-cut:]), said):
                return holds, found[0]
    return None, None
