"""A comparison of one thing asked or several: one row a region, each with all that was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from yiyang_qa.answer import phrases
from yiyang_qa.answer.numbering import numbers_of, together
from yiyang_qa.comparison import Compared, compare
from yiyang_qa.search.compound import Found
from yiyang_qa.types import Comparison, ComparisonRow, Evidence

_Told = tuple[str, ComparisonRow]  # what was asked, and what a region says on it


@dataclass(frozen=True, slots=True)
class Table:
    """The comparison, its rows in words, and the evidence that they cite."""

    comparison: Comparison
    paragraphs: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def table(topic: str, found: Sequence[Found], k: int) -> Table:
    """Regions with an answer first; second clauses of regions only while there are no more than ``k`` in all."""
    columns = [_column(each, k // len(found)) for each in found]
    evidence = together([column.evidence for column in columns])
    told: dict[str, list[_Told]] = {}
    for each, column in zip(found, columns, strict=True):
        numbers = numbers_of(column.evidence, evidence)
        for row in column.comparison.rows:
            cited = tuple(numbers[number - 1] for number in row.citations)
            told.setdefault(row.region, []).append((each.said, replace(row, citations=cited)))
    rows = sorted(((_row(of), of) for of in told.values()), key=lambda pair: not pair[0].found)
    every = range(1, len(evidence) + 1)
    return Table(Comparison(topic, tuple(row for row, _ in rows)), tuple(_paragraphs(rows, every)), evidence)


def _column(each: Found, k: int) -> Compared:
    """What the regions say on one thing asked."""
    query, finding = each.query, each.finding
    regions = query.regions or finding.regions
    found = compare(query.text, finding.evidence, regions, absent=finding.missing)
    if len(found.evidence) <= k:
        return found
    numbers = [row.citations for row in found.comparison.rows if row.citations]
    first = [mine[0] for mine in numbers]
    second = [number for mine in numbers for number in mine[1:] if number not in first]
    kept = [found.evidence[number - 1] for number in (*first, *second[: max(0, k - len(first))])]
    return compare(query.text, kept, regions, absent=finding.missing)


def _row(told: Sequence[_Told]) -> ComparisonRow:
    """One row out of what a region says on each thing asked; said once where all of it is the same."""
    first = told[0][1]
    cited = tuple(dict.fromkeys(number for _, row in told for number in row.citations))
    return replace(
        first,
        found=any(row.found for _, row in told),
        summary=first.summary if _alike(told) else "\n".join(f"{said}：{row.summary}" for said, row in told),
        citations=cited,
    )


def _paragraphs(rows: Sequence[tuple[ComparisonRow, Sequence[_Told]]], every: Sequence[int]) -> Iterator[str]:
    """Each row in words; regions that are silent in the same words together."""
    silent: dict[str, list[str]] = {}
    for row, told in rows:
        if row.found or not _alike(told):
            yield _in_words(row, told, every)
        else:
            silent.setdefault(row.summary, []).append(row.region)
    for summary, regions in silent.items():
        yield f"{'、'.join(regions)}：{summary}"


def _in_words(row: ComparisonRow, told: Sequence[_Told], every: Sequence[int]) -> str:
    if _alike(told):
        return f"{row.region}：{_cited(row, every)}"
    return "\n".join([f"{row.region}：", *(f"· 您问“{said}”：{_cited(own, every)}" for said, own in told)])


def _cited(row: ComparisonRow, every: Sequence[int]) -> str:
    """A summary with its citations; a working (72% − 60% = …) rests on ``every`` one."""
    told = [line for line in row.summary.splitlines() if "=" not in line]
    workings = [line + phrases.marks(every) for line in row.summary.splitlines() if "=" in line]
    return "\n".join(["\n".join(told) + phrases.marks(row.citations), *workings])


def _alike(told: Sequence[_Told]) -> bool:
    return len({row.summary for _, row in told}) == 1
