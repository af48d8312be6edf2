"""One sentence of a clause becomes rules: read from its operative words backwards.

Figures (每张 1万元) and phrases (纳入…范围, 应当…) are the points of a sentence; what stands before a
point, back to the last one, is its condition. Offsets are those of the folded sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.benefits import benefits
from yiyang_qa.eligibility.conditions import conditions, free_conditions, within
from yiyang_qa.eligibility.costs import COSTS, floor_of
from yiyang_qa.eligibility.dealing import alternatives
from yiyang_qa.eligibility.kinds import kinds_in_clause
from yiyang_qa.eligibility.pairs import paired
from yiyang_qa.eligibility.strength import strength
from yiyang_qa.eligibility.terms import Benefit, Condition, Interval, Rule, Spent, Stated, Strength
from yiyang_qa.types import Span

_OPERATIVE = re.compile(
    r"纳入[^,。;的]{2,24}(?=[,。;:]|$)|"
    r"享受(?!过)[^,。;的]{1,24}(?:的(?:优[待惠]|服务|待遇|补贴|资金|政策|社会)[^,。;]*)?(?=[,。;:]|$)|"
    r"(?:(?<![许认不])可(?:以|(?![能行靠持操供见比信观]))|应(?![届聘])当?(?![^,。;]*(?:给予|予以|发[给放]|享受))|必须|(?<!无)须|不得(?![少低小短高多大]于|超过)|不予|不再|允许)(?!急|用于)[^,。;]{2,80}|"
    r"(?:给予|予以|发给|发放|提供)[^,。;]{0,40}(?:补贴|补助|奖励|资助|津贴|补助费|奖补|待遇|倾斜|减免|贴息|托养服务)(?!的)|"
    r"(?:免费|优先|免[征收交缴]|减免)[^,。;]{1,40}|[^,。;的]{0,16}全额(?:资助|补[贴助]|报销)|有偿使用[^,。;]{0,10}"
)


_PART = re.compile(r"[, ]*其中,?(?P<what>[^,;。\d]{2,16}?)的?(?=每|$)")


@dataclass(frozen=True, slots=True)
class _Point:
    span: Span
    benefit: Benefit | None


def sentence_rules(folded: str) -> Iterator[Rule]:
    """The rules of one sentence, in order; their words (``text``) are left for the caller to fill in."""
    open_: Rule | None = None
    at = 0
    for point in _points(folded):
        if open_ is not None and point.benefit and point.benefit.turn:
            open_ = _joined(open_, point)
            at = point.span.end
            continue
        comma = folded.find(",", at, point.span.start)
        at = comma if at and comma >= 0 else at  # what stands before it still belongs to the last point
        needed = _needed(folded, at, point) or _of_a_part(folded, at, point)
        starts_anew = open_ is None or needed or re.match(r"[, ]*对", folded[at : point.span.start])
        if open_ is not None and not starts_anew:
            open_ = _joined(open_, point)
        else:
            if open_ is not None:
                yield from alternatives(open_, folded)
            open_ = _opened(folded, at, point, needed)
        at = point.span.end
    if open_ is not None:
        yield from alternatives(open_, folded)
    if left := free_conditions(folded, at):
        span = Span(left[0].span.start, len(folded))
        yield Rule(span, "", left, (), Strength.REQUIRED, kinds_in_clause(folded))


def _points(folded: str) -> list[_Point]:
    figures = [_Point(benefit.span, benefit) for benefit in _figures(folded)]
    phrases = (
        _Point(Span(*found.span()), None)
        for found in _OPERATIVE.finditer(folded)
        if not any(_same_stretch(folded, found.span(), figure.span) for figure in figures)
        and not _led_to(folded, found.end(), figures)
    )
    return sorted([*figures, *phrases], key=lambda point: point.span)


def _figures(folded: str) -> list[Benefit]:
    """The figures of a sentence; those of a run of pairs as it deals them."""
    alone = benefits(folded)
    turns = [benefit for run in paired(folded, alone) for benefit in run.figures]
    free = (b for b in alone if not any(b.span.overlaps(turn.span) for turn in turns))
    return sorted([*turns, *free], key=lambda benefit: benefit.span)


def _led_to(folded: str, end: int, figures: Sequence[_Point]) -> bool:
    """Whether the words that end there only lead to a list of grades: 给予一次性奖励,三星级2万元…."""
    following = next((figure for figure in figures if figure.span.start >= end), None)
    dealt_out = following is not None and following.benefit and following.benefit.turn == 0
    return bool(dealt_out) and following is not None and ";" not in folded[end : following.span.start]


def _same_stretch(folded: str, phrase: tuple[int, int], figure: Span) -> bool:
    between = folded[min(phrase[1], figure.end) : max(phrase[0], figure.start)]
    return (phrase[0] < figure.end and figure.start < phrase[1]) or not re.search("[,;]", between)


def _needed(folded: str, at: int, point: _Point) -> tuple[Condition, ...]:
    noun = point.benefit.noun if point.benefit else ""
    refuses = _strength(folded, point) is Strength.DENIED
    before = conditions(folded, Span(at, point.span.start), noun, refuses=refuses)
    inside = tuple(_begins(folded, point.benefit) if point.benefit else within(folded, point.span))
    read = [c.span for c in inside if isinstance(c.test, Spent)]
    return (*(c for c in before if not any(c.span.overlaps(span) for span in read)), *inside)


def _begins(folded: str, benefit: Benefit) -> Iterator[Condition]:
    """That the costs are more than where a share of them begins."""
    if benefit.floor is not None:
        borne = Spent(COSTS, Interval(low=benefit.floor, above=True))
        yield Condition(borne, "", floor_of(folded, benefit.span.start))


def _of_a_part(folded: str, at: int, point: _Point) -> tuple[Condition, ...]:
    """What 其中 sets apart, where no type covers it: 护理型床位 of 每张床位5000元，其中护理型床位每张7000元."""
    found = _PART.match(folded, at, point.span.start) if point.benefit else None
    return (Condition(Stated(), "", Span(*found.span("what"))),) if found else ()


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
