"""Figures that stand each behind its grade: 三星级2万元、四星级3万元、五星级5万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.benefits import CHARGED
from yiyang_qa.eligibility.grades import Grade, grades
from yiyang_qa.eligibility.shares import BOUND
from yiyang_qa.eligibility.terms import Belongs, Benefit, Named
from yiyang_qa.eligibility.traits import belongings
from yiyang_qa.eligibility.units import FIGURE, in_scale
from yiyang_qa.types import Span


@dataclass(frozen=True, slots=True)
class Pairs:
    """The n-th of ``grades`` goes with the n-th of ``figures``."""

    grades: tuple[Grade, ...]
    figures: tuple[Benefit, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """A figure, as read elsewhere or bare, with the words before it back to the last stop or figure."""

    label: Span
    figure: Benefit
    bare: bool


_SUM = re.compile(rf"(?P<bound>{BOUND})? ?(?P<figure>{FIGURE})(?P<wan>万?)元(?!旦)(?:/[^,、;。]{{1,4}})?")
_OPENS = re.compile(r"[,;:、。](?:其中|以及|和)?|(?<=元)和|其中")
_FURTHER = re.compile(r" ?(?:、|,|;|和|,?以及) ?")
_GIVEN = re.compile(r"补贴|补助|奖励|奖补|津贴|资助|给予|发放|发给|支付标准|待遇")
_LABEL = re.compile(r"[^,;:、。\d]{2,30}")


def paired(folded: str, found: Sequence[Benefit]) -> Iterator[Pairs]:
    """The runs of at least two grades with a figure each that ``found``, the figures read by themselves, tell apart badly."""
    if not _GIVEN.search(folded) or CHARGED.search(folded):
        return
    run: list[_Pair] = []
    for pair in (*_pairs(folded, found), None):
        if run and (pair is None or not _joined(folded, run[-1], pair)):
            if read := _read(folded, run):
                yield read
            run = []
        if pair is not None:
            run.append(pair)


def _pairs(folded: str, found: Sequence[Benefit]) -> Iterator[_Pair]:
    at = 0
    for match in _SUM.finditer(folded):
        known = next((b for b in found if b.span.start <= match.start("figure") < b.span.end), None)
        if known is not None and known.turn is not None:
            return
        end = known.span.start if known else match.start()
        opened = [m.end() for m in _OPENS.finditer(folded, at, end)]
        start = opened[-1] if opened else at
        value = in_scale(match["figure"], match["wan"])
        if value is not None:
            bare = Benefit(
                Span(*match.span()), value, "元", bound=match["bound"] or "", in_wan="万" in match[0]
            )
            yield _Pair(_label(folded, start, end), known or bare, known is None)
        at = match.end()


def _label(folded: str, start: int, end: int) -> Span:
    words = folded[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip(" 的者为")))


def _joined(folded: str, last: _Pair, pair: _Pair) -> bool:
    between = folded[last.figure.span.end : pair.label.start]
    return bool(_FURTHER.fullmatch(between)) and bool(_LABEL.fullmatch(pair.label.of(folded)))


def _read(folded: str, run: Sequence[_Pair]) -> Pairs | None:
    """The run as grades with figures; None where its figures are told apart by what else is read."""
    if len(run) < 2 or not _LABEL.fullmatch(run[0].label.of(folded)):
        return None
    alone = all(not p.bare and any(belongings(folded[p.label.start : p.figure.span.end])) for p in run[1:])
    found = None if alone else grades(folded, [pair.label for pair in run])
    if found is None or not _all_said(folded, run, found):
        return None
    figures = tuple(replace(_like(run[0], pair), turn=turn) for turn, pair in enumerate(run))
    return Pairs(found, figures)


def _like(first: _Pair, pair: _Pair) -> Benefit:
    """轻度每人每月100元、中度200元: a bare figure goes by what the first goes by."""
    if not pair.bare:
        return pair.figure
    own = pair.figure
    return replace(
        first.figure, span=own.span, value=own.value, most=None, cap=None, bound=own.bound, in_wan=own.in_wan
    )


def _names(grade: Grade, words: str) -> bool:
    """Whether ``words`` are what ``grade`` itself is called: 失能 of 完全失能老人."""
    return isinstance(grade.test, Named) and words in grade.test.names


def _all_said(folded: str, run: Sequence[_Pair], found: Sequence[Grade]) -> bool:
    """Whether the labels after the first name no category but that of the list: 中度且低保 is more than a grade."""
    axes = {grade.test.axis for grade in found if isinstance(grade.test, Belongs)}
    labels = [pair.label.of(folded) for pair in run]
    named = [
        {test.axis for test, span in belongings(label) if not _names(grade, span.of(label))} - axes
        for label, grade in zip(labels, found, strict=True)
    ]
    return all(other <= named[0] for other in named[1:]) and not any("每" in p.label.of(folded) for p in run)
