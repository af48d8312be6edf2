"""What a row of the comparison says, verbatim or less than verbatim; and the working of a difference."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from yiyang_qa.comparison.asked import SUMS
from yiyang_qa.comparison.measures import SAME, Measure, measures, same_kind, same_measure
from yiyang_qa.comparison.picks import Pick
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.passages import read_out, undashed
from yiyang_qa.text import one_line
from yiyang_qa.types import Span

#: 字 of the sentences shown of one clause, the best one apart.
_LONGEST = 200
_ENDS = "—－- 　\t\r\n，,；;。、"
_TO = frozenset("到至在")
_SCALES = ((10**8, "亿"), (10**4, "万"))


def in_words(pick: Pick) -> str:
    """The sentences of ``pick``, ……  where something is left out between them; a table row as a sentence."""
    text = pick.evidence.document.text
    rows = {part.span: part for part in pick.evidence.clause.parts if part.row}
    pieces: list[str] = []
    for at, span in enumerate(pick.spans):
        if at and text[pick.spans[at - 1].end : span.start].strip():
            pieces.append("……")
        pieces.append(read_out(rows[span]) if span in rows else one_line(span.of(text)))
    return _unlabelled("".join(pieces), pick)


def in_figures(topic: Topic, pick: Pick) -> str:
    """No more than the measure with its date: 2024年年底前,养老机构护理型床位占比达到60%."""
    measure, text = pick.measure, pick.evidence.document.text
    if measure is None or measure.figure is None:
        return in_words(pick)
    words = measure.said if _conditional(measure) else _together(topic, pick, measure)
    told = _unlabelled(one_line(words.of(text)), pick).strip(_ENDS)
    if measure.dated is None or words.holds(measure.dated):
        return told
    return f"{one_line(_with_preposition(text, measure.dated).of(text))}……{told}"


def shortened(topic: Topic, pick: Pick) -> Pick:
    """``pick`` with the sentences that say most on the topic, as many as stay within ``_LONGEST``."""
    text = pick.evidence.document.text
    kept: list[Span] = []
    for span in sorted(pick.spans, key=lambda span: -topic.share(span.of(text))):
        if not kept or sum(s.end - s.start for s in [*kept, span]) <= _LONGEST:
            kept.append(span)
    return replace(pick, spans=tuple(sorted(kept)))


def difference(one: tuple[str, Pick], other: tuple[str, Pick]) -> str | None:
    """``72% − 60% = 12个百分点`` with the regions and years; None where the figures do not compare."""
    (here, mine), (there, theirs) = one, other
    if not (mine.measure and theirs.measure and same_kind(mine.measure.unit, theirs.measure.unit)):
        return None
    pairs = sorted([(here, mine), (there, theirs)], key=lambda pair: -_value(pair[1]))
    (_, high), (_, low) = pairs
    apart = Decimal(str(_value(high))) - Decimal(str(_value(low)))
    assert high.measure
    unit = "个百分点" if high.measure.unit == "%" else high.measure.unit
    working = f"{_figure(high)} − {_figure(low)} = {_number(apart)}{unit}"
    return f"按所列数值，{'、'.join(_dated(*pair) for pair in pairs)}：{working}"


def _conditional(measure: Measure) -> bool:
    """Whether the whole sentence is told: a sum is given to someone, for something, and that stands around it."""
    return measure.unit in SUMS and measure.said.end - measure.said.start <= _LONGEST


def _together(topic: Topic, pick: Pick, measure: Measure) -> Span:
    """The stretches of the sentence that hold all figures of the thing that ``measure`` is of, and the dates before them."""
    text = pick.evidence.document.text
    about = [
        m
        for m in measures(pick.evidence)
        if measure.said.holds(m.said) and (m == measure or same_measure(m, measure, topic.wording) >= SAME)
    ]
    starts = [m.words.start for m in about]
    for m in about:
        if m.dated and not text[m.dated.end : m.words.start].strip(_ENDS) and m.said.holds(m.dated):
            starts.append(_with_preposition(text, m.dated).start)
    return Span(min(starts), max(m.words.end for m in about))


def _with_preposition(text: str, date: Span) -> Span:
    return Span(date.start - 1, date.end) if text[date.start - 1 : date.start] in _TO else date


def _value(pick: Pick) -> float:
    return pick.measure.value if pick.measure else 0.0


def _figure(pick: Pick) -> str:
    """The figure as the text writes it; of a table cell with the unit of its row."""
    assert pick.measure
    if pick.measure.figure:
        return one_line(pick.measure.figure.of(pick.evidence.document.text))
    return f"{_number(Decimal(str(pick.measure.value)))}{pick.measure.unit}"


def _dated(region: str, pick: Pick) -> str:
    assert pick.measure
    return f"{region}（{pick.measure.due[:4]}年）" if pick.measure.due else region


def _number(value: Decimal) -> str:
    scale, name = next(
        (pair for pair in _SCALES if value >= pair[0] and value % (pair[0] // 100) == 0), (1, "")
    )
    return f"{(value / scale).normalize():f}{name}"


def _unlabelled(said: str, pick: Pick) -> str:
    """``said`` without the number of the clause in front, which its address gives."""
    label = pick.evidence.clause.label
    return undashed(said.removeprefix(label) if label else said)
