"""情形清单: lists of which any item will do for what their lead grants: 符合下列情形之一的,可以申请…:(一)…;(二)….

The items may stand under the names of groups (第一类资助对象), to whom another clause of the same text deals figures.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.options import needs
from yiyang_qa.eligibility.rules import rules
from yiyang_qa.eligibility.terms import Condition, Either, Option, Rule, Stated, Strength
from yiyang_qa.text import fold
from yiyang_qa.types import Span

#: 符合以下情形之一的, 下列老年人: what the items are.
_ANY = re.compile(
    r"(?:(?:符合|具备|满足|属于|具有|有)?(?:下列|以下|如下)(?:[几各]?[种类项])?(?:情形|情况|条件|要求|人员|对象)(?:之一|中?的?(?:任一|任何一)[种类项]?)|"
    r"(?:属于)?(?:下列|以下|如下)(?:[几各]?[种类项])?(?:人员|对象|人群|群体|老年人|家庭))的?"
)
_LEAD = re.compile(r"(?:(?<=[。;\n])|^)[^。;:\n]{4,120}:")
_LABEL = re.compile(
    r"\s*(?P<label>\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|\d{1,2}\.(?=\d{2,3}周?岁)|[①-⑳])\s*"
)
_ITEM = re.compile(r"[^;。:\n]+")
_STOPS = ";。:, "
_OPENS = re.compile(r"^\s*(?:第[一-龥]{1,6}条|\(?[一二三四五六七八九十\d]{1,3}[).、])*\s*(?:对于?|凡是?)?")
_GIVES = re.compile(
    r"申[请领报]|享受|领取|给予|予以|发放|发给|提供|补[贴助]|资助|津贴|奖[励补]|优先|减免|免费|纳入|列入|认定"
)
_REFUSES = re.compile(r"不(?:得|予|再|能|可)|停|取消|终止|撤销|退出|责令|罚|处分")
#: 第一类资助对象: a name that asks nothing itself.
_NAME = re.compile(r"^第?[一二三四五六七八九十甲乙丙丁\dA-DⅠ-Ⅴ]+[类档级型]")
_ARTICLE = re.compile(r"\s*第[一-龥]{1,6}条")
#: 一、补贴对象: a heading under which a list need not say that it grants.
_WHOM = re.compile(
    r"(?:补[贴助]|资助|保障|发放|享受|改造|救助|服务)?(?:对象|人群)(?:和?(?:范围|条件|类别))?[。:]?\s*$"
)
_NUMBERS = "一二三四五六七八九"
_GIVING = frozenset({Strength.GRANTED, Strength.PERMITTED})
_LEAST = 4  # 字 of a condition beside the list
_TEXTS = 64  # whose lists are remembered: each clause found asks for those of its whole document


@dataclass(frozen=True, slots=True)
class Situations:
    """A list with the ``rules`` that its lead states, any item of the list among their conditions."""

    span: Span
    rules: tuple[Rule, ...]
    options: tuple[Option, ...]

    @property
    def groups(self) -> frozenset[str]:
        """The names of its groups."""
        return frozenset(option.group for option in self.options) - {""}


@dataclass(frozen=True, slots=True)
class _Line:
    """An item, or (without a ``style``) the words that lead on within a list."""

    style: str
    span: Span


@lru_cache(_TEXTS)
def situations(text: str) -> tuple[Situations, ...]:
    """The lists of ``text`` by any item of which something is had, in order."""
    return tuple(_lists(text, fold(text)))


def _lists(text: str, folded: str) -> Iterator[Situations]:
    for lead in _LEAD.finditer(folded):
        whom = _WHOM.search(folded, 0, lead.start()) is not None
        gives = (whom or _GIVES.search(lead[0])) and not _REFUSES.search(lead[0])
        any_of = _ANY.search(lead[0]) if gives else None
        lines = tuple(_lines(folded, lead.end())) if any_of else ()
        if any_of is None or len(lines) <= 1:
            continue
        stated = [r for r in rules(text, Span(*lead.span())) if r.strength in _GIVING]
        options = tuple(_options(folded, text, lines))
        options = _by_ordinal(options, folded) if whom else options
        dealt = stated or (whom and any(option.group for option in options))
        if dealt and options and not any(benefits(line.span.of(folded)) for line in lines):
            which = Span(*any_of.span()).shift(lead.start())
            led = tuple(_led(rule, which, options, text) for rule in stated)
            yield Situations(Span(lead.start(), lines[-1].span.end), led, options)


def _by_ordinal(options: tuple[Option, ...], folded: str) -> tuple[Option, ...]:
    """``options`` as the groups that the text calls by their places: 第一类家庭按…,第二类家庭按…."""
    names = [f"第{number}类" for number in _NUMBERS[: len(options)]]
    named = [name for name in (f"第{number}类" for number in _NUMBERS) if name in folded]
    labelled = re.search(rf"[).、]\s*{names[0]}", folded) if names else None
    if named != names or labelled or any(option.group for option in options):
        return options
    return tuple(replace(option, group=name) for option, name in zip(options, names, strict=True))


def _led(rule: Rule, which: Span, options: tuple[Option, ...], text: str) -> Rule:
    """``rule`` with the items for the words ``which`` announce them."""
    kept = tuple(c for condition in rule.conditions for c in _before(condition, which, text))
    return replace(rule, conditions=(*kept, Condition(Either(options), which.of(text), which)))


def _before(condition: Condition, which: Span, text: str) -> Iterator[Condition]:
    """``condition`` as far as it says more than that the items follow: 入住养老机构 of 入住养老机构的下列人员."""
    if not condition.span.overlaps(which):
        yield replace(condition, one_of=False)
    elif isinstance(condition.test, Stated):
        words = text[condition.span.start : which.start]
        start = condition.span.start + len(words) - len(_OPENS.sub("", words))
        if which.start - start >= _LEAST:
            span = Span(start, which.start)
            yield Condition(Stated(), span.of(text), span)


def _lines(folded: str, at: int) -> Iterator[_Line]:
    """The items after a lead, and between them the leads of single groups; nothing of what none of them is."""
    while item := _ITEM.search(folded, at):
        label = _LABEL.match(folded, at)
        if label:
            item = _ITEM.match(folded, label.end())
        if item is None or not (label or _leads_on(folded, item)):
            return
        yield _Line(_style(label["label"]) if label else "", _trimmed(folded, Span(*item.span())))
        at = item.end()
        while at < len(folded) and folded[at] in _STOPS:
            at += 1


def _leads_on(folded: str, words: re.Match[str]) -> bool:
    """Whether ``words`` are the lead of a group within a list: 符合以下条件之一的经济困难老年人:."""
    colon = folded[words.end() : words.end() + 1] == ":"
    return colon and bool(_ANY.search(words[0])) and not _ARTICLE.match(words[0])


def _options(folded: str, text: str, lines: tuple[_Line, ...]) -> Iterator[Option]:
    """Each item with what its group asks; none for a list of more than groups and their items."""
    top, group, shared = lines[0].style, "", tuple[Condition, ...]()
    if not top or len({line.style for line in lines} - {""}) > len(("groups", "items")):
        return
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        heads = line.style == top and following is not None and following.style != top
        words = line.span.of(text)
        if not line.style:
            span = _after(folded, line.span)
            shared = (*shared, *needs(folded, text, span))
        elif heads:
            group = words
            shared = () if _NAME.match(words) else needs(folded, text, line.span)
        else:
            group, shared = ("", ()) if line.style == top else (group, shared)
            yield Option((*shared, *needs(folded, text, line.span)), line.span, words, group)


def _after(folded: str, lead: Span) -> Span:
    """What the lead of a group asks beside its items: 经济困难且失能的老年人 of 符合以下条件之一的经济困难且失能的老年人."""
    found = _ANY.search(folded, lead.start, lead.end)
    return Span(found.end(), lead.end) if found and found.end() < lead.end else Span(lead.start, lead.start)


def _style(label: str) -> str:
    return re.sub(r"[一二三四五六七八九十\d①-⑳]+", "n", label).replace("、", ".")


def _trimmed(folded: str, span: Span) -> Span:
    words = span.of(folded)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip(" 的")))
