"""What a figure told is said of: a span of time of the lease or of the running, an age of the father or of oneself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from yiyang_qa.eligibility.measures import MEASURES, Measure
from yiyang_qa.types import Span

_STRETCH = re.compile(r"[^,;。()?!\n]+")
#: What lasts, or lies back, and is no measure: six years of retirement are none of work, a year's rent none of a lease.
_OF_NO_MEASURE = re.compile(
    r"退休|住院|瘫|卧床|生病|病了?|失能|失智|建成|盖|买|房龄|楼龄|租金|房租|年租|月租|押金?|剩|下岗|失业|结婚|离婚|当兵|"
    r"住(?:在|进|着|了)?(?:养老|敬老|福利|护理)院|离开|停业?|关门|整改|断了|(?:中断|停止?|暂停)(?:缴费|参保|缴纳)?|停[缴保]|欠[缴费]"
)
_SIGNED = re.compile("合同|签")
_LEASED = re.compile(r"(?<!出)租(?!金)")
_LEASE, _CONTRACT = "房屋租期", "劳动合同期限"

#: Persons, each by every name of theirs; 我 is whoever asks.
_PERSONS = (
    ("父", re.compile(r"[爸爹]|父亲|老爷子|老头子")),
    ("母", re.compile(r"[妈娘]|母亲|老太太")),
    ("祖", re.compile(r"爷爷|奶奶|姥[姥爷]|外[婆公]|祖[父母]")),
    ("岳", re.compile(r"公公|婆婆|岳[父母]|丈[人母]")),
    ("偶", re.compile(r"老[伴公婆]|爱人|丈夫|妻子|媳妇")),
    ("亲", re.compile(r"[伯叔舅姑姨]|哥|姐|弟|妹|儿子|女儿|孩子|孙")),
    ("他", re.compile(r"[他她]|老人家?")),
    ("我", re.compile(r"[我俺咱](?![们家院司厂店])|本人")),
)
_ASKER, _SOMEONE = "我", "他"
_GETS = re.compile(r"能|可以|可否|够|算|符合|领|拿|享受|补|有没有")


def stretch_of(folded: str, figure: Span) -> Span:
    """The stretch between stops in which ``figure`` stands."""
    found = (Span(*m.span()) for m in _STRETCH.finditer(folded))
    return next((stretch for stretch in found if stretch.holds(figure)), figure)


def around(folded: str, stretch: Span, figure: Span, figures: Sequence[Span]) -> tuple[str, str]:
    """The words before and after ``figure`` in its ``stretch`` that belong to none of the other ``figures``."""
    before = [other.end for other in figures if stretch.start <= other.end <= figure.start]
    after = [other.start for other in figures if figure.end <= other.start <= stretch.end]
    return folded[max([stretch.start, *before]) : figure.start], folded[
        figure.end : min([stretch.end, *after])
    ]


def measures_told(unit: str, before: str, after: str, folded: str) -> frozenset[str]:
    """What a figure in ``unit`` measures: what is named nearest before it, else after; ``folded`` is all that is told."""
    rows = [measure for measure in MEASURES if measure.unit == unit]
    if plain := frozenset(measure.name for measure in rows if measure.told.fullmatch("")):
        return plain
    named = _nearest(rows, before, last=True) or _nearest(rows, after, last=False)
    signed = named == {_CONTRACT} and _SIGNED.search(before + after) and _LEASED.search(folded)
    return frozenset(named | {_LEASE} if signed else named) - {""}


def _nearest(rows: Sequence[Measure], words: str, *, last: bool) -> set[str]:
    """The measures named last, or first, in ``words``; an empty name for what is no measure."""
    found = [(m.span(), measure.name) for measure in rows for m in measure.told.finditer(words)]
    found += [(m.span(), "") for m in _OF_NO_MEASURE.finditer(words)]
    if not found:
        return set()
    (start, end), _ = (max if last else min)(found, key=lambda each: (each[0][1], -each[0][0]))
    near = [(span, name) for span, name in found if span[0] < end and start < span[1]]
    longest = max(b - a for (a, b), _ in near)
    return {name for (a, b), name in near if b - a == longest}


def ages_of_whom(folded: str, ages: Sequence[Span]) -> Iterator[Span]:
    """Of several ``ages`` those of the one asked about: named where it is asked, else not the asker."""
    owners = [_person(folded[stretch_of(folded, age).start : age.start]) for age in ages]
    asked = _asked_about(folded)
    named = {asked} if asked not in (None, _SOMEONE) else {owner for owner in owners if owner != _ASKER}
    wanted = named or {_ASKER}
    fitting = [age for age, owner in zip(ages, owners, strict=True) if owner in wanted]
    yield from fitting or ages


def of_another(folded: str, stretch: str) -> bool:
    """Whether ``stretch`` of what is told is said of somebody else than the one asked about, or named first."""
    owners = [_person(m[0]) for m in _STRETCH.finditer(folded)]
    meant = _asked_about(folded) or next(filter(None, owners), None)
    own = _person(stretch)
    return own not in (None, _SOMEONE, meant)


def beside_the_asker(folded: str, stretch: str) -> bool:
    """Whether ``stretch`` is said of somebody else, while another stretch tells of the asker: 我老公是…,我在…上班."""
    owners = {_person(m[0]) for m in _STRETCH.finditer(folded)}
    return _ASKER in owners and _person(stretch) not in (None, _ASKER)


def _asked_about(folded: str) -> str | None:
    """Who gets what is asked for, in the last stretch that names somebody and asks."""
    named = (_person(m[0]) for m in reversed([*_STRETCH.finditer(folded)]) if _GETS.search(m[0]))
    return next((person for person in named if person), None)


def _person(words: str) -> str | None:
    """The person named last in ``words``."""
    found = [(m.end(), name) for name, pattern in _PERSONS for m in pattern.finditer(words)]
    return max(found)[1] if found else None
