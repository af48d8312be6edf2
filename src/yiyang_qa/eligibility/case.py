"""A case (申请人的情况) as told in words or as facts: quantities, categories, past events, household."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from yiyang_qa.eligibility.kinds import told_kinds
from yiyang_qa.eligibility.measures import TOLD_NEW
from yiyang_qa.eligibility.nouns import comparable
from yiyang_qa.eligibility.owning import ages_of_whom, around, measures_told, stretch_of
from yiyang_qa.eligibility.records import Event, told_events
from yiyang_qa.eligibility.telling import told
from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.eligibility.traits import Trait, told_traits
from yiyang_qa.eligibility.units import Quantity
from yiyang_qa.regions import Mention, mentions
from yiyang_qa.text import fold, spaced
from yiyang_qa.types import Region

_NOUN = re.compile(r"(?P<noun>[一-龥]{0,16}?)(?=[^一-龥]|加上?|和|与|及|跟|还|再|$)")
_HOMES = (
    (
        "户籍",
        re.compile(
            r"户[口籍](?:还|就|都|又|也|早就?|已经?|后来|刚|[今去前]年|[上这]个?月)*(?:不?(?:在|是|属于?)|[迁转落挪搬](?:到|去|往|在|进|回|至)?)?"
        ),
    ),
    ("居住证", re.compile(r"居住证")),
    ("居住地", re.compile(r"(?<!不)(?:居住|常住|定居|住)(?:就|都|地)?(?:在|是)?")),
)
#: 运营补贴一个月多少: the time for which something is asked, told of nothing.
_ASKED_FOR = re.compile(
    r"(?:能|可以?|会|大概|大约|一共|总共|共|给|发|领|拿|补|付|有|是|到|下来|得|要)*(?:多少|几[^年月])"
)
_AT_A_TIME = frozenset({1, 12})  # months
#: 外地户口, 不是本市户口: told without naming the place.
_LOCAL = r"(?:本地|本[市省区县]|当地)"
_REGISTERED = re.compile(
    rf"(?P<denied>(?:不是|不属于|没有?|非){_LOCAL}的?|外[地省市来]的?|别处的?)户[口籍]|户[口籍](?:都|还)?(?P<away>不(?:在|是|属于?){_LOCAL}|(?:在|是)外[地省市])|"
    rf"{_LOCAL}的?户[口籍](?!的?(?:才|能|可以|有|没))"
)
#: 有居住证, 没有居住证: of the place asked about.
_PERMIT = re.compile(r"(?P<denied>没有?办?|未办?|无)?(?:办了?|有|持有?)?(?:本[市地]|当地)?的?居住证")
#: A speaker of his own case; without one, a category alone may be the subject of a general question.
_SELF = re.compile(
    r"[我俺咱]|评(?:上|了|为)|考(?:上|了|下|取|出)|拿[了到下]|刚|已经|入职(?![补奖])|本(?:公司|院|机构|人)|自家|有(?:个|位)老人"
)
_PART = re.compile("其中|里面|里头|当中")
_IN_ALL = re.compile("一共|总共|合计|原有|原来|现有|已有")
#: 想开一家养老院, 新办了家护理院: all its beds are new, unless some are told to have been there.
_OPENS_ONE = re.compile(
    r"(?:(?:想|打算|准备|计划|筹备|正?要|拟)[^,。;?!]{0,8}?(?:开办?|兴?办|建设?|盖)|新(?:开|办|建|盖|设立?))[了个家所间座一的]*"
    r"[^,。;?!]{0,6}?(?:养老|护理|托老|敬老|医养|托养|康养)[^,。;?!]{0,3}?[院所机中站]"
)
_BEDS = "床位数"
_FILLS = re.compile(r"新?[增添]加?|那么?|要是|如果|只有?|一共|有|呢|的?话|[我咱]们?|是|不到|才|就|,| ")
_NAMES = re.compile("[一-龥]")
_LINKS = "是有为了到共要"
_HEAD = 2  # 字 by which two things counted have one name
_NOT = re.compile(r"(?:不是|不在|不属于?|没有?|[非冇无未])$")


@dataclass(frozen=True, slots=True)
class Told:
    """A quantity told: ``said`` as in the question, ``noun`` what follows it (社区养老站)."""

    interval: Interval
    unit: str
    said: str
    noun: str
    lead: str  # what stands before it and belongs to no other figure: 我们护理员有
    breath: str  # the stretch between stops in which it stands
    measures: frozenset[str]
    added: bool  # told as new: 新增, 添, 扩

    @property
    def is_part(self) -> bool:
        """Whether it is told as part of another: 60张，其中40张是护理型的."""
        return bool(_PART.search(self.lead))


@dataclass(frozen=True, slots=True)
class Home:
    """户籍, 居住证 or 居住地 (``axis``) as told: a place, or one that it is not; without a ``region``, the place asked about."""

    axis: str
    region: Region | None
    said: str
    denied: bool


@dataclass(frozen=True, slots=True)
class Case:
    """What a question tells of its own case; ``text`` is folded."""

    text: str
    quantities: tuple[Told, ...]
    traits: tuple[Trait, ...]
    events: tuple[Event, ...]
    kinds: frozenset[str]
    homes: tuple[Home, ...]
    #: Conditions that no type covers, by their words, and whether the asker says they hold.
    confirmed: tuple[tuple[str, bool], ...] = ()
    groups: frozenset[str] = frozenset()  # of a text, into which its lists put the case: 甲类保障对象
    formal: bool = False  # told as values, so surely the asker's own

    @property
    def own(self) -> bool:
        """Whether somebody speaks of a case of his own."""
        return self.formal or bool(_SELF.search(self.text))

    @property
    def tells(self) -> bool:
        """Whether anything is told that a rule could be held against."""
        own = bool(self.quantities or self.events or self.homes) or self.formal
        return own or (bool(self.traits) and bool(_SELF.search(self.text)))


def case(question: str, as_of: date, last: str = "") -> Case:
    """The case that ``question`` tells, put right by its ``last`` turn; 前年 and 三年前 count from ``as_of``."""
    folded = spaced(question)
    return Case(
        text=folded,
        quantities=tuple(_put_right(_quantities(folded, question), last)),
        traits=tuple(told_traits(folded, fold(last))),
        events=tuple(told_events(folded, as_of)),
        kinds=told_kinds(folded),
        homes=tuple(_homes(question)),
    )


def _quantities(folded: str, question: str) -> Iterator[Told]:
    found = list(told(folded))
    ages = [quantity.span for quantity in found if quantity.unit == "岁"]
    meant = set(ages_of_whom(folded, ages))
    opens_one = bool(_OPENS_ONE.search(folded)) and not _IN_ALL.search(folded)
    for quantity in found:
        if quantity.unit == "岁" and quantity.span not in meant:
            continue
        if quantity.interval.exact in _AT_A_TIME and _asked_for(folded, quantity):
            continue
        stretch = stretch_of(folded, quantity.span)
        before, after = around(folded, stretch, quantity.span, [other.span for other in found])
        noun = _NOUN.match(folded, quantity.span.end)
        behind = after if quantity.span.end + len(after) == stretch.end else ""  # else of the next figure
        measures = measures_told(quantity.unit, before, after, folded)
        said_new = TOLD_NEW.search(before + quantity.span.of(folded)) or TOLD_NEW.search(behind)
        yield Told(
            interval=quantity.interval,
            unit=quantity.unit,
            said=quantity.span.of(question).strip(),
            noun=noun["noun"] if noun else "",
            lead=before,
            breath=stretch.of(folded),
            measures=measures,
            added=bool(said_new) or (opens_one and _BEDS in measures),
        )


def _asked_for(folded: str, quantity: Quantity) -> bool:
    return quantity.unit == "月" and bool(_ASKED_FOR.match(folded, quantity.span.end))


def _put_right(quantities: Iterable[Told], last: str) -> Iterator[Told]:
    """``quantities`` without those that the ``last`` turn tells otherwise: 租了6年…, 那才租了4年呢."""
    anew = list(_quantities(spaced(last), last))
    said = {told.said for told in anew}
    kept = list(quantities)
    instead = {
        new.said: [old for old in kept if old.said not in said and _of_the_same(old, new)] for new in anew
    }
    gone = [old for olds in instead.values() for old in olds]
    bare = {new.said for new in anew if _is_bare(new)}
    for each in kept:
        old = next(iter(instead.get(each.said, ())), None)
        if old and not _IN_ALL.search(each.breath):  # 那30张呢 after 新增40张: as new as those
            named = replace(each, noun=old.noun, lead=old.lead) if each.said in bare else each
            yield replace(named, added=each.added or old.added)
        elif each not in gone:
            yield each


def _of_the_same(one: Told, other: Told) -> bool:
    """Whether two quantities are told of the same: in one measure, or of a thing with one name."""
    if one.measures or other.measures:
        return bool(one.measures & other.measures)
    return comparable(one.unit, other.unit) and (
        _is_bare(other)
        or one.noun[:_HEAD] == other.noun[:_HEAD] != ""
        or _named_before(one, other)
        or _named_before(other, one)
    )


def _is_bare(told: Told) -> bool:
    """Whether a count names nothing: 新增19个呢."""
    return not _NAMES.search(_FILLS.sub("", told.lead) + _FILLS.sub("", told.noun))


def _named_before(one: Told, other: Told) -> bool:
    """Whether what is named behind ``one`` is named before ``other``, or alike before both: 12个护理员, 护理员8个."""
    names = [one.noun[:n] for n in range(_HEAD, len(one.noun) + 1)] or [one.lead.rstrip(_LINKS)[-_HEAD:]]
    return any(len(name) >= _HEAD and other.lead.rstrip(_LINKS).endswith(name) for name in names)


def _homes(question: str) -> Iterator[Home]:
    """河南户口, 户口在番禺, 不是广州户口; 住在绍兴; 外地户口."""
    folded = fold(question)
    if registered := _REGISTERED.search(folded):
        denied = bool(registered["denied"] or registered["away"])
        yield Home("户籍", None, question[slice(*registered.span())], denied)
    named = [m for m in mentions(question) if m.region is not None]
    permit = _PERMIT.search(folded)
    if permit and not any(m.span.end == folded.find("居住证", permit.start()) for m in named):
        yield Home("居住证", None, question[slice(*permit.span())], bool(permit["denied"]))
    for axis, pattern in _HOMES:
        for found in pattern.finditer(folded):
            near = [m for m in named if m.span.start == found.end() or _before(m, found, axis)]
            if near and near[0].region is not None:
                first = near[0]
                said = question[min(first.span.start, found.start()) : max(first.span.end, found.end())]
                yield Home(axis, near[0].region, said, bool(_NOT.search(folded, 0, first.span.start)))
                break


def _before(mention: Mention, found: re.Match[str], axis: str) -> bool:
    """绍兴户口, 绍兴居住证; nobody says 绍兴住."""
    return axis != "居住地" and 0 <= found.start() - mention.span.end <= 1
