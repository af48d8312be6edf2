"""另有增减: what a clause says of raising or lowering a sum in per cent is told beside the sum, which leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.terms import Strength
from yiyang_qa.eligibility.verdict import Judgement
from yiyang_qa.text import fold, one_line, sentences
from yiyang_qa.types import Evidence

#: 评定为四星的，补贴上浮20%; 减半发放. A rise to a sum (提高至100%) sets one of its own.
_ADJUSTS = re.compile(
    r"(?:上浮|下浮|上调|下调|上升|下降|提高|降低|增加|减少|扣减|核减)[^,。;到至为]{0,8}\d[^。;]{0,16}%|减半(?:发放|执行|给予|补[贴助])"
)
#: 每人每天补助不超过2餐, 最长不超过36个月: how often, or how long, a sum is had.
_LIMITS = re.compile(
    r"(?:每[人户床张]?每?[天日周月季年]|最长|累计|连续)[^,。;\d]{0,10}(?:不超过|最多|不多于|限)[^,。;\d元]{0,6}\d+ ?"
    r"(?:次|餐|顿|份|人次|小时|天|日|个月|月|年)|(?:最多|最长|限)[^,。;\d元]{0,6}\d+ ?(?:次|餐|顿|份|个月)"
)


def unreckoned(judged: Judgement, evidence: Sequence[Evidence]) -> Iterator[str]:
    """Each sentence of the clause judged by that raises, lowers or limits what it grants, for a judgement that names a sum."""
    if judged.amount is None or judged.rule.strength is Strength.TENTATIVE:
        return
    item = evidence[judged.citation - 1]
    reckoned = [
        judged.rule.span,
        *(rule.span for rule, _ in judged.sums),
        *(t.rule.span for t in judged.topups),
    ]
    for span in sentences(item.document.text, item.quote):
        words = span.of(item.document.text)
        adjusts = _ADJUSTS.search(fold(words)) or _LIMITS.search(fold(words))
        if adjusts and not any(span.overlaps(read) for read in reckoned):
            yield f"另：“{one_line(words).rstrip('。；;')}”，这里没有计入[{judged.citation}]。"
