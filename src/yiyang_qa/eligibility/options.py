"""情形: what one item of a list asks, read into conditions: 低保家庭、80周岁以上老年人等2类人员中独居的."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter

from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.measures import measured
from yiyang_qa.eligibility.nouns import counted
from yiyang_qa.eligibility.terms import Condition, Either, Option, Stated, Test
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.eligibility.units import Quantity
from yiyang_qa.types import Span

#: …等3类人员中…的: of whom, and what they must be beside.
_AMONG = re.compile(
    r"(?:等[\d一二三四五六七八九十]*[类种]?)?(?:人员|对象|家庭|成员|老年人|群体|称号|者)中的?(?=[^,。])"
)
_HAS = re.compile(r"(?:同时)?(?:具有|具备|持有?|取得|获得|属于|符合|享受|参加|居住|在本|有|未|无)")
_BOTH = re.compile(r",?(?:并且|而且|同时|且)|并(?=取得|与|纳入|按|经|在|由|符合|具备|依法)|,(?!或)")
_OR = re.compile(r",?或者?(?!以[上下])")
_AND = re.compile(r"、|以及|和|与|及(?!以[上下])")
_STOP = re.compile("、")
_PERSONS = re.compile(r"(?:人|人员|老年人|家庭|对象|成员|职工|居民|称号|者|户)$")
_WHO = re.compile(
    r"(?:重度|完全|部分|半)?(?:失能|失智|残疾)|高龄|独居|空巢|孤寡|留守|重病|失独|计生特殊|低保(?:边缘)?|特困"
)
_SOMEBODY = re.compile(
    r"(?:人员?|毕业生|农民工|残疾人|军人|军属|家庭|对象|职工|青年|妇女|户|者|学生|居民|[老儿]童|教师|医生|护士)$"
)
#: 高校毕业生、登记失业人员、残疾人在本市首次创办: those who do what follows.
_SUBJECTS = re.compile(
    r"(?:\([一二三四五六七八九十]{1,3}\)[一-龥]{2,12}。)?(?P<who>[^,。;:()]{2,20}(?:、[^,。;:()]{2,20}?)+)"
    r"(?=在本|在我|首次|从事|创[办业]|租用|自主|灵活就业|到|参加|接受|购买|入住|领取|申请|取得|被|初次)"
)
#: 纯老家庭(含孤寡、独居)人员, 失能(失智)的: what the words before the bracket take in.
_BRACKET = re.compile(r"(?P<before>[^()]+)\((?:包?含|包括|即|或)?(?P<inside>[^()\d]{2,24})\)")
#: Words that ask nothing: whom the item names, and what leads there.
_IDLE = re.compile(
    r"本[市省区县](?:户籍)?的?|的|等|类|人员|老年人|对象|家庭|群体|居民|公民|成员|中|者|且|并|以及|和|或者?|享受|补助|待遇|属于|患有|具有|称号|荣誉|"
    r"高龄(?=\()|其[他它余]|经(?:评估|鉴定|认定)|评估为|鉴定为|认定为|失能(?=的?(?:老年|家庭|人员|$))|"
    r"条件|情形|符合|被?评定为|被?评为|达到|收住|入住|曾获|获得|取得|具有|持有|有效|证?件|、|,| |\(|\)|;|。"
)
_LEAST = 2  # 字 that ask something


def needs(folded: str, text: str, span: Span) -> tuple[Condition, ...]:
    """The conditions of the item in ``span``, all of which must hold; what any of several meets is one of them."""
    return tuple(found for part in _conjuncts(folded, span) for found in _conjunct(folded, text, part))


def parallel(folded: str, span: Span) -> Condition | None:
    """What 或 joins in ``span`` as one condition, where each part says what somebody has; None where it joins no such parts.

    具有本市户籍或者持有居住证 of 60周岁以上、具有本市户籍或者持有居住证的; its text is for the caller to fill in.
    """
    parts = tuple(_split(folded, span, _OR))
    if len(parts) < len(("one", "other")):
        return None
    first = [parts[0], *_split(folded, parts[0], _AND)][-1]
    parts = (first, *parts[1:])
    if not all(_HAS.match(folded, part.start) for part in parts):
        return None
    return _either(folded, folded, Span(first.start, span.end), parts)


def persons(folded: str, span: Span) -> Condition | None:
    """The groups of persons that ``span`` lists, any of which will do: 特困人员、低保对象和重度残疾人.

    None for words that list no such groups; of an age that may be that of all or of the first nobody can tell.
    """
    shared = folded.rfind("的", span.start, next(_split(folded, span, _AND), span).end - 1) + 1
    parts = tuple(_split(folded, Span(max(shared, span.start), span.end), _AND))
    if len(parts) < len(("one", "other")) or not all(
        _PERSONS.search(part.of(folded).rstrip("的")) for part in parts
    ):
        return None
    bounded = any(True for part in parts[:-1] for _ in bounds(part.of(folded)))
    if bounded or not all(tuple(_plain(folded, folded, part)) for part in parts):
        return None
    return _either(folded, folded, Span(parts[0].start, span.end), parts)


def persons_first(folded: str, span: Span) -> Condition | None:
    """The groups of persons that ``span`` begins with, any of which will do, before what they do: A、B、C在本市首次创办….

    None where it begins with no list of them.
    """
    found = _SUBJECTS.match(folded, span.start, span.end)
    parts = tuple(_split(folded, Span(*found.span("who")), _AND)) if found else ()
    if len(parts) < len(("one", "other")) or not all(_SOMEBODY.search(part.of(folded)) for part in parts):
        return None
    return _either(folded, folded, Span(parts[0].start, parts[-1].end), parts)


def placed(condition: Condition, text: str, by: int) -> Condition:
    """``condition`` with its offsets moved ``by`` so many and its words those of ``text``."""
    span, test = condition.span.shift(by), condition.test
    if isinstance(test, Either):
        test = Either(tuple(_option_placed(option, text, by) for option in test.options))
    return replace(condition, test=test, span=span, text=span.of(text))


def _option_placed(option: Option, text: str, by: int) -> Option:
    span = option.span.shift(by)
    needed = tuple(placed(condition, text, by) for condition in option.conditions)
    return replace(option, conditions=needed, span=span, text=span.of(text))


def _conjuncts(folded: str, span: Span) -> Iterator[Span]:
    for part in _split(folded, span, _BOTH):
        among = _AMONG.search(folded, part.start, part.end)
        if among and among.end() < part.end:
            yield Span(part.start, among.start())
            yield Span(among.end(), part.end)
        else:
            yield part


def _conjunct(folded: str, text: str, span: Span) -> Iterator[Condition]:
    parts = tuple(_alternatives(folded, span))
    if len(parts) > 1:
        yield _either(folded, text, span, parts)
    else:
        yield from _plain(folded, text, span)


def _alternatives(folded: str, span: Span) -> Iterator[Span]:
    """The parts of ``span`` of which any will do: joined by 或, named in a bracket, or a list of persons."""
    among = _AMONG.match(folded, span.end)
    either = among or _OR.search(folded, span.start, span.end)
    listed = [*_split(folded, span, _AND if among or not either else _STOP)]
    several = either or _are_persons(folded, listed)
    parts = [part for each in listed for part in _split(folded, each, _OR)] if several else [span]
    for part in parts:
        bracket = _BRACKET.match(folded, part.start, part.end)
        if bracket is None:
            yield part
        else:
            yield Span(*bracket.span("before"))
            yield from _split(folded, Span(*bracket.span("inside")), _AND)


def _are_persons(folded: str, parts: Sequence[Span]) -> bool:
    """Whether ``parts`` name persons, or what those whom the last names are: 失能、残疾、高龄老年人家庭."""
    words = [part.of(folded).rstrip("的") for part in parts]
    kinds = [
        *(_WHO.fullmatch(each) or _PERSONS.search(each) for each in words[:-1]),
        _PERSONS.search(words[-1]),
    ]
    return all(kinds)


def _either(folded: str, text: str, span: Span, parts: tuple[Span, ...]) -> Condition:
    options = tuple(Option(tuple(_plain(folded, text, part)), part, part.of(text)) for part in parts)
    return Condition(Either(options), span.of(text), span)


def _plain(folded: str, text: str, span: Span) -> Iterator[Condition]:
    """What is typed in words that 或 does not join, and of the rest what asks something."""
    words = span.of(folded)
    found: list[tuple[Test, Span]] = [*belongings(words), *measured(words)]
    found += filter(None, (counted(words, bound, Span(0, len(words))) for bound in _unmeasured(words, found)))
    typed = sorted(found, key=itemgetter(1))
    for test, place in typed:
        where = place.shift(span.start)
        yield Condition(test, where.of(text), where)
    for rest in _rest(words, [place for _, place in typed]):
        if len(_IDLE.sub("", rest.of(words))) >= _LEAST:
            where = rest.shift(span.start)
            yield Condition(Stated(), where.of(text), where)


def _unmeasured(words: str, found: Sequence[tuple[Test, Span]]) -> Iterator[Quantity]:
    """The bounds on what no measure covers: 收住老年人20名以上."""
    yield from (bound for bound in bounds(words) if not any(bound.span.overlaps(span) for _, span in found))


def _rest(words: str, typed: Sequence[Span]) -> Iterator[Span]:
    """The stretches of ``words`` before, between and behind those ``typed``."""
    at = 0
    for span in (*typed, Span(len(words), len(words))):
        if at < span.start:
            yield Span(at, span.start)
        at = max(at, span.end)


def _split(folded: str, span: Span, joint: re.Pattern[str]) -> Iterator[Span]:
    """The parts of ``span`` between the joints that stand in no bracket, and join no values of one category (一级或二级)."""
    at = span.start
    values = [place.shift(span.start) for _, place in belongings(span.of(folded))]
    for found in joint.finditer(folded, span.start, span.end):
        words = folded[span.start : found.start()]
        inside = any(place.holds(Span(*found.span())) for place in values)
        if words.count("(") == words.count(")") and not inside:
            yield Span(at, found.start())
            at = found.end()
    if at < span.end:
        yield Span(at, span.end)
