"""保障类别: the groups of a text that a case falls under by its lists of situations, and what the text deals to each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.citing import citing
from yiyang_qa.eligibility.matching import standing
from yiyang_qa.eligibility.situations import Situations, situations
from yiyang_qa.eligibility.standards import names_granted, says
from yiyang_qa.eligibility.terms import Belongs, Condition, Either, Named, Rule
from yiyang_qa.eligibility.traits import Trait, belongings
from yiyang_qa.text import fold, spaced
from yiyang_qa.types import Document, Evidence, Span

_MOST_STANDARDS = 2  # clauses that say what one benefit comes to


def with_groups(case: Case, evidence: Sequence[Evidence]) -> tuple[Case, tuple[Evidence, ...]]:
    """``case`` with the group that each list puts it in, and ``evidence`` with the clauses that say what it gets."""
    told, known = case, tuple(evidence)
    for item, listed in _lists_in(evidence):
        group = _group(case, listed, item)
        told = _of_group(told, group) if group else told
        if group or _standing_in(case, listed, item):
            spans = _naming(group, listed, item) if group else _standards(listed, item.document)
            known, _ = citing(tuple(spans), item, known)
    return told, known


def _lists_in(evidence: Sequence[Evidence]) -> Iterator[tuple[Evidence, Situations]]:
    """The lists of situations that the quotes of ``evidence`` open, or to whose groups they deal something."""
    for item in evidence:
        for listed in situations(item.document.text):
            opened = any(item.quote.holds(rule.span) for rule in listed.rules)
            if opened or any(group in item.text for group in listed.groups):
                yield item, listed


def _group(case: Case, listed: Situations, item: Evidence) -> str:
    """The first group of ``listed``, as the text ranks them, an item of which the case meets."""
    found = (option.group for option in listed.options if option.group)
    return next((group for group in dict.fromkeys(found) if _standing_in(case, listed, item, group)), "")


def _standing_in(case: Case, listed: Situations, item: Evidence, group: str = "") -> bool:
    """Whether ``case`` meets an item of ``listed``, of one ``group`` where that is given."""
    options = tuple(option for option in listed.options if group in ("", option.group))
    condition = Condition(Either(options), "", listed.span)
    return bool(standing(condition, case, item.document.region)[0])


def _of_group(case: Case, group: str) -> Case:
    """``case`` as one of ``group``, by its name and by the category that it names (第一类)."""
    told = {trait.axis for trait in case.traits}
    found = ((test, name) for test, _ in belongings(fold(group)) for name in test.allowed)
    traits = tuple(Trait(test.axis, name, group) for test, name in found if test.axis not in told)
    return replace(case, traits=(*case.traits, *traits), groups=case.groups | {group})


def _naming(group: str, listed: Situations, item: Evidence) -> Iterator[Span]:
    """Where the text of ``item`` names ``group`` again."""
    at = item.document.text.find(group, listed.span.end)
    if at >= 0:
        yield Span(at, at + len(group))


def _standards(listed: Situations, document: Document) -> list[Span]:
    """The clauses of ``document`` with figures for what ``listed`` grants without any."""
    names = {name for rule in listed.rules if not rule.benefits for name in names_granted(rule)}
    bodies = (c.body for c in document.clauses if not c.body.overlaps(listed.span))
    found = [body for body in bodies if names and says(names, body.of(document.text))]
    return [body for body in found if benefits(spaced(body.of(document.text)))][:_MOST_STANDARDS]


def dealt_to_groups(rule: Rule, text: str) -> Iterator[Rule]:
    """``rule``, or one for each group of the lists of ``text`` that it deals figures to: 甲类保障对象每人每月600元."""
    names = {o.group for listed in situations(text) for o in listed.options if o.group}
    found = sorted((at, name) for name in names if (at := rule.text.find(name)) >= 0)
    if not found or not rule.benefits or any(_by_category(condition) for condition in rule.conditions):
        yield rule
        return
    ends = [*(at for at, _ in found[1:]), len(rule.text)]
    for (at, name), end in zip(found, ends, strict=True):
        span = Span(rule.span.start + at, rule.span.start + len(rule.text[:end].rstrip("，,；;、 ")))
        own = tuple(benefit for benefit in rule.benefits if span.overlaps(benefit.span))
        if own:
            where = Span(span.start, span.start + len(name))
            test = Named(frozenset({name}), frozenset(names - {name}), "、".join(sorted(names)))
            needed = (Condition(test, name, where), *rule.conditions)
            yield replace(rule, span=span, text=span.of(text), conditions=needed, benefits=own)


def _by_category(condition: Condition) -> bool:
    return isinstance(condition.test, Belongs) and condition.test.axis == "资助类别"
