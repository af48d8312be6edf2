"""Of one region's evidence, the clauses that say most on the topic, and which of their sentences tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.comparison.measures import is_background
from yiyang_qa.comparison.picks import AS_GOOD, MOST, PAST, Pick
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.times import deadlines
from yiyang_qa.search.announced import announces, opens_list, referred, under_title
from yiyang_qa.text import sentences
from yiyang_qa.types import Evidence, Span

_ALL_OF_IT = re.compile("哪[些几]|什么|啥")
#: A second clause says no less than so much of what the first does.
_HALF = 0.5
#: A sentence that says so much more of the topic than those marked is shown with them.
_FAR_MORE = 1.5
#: Where a goal is asked for, a sentence with a figure or a date says more; so does one that gives the value asked for.
_FIRM = 1.15
#: A clause with no more of the topic's words than this share of what the best has is on another matter.
_HARDLY_A_WORD = 0.15
#: Unless it comes this near to what the best comes to: the same thing in other words (住宅区 for 小区).
_AS_NEAR = 0.9
#: One that is to give a figure in words says so much of what the best does.
_AS_TELLING = 0.65


def clauses(topic: Topic, evidence: Sequence[Evidence]) -> tuple[Pick, ...]:
    """The best clause and one nearly as good that says as much, with the sentences that search marked."""
    picks = sorted((_marked(topic, item) for item in evidence), key=lambda pick: -pick.worth)
    good = [p for p in picks if p.worth >= AS_GOOD * picks[0].worth and p.share >= _HALF * picks[0].share]
    return tuple(good[:MOST])


def on_topic(pick: Pick, best: Sequence[Pick]) -> bool:
    """Whether what is shown of a clause has words of the topic or comes near it, measured by the ``best`` of all regions."""
    share, near = max(p.share for p in best), max(p.evidence.nearness for p in best)
    near_enough = pick.share > 0 and pick.evidence.nearness >= _AS_NEAR * near
    return pick.share >= _HARDLY_A_WORD * share or near_enough


def as_telling(pick: Pick, best: Sequence[Pick]) -> bool:
    """Whether a clause says about as much of the topic as the ``best``, or is as near: 罚多少 for one act is not for another."""
    share, near = max(p.share for p in best), max(p.evidence.nearness for p in best)
    return pick.share >= _AS_TELLING * share or pick.evidence.nearness >= _AS_NEAR * near


def _marked(topic: Topic, item: Evidence) -> Pick:
    text = item.document.text
    told = _with_listed(topic, item, _fitting(topic, item, _with_telling(topic, item)))
    told = tuple(sorted({*told, *under_title(told, sentences(text, item.quote), text)}))
    said = " ".join(span.of(text) for span in told)
    share = topic.share(f"{item.clause.heading} {said}")
    past = PAST if is_background(item.clause) else 1.0
    figured = topic.asked.wanted and bool(deadlines(said) or amounts(said))
    firm = _FIRM if figured or topic.told_in(said) else 1.0
    return Pick(item, told, item.nearness * past * firm, share)


def _fitting(topic: Topic, item: Evidence, told: tuple[Span, ...]) -> tuple[Span, ...]:
    """Of ``told`` what rules for the case told; where none does, the sentence that does and says most on the topic.

    A list goes with the words that lead to it, whomever they name.
    """
    text = item.document.text
    fit = [span for span in sentences(text, item.quote) if topic.fits(span.of(text))]
    if not fit or any(opens_list(span.of(text)) for span in told):
        return told
    kept = tuple(span for span in told if topic.fits(span.of(text)))
    kept = kept or (max(fit, key=lambda span: topic.share(span.of(text))),)
    return tuple(sorted({*kept, *referred(kept, sentences(text, item.quote), text)}))


def _with_telling(topic: Topic, item: Evidence) -> tuple[Span, ...]:
    """The sentences that search marked, and with them the one that says most on the topic where they say far less."""
    text = item.document.text
    most = max(sentences(text, item.quote), key=lambda span: topic.share(span.of(text)), default=item.quote)
    marked = topic.share(" ".join(span.of(text) for span in item.highlights))
    inside = any(span.holds(most) or most.holds(span) for span in item.highlights)
    if inside or (item.highlights and topic.share(most.of(text)) < _FAR_MORE * marked):
        return item.highlights
    return tuple(sorted({*item.highlights, most}))


def _with_listed(topic: Topic, item: Evidence, told: tuple[Span, ...]) -> tuple[Span, ...]:
    """``told`` with what the lead-in of a list leads to: all of it where it is asked for, else the item that says most.

    All of 下列情形停发 after 哪些情形停发; the item only where the lead-in comes last and says less.
    """
    text, last = item.document.text, told[-1]
    announcing = [span for span in told if announces(span.of(text))]
    leads = [span for span in announcing if topic.values and topic.told_in(span.of(text))]
    if leads and _ALL_OF_IT.search(topic.text):
        return tuple(sorted({*told, *sentences(text, Span(leads[0].start, item.quote.end))}))
    below = sentences(text, Span(last.end, item.quote.end))
    if not opens_list(last.of(text)) or not below:
        return told
    lead = last.of(text)
    best = max(below, key=lambda span: topic.share(lead + span.of(text)))
    return (*told, best) if topic.share(lead + best.of(text)) > topic.share(lead) else told
