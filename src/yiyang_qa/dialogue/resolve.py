"""From the turns of a conversation to wordings that can be searched by themselves.

A follow-up is searched as {last}, {previous + last} and {first + last}, fused by the
ranker; never with the whole history pasted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from yiyang_qa.dialogue.history import MAX_TURNS, last_answer, refuses, said_before, told, without_slips
from yiyang_qa.dialogue.intent import asks_which, intent_of
from yiyang_qa.dialogue.items import listing, with_its_item
from yiyang_qa.dialogue.neighbours import beside
from yiyang_qa.dialogue.phatic import phatic
from yiyang_qa.dialogue.places import Places, without_places
from yiyang_qa.dialogue.pointing import of_its_document, points_at_document
from yiyang_qa.dialogue.provisions import with_its_article
from yiyang_qa.dialogue.safety import out_of_scope
from yiyang_qa.dialogue.scope import Scope, everywhere, without_sets
from yiyang_qa.dialogue.subject import Subject, never
from yiyang_qa.dialogue.turns import asks_of_any, names_no_matter
from yiyang_qa.dialogue.wordings import beside_it
from yiyang_qa.parse.terms import REFERENCE
from yiyang_qa.text import fold
from yiyang_qa.types import Intent, Query, Question, Reason, Region

_NAMED = 5  # regions that a question restated names
#: A turn that only puts another region in the place of the last: 那番禺的呢, 换成威海怎么样.
_ONLY_ELSEWHERE = re.compile(
    r"(?:那么?|换成|换做|换到|改成|如果|要是|假如|不是|而是|我|再看看?|看看|再说说?|(?:说|问|想问|指)的?|(?:说|打|搞|弄)?错了?|应[该为]|放|是|在|到|去|的话|这边|那边|的|也|又|同样|一样|情况|"
    r"呢|吗|么|嘛|啊|呀|吧|怎么?样|如何|咋样|[\W_])*"
    r"(?:(?:[跟和与同比]|相比|起来|对照|[哪那]个|谁|[更还要]|[高低多少长短好严宽大小]|一样|差|不同|区别|差别|有|什么|啥|的|吗|呢|了|[\W_])*|"
    r"[也都](?:一样|是|要|有|能|可以)?[^,。?!;]{0,6}[吗么?]+)"
)
#: A turn that only asks where the last answer stands: 第几条, 原文给我.
_ONLY_WHERE = re.compile(
    r"(?:那|这|是|在|出自|具体|到底|文件|里|的|请|给我|看看?|发|一?下|[\W_])*(?:(?:哪|第几)一?条|原文|出处|原话|条文)"
    r"(?:是什么|怎么[说写]的?|给我|看看?|发|一?下|规定|写|说|呢|吗|啊|的|[\W_])*"
)
#: A document, which is of one region and not of the next.
_A_DOCUMENT = re.compile(rf"{REFERENCE}|《[^《》]*》")
#: What is left in front where names of regions have been taken away: 镇江和郑州的.
JOINS = re.compile(r"^[那和与及跟在、,，\s]*的?")
#: What led to the names taken away, or joined them to the rest: 回到重庆，什么时候开始; 和谁负责 of 郑州和镇江谁负责.
_BACK_TO = re.compile(
    r"^(?:(?:那|再|还是|我们|又)*(?:回到|说回|看回|换回|问回|看看?)(?=[,，\s]))?[和与及跟、,，\s]*"
)
#: What is asked of a subject without naming another: 责任单位是谁, 什么时候发的.
_OF_THE_SUBJECT = frozenset({Intent.UNITS, Intent.DATE})

#: Whether the documents of these regions, of all where there are none, come nearer to the first wording.
NearerIn = Callable[[tuple[Region, ...], str, str], bool]


@dataclass(frozen=True, slots=True)
class Resolved:
    """A query, the turn it answers, and what it leaves out."""

    query: Query
    excluded: tuple[Region, ...]  # 还有别的城市吗: the regions already spoken of
    refusal: Reason | None  # why no document can answer it
    last_answer: str = ""  # where the question goes on about what it tells
    points_at_document: bool = False  # and asks of the very document that it cites
    unheard: tuple[str, ...] = ()  # names of places asked about that are in no table of divisions
    matterless: bool = False  # nothing is said of a matter, of a place or before it: 要什么条件

    @property
    def asked(self) -> str:
        """The last turn alone; where it only names another region, what was asked before it."""
        return self.query.asked


def resolve(question: Question, places: Places, today: date, nearer: NearerIn = never) -> Resolved:
    """The question made to stand alone; ``places`` knows the regions that documents speak for.

    ``nearer`` tells of two wordings whether those of some regions come nearer to the first.
    """
    history = question.history[-MAX_TURNS:]
    spoken = [*said_before(history), without_slips(question.text)]
    asked = with_its_article(of_its_document(spoken[-1], last_answer(history)), last_answer(history))
    pointed = [*told(history), with_its_item(asked, listing(history), by_address=True)]
    turns = beside([each.said for each in pointed])
    *said, asked = turns
    meant = before_it = ""
    before, scope, subject = Scope(), Scope(), Subject()
    for turn, words, item in zip(turns, spoken, (each.item for each in pointed), strict=True):
        # a place in the name of an item is not one that is asked about
        aside = scope.aside(words, places)
        before, scope = scope, scope.after(words, places)
        elsewhere = {*places.named(words), *places.unheard(words)} - set(aside)
        if elsewhere:
            subject, before_it = subject.elsewhere(), without_places(before_it)
        bare = fold(without_places(turn))
        if before_it and _leans(bare, scope):
            meant = before_it
            continue
        matter = _BACK_TO.sub("", places.without_names(without_sets(turn, places), kept=aside))
        has_region = bool(elsewhere) or everywhere(turn)
        if item and item in matter:
            subject = subject.of_item(matter, item)
        else:
            subject = subject.after(matter, has_region=has_region, nearer=partial(nearer, scope.regions))
        meant = subject.restated or turn
        before_it = _A_DOCUMENT.sub("", fold(subject.restated or matter))
    every_other = scope is not before and bool(scope.excluded) and not scope.regions
    wordings = tuple(filter(None, subject.wordings)) or (asked,)
    points = points_at_document(asked)
    goes_on = points or wordings[0] != places.without_names(asked)
    if goes_on and scope == Scope():  # the place may have been named before the turns that are handed in
        scope = Scope(places.answering(last_answer(history)))
    intent = intent_meant(
        meant, 2 if every_other else len(scope.regions), case=bool(question.case), again=meant != asked
    )
    last = places.without_names(meant) if intent in _OF_THE_SUBJECT else ""
    if refuses(_answered_last(question, places), said):
        wordings = _after_refusal(subject, intent, asked) or wordings
    query = Query(
        text=_alone(_names(scope.regions), wordings[0], last) if said and not phatic(asked) else asked,
        asked=meant,
        intent=intent,
        regions=scope.regions,
        as_of=question.as_of or today,
        variants=(*wordings, *beside_it(wordings[0], intent, question.case)),
        case=question.case,
        registers=tuple(r for r in scope.registers if not any(about.contains(r) for about in scope.regions)),
    )
    goes_on_about = _answered_last(question, places) if goes_on else ""
    nowhere = Reason.NO_DOCUMENT_FOR_REGION if scope.unheard and not scope.regions else None
    refusal = out_of_scope(question.text) or nowhere
    matterless = not (said or scope.regions) and asks_of_any(without_places(without_sets(asked, places)))
    return Resolved(query, scope.excluded, refusal, goes_on_about, points, scope.unheard, matterless)


def _answered_last(question: Question, places: Places) -> str:
    """The last answer of the conversation; empty where ``question`` names a place of its own."""
    if places.named(question.text) or everywhere(question.text):
        return ""
    return last_answer(question.history)


def _after_refusal(subject: Subject, intent: Intent, asked: str) -> tuple[str, ...]:
    """How ``asked`` goes on about what was asked in vain: who is responsible for it, else nothing that can be found."""
    if intent is Intent.UNITS and names_no_matter(asked):
        return tuple(dict.fromkeys((subject.matter, *subject.wordings)))
    return replace(subject, aside="").wordings if subject.aside else ()


def _leans(bare: str, scope: Scope) -> bool:
    """Whether a folded turn, its places taken away, only asks elsewhere, or where, or which, what was asked before."""
    which = len(scope.regions) > 1 and asks_which(bare)
    return bool(which or _ONLY_ELSEWHERE.fullmatch(bare) or _ONLY_WHERE.fullmatch(bare))


def _names(regions: Sequence[Region]) -> str:
    """烟台市、潍坊市; of many the first few."""
    many = f"等{len(regions)}地" if len(regions) > _NAMED else ""
    return "、".join(region.name for region in regions[:_NAMED]) + many


def _alone(names: str, subject: str, last: str) -> str:
    """A follow-up in words that stand alone: of which regions, on what, and what is asked of it (责任单位是谁)."""
    text, more = JOINS.sub("", subject), JOINS.sub("", last)
    whole = text if fold(more) in fold(text) else f"{text}；{more}"
    return f"{names}：{whole}" if names else whole


def intent_meant(asked: str, regions: int, *, case: bool, again: bool = False) -> Intent:
    """The intent; whoever brings a case wants it judged, unless regions are to be compared.

    A comparison is not gone on with where it is asked ``again`` of one place: 那威海呢.
    """
    intent = intent_of(asked, regions)
    if intent is Intent.COMPARE:
        return Intent.LOOKUP if again and regions < 2 else intent
    return Intent.ELIGIBILITY if case else intent


def comparing(resolved: Resolved, regions: tuple[Region, ...]) -> Resolved:
    """``resolved`` as a comparison of ``regions``, or of those it names when none are given."""
    query = replace(resolved.query, intent=Intent.COMPARE, regions=regions or resolved.query.regions)
    return replace(resolved, query=query)
