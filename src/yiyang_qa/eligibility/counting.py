"""Counts told bound to what a figure goes by: beds to 每张, persons to 每人, visits to 每人次."""

from __future__ import annotations

import re

from yiyang_qa.eligibility.axes_of_persons import OF_PERSONS
from yiyang_qa.eligibility.case import Case, Told
from yiyang_qa.eligibility.matching import only
from yiyang_qa.eligibility.terms import Basis, Belongs, Benefit, Condition, Measured, Rule
from yiyang_qa.eligibility.units import TIMES

_UNIT_OF = {"床": "张", "名": "人", "位": "人"}
#: What a rate may go by that a case counts; the rest of its parts is time.
_THINGS = frozenset(["张", "床", "个", "户", "家", "所", "间", "处", "件", "台", "人次"])
_HEADS = "人"
#: 护理型, 普惠性: a sort of what is counted.
_SORT = re.compile(r"[一-龥]{2}[型性类]|[一-龥]{1,2}(?:护理|康复|医疗|认知)(?=床)")
_PERSONS = re.compile(
    r"老年?人|失能|失智|特困|护理员|护士|职工|员工|学员|参保人|残疾人|失业人员|毕业生|孩子|儿童"
)
_ANY = re.compile(r"老年?人[^一-龥]*")
#: Verbs behind which the persons counted are named: 收住失能老人120人.
_VERB = re.compile(r".*(?:收住|收养|收了|收|入住|住着|住|有|照顾|服务|招|聘|培训|是|的|了)")
#: 都是重度, 全部为低保: said of all the persons counted.
_ALL = re.compile(r"都(?:是|为|\d|满|[七八九])|全(?:都)?是|全部(?:是|为)|均为")
_AXES = frozenset(axis.name for axis in OF_PERSONS)


def parts(per: str) -> tuple[str, ...]:
    """人月 goes by heads and months, 人次 by visits."""
    return tuple(re.findall(rf"{TIMES}|.", per))


def counted_by(benefit: Benefit) -> str | None:
    """The part of what ``benefit`` goes by that a case may count; None where it goes by time alone."""
    return next((part for part in parts(benefit.per) if part in _THINGS or part == _HEADS), None)


def count(benefit: Benefit, rule: Rule, case: Case, added: bool = False) -> Told | None:
    """The one count told of what ``benefit`` of ``rule`` goes by."""
    by = counted_by(benefit)
    if benefit.basis not in (Basis.COUNT, Basis.RATE) or by is None:
        return None
    if benefit.basis is Basis.RATE and by == _HEADS:
        return _heads(rule, case)
    unit, noun = _UNIT_OF.get(by, by), benefit.noun

    def fits(told: Told) -> bool:
        return told.unit == unit and not _is_of_persons(told) and (not noun or like(told.noun, noun))

    return only(case, lambda told: fits(told) and sorted_by(told, rule), added) or only(case, fits, added)


def sorted_by(told: Told, rule: Rule) -> bool:
    """Whether ``told`` is of a sort that ``rule`` is for: 40张是护理型的 of 护理型床位每张另增3000元."""
    return any(sort[0] in rule.text for sort in _SORT.finditer(f"{told.lead} {told.noun}"))


def unclear(benefit: Benefit, case: Case) -> bool:
    """Whether ``benefit`` goes by heads and persons are told, so that one head's share is no answer."""
    return _HEADS in parts(benefit.per) and any(map(_is_of_persons, case.quantities))


def like(told: str, noun: str) -> bool:
    """Whether people mean ``noun`` by ``told``: 社区养老站 leaves out of 社区养老服务站 what goes without saying."""
    short, long = sorted((told, noun), key=len)
    if len(short) < 2 or short[-1] != long[-1]:
        return False
    rest = iter(long)
    return all(c in rest for c in short)


def _heads(rule: Rule, case: Case) -> Told | None:
    """The number of persons told whom ``rule`` names: 30个失能老人; of persons unnamed, where it is of all of them."""
    told = only(case, _is_of_persons)
    if told is None:
        return None
    named = _named(told)
    qualified = any(map(_is_of_a_person, rule.conditions))
    if named and not (qualified and _ANY.fullmatch(named)):  # 50个老人 are not all of them 失能
        return told if _named_in(rule, named) else None
    return told if not qualified or _ALL.search(case.text) else None


def _is_of_a_person(condition: Condition) -> bool:
    match condition.test:
        case Belongs(axis):
            return axis in _AXES
        case Measured(measure):
            return measure == "年龄"
    return False


def _is_of_persons(told: Told) -> bool:
    return told.unit == "人" or (told.unit == "个" and bool(_PERSONS.search(told.noun)))


def _named(told: Told) -> str:
    """The persons counted, named behind the figure or right before it; empty where they are not."""
    if _PERSONS.search(told.noun):
        return told.noun
    before = _VERB.sub("", told.breath.partition(told.said)[0])
    found = [m.end() for m in _PERSONS.finditer(before)]
    return before if found and found[-1] == len(before) else ""


def _named_in(rule: Rule, persons: str) -> bool:
    """Whether ``rule`` names ``persons``, or what they are: 重度失能老人 where it goes on 重度失能每人每月350元."""
    found = _PERSONS.search(persons)
    if found is None:
        return persons in rule.text
    what = persons[: found.start()]
    return found[0].replace("老年人", "老人") in rule.text.replace("老年人", "老人") or (
        len(what) > 1 and what in rule.text
    )
