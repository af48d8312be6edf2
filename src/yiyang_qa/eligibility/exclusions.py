"""排除情形: the cases in which a text refuses or ends what it grants: 有下列情形之一的,停发…:(一)…; 已享受…的,不再享受…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from yiyang_qa.eligibility.enumerated import items_after
from yiyang_qa.text import fold
from yiyang_qa.types import Span

_ACT = r"(?:发放|发给|受理|支付|报销|享受|纳入|列入|给予|补[发贴助]|资助|奖[励补]|认定|批准|申[请领报]|领取)"
_REFUSES = re.compile(
    rf"不予{_ACT}+|不(?:得|能|可以?|再|宜)?(?:重复|同时|另行|再)*{_ACT}+|(?:停止|暂停|终止|中止){_ACT}+|停发|"
    r"取消(?=[^,]*(?:资格|待遇|补[贴助]|奖补|津贴))"
)
#: What opens a list of cases, or of those whom the refusal meets.
_ANNOUNCES = re.compile(
    r"[^,:]*?(?:下列|以下|如下)(?:几[种类])?(?:情形|情况|行为|条件|人员|对象|人群|费用|机构|单位|家庭|老年人|残疾人)[^,:]{0,8}?(?:之一)?的?,?"
)
_LEAD = re.compile(r"(?:(?<=[。;\n])|^)[^。;:\n]{4,90}:")
_SENTENCE = re.compile(r"[^。;\n]+")
#: 机关人员不适用本细则: whom a whole text is not for; not what it is not for (本办法不适用于…).
_OUTSIDE = re.compile(
    r"(?:(?<=[。;\n])|^)(?P<who>[^。;:,\n]{2,60}?),?(?P<refused>(?:均|一律)?(?:不适用|不得?享受|不纳入|不属于)"
    r"(?:于)?本(?:办法|细则|规定|方案|通知|意见|条例|政策)[^。;,\n]{0,12})(?=[。;,\n]|$)"
)
#: 领取工伤护理费的残疾人不享受护理补贴: whom it is refused to, with no stop between.
_WHO = re.compile(
    r"(?:(?<=[。;\n,])|^)(?P<who>[^。;:,\n]{4,50}?的)(?:残疾人|老年人|老人|人员|对象|职工|家庭|居民|参保人|机构)"
    r"(?P<refused>(?:均|一律)?不(?:再|得|能|可以?)?(?:重复|同时)?(?:享受|领取|发放|申领)[^。;,\n]{2,24})(?=[。;,\n]|$)"
)
#: What names the text as a whole for a subject.
WHOLE = "本文件"
_OPENS = re.compile(r"^(?:第[一-龥]{1,6}条|\(?[一二三四五六七八九十\d]{1,3}[).、])*\s*(?:对于?|凡)?")
#: …的,不再…: what stands before the refusal is the case.
_CASE = re.compile(r"(?:的|者|人员?|对象|机构)$")
#: Items that name no case, and what is refused only above a line.
_NO_CASE = re.compile(
    r"^其[他它余]|^法律|规定的?其[他它]|部分的?$|(?:之)?外的?$|^(?:逾期|否则|未经)|条件的$|条件的?[^,]{0,4}$"
)
_NOT_NAMED = re.compile(
    r"(?:由|经)[^,]{2,16}?(?=停|取消|终止)|本(?:办法|细则|规定|方案|通知|意见|条例)|规定|[从自]?(?:次|当|下)[月年季]度?起?|"
    r"申请人?|资格|待遇|范围|应当?|一律|原则上|或者?|其|将|并|及时|相应|相关|有关|上述|的|,| "
)

_TEXTS = 64  # whose exclusions are remembered: each clause found asks for those of its whole document


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What ``lead`` refuses in the case of any of ``items``; ``subject`` is the benefit as it names it (高龄津贴)."""

    lead: Span
    subject: str
    items: tuple[Span, ...]


@lru_cache(_TEXTS)
def exclusions(text: str) -> tuple[Exclusion, ...]:
    """Every exclusion that ``text`` states, in order: lists, and single sentences outside them."""
    folded = fold(text)
    lists = list(_lists(folded))
    inside = [Span(each.lead.start, each.items[-1].end) for each in lists]
    single = (*_sentences(folded), *_outside(folded))
    alone = {each.lead: each for each in single if not any(s.overlaps(each.lead) for s in inside)}
    return tuple(sorted((*lists, *alone.values()), key=lambda each: each.lead))


def _lists(folded: str) -> Iterator[Exclusion]:
    for found in _LEAD.finditer(folded):
        words = found[0][:-1]
        announced, refused = _ANNOUNCES.search(words), _REFUSES.search(words)
        if announced is None or refused is None:
            continue
        start = found.start() + len(words) - len(_OPENS.sub("", words))
        items = tuple(
            item for item in items_after(folded, found.end()) if not _NO_CASE.search(item.of(folded))
        )
        own = {item: each for item in items for each in _own_refusal(folded, item)}
        yield from own.values()
        if rest := tuple(item for item in items if item not in own):
            yield Exclusion(Span(start, found.end() - 1), _subject(words), rest)


def _own_refusal(folded: str, item: Span) -> Iterator[Exclusion]:
    """What an ``item`` of a list refuses by its name: 享受孤儿基本生活补贴的残疾儿童,不享受生活补贴."""
    case, comma, rest = item.of(folded).partition(",")
    refusal = rest.partition(",")[0]
    if comma and _REFUSES.match(refusal) and (subject := _subject(refusal)):
        at = item.start + len(case) + 1
        yield Exclusion(Span(at, at + len(refusal)), subject, (Span(item.start, at - 1),))


def _sentences(folded: str) -> Iterator[Exclusion]:
    """参保人员中断缴费超过3个月的,停止享受待遇: one case in the sentence that refuses."""
    for found in _SENTENCE.finditer(folded):
        case, comma, rest = found[0].partition(",")
        opening = _OPENS.match(case)
        start = found.start() + (opening.end() if opening else 0)
        at = found.start() + len(case) + 1
        refusal = rest.partition(",")[0]
        if not comma or not _CASE.search(case) or not _REFUSES.search(refusal) or _NO_CASE.search(case):
            continue
        if not _ANNOUNCES.match(case):
            yield Exclusion(Span(at, at + len(refusal)), _subject(refusal), (Span(start, at - 1),))


def _outside(folded: str) -> Iterator[Exclusion]:
    """机关人员不适用本细则, 领取…的残疾人不享受…补贴: those for whom nothing of the text is, or not one benefit of it."""
    for found in _OUTSIDE.finditer(folded):
        opening = _OPENS.match(found["who"])
        start = found.start("who") + (opening.end() if opening else 0)
        if start < found.end("who"):
            yield Exclusion(Span(*found.span("refused")), WHOLE, (Span(start, found.end("who")),))
    for found in _WHO.finditer(folded):
        opening = _OPENS.match(found["who"])
        start = found.start("who") + (opening.end() if opening else 0)
        refused = found["refused"]
        if start < found.end("who") and not _ANNOUNCES.match(found["who"]) and "本" not in refused[:6]:
            yield Exclusion(Span(*found.span("refused")), _subject(refused), (Span(start, found.end("who")),))


def _subject(lead: str) -> str:
    """What is refused, as the stretch that refuses it names it."""
    told = _ANNOUNCES.sub("", _OPENS.sub("", lead)) or lead
    stretch = next((part for part in told.split(",") if _REFUSES.search(part)), told)
    return _NOT_NAMED.sub("", _REFUSES.sub("", stretch))
