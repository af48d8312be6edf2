"""横向比较: one row for each region, the same measure beside the same measure."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.comparison import telling
from yiyang_qa.comparison.foremost import foremost
from yiyang_qa.comparison.grouping import by_region, names
from yiyang_qa.comparison.picking_figures import alike
from yiyang_qa.comparison.picks import Pick
from yiyang_qa.comparison.rows import Row, by_figures, by_words
from yiyang_qa.comparison.topic import Topic, topic_of
from yiyang_qa.comparison.wording import wording_of
from yiyang_qa.types import Comparison, ComparisonRow, Evidence, Region, Span

NO_DOCUMENT = "文件库中没有该地区的文件"

_Place = tuple[str, Span]  # a document and the quote in it


@dataclass(frozen=True, slots=True)
class Compared:
    """The comparison, and the evidence that its rows cite, counted from 1 in the order of the rows.

    The highlights of the evidence are the sentences that the rows show.
    """

    comparison: Comparison
    evidence: tuple[Evidence, ...]


def compare(
    topic: str,
    evidence: Sequence[Evidence],
    regions: Sequence[Region],
    *,
    synonyms: Mapping[str, str] | None = None,
    absent: Collection[Region] = (),
) -> Compared:
    """What ``evidence`` says on ``topic``, one row for each of ``regions`` and for each region it speaks for.

    Regions with an answer come first, in the order of the evidence. ``absent`` are regions without any
    document; ``synonyms`` maps wordings to the one that stands for them.
    """
    documents = {item.document.id: item.document for item in evidence}.values()
    about = topic_of(topic, documents, wording_of(synonyms or {}))
    rows = [
        Row(region, about.of_its_benefit(items)) for region, items in by_region(evidence, regions).items()
    ]
    answered = by_figures(about, rows) if about.asked.wanted else by_words(about, rows)
    ordered = sorted(answered, key=lambda row: not row.picks)
    return _laid_out(about, ordered, absent)


def _laid_out(topic: Topic, rows: Sequence[Row], absent: Collection[Region]) -> Compared:
    """The rows in words, their citations numbered as they are first used."""
    called, used = names([row.region for row in rows]), dict[_Place, list[Pick]]()
    for pick in (pick for row in rows for pick in row.picks):
        used.setdefault(_place(pick), []).append(pick)
    numbers = {place: number for number, place in enumerate(used, 1)}
    apart, best = _difference(topic, rows, called), foremost(topic, rows)
    told = [
        ComparisonRow(
            called[row.region],
            bool(row.picks),
            NO_DOCUMENT
            if row.region in absent and not row.picks
            else _below_first(row.said, best.get(row.region, "")) + apart.get(row.region, ""),
            tuple(dict.fromkeys(numbers[_place(pick)] for pick in row.picks)),
        )
        for row in rows
    ]
    evidence = [_remarked(picks) for picks in used.values()]
    return Compared(Comparison(topic.text, tuple(told)), tuple(evidence))


def _below_first(said: str, words: str) -> str:
    """``said`` with ``words`` below its first line, of which they are."""
    first, *rest = said.split("\n")
    return "\n".join([first, *filter(None, [words]), *rest])


def _difference(
    topic: Topic, rows: Sequence[Row], called: Mapping[Region | None, str]
) -> dict[Region | None, str]:
    """The working of 差多少, to be said in the second of the two rows that have a figure."""
    figures = [(row.region, row.picks[0]) for row in rows if row.picks and row.picks[0].measure]
    if not topic.asked.difference or len(figures) != 2:
        return {}
    one, other = ((called[region], pick) for region, pick in figures)
    working = telling.difference(one, other) if alike(topic, figures[0][1], figures[1][1]) else None
    return {figures[1][0]: f"\n{working}"} if working else {}


def _place(pick: Pick) -> _Place:
    return pick.evidence.document.id, pick.evidence.quote


def _remarked(picks: Sequence[Pick]) -> Evidence:
    """The evidence of ``picks``, which are of one quote, with what they show as its highlights."""
    return replace(picks[0].evidence, highlights=tuple(sorted({s for pick in picks for s in pick.spans})))
