"""名录外的地名: what a text calls a 市, 县 or 省 and the table of divisions does not have: 火星市, 郑洲市."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yiyang_qa.regions.mentions import mentions
from yiyang_qa.regions.sight import OPENERS
from yiyang_qa.text import fold
from yiyang_qa.types import Span

#: Characters that point, count, ask or tell of people, and so stand in no such name; with 级, 辖, 属 and 直 a kind of
#: division is meant.
_NOT_IN_NAMES = (
    "那哪这有些其他它几每各个的本全该同外别多少两三四五六七八九十一二我你您们咱啥什么是在到去从和与跟及比对问住来于为"
    "请查看按将把给让被想要能会可了不没无前后说换成级辖属直过着得爸妈爷奶"
)
#: Kinds of divisions: 示范县, 周边市.
_KINDS = "示范|试点|贫困|脱贫|帮扶|受援|支援|百强|先进|重点|中心|农业|民族|边境|沿海|内陆|兄弟|周边|周围|附近|邻近|临近|相邻|隔壁"
_NAME = re.compile(
    rf"(?:(?<![一-龥])|(?<=[那说换成{''.join(sorted(OPENERS))}]))(?!{_KINDS})"
    rf"(?P<base>(?:(?![{_NOT_IN_NAMES}])[一-龥]){{2,3}})"
    r"(?:(?<![超门某上就城都股楼集菜夜早])市(?!场|民)|县(?!城)|省(?!份))(?![省市县区级直属辖内外里长政])"
)


@dataclass(frozen=True, slots=True)
class Unlisted:
    """A name at ``span`` of a text, as it is written; ``base`` is it without 市, 县 or 省."""

    span: Span
    name: str
    base: str


def unlisted(text: str) -> Iterator[Unlisted]:
    """The names in ``text`` that read as those of divisions and are none, in order.

    Only where a phrase begins, and in full: nothing tells of 火星 alone that it is meant for a place. Words may read
    so too (退休市 of 退休市医保): whether anyone writes of a ``base`` is for the caller to look up.
    """
    known = [mention.span for mention in mentions(text)]
    for found in _NAME.finditer(fold(text)):
        span = Span(found.start("base"), found.end())
        if not any(span.overlaps(each) for each in known):
            yield Unlisted(span, span.of(text), found["base"])
