"""A limb that deals out to the grades that the limb before it named: 居民医保参保人员分别为600元、800元、1000元."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.terms import Belongs, Condition, Rule
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.eligibility.units import FIGURE, in_scale
from yiyang_qa.text import spaced
from yiyang_qa.types import Span

_SUM = rf"{FIGURE}万?元?(?:/[^,、;。]{{1,4}})?"
_DEALT = re.compile(rf"分别(?:为|按照?|给予|补[助贴]|发放|是)? ?(?P<sums>{_SUM}(?:(?:、|和|,|及) ?{_SUM})+)")
_EACH = re.compile(rf"(?P<figure>{FIGURE})(?P<wan>万?)元?")


def dealt_again(text: str, sentence: Span, before: Sequence[Rule]) -> list[Rule]:
    """The rules of ``sentence``, one for each of those ``before`` it; none where it deals out no such list.

    Its figures go by what those before go by; what it names itself stands in the place of what they name.
    """
    folded = spaced(sentence.of(text))
    found = _DEALT.search(folded)
    grades = [rule for rule in before if len(rule.benefits) == 1 and rule.benefits[0].turn is not None]
    sums = [*_EACH.finditer(folded, *found.span("sums"))] if found else []
    values = [in_scale(each["figure"], each["wan"]) for each in sums]
    if found is None or len(grades) != len(sums) or None in values:
        return []
    own = [
        Condition(test, place.of(text), place)
        for test, span in belongings(folded[: found.start()])
        for place in (span.shift(sentence.start),)
    ]
    named = {condition.test.axis for condition in own if isinstance(condition.test, Belongs)}
    if not named or named & {getattr(rule.conditions[0].test, "axis", "") for rule in grades}:
        return []
    return [
        replace(
            rule,
            span=sentence,
            text=sentence.of(text),
            conditions=(*own, *(c for c in rule.conditions if getattr(c.test, "axis", "") not in named)),
            benefits=(
                replace(
                    rule.benefits[0],
                    span=Span(*each.span()).shift(sentence.start),
                    value=value,
                    in_wan="万" in each[0],
                ),
            ),
        )
        for rule, each, value in zip(grades, sums, values, strict=True)
        if value is not None
    ]
