"""Which sentences of a quote answer: the nearest, and those that have in them what is wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from yiyang_qa.search.announced import (
    announced,
    cut_short,
    dating,
    opening,
    opens_list,
    referred,
    to_the_last_item,
    under_heading,
    whole_stem,
)
from yiyang_qa.search.limbs import with_limbs
from yiyang_qa.text import bigrams, fold, sentences
from yiyang_qa.types import Clause, Kind, Span

#: A second sentence is marked when it scores nearly as well as the best.
_ALSO_MARKED = 0.93
_MOST_MARKED = 3
#: In a clause of so few 字 it is when it scores this share, unless the best gives the value asked for.
_SHORT, _ALSO_OF_SHORT = 160, 0.85
#: One that gives a value as the best does is marked when it scores this share of it.
_GIVES_TOO = 0.8
_NOTE = re.compile(r"[(\[][^()\[\]]*(?:责任|牵头)(?:单位|部门)(?:[^()\[\]]|\([^()]*\))*[)\]]\s*(?=.)")
#: A heading that says something: （二）…提供家庭病床服务，建床周期不超过90天。（三）冒领津贴的，追回冒领资金；
_SAYS = re.compile(r"[,，].*\d|的[,，]|[;；]$")
#: What the sentence that answers has in it when a figure is asked for.
FIGURE = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千万]+[个张名家次元]")
Holds = Callable[[str], object]  # whether a sentence has what is wanted


class Signs(NamedTuple):
    """What the sentences that answer have in them: one of them each of ``one``, and every one ``all`` if any has.

    What gives a value asked for is told beside another that ``gives`` one: 每人每天300元 beside 200元 for others.
    """

    one: Sequence[Holds] = ()
    all: Holds = bool
    gives: Holds = lambda _: False
    begins: Holds = lambda _: False  # a list that is wanted to its last item: 提交下列材料:
    stated: Sequence[Holds] = ()  # in one sentence of the quote, though none that was ranked has it
    of_another: Holds = lambda _: False  # gives it to another case than is told
    words: frozenset[str] = frozenset()  # pairs of characters that are asked about
    room: bool = False  # for more sentences of a short clause; a row of a comparison has none


ANY = Signs()


def marked(
    spans: Sequence[tuple[Span, float]], quote: Span, clause: Clause, text: str, wanted: Signs
) -> tuple[Span, ...]:
    """Spans of the sentences that answer, in the order of the text; never the heading alone.

    Of what is ``wanted`` and the nearest sentences have not, the nearest that has it is added.
    """
    if clause.kind is Kind.SIGNATURE:  # lines, not sentences
        return (quote,)
    told = [
        (span, score)
        for span, score in spans
        if not _is_heading(span, clause) or _SAYS.search(span.of(text)) or wanted.gives(span.of(text))
    ]
    told = [each for each in told if wanted.all(each[0].of(text))] or told
    kept = _nearest(told, _ALSO_MARKED)
    if (
        wanted.room
        and quote.end - quote.start <= _SHORT
        and not any(wanted.gives(span.of(text)) for span in kept)
    ):
        kept = _with_words(_nearest(told, _ALSO_OF_SHORT), told, wanted, text)
    if any(wanted.gives(span.of(text)) for span in kept):
        also = (s for s, score in told if score >= _GIVES_TOO * told[0][1] and wanted.gives(s.of(text)))
        kept = list(dict.fromkeys((*kept, *also)))[:_MOST_MARKED]
    if kept and all(opens_list(span.of(text)) for span in kept):  # it says nothing without what follows
        kept += announced(max(kept), [span for span, _ in told], text)
    for holds in wanted.one:
        if not any(holds(span.of(text)) for span in kept):
            kept += [span for span, _ in told if holds(span.of(text))][:1]
    for states in wanted.stated:
        if not any(states(span.of(text)) for span in kept):
            stating = [s for s in sentences(text, quote) if states(s.of(text))]
            kept = [_without_note(span, text) for span in stating[-1:]] or kept
    kept = _of_the_case(kept, wanted, text)
    kept += opening(kept, spans, text)
    whole = sentences(text, quote)
    kept += [
        *dating(kept, whole, text),
        *referred(kept, whole, text),
        *under_heading(kept, whole, text),
        *whole_stem(kept, whole, text),
    ]
    kept += to_the_last_item(whole, text, wanted.begins)
    kept += cut_short(kept, whole, text)
    return tuple(sorted({*with_limbs(kept, [span for span, _ in spans], text)}))


def _of_the_case(kept: list[Span], wanted: Signs, text: str) -> list[Span]:
    """``kept`` without what gives the value asked for to others, where some of it gives it to the case told."""
    giving = [span for span in kept if wanted.gives(span.of(text))]
    others = [span for span in giving if wanted.of_another(span.of(text))]
    return [span for span in kept if span not in others] if len(others) < len(giving) else kept


def _with_words(kept: list[Span], told: Sequence[tuple[Span, float]], wanted: Signs, text: str) -> list[Span]:
    """``kept``, and of those ``told`` the one that has more of the words asked about than any of it: 冒领的，追回."""

    def words(span: Span) -> int:
        return len(wanted.words.intersection(bigrams(fold(span.of(text)))))

    most = max((span for span, _ in told), key=words, default=None)
    return [*kept, most] if most and words(most) > max(map(words, kept), default=0) else kept


def _nearest(told: Sequence[tuple[Span, float]], share: float) -> list[Span]:
    return [span for span, score in told if score >= share * told[0][1]][:_MOST_MARKED]


def _without_note(sentence: Span, text: str) -> Span:
    """``sentence`` without the note on units that ends what stands before it: (责任单位:…) 本措施执行期限至…."""
    note = _NOTE.match(fold(sentence.of(text)))
    return Span(sentence.start + note.end(), sentence.end) if note else sentence


def _is_heading(span: Span, clause: Clause) -> bool:
    named = len(clause.label) + len(clause.heading)
    return span.start == clause.body.start and span.end - span.start <= named + 2 and span != clause.body
