"""参保: what is granted to 参保人员 is asked of whoever does not say that he is one."""

from __future__ import annotations

import re
from dataclasses import replace

from yiyang_qa.eligibility.terms import Belongs, Condition, Measured, Rule, Strength
from yiyang_qa.types import Span

_INSURED = re.compile(r"参保(?:人员?|职工|居民|对象)")
_AXIS, _VALUE = "参保情况", "参保"
_YEARS = frozenset({"缴费或参保年限", "中断缴费时间"})  # of which only somebody insured tells
_GIVING = frozenset({Strength.GRANTED, Strength.PERMITTED})


def with_insurance(rule: Rule) -> Rule:
    """``rule`` with the condition that its subject is insured, where it grants something to such."""
    found = _INSURED.search(rule.text) if rule.strength in _GIVING else None
    known = any(isinstance(c.test, Measured) and c.test.measure in _YEARS for c in rule.conditions)
    if found is None or known:
        return rule
    span = Span(*found.span()).shift(rule.span.start)
    insured = Condition(Belongs(_AXIS, frozenset({_VALUE})), found[0], span)
    return replace(rule, conditions=(*rule.conditions, insured))
