"""One condition held against a case: met, not met, or not told."""

from __future__ import annotations

from collections.abc import Callable

from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.facts import HOMES
from yiyang_qa.eligibility.nouns import COUNTING, Extent, comparable, extent
from yiyang_qa.eligibility.spending import own_costs
from yiyang_qa.eligibility.terms import (
    Belongs,
    Condition,
    Counted,
    Either,
    Interval,
    Measured,
    Named,
    Option,
    Spent,
    Stated,
    Unblemished,
)
from yiyang_qa.eligibility.worded import UNTOLD, Standing, confirmed, in_words
from yiyang_qa.types import Region


def standing(condition: Condition, case: Case, region: Region | None) -> Standing:
    """How ``case`` stands to ``condition`` of a document that speaks for ``region``.

    A condition that 或 joins to others is never failed on its own.
    """
    told = _standing(condition, case, region)
    met, given = confirmed(condition, case) if told == UNTOLD else told
    return (None if met is False and condition.one_of else met), given


def met_option(test: Either, case: Case, region: Region | None) -> Option | None:
    """The first of the options that ``case`` meets."""
    return next((o for o in test.options if option_standing(o, case, region)[0]), None)


def partly_met(condition: Condition, case: Case, region: Region | None) -> bool:
    """Whether ``case`` tells of part of an option, though of none in full: that she is 90, not that she lives alone."""
    test = condition.test
    if not isinstance(test, Either):
        return bool(standing(condition, case, region)[0])
    return any(partly_met(each, case, region) for option in test.options for each in option.conditions)


def _either(test: Either, case: Case, region: Region | None) -> Standing:
    """Met by one option; failed where all of them fail."""
    found = [option_standing(option, case, region) for option in test.options]
    met = next((standing for standing in found if standing[0]), None)
    if met is not None:
        return met
    failed = all(standing[0] is False for standing in found)
    given = dict.fromkeys(given for _, given in found if given)
    return (False, "、".join(given)) if failed else UNTOLD


def option_standing(option: Option, case: Case, region: Region | None) -> Standing:
    """All conditions of an option together; ``given`` are the words that meet them, or one that fails it."""
    found = [standing(condition, case, region) for condition in option.conditions]
    if failed := next((each for each in found if each[0] is False), None):
        return failed
    if not found or not all(met for met, _ in found):
        return UNTOLD
    return True, "、".join(dict.fromkeys(given for _, given in found if given))


def _standing(condition: Condition, told: Case, region: Region | None) -> Standing:
    match condition.test:
        case Measured() as test:
            return _quantified(test, told)
        case Unblemished() as test:
            return _unblemished(test, told)
        case Belongs() as test:
            return _local(test, told, region) if test.axis in HOMES else _belongs(test, told)
        case Named() as test:
            return _named(test, told)
        case Stated() as test:
            return in_words(condition, test, told)
        case Either() as test:
            return _either(test, told, region)


def _quantified(test: Measured, case: Case) -> Standing:
    if isinstance(test, Spent):
        return _spent(test, case)
    return _counted(test, case) if isinstance(test, Counted) else _measured(test, case)


def _measured(test: Measured, case: Case) -> Standing:
    told = only(case, lambda t: test.measure in t.measures, test.added)
    if told is None:
        return UNTOLD
    if test.added and not told.added:  # of 40 beds no 50 can be new
        return (False if told.interval.lies_below(test.bounds) else None), told.said
    return test.bounds.holds(told.interval), told.said


def _spent(test: Spent, case: Case) -> Standing:
    costs = own_costs(case)
    return (test.bounds.holds(Interval(costs.value, costs.value)), costs.said) if costs else UNTOLD


def _counted(test: Counted, case: Case) -> Standing:
    """A number told of the same thing; one told of some of it, or of more than it, may still decide."""
    found = [(told, said) for told in case.quantities if (said := _said_of(test, told))]
    same = [(told, said) for told, said in found if said is Extent.SAME]
    if len(same or found) != 1:
        return UNTOLD
    told, said = (same or found)[0]
    interval = (Extent.PART if told.added and not test.added else said).bounds(told.interval)
    if test.added and not told.added:  # of 10 in all no 20 can be new
        return (False if interval.lies_below(test.bounds) else None), told.said
    return test.bounds.holds(interval), told.said


def _said_of(test: Counted, told: Told) -> Extent | None:
    if not comparable(test.unit, told.unit):
        return None
    return extent(test.measure, told.lead, told.noun, of_things=test.unit in COUNTING)


def _belongs(test: Belongs, case: Case) -> Standing:
    on_axis = [trait for trait in case.traits if trait.axis == test.axis]
    fitting = [trait for trait in on_axis if trait.value in test.allowed]
    held = [trait for trait in fitting if not trait.denied]
    if held:
        return True, held[0].said
    if fitting and {trait.value for trait in fitting} == test.allowed:
        return False, fitting[0].said
    others = [trait for trait in on_axis if not trait.denied]
    return (False, others[0].said) if others and BY_NAME[test.axis].exclusive else UNTOLD


def _named(test: Named, case: Case) -> Standing:
    """Of the grades of a list the case must name one and no other."""
    if test.names & case.groups:
        return True, next(iter(test.names & case.groups))
    own = [name for name in test.names if name in _without(case.text, name, test.others)]
    others = [n for n in test.others if n in case.groups or n in _without(case.text, n, test.names)]
    if bool(own) == bool(others):
        return UNTOLD
    return bool(own), max(own or others, key=len)


def _without(text: str, name: str, others: frozenset[str]) -> str:
    """``text`` less those of ``others`` that hold ``name``: 非普惠 is no 普惠."""
    for other in others:
        if name in other:
            text = text.replace(other, "")
    return text


def _local(test: Belongs, case: Case, region: Region | None) -> Standing:
    """A place inside the region is local; one that holds the region may be or not."""
    told = next((home for home in case.homes if home.axis == test.axis), None)
    if told is None:
        return UNTOLD
    if told.region is None:
        return not told.denied, told.said
    if region is None:
        return UNTOLD
    inside, around = region.contains(told.region), told.region.contains(region)
    if told.denied:
        return (False if around else None), told.said if "不" in told.said else f"不是{told.said}"
    return (None if around and not inside else inside), told.said


def _unblemished(test: Unblemished, case: Case) -> Standing:
    for event in case.events:
        if not event.events & test.events or (test.subjects and not event.subjects & test.subjects):
            continue
        if event.denied:
            return True, event.said
        if test.grave and not event.grave and "失信" not in event.events:
            return None, event.said
        recent = test.years is None or (event.years_ago is not None and event.years_ago < test.years)
        return (False if recent else None), event.said
    return UNTOLD


def only(case: Case, fits: Callable[[Told], bool], added: bool = False) -> Told | None:
    """The one quantity told that fits; of several the new one where only what is new counts, and none that is part of another."""
    fitting = [told for told in case.quantities if fits(told)]
    if len(fitting) > 1:
        fitting = [told for told in fitting if not told.is_part]
    if added and len(fitting) > 1:
        fitting = [told for told in fitting if told.added]
    return fitting[0] if len(fitting) == 1 else None
