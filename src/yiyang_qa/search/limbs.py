"""分句: what a sentence says in several limbs parted by ；, of which a later one rests on those before it.

责令限期改正；逾期不改正的，处一万元以上三万元以下罚款；情节严重的，处三万元以上十万元以下罚款: the last alone tells
another fine than the one asked about, and the first alone leaves the fines out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yiyang_qa.text import fold
from yiyang_qa.types import Span

#: How a limb begins that rests on the one before it.
_RESTS = re.compile(
    r"\s*(?:(?:情节|后果|性质)(?:较|特别)?(?:严重|轻微)|逾期|拒不|仍不|经[^,]{0,8}仍|造成|可能危及|恢复|"
    r"(?:超过|逾|满|不足|不满)\d+个?(?:工作日|[月日天年])[^,;。岁]{0,12}|"
    r"[^,;。]{1,16}的(?=,(?:再|另)行?(?:增加|增发|给予|补|奖|加))|"
    r"对?(?:参[加与][^,;。]{0,10}的)?其[他余它](?!有关法律|法律)|构成(?:犯罪|违反)|[^,;。]{0,16}[未没无][^,;。]{1,12}的(?=,))[^,;。]*,|"
    r"\s*(?:必要时|确有|特殊情况|应当?|可以?|不[得能应影]|并(?![购列])|但|其中|期间)"
)
_PARTED = re.compile(r";\s*$")
_MOST = 260  # 字 that are told together


def with_limbs(marked: Sequence[Span], spans: Sequence[Span], text: str) -> list[Span]:
    """``marked`` with the limbs of ``spans`` that rest on them, and those that they rest on, as far as there is room."""
    kept = list(marked)
    for pairs in (list(reversed(_resting(spans, text))), _resting(spans, text)):
        for before, after in pairs:
            for known, other in ((after, before), (before, after)):
                if known in kept and other not in kept and _length([*kept, other]) <= _MOST:
                    kept.append(other)
    return kept


def _resting(spans: Sequence[Span], text: str) -> list[tuple[Span, Span]]:
    """Each limb that rests on the one before it, after that one, in the order of the text."""
    in_order = sorted(spans)
    return [
        (before, after)
        for before, after in pairwise(in_order)
        if not text[before.end : after.start].strip()
        and _PARTED.search(fold(before.of(text)))
        and _RESTS.match(fold(after.of(text)))
    ]


def _length(spans: Sequence[Span]) -> int:
    return sum(span.end - span.start for span in spans)
