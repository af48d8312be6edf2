"""What the rules of one sentence take over from those before it, and what a sentence adds to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.measures import has_row, measured, unit_of
from yiyang_qa.eligibility.terms import (
    Basis,
    Belongs,
    Benefit,
    Condition,
    Measured,
    Named,
    Rule,
    Stated,
    Strength,
)
from yiyang_qa.text import fold, spaced
from yiyang_qa.types import Span

_PART = "其中"
_ON_TOP = re.compile("基础上")
#: 已入住养老机构的除外: whom a sentence, or the one before it, excepts; 另有规定的除外 names nobody.
_EXCEPTED = re.compile(
    r"(?:^|[,;。(])(?:但是?|其中)?,?(?P<who>(?![^,;。()]*另有)[^,;。()]{4,60}?)的?(?:除外|不适用)"
)
#: How a house was come by: a limb on one way (租赁用房的) does not go on about another (新建的).
_ALTERNATIVES = frozenset({"建设方式", "房屋产权"})
#: 须依法参加失业保险累计缴费12个月以上: of whoever was spoken of before.
_REQUIRES = re.compile(
    r"^ ?(?:(?:上述|以上|申[请领报])(?:人员?|对象|单位|企业|机构|者)?)?"
    r"(?:同时)?(?:还?须|必须|还?应当?(?=[符参具连在满持缴])|还?需(?!要?[提携填]))"
)
_GIVING = frozenset({Strength.GRANTED, Strength.PERMITTED})


def of_group(group: Sequence[Condition], rule: Rule) -> Rule:
    """``rule``, which grants what its label says, with whom that names."""
    own = {_topic(condition) for condition in rule.conditions}
    taken = tuple(c for c in group if _topic(c) not in own) if rule.strength in _GIVING else ()
    return replace(rule, conditions=(*taken, *rule.conditions)) if taken else rule


def under(lead: tuple[Condition, ...] | None, rule: Rule, about: str = "") -> Rule:
    """``rule`` with the conditions of the words that lead to it; an orphan where those are not known.

    80周岁以上的…: （一）80周岁以上不满90周岁的 bounds the same age more closely.
    """
    if lead is None:
        return replace(rule, orphan=True)
    own = {
        _topic(c) for c in rule.conditions if isinstance(c.test, Measured)
    }  # a bound within that of the lead
    taken = (c for c in lead if _topic(c) not in own)
    return replace(
        rule, conditions=(*taken, *rule.conditions), about=rule.about or (about if rule.benefits else "")
    )


def one_of_several(rule: Rule) -> Rule:
    """``rule`` as one of several by which the same is had: a case that fails it may fall under another."""
    return replace(rule, conditions=tuple(replace(condition, one_of=True) for condition in rule.conditions))


def completed(first: Rule, rule: Rule) -> Rule:
    """A rule that names nobody (改建的,按每张…) goes on about whom the ``first`` of its sentence named.

    What it takes over is asked for but never held against a case: the sentence may mean it or not.
    """
    if rule.kinds or rule is first or rule.text.startswith(_PART):
        return rule
    conditions = tuple(_measured_alike(condition, first) for condition in rule.conditions)
    own = {_topic(condition) for condition in conditions}
    own |= _ALTERNATIVES if own & _ALTERNATIVES else set()
    taken = (replace(c, one_of=True) for c in first.conditions if _topic(c) not in own)
    about = "" if any(isinstance(c.test, Stated) for c in conditions) else first.text
    granted = tuple(_at_the_rate(benefit, conditions, first) for benefit in rule.benefits)
    return replace(rule, conditions=(*conditions, *taken), benefits=granted, about=about)


def _at_the_rate(benefit: Benefit, conditions: Sequence[Condition], first: Rule) -> Benefit:
    """``benefit`` per what the ``first`` of a run of bounds on one measure is: 60至69周岁每人每餐1元,70周岁以上2元."""
    rates = [each for each in first.benefits if each.basis is Basis.RATE and each.unit == benefit.unit]
    bounded = {_topic(c) for c in conditions if isinstance(c.test, Measured)}
    same = bounded & {_topic(c) for c in first.conditions if isinstance(c.test, Measured)}
    if not same or benefit.basis is not Basis.ONCE or len(rates) != 1 or len(first.benefits) != 1:
        return benefit
    return replace(benefit, basis=Basis.RATE, per=rates[0].per)


def added_at_the_rate(rule: Rule, before: Sequence[Rule]) -> Rule:
    """``rule``, whose additions go by what those ``before`` go by: …每人每月300元,低保老年人在此基础上增加100元."""
    rates = {(b.per, b.unit) for each in before for b in each.benefits if b.basis is Basis.RATE}
    if len(rates) != 1 or not _ON_TOP.search(rule.text):
        return rule
    per, unit = rates.pop()
    granted = (
        replace(b, basis=Basis.RATE, per=per) if b.extra and b.basis is Basis.ONCE and b.unit == unit else b
        for b in rule.benefits
    )
    return replace(rule, benefits=tuple(granted))


def as_parts(before: Sequence[Rule], stated: Sequence[Rule]) -> list[Rule]:
    """``stated``, where what 其中 opens demands all that the whole demands of which it is a part."""
    found = list(stated)
    for at, rule in enumerate(found):
        wholes = (r for r in reversed([*before, *found[:at]]) if not r.text.startswith(_PART))
        if rule.text.startswith(_PART) and (whole := next(wholes, None)):
            own = {_topic(condition) for condition in rule.conditions}
            taken = (c for c in whole.conditions if _topic(c) not in own)
            granted = tuple(_of_the_same(benefit, whole) for benefit in rule.benefits)
            about = rule.about or ("" if rule.benefits else whole.text)
            found[at] = replace(rule, conditions=(*taken, *rule.conditions), benefits=granted, about=about)
    return found


def _of_the_same(benefit: Benefit, whole: Rule) -> Benefit:
    """``benefit``, where it is a share of nothing named, as one of what that of the ``whole`` is taken of."""
    shares = [each.noun for each in whole.benefits if each.basis is Basis.SHARE]
    unnamed = benefit.basis is Basis.SHARE and not benefit.noun
    return replace(benefit, noun=shares[0]) if unnamed and len(shares) == 1 else benefit


def required_of_all(stated: Sequence[Rule], text: str, sentence: Span) -> tuple[Condition, ...]:
    """What a sentence without a subject requires of all that was granted before it: 须累计缴费12个月以上."""
    folded = spaced(sentence.of(text))
    if not _REQUIRES.match(folded) or any(rule.benefits for rule in stated):
        return ()
    found = ((test, span.shift(sentence.start)) for test, span in measured(folded))
    return tuple(Condition(test, span.of(text), span) for test, span in found)


def also_demanding(rule: Rule, required: Sequence[Condition]) -> Rule:
    """``rule``, which grants something, with what else is ``required`` of whoever has it."""
    own = {_topic(condition) for condition in rule.conditions}
    taken = tuple(c for c in required if _topic(c) not in own) if rule.strength in _GIVING else ()
    return replace(rule, conditions=(*rule.conditions, *taken))


def excepts(folded: str) -> bool:
    """Whether a sentence excepts somebody: 已入住养老机构的除外."""
    return bool(_EXCEPTED.search(folded))


def but_for(found: Sequence[Rule], text: str, span: Span) -> list[Rule]:
    """``found``, what is granted only to those whom no 除外 of ``text`` in ``span`` excepts."""
    folded = fold(span.of(text))
    excepted = [Span(*m.span("who")).shift(span.start) for m in _EXCEPTED.finditer(folded)]
    conditions = tuple(Condition(Stated(excepts=True), who.of(text), who) for who in excepted)
    return [
        replace(rule, conditions=(*rule.conditions, *conditions)) if rule.strength in _GIVING else rule
        for rule in found
    ]


def _measured_alike(condition: Condition, first: Rule) -> Condition:
    """A bare bound (5年及以上的) bounds what the ``first`` rule of its sentence measures in that unit."""
    found = list(bounds(fold(condition.text))) if isinstance(condition.test, Stated) else []
    named = [c.test for c in first.conditions if isinstance(c.test, Measured) and has_row(c.test.measure)]
    same = {m.measure for m in named if found and unit_of(m.measure) == found[0].unit}
    if len(same) != 1 or sum(b.span.end - b.span.start for b in found) < len(condition.text):
        return condition
    added = any(m.added for m in named if m.measure in same)
    return replace(condition, test=Measured(same.pop(), found[-1].interval, added))


def _topic(condition: Condition) -> str:
    match condition.test:
        case Belongs(axis):
            return axis
        case Measured(measure):
            return measure
        case Named(among=among):
            return among
    return condition.text
