"""One condition held against a case: met, not met, or not told."""

from __future__ import annotations

import re
from collections.abc import Callable

from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.eligibility.case import Case, Home, Told
from yiyang_qa.eligibility.nouns import COUNTING, Extent, comparable, extent
from yiyang_qa.eligibility.terms import (
    Belongs,
    Condition,
    Counted,
    Measured,
    Named,
    Stated,
    Unblemished,
)
from yiyang_qa.text import fold, one_line
from yiyang_qa.types import Region

#: Whether it is met, and the case's own words that say so.
Standing = tuple[bool | None, str | None]
UNTOLD: Standing = (None, None)
#: Left to another text: to be looked up, not to be asked of the applicant.
_DEFERRED = ("规定", "条件", "视情况")
_DENIES = r"(?<!是)(?<!有)(?<!属)(?:不是|不属于|不算|没有?|并?非|不)"
_LEAST_DENIED = 3  # 字
#: What the number of a thing is called, by its unit: 护理员人数.
_NUMBERS = {"人": "人数", "个": "数量", "家": "数量", "所": "数量", "处": "数量", "间": "数量", "台": "数量"}


def standing(condition: Condition, case: Case, region: Region | None) -> Standing:
    """How ``case`` stands to ``condition`` of a document that speaks for ``region``.

    A condition that 或 joins to others is never failed on its own.
    """
    told = _standing(condition, case, region)
    met, given = _confirmed(condition, case) if told == UNTOLD else told
    return (None if met is False and condition.one_of else met), given


def asks(condition: Condition) -> str:
    """What to ask where the case does not say: 房屋租期, 失能等级, or whether the condition holds."""
    test = condition.test
    if isinstance(test, Counted):
        return f"{'新增' if test.added else ''}{test.measure}{_NUMBERS.get(test.unit, '')}"
    if isinstance(test, Measured):
        return ("新增" if test.added else "") + test.measure
    if isinstance(test, Belongs):
        return test.axis
    if isinstance(test, Named):
        return f"属于哪种情形（{test.among}）"
    words = _words(condition)
    return f"“{words}”的具体要求" if words.endswith(_DEFERRED) else f"是否“{words}”"


def _words(condition: Condition) -> str:
    return one_line(condition.text.strip("，,、的 "))


def _confirmed(condition: Condition, case: Case) -> Standing:
    """What the asker says of a condition in its own words."""
    holds = dict(case.confirmed).get(_words(condition))
    if holds is None:
        return UNTOLD
    excepts = isinstance(condition.test, Stated) and condition.test.excepts
    return holds is not excepts, "已确认" if holds else "确认不具备"


def _denied(condition: Condition, test: Stated, case: Case) -> Standing:
    """What the asker denies of a condition that is only words: 没有残疾人证 of 持有残疾人证, 不困难 of 困难家庭."""
    words = fold(_words(condition))
    ends = (
        end
        for n in range(len(words), max(_LEAST_DENIED, len(words) // 2) - 1, -1)
        for end in (words[-n:], words[:n])
    )
    for end in ends:
        if found := re.search(rf"{_DENIES}{re.escape(end)}", case.text):
            return test.excepts, found[0]
    return UNTOLD


def _standing(condition: Condition, told: Case, region: Region | None) -> Standing:
    match condition.test:
        case Measured() as test:
            return _counted(test, told) if isinstance(test, Counted) else _measured(test, told)
        case Unblemished() as test:
            return _unblemished(test, told)
        case Belongs("户籍" | "居住地" as axis):
            return _local(next((home for home in told.homes if home.axis == axis), None), region)
        case Belongs() as test:
            return _belongs(test, told)
        case Named() as test:
            return _named(test, told)
        case Stated() as test:
            return _denied(condition, test, told)


def _measured(test: Measured, case: Case) -> Standing:
    told = only(case, lambda t: test.measure in t.measures, test.added)
    if told is None:
        return UNTOLD
    if test.added and not told.added:  # of 40 beds no 50 can be new
        return (False if told.interval.lies_below(test.bounds) else None), told.said
    return test.bounds.holds(told.interval), told.said


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
        return False, f"不是{fitting[0].said}"
    others = [trait for trait in on_axis if not trait.denied]
    return (False, others[0].said) if others and BY_NAME[test.axis].exclusive else UNTOLD


def _named(test: Named, case: Case) -> Standing:
    """Of the grades of a list the case must name one and no other."""
    own = [name for name in test.names if name in _without(case.text, name, test.others)]
    others = [name for name in test.others if name in _without(case.text, name, test.names)]
    if bool(own) == bool(others):
        return UNTOLD
    return bool(own), max(own or others, key=len)


def _without(text: str, name: str, others: frozenset[str]) -> str:
    """``text`` less those of ``others`` that hold ``name``: 非普惠 is no 普惠."""
    for other in others:
        if name in other:
            text = text.replace(other, "")
    return text


def _local(told: Home | None, region: Region | None) -> Standing:
    """A place inside the region is local; one that holds the region may be or not."""
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
    """The one quantity told that fits; of several the new one where only what is new counts."""
    fitting = [told for told in case.quantities if fits(told)]
    if added and len(fitting) > 1:
        fitting = [told for told in fitting if told.added]
    return fitting[0] if len(fitting) == 1 else None
