"""One sentence of a clause becomes rules: read from its operative words backwards.

Figures (每张 1万元) and phrases (纳入…范围, 应当…) are the points of a sentence; what stands before a
point, back to the last one, is its condition. Offsets are those of the folded sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.conditions import conditions, free_conditions, within
from yiyang_qa.eligibility.kinds import kinds_in_clause
from yiyang_qa.eligibility.strength import strength
from yiyang_qa.eligibility.terms import Belongs, Benefit, Condition, Measured, Rule, Strength
from yiyang_qa.eligibility.traits import values_of
from yiyang_qa.types import Span

_OPERATIVE = re.compile(
    r"纳入[^,。;的]{2,24}(?=[,。;:]|$)|"
    r"享受(?!过)[^,。;的]{1,24}(?:的(?:优[待惠]|服务|待遇|补贴|资金|政策|社会)[^,。;]*)?(?=[,。;:]|$)|"
    r"(?:(?<![许认不])可(?:以|(?![能行靠持操供见比信观]))|应当?(?![^,。;]*(?:给予|予以|发[给放]|享受))|必须|(?<!无)须|不得(?![少低小短高多大]于|超过)|不予|不再|允许)(?!急|用于)[^,。;]{2,80}|"
    r"(?:给予|予以|发给|发放|提供)[^,。;]{0,40}(?:补贴|补助|奖励|资助|津贴|补助费|奖补|待遇|倾斜|减免|贴息|托养服务)(?!的)|"
    r"(?:免费|优先|免[征收交缴]|减免)[^,。;]{1,40}|有偿使用[^,。;]{0,10}"
)


@dataclass(frozen=True, slots=True)
class _Point:
    span: Span
    benefit: Benefit | None


def sentence_rules(folded: str) -> Iterator[Rule]:
    """The rules of one sentence, in order; their words (``text``) are left for the caller to fill in."""
    open_: Rule | None = None
    at = 0
    for point in _points(folded):
        comma = folded.find(",", at, point.span.start)
        at = comma if at and comma >= 0 else at  # what stands before it still belongs to the last point
        needed = _needed(folded, at, point)
        starts_anew = open_ is None or needed or re.match(r"[, ]*对", folded[at : point.span.start])
        if open_ is not None and not starts_anew:
            open_ = _joined(open_, point)
        else:
            if open_ is not None:
                yield from _alternatives(open_, folded)
            open_ = _opened(folded, at, point, needed)
        at = point.span.end
    if open_ is not None:
        yield from _alternatives(open_, folded)
    if left := free_conditions(folded, at):
        span = Span(left[0].span.start, len(folded))
        yield Rule(span, "", left, (), Strength.REQUIRED, kinds_in_clause(folded))


def _points(folded: str) -> list[_Point]:
    figures = [_Point(benefit.span, benefit) for benefit in benefits(folded)]
    phrases = (
        _Point(Span(*found.span()), None)
        for found in _OPERATIVE.finditer(folded)
        if not any(_same_stretch(folded, found.span(), figure.span) for figure in figures)
    )
    return sorted([*figures, *phrases], key=lambda point: point.span)


def _same_stretch(folded: str, phrase: tuple[int, int], figure: Span) -> bool:
    between = folded[min(phrase[1], figure.end) : max(phrase[0], figure.start)]
    return (phrase[0] < figure.end and figure.start < phrase[1]) or not re.search("[,;]", between)


def _needed(folded: str, at: int, point: _Point) -> tuple[Condition, ...]:
    noun = point.benefit.noun if point.benefit else ""
    refuses = _strength(folded, point) is Strength.DENIED
    before = conditions(folded, Span(at, point.span.start), noun, refuses=refuses)
    inside = () if point.benefit else tuple(within(folded, point.span))
    return (*before, *inside)


def _opened(folded: str, at: int, point: _Point, needed: tuple[Condition, ...]) -> Rule:
    stop = re.search("[,。;]", folded[point.span.end :])
    end = point.span.end + stop.start() if stop else len(folded)
    span = Span(at + len(folded[at:]) - len(folded[at:].lstrip(" ,、;")), end)
    granted = (point.benefit,) if point.benefit else ()
    kinds = kinds_in_clause(folded[span.start : span.end])
    return Rule(span, "", needed, granted, _strength(folded, point), kinds)


def _strength(folded: str, point: _Point) -> Strength:
    return strength(folded, point.span, point.benefit.unit if point.benefit else "")


def _joined(rule: Rule, point: _Point) -> Rule:
    granted = (*rule.benefits, point.benefit) if point.benefit else rule.benefits
    return replace(rule, span=Span(rule.span.start, max(rule.span.end, point.span.end)), benefits=granted)


def _alternatives(rule: Rule, folded: str) -> Iterator[Rule]:
    """``rule``, or what 分别 deals out: the n-th value of a category with the n-th figure."""
    turns = [benefit for benefit in rule.benefits if benefit.turn is not None]
    dealt = _dealt(rule, folded, len(turns))
    if dealt is None:
        yield replace(rule, benefits=tuple(b for b in rule.benefits if b.turn is None)) if turns else rule
        return
    others = tuple(c for c in rule.conditions if not any(c.span == own.span for own in dealt))
    for own, benefit in zip(dealt, turns, strict=True):
        yield replace(rule, conditions=(own, *others), benefits=(benefit,))


def _dealt(rule: Rule, folded: str, turns: int) -> tuple[Condition, ...] | None:
    """As many conditions as ``turns`` (at least two): the values of one category, or bounds of one measure."""
    for condition in rule.conditions if turns > 1 else ():
        match condition.test:
            case Belongs(axis):
                values = values_of(axis, folded, condition.span)
                own = tuple(replace(condition, test=Belongs(axis, frozenset({value}))) for value in values)
            case Measured(measure):
                own = tuple(c for c in rule.conditions if getattr(c.test, "measure", "") == measure)
            case _:
                continue
        if len(own) == turns:
            return own
    return None
