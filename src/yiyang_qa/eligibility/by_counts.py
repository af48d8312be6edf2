"""分类人数: a case of several sorts, each with its number, is as many cases: 重度失能的20个、中度的10个; 护理型40张,普通20张."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.judge import judge
from yiyang_qa.eligibility.money import written
from yiyang_qa.eligibility.traits import told_traits
from yiyang_qa.eligibility.verdict import AmountDue, Judgement
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.text import fold
from yiyang_qa.types import Verdict

#: By what persons, beds and houses are sorted.
_SORT = re.compile(
    r"(?:半|部分|完全|全|[轻中重]度)?(?:失能|失智|自理|护理型?|残疾)|[轻中重]度|能力完好|特困|低保|普[通惠]|[一二三四五]星|"
    r"(?:初|中|高)级|技师|大专|本科|硕士|市内|市外|全日|半日"
)
_COUNTED = frozenset(["人", "个", "张", "名"])


def judged_by_counts(case: Case, rules: Sequence[Cited]) -> Judgement | None:
    """What the sorts of ``case`` come to together; None where it tells of one, or not all of them come to a sum."""
    found = [judge(each, rules) for each in _split(case)]
    judged = [each for each in found if each is not None and each.verdict is not Verdict.NOT_ELIGIBLE]
    sums = [each.amount for each in judged if each.amount is not None and each.amount.most is None]
    if len(found) < len(("one", "other")) or len(sums) < len(found):
        return None
    if len({(each.citation, amount.unit) for each, amount in zip(judged, sums, strict=True)}) > 1:
        return None
    first = next((each for each in judged if each.verdict is Verdict.UNDETERMINED), judged[0])
    outcomes = {(o.condition.span, o.met): o for each in judged for o in each.outcomes}
    return replace(
        first,
        outcomes=tuple(outcomes.values()),
        amount=_together(sums),
        missing=tuple(dict.fromkeys(asked for each in judged for asked in each.missing)),
    )


def _together(sums: Sequence[AmountDue]) -> AmountDue:
    value = sum((each.value for each in sums), Decimal(0))
    in_wan = any("万" in each.words for each in sums)
    return replace(
        sums[0],
        value=value,
        working=" + ".join(each.working for each in sums),
        words=written(value, sums[0].unit, in_wan),
        bound=next((each.bound for each in sums if each.bound), ""),
    )


def _split(case: Case) -> Iterator[Case]:
    """``case`` once for each sort that it counts, with what is said of the others left out."""
    sorted_ = {own: told for told in case.quantities if (own := _own_words(told)) and not told.is_part}
    for own, told in sorted_.items():
        text = case.text
        for other in sorted_:
            text = text.replace(other, "", 1) if other != own else text
        kept = [each for each in case.quantities if each not in sorted_.values()]
        yield replace(case, text=text, quantities=(_named(told), *kept), traits=tuple(told_traits(text)))


def _named(told: Told) -> Told:
    """``told`` by what is counted, where that is said before it: 重度失能的20个."""
    sort = [*_SORT.finditer(told.lead)]
    if told.unit == "张" or not sort or _SORT.search(told.noun):
        return told
    return replace(told, unit="人", noun=f"{sort[-1][0]}老人")


def _own_words(told: Told) -> str:
    """The figure with the words that say of what sort it is, behind it or before; empty where none do."""
    if told.unit not in _COUNTED or told.interval.exact is None:
        return ""
    said = fold(told.said)
    if found := _SORT.search(told.noun):
        return said + told.noun[: found.end()]
    last = [*_SORT.finditer(told.lead)]
    return told.lead[last[-1].start() :] + said if last else ""
