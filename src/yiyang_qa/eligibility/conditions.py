"""Conditions in a stretch of a clause: the typed ones, and what no type covers as it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from yiyang_qa.eligibility.attributes import beside
from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.cards import held
from yiyang_qa.eligibility.measures import measured
from yiyang_qa.eligibility.nouns import counted
from yiyang_qa.eligibility.options import parallel, persons, persons_first
from yiyang_qa.eligibility.records import clean_records
from yiyang_qa.eligibility.talk import EITHER, LABEL, LEADS, LEAST_SAID, STRETCH, TALK, is_subject
from yiyang_qa.eligibility.terms import Belongs, Condition, Measured, Stated, Test, Unblemished
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.types import Span

#: …的，…的给予: the words up to the last of these are the condition.
_THE_ONE_WHO = re.compile(
    r"的(?= ?(?:,|$|纳入|给予|予以|享受|可|按|由|每|应(?![届聘])|免|优先|一次性))|者(?=,)|后(?=,(?:方|可|才|给予|予以|享受))"
)
_OPENS = re.compile(r"(?:^|[,:])(?:其中,?)?(?=对于?|为(?!了)|向|凡|符合|经|被|具有|持有|年满)")
#: What is given, not what it takes: 给予一次性建设补贴.
_GIVES = re.compile(
    r"^[ :]*(?:分别|按规定|一次性)*(?:给予|予以|发放|发给|享受|其)?[^,;。的]{0,12}"
    r"(?:补贴|补助|奖励|奖补|津贴|资助|经费)(?:标准)?(?:分别)?(?:为|按|是)?[ :]*$"
)
#: Words that leave the conditions to another text or to a decision: 符合条件的…, 按照规定给予….
_ELSEWHERE = re.compile(
    r"符合(?:规定|相关|有关|国家)?(?:的)?条件(?=的)|有条件(?=的)|视情况|"
    r"按照?[国家省市本有关相的、]{0,6}规定(?=给予|予以|享受|发放|申请|返还|纳入|提供)|"
    r"根据[^,。;]{2,30}(?:评估|评定|鉴定)[^,。;]{0,12}"
)
_TO = re.compile(r"[ ,]*(?:对于?|向|为)")
#: 护理补贴: what is granted, which nobody need be or have.
_BENEFIT = re.compile(r"[一-龥]{0,8}(?:补[贴助]|津贴|待遇|奖[励补]|资助|救助)(?:标准|对象)?")
#: 已享受重度残疾人护理补贴的: what somebody has, which says nothing of what he is.
_HAVING = re.compile(
    r"(?:已经?|正在)(?:享受|领取|申领|获得|纳入)[^,。;]{2,40}?(?:补[贴助]|津贴|待遇|救助金?|保险金)(?=的)"
)
_BY = re.compile(r" ?,? ?按照?")
_GIVING = re.compile(r"(?:给予|予以|发给)? ?$")
#: So much left unread beside a typed condition is a condition of its own; less where a sentence refuses.
_UNREAD, _UNREAD_IN_REFUSAL = 16, 6
_AHEAD = 2  # a look past the scope for the verb that 按照规定 leads to
_OBLIGES = re.compile(r"应|须|不得|要求|条件|方可|^ ?[(（]?[一二三四五六七八九十\d]{1,3}[)）、.]")
_AND = re.compile(r",|(?<!而)且|并且|同时")
_AIMS = re.compile(r"力争|目标|(?:到|在)?20\d\d年|年底|累计|全市|全县|实现|建成|新增.{0,8}个|达标")


def conditions(folded: str, scope: Span, noun: str = "", *, refuses: bool = False) -> tuple[Condition, ...]:
    """The conditions in ``scope`` of a sentence, in order; ``noun`` is already counted by a figure.

    Where the sentence ``refuses``, a condition overlooked would refuse too many: more is taken as it stands.
    """
    said = folded[scope.start : scope.end]
    label = LABEL.match(said)
    start = scope.start + (label.end() if label else 0)
    ends = [start + found.end() for found in _THE_ONE_WHO.finditer(folded[start : scope.end])]
    end = ends[-1] if ends else scope.end
    having = [Span(*found.span()) for found in _HAVING.finditer(folded, start, end)]
    typed = tuple(c for c in _typed(folded, Span(start, end)) if not any(has.holds(c.span) for has in having))
    typed = (*typed, *_by_which(folded, Span(end, scope.end)))
    stated = [*_deferred(folded, Span(start, scope.end)), *_unmeasured(folded, Span(start, end), typed)]
    opening = _OPENS.search(folded[start:end])
    if ends or opening or refuses:
        unread = _UNREAD_IN_REFUSAL if refuses else _UNREAD
        begin = start if ends or opening is None else start + opening.end()
        begin = max(begin, folded.rfind(":", begin, end) + 1)  # 运营补助按量分档:年度服务1万人次以上的
        stated += _stated(folded, Span(begin, end), (*typed, *stated), noun, unread)
    stated += beside(folded, Span(start, end), (*typed, *stated))
    if (card := held(folded, Span(start, scope.end))) and not any(c.span.overlaps(card) for c in stated):
        stated.append(Condition(Stated(), "", card, demanded=True))  # not asked, but who lacks it is left out
    joined = tuple(_joined(folded, Span(start, end)))
    stated = [_behind(c, joined) for c in stated if not _BENEFIT.fullmatch(c.span.of(folded).strip(" 的"))]
    alone = (c for c in (*typed, *stated) if not any(each.span.holds(c.span) for each in joined))
    return tuple(sorted((*alone, *joined), key=lambda condition: condition.span))


def _behind(condition: Condition, joined: Sequence[Condition]) -> Condition:
    """``condition`` as far as it says more than who it is about: 在本市首次创办小微企业."""
    who = next(
        (c for c in joined if condition.span.holds(c.span) and c.span.start == condition.span.start), None
    )
    return replace(condition, span=Span(who.span.end, condition.span.end)) if who else condition


def _joined(folded: str, scope: Span) -> Iterator[Condition]:
    """What 或 joins in a stretch, each part saying what somebody has, and groups listed in it: any of them will do."""
    for found in STRETCH.finditer(folded, scope.start, scope.end):
        words = found[0].rstrip(" 的")
        opening = _TO.match(words)
        end = found.start() + len(words)
        either = parallel(folded, Span(found.start(), end))
        if either is None and opening:
            either = persons(folded, Span(found.start() + opening.end(), end))
        either = either or persons_first(folded, Span(found.start(), end))
        if either is not None:
            yield either


def within(folded: str, point: Span) -> Iterator[Condition]:
    """The categories and bounds that operative words name themselves, and what they leave to other texts."""
    bounded = _bounded(folded, point) if _demands(folded) else ()
    for test, span in (*_categories(folded, point), *bounded):
        yield Condition(test, "", span, demanded=True)
    yield from _deferred(folded, point)


def _deferred(folded: str, scope: Span) -> Iterator[Condition]:
    for found in _ELSEWHERE.finditer(folded, scope.start, scope.end + _AHEAD):
        yield Condition(Stated(), "", Span(*found.span()))


def _unmeasured(folded: str, scope: Span, typed: tuple[Condition, ...]) -> Iterator[Condition]:
    """Bounds on what no measure covers (收住老人10人以上, 入住率60%以上): by their noun, else as they stand."""
    for found in bounds(folded[: scope.end]):
        known = found.span.start < scope.start or any(c.span.overlaps(found.span) for c in typed)
        if not known:
            test, place = counted(folded, found, scope) or (Stated(), found.span)
            opening = max(folded.rfind(stop, scope.start, place.start) + 1 for stop in ",、;。()")
            words = folded[max(opening, scope.start) : place.end]
            start = place.end - len(LEADS.sub("", words))
            yield Condition(test, "", Span(start, place.end))


def free_conditions(folded: str, at: int) -> tuple[Condition, ...]:
    """Demands that lead to no benefit in their sentence: clean records, and bounds in words of duty."""
    scope = Span(at, len(folded))
    demands = _bounded(folded, scope) if _demands(folded) else ()
    clean = ((test, span) for test, span in clean_records(folded) if span.end > at)
    return tuple(Condition(test, "", span) for test, span in sorted((*demands, *clean), key=itemgetter(1)))


def _demands(folded: str) -> bool:
    return bool(_OBLIGES.search(folded)) and not _AIMS.search(folded)


def _bounded(folded: str, scope: Span) -> Iterator[tuple[Measured, Span]]:
    """The bounds in ``scope`` on what is measured or counted."""
    known = [(test, span) for test, span in measured(folded[: scope.end]) if span.end > scope.start]
    yield from known
    for found in bounds(folded[: scope.end]):
        if found.span.start >= scope.start and not any(span.overlaps(found.span) for _, span in known):
            yield from filter(None, [counted(folded, found, Span(0, scope.end))])


def _typed(folded: str, scope: Span) -> Iterator[Condition]:
    read = folded[: scope.end]
    tests: list[tuple[Test, Span]] = [*measured(read), *clean_records(read)]
    tests = [(test, span) for test, span in tests if span.end > scope.start]
    tests += _categories(folded, scope)
    for test, span in sorted(tests, key=lambda found: found[1]):
        either = any(map(EITHER.search, _around(folded, span, scope)))
        yield Condition(test, "", span, one_of=bool(either) and not isinstance(test, Unblemished))


def _by_which(folded: str, scope: Span) -> Iterator[Condition]:
    """The category after …的,按 by which a figure goes: 按二级医院每张床5000元."""
    if _BY.match(folded, scope.start, scope.end):
        for test, span in _categories(folded, scope):
            yield Condition(test, "", span)


def _categories(folded: str, scope: Span) -> Iterator[tuple[Belongs, Span]]:
    """The categories of each stretch; of one axis named in several, any of the values will do."""
    found: dict[str, tuple[Belongs, Span]] = {}
    for stretch in re.compile("[^,]+").finditer(folded, scope.start, scope.end):
        for test, place in belongings(stretch[0]):
            earlier, span = found.get(test.axis, (test, place.shift(stretch.start())))
            found[test.axis] = Belongs(test.axis, earlier.allowed | test.allowed), span
    yield from found.values()


def _stated(
    folded: str, scope: Span, typed: tuple[Condition, ...], noun: str, most_unread: int
) -> Iterator[Condition]:
    for found in STRETCH.finditer(folded, scope.start, scope.end):
        words = found[0].strip(" 的者")
        inside = [c for c in typed if c.span.start < found.end() and found.start() < c.span.end]
        unread = len(found[0]) - sum(c.span.end - c.span.start for c in inside)
        if (
            len(words) < LEAST_SAID
            or TALK.match(words)
            or _GIVES.match(words)
            or is_subject(words)
            or (noun and noun in words)
            or _ELSEWHERE.search(found[0])
        ):
            continue
        if not inside or unread > most_unread:
            yield Condition(Stated(), "", _own_words(folded, Span(*found.span()), inside))


def _own_words(folded: str, stretch: Span, inside: Sequence[Condition]) -> Span:
    """What ``stretch`` asks: behind those of whom all conditions are ``inside`` it, and before what they do with a card."""
    words = stretch.of(folded)
    start = stretch.end - len(LEADS.sub("", words.lstrip()))
    end = stretch.start + len(_GIVING.sub("", words))
    card = held(folded, stretch)
    before = [c.span.start for c in inside if card and c.span.end <= card.start]
    return card if card and before and min(before) - start < LEAST_SAID else Span(start, end)


def _around(folded: str, span: Span, scope: Span) -> tuple[str, str]:
    """What stands before and behind ``span`` in the stretch between commas, or 且, that holds it; 中度或者重度 is one condition."""
    before = [scope.start, *(found.end() for found in _AND.finditer(folded, scope.start, span.start))]
    behind = _AND.search(folded, span.end, scope.end)
    return folded[before[-1] : span.start], folded[span.end : behind.start() if behind else scope.end]
