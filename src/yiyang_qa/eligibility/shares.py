"""Shares that a sentence grants or demands (实际缴纳失业保险费的 50%), and caps (最高额度不超过 20万元)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from yiyang_qa.eligibility.terms import Basis, Benefit
from yiyang_qa.eligibility.units import FIGURE, decimal, in_scale
from yiyang_qa.types import Span

BOUND = r"最高(?:额度)?(?:可达|不超过|为)?|最多|不超过|不低于|不少于|不小于|至少|大约|约"
_SHARE = re.compile(
    rf"(?:^|[,。;对按照予还贴过于到] ?|\d个)(?P<noun>[一-龥]{{2,20}}?)的? ?"
    rf"(?P<share>(?P<percent>{FIGURE}) ?(?P<sign>[%‰])|(?P<of>[百千])分之(?P<parts>{FIGURE})(?!点))"
    r"(?P<after>[^,。;]{0,12})"
)
#: 其中低保家庭按100%补贴: a share of what the whole is a share of.
_SHARE_OF_THE_SAME = re.compile(
    rf"按照?(?P<percent>{FIGURE}) ?(?P<sign>[%‰])的?(?:比例|标准)?(?:给予|予以)?(?:补[贴助]|资助|奖[励补])"
)
_PART = "其中"
_SIGNS = {"百": "%", "千": "‰"}
#: A share is granted or demanded in such words; 占比达 19% and 增长 5% are not.
_DEALT = re.compile(r"补贴|补助|贴息|减免|返还|资助|奖励|退|标准|比例|收取|确定")
_NOT_DEALT = re.compile(
    r"占|增长|增速|倍|滞纳|起付|由原?$|达到?$|不得|率$|(?:上浮|下浮|提高|降低|递增)(?:比例)?[到至]?$"
)
#: 起付标准,不高于…: where paying begins.
_FLOOR = re.compile(r"起付[^,。;]{0,6},?$")
#: What stands before the thing that a share is taken of: 按规定返还其….
_LEADS = re.compile(rf"^.*(?:返还|给予|按规定|按照?|标准为|标准以|{BOUND}|[其该])")
_CAP = re.compile(
    rf"[,(](?:且|但)?(?![^,。;\d]{{0,10}}每[一-龥]{{1,2}}每[年月日天])[^,。;\d]{{0,10}}(?:最高|上限|不超过)[^,。;\d]{{0,8}}?(?P<figure>{FIGURE})(?P<wan>万?)元(?:/(?P<each>[张床户人名件台])(?![·/]))?"
)
#: 单个机构奖补总额不超过300万元, a sentence by itself: no benefit, but the most that those before it come to.
_TOTAL = re.compile(
    rf"^[ ]?[^,。;\d]{{0,8}}(?:总额|合计|累计|总计|单[个家户]|每[个家户]|同一|一[个家])[^,。;\d]{{0,16}}"
    rf"(?:最高|不得?超过)[^,。;\d]{{0,6}}?(?P<figure>{FIGURE})(?P<wan>万?)元[。;]?$"
)
_NEAR = 40  # characters between a figure and its cap


def shares(folded: str) -> Iterator[Benefit]:
    """The shares of one sentence, offsets in ``folded``."""
    for match in _SHARE.finditer(folded):
        value = decimal(match["percent"] or match["parts"])
        before = folded[max(match.start() - 4, 0) : match.start() + 1]
        elsewhere = _NOT_DEALT.search(match["noun"]) or _NOT_DEALT.search(match["after"])
        if (
            value is None
            or elsewhere
            or _FLOOR.search(folded, 0, match.start())
            or not _DEALT.search(before + match["noun"] + match["after"])
        ):
            continue
        cap, each = cap_after(folded, match.end("share"))
        bound = re.findall(BOUND, match["noun"])
        noun = _LEADS.sub("", match["noun"])
        yield Benefit(
            Span(match.end("noun") - len(noun), match.end("share")),
            value,
            match["sign"] or _SIGNS[match["of"]],
            Basis.SHARE,
            noun=noun,
            bound=bound[-1] if bound else "",
            cap=cap,
            cap_per=each,
        )


def shares_of_the_same(folded: str) -> Iterator[Benefit]:
    """The shares of what 其中 opens that do not say of what they are: of the same as those of the whole."""
    for match in _SHARE_OF_THE_SAME.finditer(folded) if folded.startswith(_PART) else ():
        value = decimal(match["percent"])
        if value is not None:
            cap, each = cap_after(folded, match.end("sign"))
            yield Benefit(
                Span(match.start("percent"), match.end("sign")),
                value,
                match["sign"],
                Basis.SHARE,
                cap=cap,
                cap_per=each,
            )


def cap_after(folded: str, at: int) -> tuple[Decimal | None, str]:
    """The cap, in 元, that follows a figure ending at ``at``, and the thing that it is for each of: 4000元/张."""
    found = _CAP.search(folded, at, at + _NEAR)
    return (in_scale(found["figure"], found["wan"]), found["each"] or "") if found else (None, "")


def total_cap(folded: str) -> Decimal | None:
    """The most, in 元, that the sentence says of those before it; None where it says something else."""
    found = _TOTAL.match(folded)
    return in_scale(found["figure"], found["wan"]) if found else None


def caps(folded: str) -> tuple[Span, ...]:
    """Where caps stand: they limit other figures and are no benefit themselves."""
    return tuple(Span(*found.span()) for found in _CAP.finditer(folded))
