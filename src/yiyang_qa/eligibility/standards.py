"""条件与标准: whom one article grants a benefit, and how much another one of the same text says it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from yiyang_qa.eligibility.purposes import purposes_told
from yiyang_qa.eligibility.terms import Either, Rule, Strength
from yiyang_qa.eligibility.weighing import Candidate
from yiyang_qa.text import bigrams, fold

_GIVING = frozenset({Strength.GRANTED, Strength.PERMITTED})
#: 可以申请高龄津贴: the benefit that is granted, by its name.
_GRANTED = re.compile(
    r"(?:申请|享受|领取|申领|纳入|给予|发放|发给|获得)(?P<name>(?![一-龥]{0,2}(?:下列|以下))[一-龥]{2,14}?(?:补[贴助]|津贴|待遇|奖[补励]|资助|救助金?|补助金|床位))"
)
_PLAIN = re.compile(r"一次性|相应的?|本市|市级|补[贴助]|待遇|的")
#: 符合条件的可同时申领两项补贴: entitles nobody.
_SIDE_BY_SIDE = re.compile(r"同时(?:申[请领]|享受|领取)|叠加|择高|就高|重复")
_LEAST = 2  # pairs of a name


def names_granted(rule: Rule) -> set[str]:
    """The benefits that a rule without figures, or what it goes on about, names, less what any benefit is called."""
    found = (m["name"] for m in _GRANTED.finditer(fold(f"{rule.text} {rule.about}")))
    return {name for name in found if len(_PLAIN.sub("", name)) >= _LEAST}


def says(names: Iterable[str], text: str) -> bool:
    """Whether ``text`` speaks of one of the benefits ``names``."""
    said = set(bigrams(text))
    return any(set(bigrams(_PLAIN.sub(" ", name))) <= said for name in names)


def standard_of(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """The one rule that says what the benefit ``chosen`` grants comes to, all of whose conditions are met."""
    fits = [held for held in _standards_of(chosen, fitting) if _met(held)]
    return fits[0] if len(fits) == 1 else None


def decided_by(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """The rule on which it hangs what the benefit ``chosen`` grants comes to.

    That is the only one left open, or the nearest of those that all leave the case out.
    Whoever is 80 has the allowance, and 80至89周岁低保老年人 get 100元: to others of that age nothing comes of it.
    """
    standards = _standards_of(chosen, fitting)
    left = [held for held in standards if not held.fails]
    if len(left) == 1 and len(standards) > 1 and not _met(left[0]):
        return left[0]
    nearest = max(
        standards, key=lambda held: sum(outcome.met is True for outcome in held.outcomes), default=None
    )
    return _of_its_series(nearest, fitting) or nearest if nearest and not left else None


def _of_its_series(standard: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """What the same clause sets for the case by the measure by which ``standard`` leaves it out.

    护理补贴一级残疾人每人每月130元，二级残疾人100元: the second need not name the benefit again.
    """
    left_out = {outcome.asks for outcome in standard.told if not outcome.met}
    return next(
        (
            held
            for held in fitting
            if held.cited.citation == standard.cited.citation and held.cited.rule.benefits and not held.fails
            if left_out <= {outcome.asks for outcome in held.told if outcome.met}
        ),
        None,
    )


def _standards_of(chosen: Candidate, fitting: Sequence[Candidate]) -> list[Candidate]:
    """The rules that say what the benefit that ``chosen`` grants without a figure comes to."""
    if chosen.cited.rule.benefits or chosen.fails or chosen.cited.rule.strength not in _GIVING:
        return []
    names = names_granted(chosen.cited.rule)
    return [held for held in fitting if _sets(held, chosen, names)]


def entitling(chosen: Candidate, fitting: Sequence[Candidate]) -> Candidate | None:
    """The one rule without figures that says whom the benefit of ``chosen`` is granted to.

    What is for those of 15周岁以上 entitles nobody to what is set for 0至6周岁.
    """
    if not chosen.cited.rule.benefits or chosen.cited.rule.strength not in _GIVING:
        return None
    grants = [
        held
        for held in fitting
        if held.cited.rule.strength in _GIVING and not held.cited.rule.benefits and held.outcomes
        if not _SIDE_BY_SIDE.search(held.cited.rule.text)
        if _sets(chosen, held, names_granted(held.cited.rule)) and not _shuts_out(held, chosen)
    ]
    return grants[0] if len(grants) == 1 else None


def _shuts_out(grant: Candidate, standard: Candidate) -> bool:
    """Whether ``grant`` leaves the case out by the very measure by which ``standard`` is for it."""
    fits = {outcome.asks for outcome in standard.told if outcome.met}
    return any(outcome.asks in fits for outcome in grant.told if not outcome.met)


def _sets(standard: Candidate, grant: Candidate, names: set[str]) -> bool:
    """Whether ``standard`` has figures for what ``grant`` names, in another sentence of the same text."""
    rule, other = standard.cited.rule, grant.cited
    if not rule.benefits or rule.strength not in _GIVING or standard.cited.document != other.document:
        return False
    if rule.span.overlaps(other.rule.span) or any(benefit.extra for benefit in rule.benefits):
        return False
    said = f"{standard.cited.under} {rule.about} {rule.text}"
    return _of_its_group(rule, other.rule) or says(names, said) or _in_its_own(standard, names)


def _in_its_own(standard: Candidate, names: set[str]) -> bool:
    """Whether the figures stand in a document that has its title from the benefit, which 津贴标准 need not name again."""
    own = {"", *(purpose for name in names for purpose in purposes_told(name))}
    return standard.cited.named and bool(names) and {b.purpose for b in standard.cited.rule.benefits} <= own


def _of_its_group(standard: Rule, grant: Rule) -> bool:
    """Whether ``standard`` deals figures to a group of the list by which ``grant`` is had."""
    options = (o for c in grant.conditions if isinstance(c.test, Either) for o in c.test.options)
    return any(option.group and option.group in standard.text for option in options)


def _met(held: Candidate) -> bool:
    """Whether the case tells that every condition is met, if there is any."""
    return all(outcome.met for outcome in held.outcomes)
