"""What each region's row says, and which clauses it rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yiyang_qa.comparison import picking_figures, picking_words, telling
from yiyang_qa.comparison.picks import Pick
from yiyang_qa.comparison.topic import Topic
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.passages import units_by_role
from yiyang_qa.search.assigning import ACTORS, of_what_is_told
from yiyang_qa.search.value import given_in
from yiyang_qa.search.values import values_asked
from yiyang_qa.types import Evidence, Region

NOTHING = "文件未见相关规定"
OTHER_MEASURE = "文件未见同一指标：有相关内容，但没有写明数值或口径不同"
NO_FIGURE = "所引条款未写明这一数值"
NO_UNITS = "所引条款未另列责任单位"


@dataclass(frozen=True, slots=True)
class Row:
    """One region, what was found for it, and what of that is shown: nothing, until it is chosen."""

    region: Region | None
    evidence: tuple[Evidence, ...]
    picks: tuple[Pick, ...] = ()
    said: str = NOTHING


def by_words(topic: Topic, rows: Sequence[Row]) -> list[Row]:
    """Rows by the sentences that say most; a region whose best clause has hardly a word of the topic has none."""
    picked = [(row, picking_words.clauses(topic, row.evidence)) for row in rows]
    best = [picks[0] for _, picks in picked if picks]
    return [
        _told(topic, row, picks) if picks and picking_words.on_topic(picks[0], best) else row
        for row, picks in picked
    ]


def by_figures(topic: Topic, rows: Sequence[Row]) -> list[Row]:
    """Rows by the measure that the topic asks for; where no figure is found at all, by words."""
    worded = by_words(topic, rows)
    found = [picking_figures.figures(topic, row.evidence) for row in rows]
    leads = picking_figures.leads_of(topic, found)
    if not leads:
        return _worded(topic, worded)
    return [_measured(topic, row, picks, leads) for row, picks in zip(worded, found, strict=True)]


def _worded(topic: Topic, rows: Sequence[Row]) -> list[Row]:
    """Rows without any measure found; where nothing but a figure answers, only those that give one, if any do."""
    best = [row.picks[0] for row in rows if row.picks]
    speaking = [bool(row.picks) and picking_figures.speaks(topic, row.picks[0]) for row in rows]
    giving = [
        speaks and _gives(topic, row.said) and picking_words.as_telling(row.picks[0], best)
        for row, speaks in zip(rows, speaking, strict=True)
    ]
    kept = giving if any(giving) else speaking
    return [
        _other_measure(row) if topic.asked.insists and not keeps else _without_figure(topic, row)
        for row, keeps in zip(rows, kept, strict=True)
    ]


def _measured(topic: Topic, words: Row, found: Sequence[Pick], leads: Sequence[Pick]) -> Row:
    """The row by its figures; without any, by ``words`` where the topic does not insist on a figure."""
    if picks := picking_figures.by_measures(topic, found, leads):
        told = {(pick.measure.value, pick.measure.unit): pick for pick in reversed(picks) if pick.measure}
        said = [_of_region(words, pick, telling.in_figures(topic, pick)) for pick in reversed(told.values())]
        return replace(words, picks=picks, said="\n".join(said))
    if topic.asked.insists or not (words.picks and picking_figures.near_measure(words.picks[0], leads[0])):
        return _other_measure(words)
    return _without_figure(topic, words)


def _other_measure(row: Row) -> Row:
    return replace(row, picks=(), said=OTHER_MEASURE if row.picks else NOTHING)


def _without_figure(topic: Topic, words: Row) -> Row:
    """The best clause in words, and that it gives no figure of what was asked where it does not."""
    if not words.picks:
        return words
    best = _told(topic, words, words.picks[:1])
    if _gives(topic, best.said):
        return best
    return replace(best, said=f"{best.said}（{NO_FIGURE}）")


def _gives(topic: Topic, said: str) -> bool:
    """Whether ``said`` gives a value of the kind that ``topic`` asks for."""
    if kinds := values_asked(topic.text):
        return given_in(said, kinds)
    return any(topic.asked.takes(amount.unit) for amount in amounts(said))


def _told(topic: Topic, row: Row, picks: Sequence[Pick]) -> Row:
    if topic.asks_who:
        picks = picks[:1]  # whose units those are
    shown = tuple(telling.shortened(topic, pick) for pick in picks)
    said = [_of_region(row, pick, telling.in_words(pick)) for pick in shown]
    who = _who(picks[0], said[0]) if topic.asks_who else []
    return replace(row, picks=shown, said="\n".join([*who, *said]))


def _who(pick: Pick, said: str) -> list[str]:
    """Who is responsible for what is ``said`` of a clause; or that no unit is named, unless the words name who acts."""
    if units := units_by_role(of_what_is_told(pick.evidence)):
        return [units]
    return [] if ACTORS.search(said) else [NO_UNITS]


def _of_region(row: Row, pick: Pick, said: str) -> str:
    """``said``, with whose document it is where that is another region's."""
    region = pick.evidence.document.region
    return said if region in (None, row.region) or row.region is None else f"（{region.name}文件）{said}"
