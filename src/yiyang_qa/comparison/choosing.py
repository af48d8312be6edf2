"""Of one region's evidence, the clause that says most on the topic; for a figure, the measure asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from yiyang_qa.comparison.measures import Measure, is_background, measures, same_kind, same_measure
from yiyang_qa.comparison.subjects import AGE
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.comparison.wording import same_holder
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.times import deadlines
from yiyang_qa.text import sentences
from yiyang_qa.types import Evidence, Span

#: Clauses shown of a region at most, and how near the second must come to the first.
_MOST, _AS_GOOD = 2, 0.92
#: What stands in a review of the past, or only reports, says less of what is to be.
_PAST = 0.8
#: Where a goal is asked for, a sentence with a figure or a date says more.
_FIRM = 1.15
#: A clause with no more of the topic's words than this share of what the best has is on another matter.
_HARDLY_A_WORD = 0.15
#: Unless it comes this near to what the best comes to: the same thing in other words (住宅区 for 小区).
_AS_NEAR = 0.8
#: A figure answers a topic when its subject says so much of it.
_LEAD_SHARE = 0.4
#: Two measures are of one thing when their subjects agree so far, or when both say so much of the topic.
_SAME, _ON_TOPIC = 0.45, 0.4
_HARDLY_SAME, _AS_ON_TOPIC = 0.15, 0.55
#: Where the topic leaves open of what unit (1家, 20%) or institution, others say as much when this near to it.
_AS_MUCH = 0.8


@dataclass(frozen=True, slots=True)
class Pick:
    """What is shown of one clause: sentences, or the measure that they state."""

    evidence: Evidence
    spans: tuple[Span, ...]
    worth: float
    share: float  # of the topic, in what is shown
    measure: Measure | None = None


def by_words(topic: Topic, evidence: Sequence[Evidence]) -> tuple[Pick, ...]:
    """The best clause and one nearly as good, with the sentences that search marked."""
    picks = sorted((_marked(topic, item) for item in evidence), key=lambda pick: -pick.worth)
    return tuple(pick for pick in picks[:_MOST] if pick.worth >= _AS_GOOD * picks[0].worth)


def figures(topic: Topic, evidence: Sequence[Evidence]) -> tuple[Pick, ...]:
    """Every measure that says something of the topic, the nearest first; of equals the one due last."""
    nearest = max((item.nearness for item in evidence), default=0.0)
    found = (pick for item in evidence for pick in _measured(topic, item, nearest) if pick.share > 0)
    return tuple(sorted(found, key=_rank, reverse=True))


def leads_of(topic: Topic, found: Sequence[Sequence[Pick]]) -> tuple[Pick, ...]:
    """The measures, of all regions, nearest to the topic: those that the others are held against.

    One; where the topic names no institution, the nearest of another institution too when it says as much. The
    one that more regions have goes first.
    """
    near = [pick for picks in found for pick in picks[:1] if pick.share >= _LEAD_SHARE]
    if not near:
        return ()
    lead = max(near, key=lambda pick: pick.worth)
    others = (pick for picks in found for pick in picks if _of_another(topic, pick, lead))
    leads = [lead, *sorted(others, key=lambda pick: -pick.worth)[:1]]
    return tuple(sorted(leads, key=lambda one: -sum(bool(by_measure(topic, picks, one)) for picks in found)))


def by_measure(topic: Topic, found: Sequence[Pick], lead: Pick) -> tuple[Pick, ...]:
    """Of the measures ``found`` the best of the same thing as ``lead``, and one of another sentence."""
    same = [pick for pick in found if _of_one_thing(topic, pick, lead)]
    if not same and topic.unit is None:
        same = [pick for pick in found if pick.share >= _AS_MUCH * lead.share]
    best: dict[tuple[Span, ...], Pick] = {}
    for pick in same:
        if pick is same[0] or _agreement(topic, pick, same[0]) >= _SAME:
            best.setdefault(pick.spans, pick)
    return tuple(pick for pick in list(best.values())[:_MOST] if pick.worth >= _AS_GOOD * same[0].worth)


def by_measures(topic: Topic, found: Sequence[Pick], leads: Sequence[Pick]) -> tuple[Pick, ...]:
    """The best of the measures ``found`` by each of ``leads``; of one institution what is worth most."""
    kept: list[Pick] = []
    for picks in sorted((by_measure(topic, found, lead) for lead in leads), key=_best, reverse=True):
        kept += [] if any(alike(topic, pick, old) for pick in picks for old in kept) else picks
    return tuple(kept)


def on_topic(pick: Pick, best: Sequence[Pick]) -> bool:
    """Whether what is shown of a clause has words of the topic or comes near it, measured by the ``best`` of all regions."""
    share, near = max(p.share for p in best), max(p.evidence.nearness for p in best)
    near_enough = pick.share > 0 and pick.evidence.nearness >= _AS_NEAR * near
    return pick.share >= _HARDLY_A_WORD * share or near_enough


def near_measure(pick: Pick, lead: Pick) -> bool:
    """Whether a clause without the measure says nearly as much of the topic as that of ``lead``."""
    return pick.share >= _ON_TOPIC * lead.share


def alike(topic: Topic, one: Pick, other: Pick) -> bool:
    """Whether two measures may be of one institution."""
    subjects = [topic.wording.plain(pick.measure.subject) for pick in (one, other) if pick.measure]
    return len(subjects) == 2 and same_holder(*subjects)


def _marked(topic: Topic, item: Evidence) -> Pick:
    text = item.document.text
    told = item.highlights or tuple(
        sorted(sentences(text, item.quote), key=lambda span: -topic.share(span.of(text)))[:1]
    )
    said = " ".join(span.of(text) for span in told)
    share = topic.share(f"{item.clause.heading} {said}")
    past = _PAST if is_background(item.clause) else 1.0
    firm = _FIRM if topic.asks_figure and (deadlines(said) or amounts(said)) else 1.0
    return Pick(item, told, item.nearness * past * firm, share)


def _measured(topic: Topic, item: Evidence, nearest: float) -> Iterator[Pick]:
    """The measures of a quote that have the unit asked for and speak of the institution asked about.

    Those of a clause ranked behind the ``nearest`` of its region are worth less.
    """
    near = item.nearness / nearest if nearest > 0 else 1.0
    for measure in measures(item):
        fits = same_kind(topic.unit, measure.unit) if topic.unit else measure.unit != AGE
        if fits and same_holder(topic.words, topic.wording.plain(measure.subject)):
            share = topic.share(measure.subject)
            around = topic.share(measure.said.of(item.document.text))
            past = _PAST if measure.reported else 1.0
            worth = (share + 0.3 * around) * (0.5 + item.score / 2) * past * near
            yield Pick(item, (measure.said,), worth, share, measure)


def _of_one_thing(topic: Topic, pick: Pick, lead: Pick) -> bool:
    same, share = _agreement(topic, pick, lead), pick.share / lead.share
    return (same >= _SAME and share >= _ON_TOPIC) or (same >= _HARDLY_SAME and share >= _AS_ON_TOPIC)


def _of_another(topic: Topic, pick: Pick, lead: Pick) -> bool:
    """Whether ``pick`` measures the same of an institution that ``topic``, naming none, may mean as well."""
    return not topic.names_holder and not alike(topic, pick, lead) and pick.share >= _AS_MUCH * lead.share


def _agreement(topic: Topic, one: Pick, other: Pick) -> float:
    if one.measure is None or other.measure is None:
        return 0.0
    return same_measure(one.measure, other.measure, topic.wording)


def _best(picks: Sequence[Pick]) -> float:
    return max((pick.worth for pick in picks), default=0.0)


def _rank(pick: Pick) -> tuple[float, str]:
    return round(pick.worth, 6), (pick.measure and pick.measure.due) or ""
