"""What to ask of a case that does not say how it stands to a condition."""

from __future__ import annotations

from collections.abc import Iterator

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.matching import option_standing, standing
from yiyang_qa.eligibility.terms import Belongs, Condition, Counted, Either, Measured, Named
from yiyang_qa.eligibility.worded import words_of
from yiyang_qa.types import Region

#: Left to another text: to be looked up, not to be asked of the applicant.
_DEFERRED = ("规定", "条件", "视情况")
#: What the number of a thing is called, by its unit: 护理员人数.
_NUMBERS = {"人": "人数", "个": "数量", "家": "数量", "所": "数量", "处": "数量", "间": "数量", "台": "数量"}
_FEW = 3  # options that a sentence joins; more are a list
_MOST_ASKED = 4  # things named where a list is asked for


def asks(condition: Condition) -> str:
    """What to ask where a case does not say: 房屋租期, 失能等级, or whether the condition holds."""
    test = condition.test
    if isinstance(test, Counted):
        return f"{'新增' if test.added else ''}{test.measure}{_NUMBERS.get(test.unit, '')}"
    if isinstance(test, Measured):
        return ("新增" if test.added else "") + test.measure
    if isinstance(test, Belongs):
        return test.axis
    if isinstance(test, Named):
        return f"属于哪种情形（{test.among}）"
    words = words_of(condition)
    return f"“{words}”的具体要求" if words.endswith(_DEFERRED) else f"是否“{words}”"


def asked(condition: Condition, case: Case, region: Region | None) -> str:
    """What to ask of ``case`` where it does not say; of a list what its nearest items leave open."""
    test = condition.test
    if isinstance(test, Either) and _listed(test) and (left := _open(test, case, region)):
        return f"属于所列哪种情形（{'、'.join(left)}）"
    return asks(condition)


def _listed(test: Either) -> bool:
    """Whether the options are items of a list, each by itself."""
    return any(len(option.conditions) > 1 for option in test.options) or len(test.options) > _FEW


def _open(test: Either, case: Case, region: Region | None) -> tuple[str, ...]:
    """What is to be asked of the options that the case leaves open, the nearest first."""
    left = [
        [c for c in option.conditions if standing(c, case, region)[0] is None]
        for option in test.options
        if option_standing(option, case, region)[0] is None
    ]
    nearest = [condition for conditions in sorted(left, key=len) for condition in conditions]
    names = (name for each in nearest for name in _shortly(each, case, region))
    return tuple(dict.fromkeys(names))[:_MOST_ASKED]


def _shortly(condition: Condition, case: Case, region: Region | None) -> Iterator[str]:
    """What a condition is about: its category, those of the options that are still open, else its words."""
    match condition.test:
        case Belongs(axis):
            yield axis
        case Measured(measure):
            yield measure
        case Either(options) if len(options) > 1:
            left = (o for o in options if option_standing(o, case, region)[0] is None)
            yield from (name for o in left for each in o.conditions for name in _shortly(each, case, region))
        case _:
            yield words_of(condition)
