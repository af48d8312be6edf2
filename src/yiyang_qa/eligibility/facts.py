"""A case told as values: each fact becomes what ``case`` would have read in words, without the reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.eligibility.case import Case, Home, Told
from yiyang_qa.eligibility.kinds import kinds_named
from yiyang_qa.eligibility.measures import MEASURES
from yiyang_qa.eligibility.records import EVENTS, SUBJECTS, Event
from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.eligibility.traits import Trait
from yiyang_qa.regions import mentions
from yiyang_qa.types import Fact, Region

#: Subjects of facts that are neither a measure nor a category.
NEW, BODY, COUNT, SUM, RECORD, CONFIRMED = "新增", "主体", "数量", "金额", "不良记录", "已确认"
#: Categories of which a case has a place.
HOMES = frozenset({"户籍", "居住证", "居住地"})
_BY_NAME = {measure.name: measure for measure in MEASURES}
_MONTHS = {"年": Decimal(12)}  # what is told in years is reckoned in months


def case_of(facts: Sequence[Fact]) -> Case:
    """The case that ``facts`` tell; a subject that no table knows says nothing."""
    added = any(fact.subject == NEW and fact.value is True for fact in facts)
    return Case(
        text="",
        quantities=tuple(_quantities(facts, added)),
        traits=tuple(_traits(facts)),
        events=tuple(_event(fact) for fact in facts if fact.subject == RECORD),
        kinds=kinds_named(str(fact.value) for fact in facts if fact.subject == BODY),
        homes=tuple(_homes(facts)),
        confirmed=tuple((fact.of, fact.value is True) for fact in facts if fact.subject == CONFIRMED),
        formal=bool(facts),
    )


def together(words: Case, values: Case) -> Case:
    """One case out of what is told in ``words`` and as ``values``; a value stands where both speak."""
    measures = frozenset(name for told in values.quantities for name in told.measures)
    axes = {trait.axis for trait in values.traits}
    homes = {home.axis for home in values.homes}
    return replace(
        words,
        quantities=(*values.quantities, *(q for q in words.quantities if not q.measures & measures)),
        traits=(*values.traits, *(trait for trait in words.traits if trait.axis not in axes)),
        events=(*words.events, *values.events),
        kinds=words.kinds | values.kinds,
        homes=(*values.homes, *(home for home in words.homes if home.axis not in homes)),
        confirmed=values.confirmed,
        formal=values.formal,
    )


def region_named(name: str) -> Region | None:
    """The one region that ``name`` means; None where it means none or several."""
    found = [mention.region for mention in mentions(name)]
    return found[-1] if found else None


def _quantities(facts: Sequence[Fact], added: bool) -> Iterator[Told]:
    for fact in facts:
        measure = _BY_NAME.get(fact.subject)
        if not isinstance(fact.value, Decimal) or not (measure or fact.subject in (COUNT, SUM)):
            continue
        new = "新增" if added and fact.subject == "床位数" else ""
        value = fact.value * _MONTHS.get(fact.unit, 1)
        yield Told(
            interval=Interval(value, value),
            unit=measure.unit if measure else fact.unit,
            said=new + fact.said,
            noun=fact.of if fact.subject == COUNT else "",
            lead=new + (fact.of or fact.subject),
            breath=new + fact.words,
            measures=frozenset({measure.name} if measure else ()),
            added=bool(new),
        )


def _traits(facts: Sequence[Fact]) -> Iterator[Trait]:
    for fact in facts:
        if fact.subject not in BY_NAME.keys() - HOMES:
            continue
        if isinstance(fact.value, bool):  # of a category with one value
            value = BY_NAME[fact.subject].values[0][0]
            yield Trait(fact.subject, value, value if fact.value else f"不是{value}", denied=not fact.value)
        else:
            yield Trait(fact.subject, str(fact.value), str(fact.value))


def _homes(facts: Sequence[Fact]) -> Iterator[Home]:
    for fact in facts:
        region = region_named(str(fact.value)) if fact.subject in HOMES else None
        if region is not None:
            yield Home(fact.subject, region, fact.words, denied=False)


def _event(fact: Fact) -> Event:
    """A blot so many years ago; a fact that names none says that there is none at all."""
    if not fact.of:
        return Event(EVENTS, SUBJECTS, None, True, "没有不良记录", denied=True)
    years = int(fact.value) if isinstance(fact.value, Decimal) else None
    return Event(frozenset({fact.of}), frozenset(), years, False, f"{fact.said}前有{fact.of}")
