"""From a clause's own words to rules: each sentence by itself, then what it takes from those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.benefits import by_steps
from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.costs import limit_of_all
from yiyang_qa.eligibility.dealt_again import dealt_again
from yiyang_qa.eligibility.groups import of_label
from yiyang_qa.eligibility.insured import with_insurance
from yiyang_qa.eligibility.labels import labelled, pieces
from yiyang_qa.eligibility.measures import has_row, measured, unit_of
from yiyang_qa.eligibility.options import placed
from yiyang_qa.eligibility.purposes import exclusive, heading_purpose
from yiyang_qa.eligibility.remainders import names_the_others, of_the_others
from yiyang_qa.eligibility.sentence_rules import sentence_rules
from yiyang_qa.eligibility.shares import total_cap
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

#: 补贴标准为…: goes on with what the sentence before has granted, on the same conditions.
_GOES_ON = re.compile(r"^(?:其中,?)?(?:补贴|补助|奖励|资助|减免|就餐补贴)?标准(?:为|按|是)")
_PART = "其中"
_ON_TOP = re.compile("基础上")
#: 已入住养老机构的除外: whom a sentence, or the one before it, excepts; 另有规定的除外 names nobody.
_EXCEPTED = re.compile(
    r"(?:^|[,;。(])(?:但是?|其中)?,?(?P<who>(?![^,;。()]*另有)[^,;。()]{4,60}?)的?(?:除外|不适用)"
)
#: How a house was come by: a limb on one way (租赁用房的) does not go on about another (新建的).
_ALTERNATIVES = frozenset({"建设方式", "房屋产权"})
_GIVING = frozenset({Strength.GRANTED, Strength.PERMITTED})
#: 所需资金由县财政负担，市财政对百岁老人给予50%补助: who bears the cost, and nothing for whom it is borne.
_FUNDED = re.compile(
    r"(?:资金|经费)[^。;]{0,20}[由从][^。;]{0,30}财政[^。;]*(?:负担|承担|分担|列支|解决|安排)"
)
#: 须依法参加失业保险累计缴费12个月以上: of whoever was spoken of before.
_REQUIRES = re.compile(
    r"^ ?(?:(?:上述|以上|申[请领报])(?:人员?|对象|单位|企业|机构|者)?)?"
    r"(?:同时)?(?:还?须|必须|还?应当?(?=[符参具连在满持缴])|还?需(?!要?[提携填]))"
)
#: 1.80周岁 is item 1.
_LABEL = re.compile(r"^\d{1,2}\.")
_ITEM = re.compile(r"^(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)])")
#: What opens a list of which any item will do: 有下列情形之一, 凡属以下情况的. 下列条件 must all be met.
_ANY = re.compile(
    r"之一|任一|任何一|(?:下列|以下|如下)(?:[几各]?[种类项])?(?:情况|情形|人员|对象|人群|群体|老年人|家庭|企业|机构)"
)


def rules(text: str, span: Span, headings: Sequence[Span] = (), *, unled: bool = False) -> tuple[Rule, ...]:
    """The rules that the sentences of ``text`` inside ``span`` state, in order; spans are those of ``text``.

    Whom the ``headings`` above it name, or a label inside it, what stands under them is granted to. ``unled`` where
    it is an item under a heading, with no words before it that lead to it.
    """
    found: list[list[Rule]] = [[]]
    lead: tuple[Condition, ...] | None = () if unled else None  # what …下列…： demands of the items after it
    led = ""  # and how they begin
    first: Rule | None = None  # of a sentence that goes on after ；
    any_will_do = False  # of the items after the last sentence that is none
    group: tuple[Condition, ...] = ()  # whom the last label names: 困难残疾人生活补贴。
    for heading in headings:
        group = _named_by_label(heading.of(text), text, heading.start) or group
    labels = labelled(text, span)
    for sentence in pieces(text, span, labels):
        folded = spaced(sentence.of(text))
        read = () if _FUNDED.search(folded) else sentence_rules(_LABEL.sub(_blanked, folded))
        again = dealt_again(text, sentence, found[-1])
        stated = again or [_placed(rule, text, sentence.start) for rule in read]
        named = next((each.rule for each in labels if each.piece.start == sentence.start), None)
        if named and not _reads(stated, named):
            stated = [named]
        group = group if named else _named_by_label(sentence.of(text), text, sentence.start) or group
        stated = [rule if names_the_others(rule) else _of_group(group, rule) for rule in stated]
        if _ITEM.match(folded) or named:
            stated = [_under(lead, rule, led) for rule in stated]
            stated = [_one_of_several(rule) for rule in stated] if any_will_do else stated
            stated = [_completed(stated[0], rule) for rule in stated]
        elif _GOES_ON.match(folded) and found[-1]:
            stated = [_under(found[-1][-1].conditions, rule) for rule in stated]
        elif not again and (first is not None or len(stated) > 1):
            stated = [_completed(first or stated[0], rule) for rule in stated]
        stated = [of_the_others([r for each in found for r in each], rule) for rule in stated]
        stated = _as_parts(found[-1], stated)
        stated = [
            _added_at_the_rate(rule, [*(r for each in found for r in each), *stated]) for rule in stated
        ]
        if _EXCEPTED.search(folded):
            if not stated:
                found[-1] = _but_for(found[-1], text, sentence)
            stated = _but_for(stated, text, sentence)
        any_will_do = bool(any_will_do if _ITEM.match(folded) else _ANY.search(folded))
        if folded.endswith(":"):
            lead, led = (stated[-1].conditions, stated[-1].text) if stated else ((), "")
        begun = None if _ITEM.match(folded) else first
        first = (begun or next(iter(stated), None)) if folded.endswith(";") else None
        if by_steps(folded):
            found[-1], stated = [], []
        if required := _required(stated, text, sentence):
            found, stated = [[_also_demanding(rule, required) for rule in group] for group in found], []
        if (most := total_cap(folded) or limit_of_all(folded)) is not None:
            found, stated = [[_capped(rule, most) for rule in group] for group in found], []
        found.append(stated)
    words = fold(span.of(text))
    barred, headed = exclusive(words), heading_purpose(words)
    return tuple(
        with_insurance(
            replace(rule, exclusive=barred, benefits=tuple(_headed(b, headed) for b in rule.benefits))
        )
        for stated in found
        for rule in stated
    )


def _reads(stated: Sequence[Rule], named: Rule) -> bool:
    """Whether the sentence by itself says as much as the label that it is one of."""
    typed = not any(isinstance(condition.test, Named) for condition in named.conditions)
    return typed and bool(stated) and all(rule.conditions and rule.benefits for rule in stated)


def _headed(benefit: Benefit, purpose: str) -> Benefit:
    return benefit if benefit.purpose else replace(benefit, purpose=purpose)


def _capped(rule: Rule, most: Decimal) -> Rule:
    """``rule`` with ``most`` for the cap of each product that has none of its own."""
    return replace(
        rule,
        benefits=tuple(
            replace(b, cap=most) if b.cap is None and b.basis in (Basis.COUNT, Basis.SHARE) else b
            for b in rule.benefits
        ),
    )


def _named_by_label(label: str, text: str, by: int) -> tuple[Condition, ...]:
    """Whom the label of a sentence names, that all under it are granted to."""
    placed = ((test, span.shift(by), either) for test, span, either in of_label(fold(label)))
    return tuple(Condition(test, span.of(text), span, one_of=either) for test, span, either in placed)


def _of_group(group: Sequence[Condition], rule: Rule) -> Rule:
    """``rule``, which grants what its label says, with whom that names."""
    own = {_topic(condition) for condition in rule.conditions}
    taken = tuple(c for c in group if _topic(c) not in own) if rule.strength in _GIVING else ()
    return replace(rule, conditions=(*taken, *rule.conditions)) if taken else rule


def _under(lead: tuple[Condition, ...] | None, rule: Rule, about: str = "") -> Rule:
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


def _one_of_several(rule: Rule) -> Rule:
    """``rule`` as one of several by which the same is had: a case that fails it may fall under another."""
    return replace(rule, conditions=tuple(replace(condition, one_of=True) for condition in rule.conditions))


def _completed(first: Rule, rule: Rule) -> Rule:
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


def _added_at_the_rate(rule: Rule, before: Sequence[Rule]) -> Rule:
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


def _as_parts(before: Sequence[Rule], stated: Sequence[Rule]) -> list[Rule]:
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


def _required(stated: Sequence[Rule], text: str, sentence: Span) -> tuple[Condition, ...]:
    """What a sentence without a subject requires of all that was granted before it: 须累计缴费12个月以上."""
    folded = spaced(sentence.of(text))
    if not _REQUIRES.match(folded) or any(rule.benefits for rule in stated):
        return ()
    found = ((test, span.shift(sentence.start)) for test, span in measured(folded))
    return tuple(Condition(test, span.of(text), span) for test, span in found)


def _also_demanding(rule: Rule, required: Sequence[Condition]) -> Rule:
    own = {_topic(condition) for condition in rule.conditions}
    taken = tuple(c for c in required if _topic(c) not in own) if rule.strength in _GIVING else ()
    return replace(rule, conditions=(*rule.conditions, *taken))


def _but_for(found: Sequence[Rule], text: str, span: Span) -> list[Rule]:
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


def _blanked(label: re.Match[str]) -> str:
    return " " * len(label[0])


def _placed(rule: Rule, text: str, by: int) -> Rule:
    """``rule`` with its offsets and words those of the document."""
    span = rule.span.shift(by)
    return replace(
        rule,
        span=span,
        text=span.of(text),
        conditions=tuple(placed(condition, text, by) for condition in rule.conditions),
        benefits=tuple(replace(b, span=b.span.shift(by)) for b in rule.benefits),
    )
