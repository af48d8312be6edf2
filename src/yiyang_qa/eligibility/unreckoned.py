"""另有增减: what a clause says of raising or lowering a sum in per cent is told beside the sum, which leaves it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.citing import citing
from yiyang_qa.eligibility.purposes import purposes_in
from yiyang_qa.eligibility.terms import Strength
from yiyang_qa.eligibility.verdict import Judgement
from yiyang_qa.text import fold, one_line, sentences
from yiyang_qa.types import Evidence, Span

#: 评定为四星的，补贴上浮20%; 减半发放. A rise to a sum (提高至100%) sets one of its own.
_ADJUSTS = re.compile(
    r"(?:上浮|下浮|上调|下调|上升|下降|提高|降低|增加|减少|扣减|核减)[^,。;到至为]{0,8}\d[^。;]{0,16}%|"
    r"按照?[^,。;]{2,16}标准的? ?\d[\d.]*%|减半(?:发放|执行|给予|补[贴助])"
)
#: 每人每天补助不超过2餐, 最长不超过36个月: how often, or how long, a sum is had.
_LIMITS = re.compile(
    r"(?:每[人户床张]?每?[天日周月季年]|最长|累计|连续)[^,。;\d]{0,10}(?:不超过|最多|不多于|限)[^,。;\d元]{0,6}\d+ ?"
    r"(?:次|餐|顿|份|人次|小时|天|日|个月|月|年)|(?:最多|最长|限)[^,。;\d元]{0,6}\d+ ?(?:次|餐|顿|份|个月)"
)


def unreckoned(judged: Judgement, evidence: Sequence[Evidence]) -> tuple[list[str], tuple[Evidence, ...]]:
    """What raises, lowers or limits the sum that a judgement names, and ``evidence`` with the clauses that say so.

    Each such sentence of the clause judged by, and of others of its document that name the benefit (岗位津贴上浮20%).
    """
    known, lines = tuple(evidence), list[str]()
    if judged.amount is None or judged.rule.strength is Strength.TENTATIVE:
        return lines, known
    home = known[judged.citation - 1]
    text = home.document.text
    reckoned = [
        judged.rule.span,
        *(rule.span for rule, _ in judged.sums),
        *(t.rule.span for t in judged.topups),
    ]
    for span in (*_in_the_clause(home), *_of_the_benefit(judged, home)):
        if not any(span.overlaps(read) for read in reckoned):
            known, (number,) = citing((span,), home, known)
            lines.append(f"另：“{one_line(span.of(text)).rstrip('。；;')}”，这里没有计入[{number}]。")
            reckoned.append(span)
    return lines, known


def _in_the_clause(home: Evidence) -> Iterator[Span]:
    for span in sentences(home.document.text, home.quote):
        words = fold(span.of(home.document.text))
        if _ADJUSTS.search(words) or _LIMITS.search(words):
            yield span


def _of_the_benefit(judged: Judgement, home: Evidence) -> Iterator[Span]:
    """What the document says of raising the benefit elsewhere, by the name of what it is for."""
    text = home.document.text
    granted = {b.purpose for b in judged.rule.benefits} - {""} or purposes_in(
        fold(" ".join(home.clause.path))
    )
    for span in sentences(text, Span(0, len(text))) if granted else ():
        words = fold(span.of(text))
        if _ADJUSTS.search(words) and granted & purposes_in(words):
            yield span
