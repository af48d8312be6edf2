"""Of one region's evidence, the measure asked for: the same one in every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from yiyang_qa.comparison.measures import SAME, Measure, measures, same_kind, same_measure
from yiyang_qa.comparison.picks import AS_GOOD, MOST, PAST, Pick
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.comparison.wording import same_holder
from yiyang_qa.search.matters import speaks_of
from yiyang_qa.types import Evidence, Span

#: A figure answers a topic when its subject says so much of it.
_LEAD_SHARE = 0.4
#: Two measures are of one thing when their subjects agree and both say so much of the topic; or hardly agree,
#: but say still more.
_ON_TOPIC = 0.4
_HARDLY_SAME, _AS_ON_TOPIC = 0.15, 0.55
#: What the topic's own words count, beside those that mean the same: 护理型床位, not 护理床位.
_LITERAL = 0.1
#: Where the topic leaves open of what unit (1家, 20%) or institution, others say as much when this near to it.
_AS_MUCH = 0.8
#: A figure that agrees with no other says the same in other words when its clause comes so near to the question.
_AS_NEAR, _SOMETHING = 0.85, 0.15


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
    near = [
        pick for picks in found for pick in picks[:1] if pick.share >= _LEAD_SHARE and speaks(topic, pick)
    ]
    if not near:
        return ()
    lead = max(near, key=lambda pick: pick.worth)
    if topic.names_holder:
        return (lead,)
    others = (pick for picks in found for pick in picks if _of_another(topic, pick, lead))
    leads = [lead, *sorted(others, key=lambda pick: -pick.worth)[:1]]
    return tuple(sorted(leads, key=lambda one: -sum(bool(_by_measure(topic, picks, one)) for picks in found)))


def speaks(topic: Topic, pick: Pick) -> bool:
    """Whether the sentence of ``pick``, or a heading above, speaks of whom the topic names: of 护理员, not of 护理."""
    item = pick.evidence
    told = (span.of(item.document.text) for span in pick.spans)
    return speaks_of(topic.whom, "\n".join([item.document.title, *item.clause.path, *told]))


def by_measures(topic: Topic, found: Sequence[Pick], leads: Sequence[Pick]) -> tuple[Pick, ...]:
    """The best of the measures ``found`` by each of ``leads``, in that order; of one institution what is worth most."""
    kept: dict[int, tuple[Pick, ...]] = {}
    by_lead = {at: _by_measure(topic, found, lead) for at, lead in enumerate(leads)}
    for at in sorted(by_lead, key=lambda at: _best(by_lead[at]), reverse=True):
        others = [old for picks in kept.values() for old in picks]
        if not any(alike(topic, pick, old) for pick in by_lead[at] for old in others):
            kept[at] = by_lead[at]
    return tuple(pick for at in sorted(kept) for pick in kept[at])


def near_measure(pick: Pick, lead: Pick) -> bool:
    """Whether a clause without the measure says nearly as much of the topic as that of ``lead``."""
    return pick.share >= _ON_TOPIC * lead.share


def alike(topic: Topic, one: Pick, other: Pick) -> bool:
    """Whether two measures may be of one institution."""
    subjects = [topic.wording.plain(pick.measure.subject) for pick in (one, other) if pick.measure]
    return len(subjects) == 2 and same_holder(*subjects)


def _by_measure(topic: Topic, found: Sequence[Pick], lead: Pick) -> tuple[Pick, ...]:
    """Of the measures ``found`` the best of the same thing as ``lead``, and one of another sentence."""
    same = [pick for pick in found if _of_one_thing(topic, pick, lead)]
    if not same:
        same = [
            pick for pick in found if _in_another_unit(pick, lead) and pick.share >= _AS_MUCH * lead.share
        ]
    if not same:
        same = [pick for pick in found if _nearly_asked(topic, pick, lead)][:1]
    best: dict[tuple[Span, ...], Pick] = {}
    for pick in same:
        if pick is same[0] or _agreement(topic, pick, same[0]) >= SAME:
            best.setdefault(pick.spans, pick)
    return tuple(pick for pick in list(best.values())[:MOST] if pick.worth >= AS_GOOD * same[0].worth)


def _measured(topic: Topic, item: Evidence, nearest: float) -> Iterator[Pick]:
    """The measures of a quote that have the unit asked for and speak of the institution asked about.

    Those of a clause ranked behind the ``nearest`` of its region are worth less.
    """
    near = item.nearness / nearest if nearest > 0 else 1.0
    for measure in measures(item):
        if _may_be_asked(topic, measure, item) and same_holder(
            topic.words, topic.wording.plain(measure.subject)
        ):
            share = topic.share(measure.subject)
            around = topic.share(measure.said.of(item.document.text))
            past = PAST if measure.reported else 1.0
            worth = (
                (share + 0.3 * around + _LITERAL * topic.literally(measure.subject))
                * (0.5 + item.score / 2)
                * past
                * near
            )
            yield Pick(item, (measure.said,), worth, share, measure)


def _may_be_asked(topic: Topic, measure: Measure, item: Evidence) -> bool:
    """Whether ``measure`` is in a unit asked for, of the case told, and for each of what a sum is asked for each."""
    said = measure.subject if measure.figure is None else measure.said.of(item.document.text)
    return topic.asked.takes(measure.unit) and not topic.of_another(said)


def _of_one_thing(topic: Topic, pick: Pick, lead: Pick) -> bool:
    same, share = _agreement(topic, pick, lead), pick.share / lead.share
    return (same >= SAME and share >= _ON_TOPIC) or (same >= _HARDLY_SAME and share >= _AS_ON_TOPIC)


def _nearly_asked(topic: Topic, pick: Pick, lead: Pick) -> bool:
    """Whether a figure of the same unit stands in a clause as near to the question, and says something of the topic."""
    if pick.measure is None or lead.measure is None or not same_kind(pick.measure.unit, lead.measure.unit):
        return False
    near = pick.evidence.nearness >= _AS_NEAR * lead.evidence.nearness
    return near and pick.share >= _SOMETHING * lead.share and alike(topic, pick, lead)


def _in_another_unit(pick: Pick, lead: Pick) -> bool:
    return not (pick.measure and lead.measure and same_kind(pick.measure.unit, lead.measure.unit))


def _of_another(topic: Topic, pick: Pick, lead: Pick) -> bool:
    """Whether ``pick`` measures the same of an institution that ``topic``, naming none, may mean as well."""
    return not alike(topic, pick, lead) and pick.share >= _AS_MUCH * lead.share


def _agreement(topic: Topic, one: Pick, other: Pick) -> float:
    if one.measure is None or other.measure is None:
        return 0.0
    return same_measure(one.measure, other.measure, topic.wording)


def _best(picks: Sequence[Pick]) -> float:
    return max((pick.worth for pick in picks), default=0.0)


def _rank(pick: Pick) -> tuple[float, str]:
    return round(pick.worth, 6), (pick.measure and pick.measure.due) or ""
