"""哪个最高: which of the figures of a comparison is foremost, where they measure one thing in one unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from yiyang_qa.comparison.measures import SAME, Measure, measures, same_kind, same_measure
from yiyang_qa.comparison.picks import Pick
from yiyang_qa.comparison.rows import Row
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.types import Region

_SAID = "按所列数值，写明这一数值的各地中这里最{}"
#: How the greatest and the least are called, of a time and of anything else.
_OF_TIME, _OF_ANY = {1: "长", -1: "短"}, {1: "高", -1: "低"}


def foremost(topic: Topic, rows: Sequence[Row]) -> dict[Region | None, str]:
    """What is said of the one region whose figure is foremost; nothing where figures are equal or do not compare."""
    found = {row.region: row.picks[0] for row in rows if row.picks}
    figures = {region: m for region, pick in found.items() if (m := _only_figure(topic, pick))}
    if not topic.asked.foremost or len(found) < 2 or len(figures) < len(found) or not _alike(topic, figures):
        return {}
    ranked = sorted(figures, key=lambda region: topic.asked.foremost * figures[region].value, reverse=True)
    if figures[ranked[0]].value == figures[ranked[1]].value:
        return {}
    called = _OF_TIME if same_kind("日", figures[ranked[0]].unit) else _OF_ANY
    return {ranked[0]: _SAID.format(called[topic.asked.foremost])}


def _only_figure(topic: Topic, pick: Pick) -> Measure | None:
    """The figure of ``pick``, unless its sentence has others of the same thing: each for another case."""
    told = pick.measure
    if told is None or told.figure is None:
        return told
    beside = (m for m in measures(pick.evidence) if m.said == told.said)
    own = {m.value for m in beside if m == told or same_measure(m, told, topic.wording) >= SAME}
    return told if len(own) == 1 else None


def _alike(topic: Topic, figures: Mapping[Region | None, Measure]) -> bool:
    first, *others = figures.values()
    return all(one.unit == first.unit and same_measure(one, first, topic.wording) >= SAME for one in others)
