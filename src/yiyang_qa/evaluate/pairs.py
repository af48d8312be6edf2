"""Question–evidence pairs: how high the clause that holds the evidence ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter

from yiyang_qa.assistant import Assistant
from yiyang_qa.evaluate.gold import Pair
from yiyang_qa.evaluate.report import Report, latencies, mean

#: Citations looked at; a clause further down counts as not found.
DEPTH = 10


@dataclass(frozen=True, slots=True)
class Ranked:
    """Where the evidence of a pair came, from 1; None when not among the first ``DEPTH``."""

    pair: Pair
    rank: int | None
    milliseconds: float


def rank_pairs(assistant: Assistant, pairs: Iterable[Pair]) -> Iterator[Ranked]:
    """Each question searched for by itself."""
    for pair in pairs:
        began = perf_counter()
        found = assistant.search(pair.question, None, DEPTH)
        spent = (perf_counter() - began) * 1000
        places = (
            place
            for place, evidence in enumerate(found, 1)
            if evidence.document.id == pair.doc and pair.evidence in evidence.text
        )
        yield Ranked(pair, next(places, None), spent)


def summary(done: Sequence[Ranked]) -> Report:
    """All measures over ``done``, which must not be empty."""
    return Report(
        measures={
            **_measures(done),
            **latencies([ranked.milliseconds for ranked in done]),
            "by_style": _grouped(done, lambda pair: pair.style),
            "by_document": _grouped(done, lambda pair: pair.doc),
        },
        misses=tuple(
            f"{ranked.pair.id}  第 {ranked.rank or f'{DEPTH} 以后'} 位  {ranked.pair.question}"
            f"  依据：{ranked.pair.doc}“{ranked.pair.evidence}”"
            for ranked in done
            if ranked.rank != 1
        ),
    )


def _measures(done: Sequence[Ranked]) -> dict[str, float]:
    ranks = [ranked.rank for ranked in done]
    return {
        "n": len(ranks),
        "hit@1": mean(rank == 1 for rank in ranks),
        "hit@5": mean(rank is not None and rank <= 5 for rank in ranks),
        f"mrr@{DEPTH}": mean(1 / rank if rank else 0.0 for rank in ranks),
    }


def _grouped(done: Iterable[Ranked], group: Callable[[Pair], str]) -> dict[str, dict[str, float]]:
    groups: dict[str, list[Ranked]] = defaultdict(list)
    for ranked in done:
        groups[group(ranked.pair)].append(ranked)
    return {name: _measures(members) for name, members in sorted(groups.items())}
