"""标签: figures each behind a label of its own, sentence by sentence: 三星级:3万元;四星级:6万元; (一)城区:10万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.benefits import CHARGED, benefits
from yiyang_qa.eligibility.grades import grades
from yiyang_qa.eligibility.kinds import kinds_in_clause
from yiyang_qa.eligibility.shares import BOUND
from yiyang_qa.eligibility.terms import Benefit, Condition, Rule, Strength
from yiyang_qa.eligibility.units import FIGURE, in_scale
from yiyang_qa.text import sentences, spaced
from yiyang_qa.types import Span

_NUMBER = r"(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)])"
_PIECE = re.compile(
    rf"(?:^|(?<=[:;。\n]))[ \n]*(?P<piece>{_NUMBER}? *(?P<label>[^,;:。\d\n每元]{{2,24}}?)的?[:为] ?"
    rf"(?P<figure>[^,;:。\n]{{0,12}}?元[^,;:。\n]{{0,6}}))(?=[;。\n]|$)"
)
_SUM = re.compile(rf"(?P<bound>{BOUND})? ?(?P<figure>{FIGURE})(?P<wan>万?)元(?!旦)")
_GIVEN = re.compile(r"补贴|补助|奖励|奖补|津贴|资助|给予|发放|发给|支付标准|待遇|救助金")
_APART = re.compile(r"[;。\s]*")


@dataclass(frozen=True, slots=True)
class Labelled:
    """One label with its figure as a rule, where it stands in the text."""

    piece: Span
    rule: Rule


def labelled(text: str, span: Span) -> tuple[Labelled, ...]:
    """The runs of at least two labels of one category in ``span``, under words that grant."""
    folded = spaced(span.of(text))
    found: list[Labelled] = []
    run: list[re.Match[str]] = []
    for piece in (*_PIECE.finditer(folded), None):
        if run and (
            piece is None or not _APART.fullmatch(folded, run[-1].end("piece"), piece.start("piece"))
        ):
            found += _read(folded, run, text, span.start)
            run = []
        if piece is not None:
            run.append(piece)
    return tuple(found)


def pieces(text: str, span: Span, known: Sequence[Labelled]) -> Iterator[Span]:
    """The sentences of ``text`` in ``span``, cut where one of ``known`` begins: …给予一次性奖励: | 三星级:3万元;"""
    starts = {each.piece.start for each in known}
    for sentence in sentences(text, span):
        cut = next((at for at in starts if sentence.start < at < sentence.end), None)
        if cut is None:
            yield sentence
        else:
            yield Span(sentence.start, cut)
            yield Span(cut, sentence.end)


def _read(folded: str, run: Sequence[re.Match[str]], text: str, by: int) -> Iterator[Labelled]:
    lead = folded[: run[0].start("piece")].rstrip().rpartition("\n")[2]
    if len(run) < 2 or not _GIVEN.search(lead) or CHARGED.search(lead):
        return
    last = run[-1].end("piece")
    start = len(folded[: run[0].start("piece")].rstrip()) - len(lead)
    labels = [Span(*piece.span("label")) for piece in run]
    words = folded[start:last]
    found = grades(words, [label.shift(-start) for label in labels])
    if found is None:
        return
    for piece, label, grade in zip(run, labels, found, strict=True):
        benefit = _benefit(piece)
        if benefit is None:
            continue
        where = label.shift(by)
        condition = Condition(grade.test, where.of(text), where)
        whole = Span(*piece.span("piece")).shift(by)
        given = replace(benefit, span=benefit.span.shift(by))
        kinds = kinds_in_clause(lead)
        yield Labelled(whole, Rule(whole, whole.of(text), (condition,), (given,), Strength.GRANTED, kinds))


def _benefit(piece: re.Match[str]) -> Benefit | None:
    at = piece.start("figure")
    alone = benefits(piece["figure"])
    if alone:
        return replace(alone[0], span=alone[0].span.shift(at)) if len(alone) == 1 else None
    bare = _SUM.fullmatch(piece["figure"].strip())
    value = in_scale(bare["figure"], bare["wan"]) if bare else None
    if bare is None or value is None:
        return None
    span = Span(at, piece.end("figure"))
    return Benefit(span, value, "元", bound=bare["bound"] or "", in_wan="万" in bare[0])
