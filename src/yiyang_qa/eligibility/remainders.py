"""其他人: those whom the rules before leave out (其他老年人享受前款第一项、第二项规定的优惠), and which of it they have."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.terms import Belongs, Interval, Measured, Rule
from yiyang_qa.text import fold

_THE_OTHERS = re.compile(r"^其[他它余]")
_ITEM = re.compile(r"^[(]?(?P<item>[一二三四五六七八九十\d]{1,3})[).、]")
_POINTED = re.compile(r"第(?P<item>[一二三四五六七八九十\d]{1,3})项")
_BENEFIT = re.compile(r"[一-龥]{2}(?:补[贴助]|津贴|资助|奖[励补]|待遇|救助金?)")
#: What is done with a benefit, or how many there are, is none of its name.
_NO_NAME = re.compile(
    r"给予|予以|发放|发给|享受|领取|申[请领报]|获得|提供|定[额期]|[全差]额|按[月年规]|一次|次性|每[人月年户张]|[两三各本该此]项|[上前]述|以上|有关|相关|同类|"
    r"[市省县区]级|财政|政府|标准|.?的|[元%]|额外|另外|再次|增加|最[高多]|相应|适当|一定|资金|奖励|予补|各类|其他"
)
#: What is asked for without its name.
_ANY = re.compile(
    "什么|多少|哪些|哪种|[这那]个|[这那]些|政府|国家|一次|有无|相关|政策|点儿?|几[样种项]|[能可给领拿有发]"
)


def names_the_others(rule: Rule) -> bool:
    """Whether ``rule`` is of those whom the rules before it leave out."""
    return bool(_THE_OTHERS.match(rule.text))


def of_the_others(before: Sequence[Rule], rule: Rule) -> Rule:
    """``rule``, where it is of the other persons, as bounded by what the rules ``before`` demand of one measure alone."""
    others = [c for c in rule.conditions if isinstance(c.test, Belongs) and _THE_OTHERS.match(c.text)]
    lows = {_low(earlier) for earlier in before if earlier.conditions}
    if not others or len(lows) != 1 or (low := lows.pop()) is None:
        return rule
    rest = replace(low, bounds=Interval(high=low.bounds.low, below=True))
    kept = (replace(c, test=rest) if c is others[0] else c for c in rule.conditions)
    return replace(rule, conditions=tuple(kept), rest=True)


def _low(rule: Rule) -> Measured | None:
    """The lower bound that is all that ``rule`` demands."""
    tests = [condition.test for condition in rule.conditions if not condition.demanded]
    test = tests[0] if len(tests) == 1 else None
    return (
        test
        if isinstance(test, Measured) and test.bounds.low is not None and test.bounds.high is None
        else None
    )


def gives_the_same(rule: Rule, other: Rule) -> bool:
    """Whether ``other`` may grant what ``rule`` does: a like benefit by name, the item of a list that it points to."""
    item, pointed = _ITEM.match(fold(rule.text)), _POINTED.findall(fold(other.text))
    if item and pointed:
        return item["item"] in pointed
    named, others = names(rule.text), names(f"{other.about} {other.text}")
    return not (named and others) or bool(named & others)


def names_asked(text: str) -> frozenset[str]:
    """The benefits that a question names; 什么补贴, 多少补助 are none."""
    return frozenset(name for name in names(text) if not _ANY.match(name))


def names(text: str) -> frozenset[str]:
    """The benefits that ``text`` names, by the end of their names: 高龄津贴, 服务补贴, not 给予补贴 nor 两项补贴."""
    return frozenset(name for name in _BENEFIT.findall(text) if not _NO_NAME.match(name))
