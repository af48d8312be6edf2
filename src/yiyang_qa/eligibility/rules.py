"""From a clause's own words to rules: each sentence by itself, then what it takes from those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.benefits import by_steps
from yiyang_qa.eligibility.carrying import (
    added_at_the_rate,
    also_demanding,
    as_parts,
    but_for,
    completed,
    excepts,
    of_group,
    one_of_several,
    required_of_all,
    under,
)
from yiyang_qa.eligibility.costs import limit_of_all
from yiyang_qa.eligibility.dealt_again import dealt_again
from yiyang_qa.eligibility.groups import of_label
from yiyang_qa.eligibility.insured import with_insurance
from yiyang_qa.eligibility.labels import labelled, pieces
from yiyang_qa.eligibility.options import placed
from yiyang_qa.eligibility.purposes import exclusive, heading_purpose
from yiyang_qa.eligibility.remainders import names_the_others, of_the_others
from yiyang_qa.eligibility.sentence_rules import sentence_rules
from yiyang_qa.eligibility.shares import total_cap
from yiyang_qa.eligibility.terms import (
    Basis,
    Benefit,
    Condition,
    Named,
    Rule,
)
from yiyang_qa.text import fold, spaced
from yiyang_qa.types import Span

#: 补贴标准为…: goes on with what the sentence before has granted, on the same conditions.
_GOES_ON = re.compile(r"^(?:其中,?)?(?:补贴|补助|奖励|资助|减免|就餐补贴)?标准(?:为|按|是)")
#: 所需资金由县财政负担，市财政对百岁老人给予50%补助: who bears the cost, and nothing for whom it is borne.
_FUNDED = re.compile(
    r"(?:资金|经费)[^。;]{0,20}[由从][^。;]{0,30}财政[^。;]*(?:负担|承担|分担|列支|解决|安排)"
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
        stated = [rule if names_the_others(rule) else of_group(group, rule) for rule in stated]
        if _ITEM.match(folded) or named:
            stated = [under(lead, rule, led) for rule in stated]
            stated = [one_of_several(rule) for rule in stated] if any_will_do else stated
            stated = [completed(stated[0], rule) for rule in stated]
        elif _GOES_ON.match(folded) and found[-1]:
            stated = [under(found[-1][-1].conditions, rule) for rule in stated]
        elif not again and (first is not None or len(stated) > 1):
            stated = [completed(first or stated[0], rule) for rule in stated]
        stated = [of_the_others([r for each in found for r in each], rule) for rule in stated]
        stated = as_parts(found[-1], stated)
        stated = [added_at_the_rate(rule, [*(r for each in found for r in each), *stated]) for rule in stated]
        if excepts(folded):
            if not stated:
                found[-1] = but_for(found[-1], text, sentence)
            stated = but_for(stated, text, sentence)
        any_will_do = bool(any_will_do if _ITEM.match(folded) else _ANY.search(folded))
        if folded.endswith(":"):
            lead, led = (stated[-1].conditions, stated[-1].text) if stated else ((), "")
        begun = None if _ITEM.match(folded) else first
        first = (begun or next(iter(stated), None)) if folded.endswith(";") else None
        if by_steps(folded):
            found[-1], stated = [], []
        if required := required_of_all(stated, text, sentence):
            found, stated = [[also_demanding(rule, required) for rule in group] for group in found], []
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
