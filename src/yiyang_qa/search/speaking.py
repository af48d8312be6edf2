"""Which regions of a comparison speak of its matter, each held against what speaks of it most nearly.

A neighbouring matter is in nearly every region's documents. What tells it from the one compared is that
others come nearer, in meaning and in words, that it is not told in the words of what comes nearest, that an
official term is nowhere in the region's documents, and that no value of the kind asked for is given.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import NamedTuple

from yiyang_qa.dialogue import Resolved
from yiyang_qa.search.absence import absent_terms
from yiyang_qa.search.admission import of_regions
from yiyang_qa.search.calibration import confidence, plainly, sure
from yiyang_qa.search.choosing import by_region
from yiyang_qa.search.fitted import rows_line
from yiyang_qa.search.library import Library
from yiyang_qa.search.ranking import Hit, Mask, Wording
from yiyang_qa.search.value import given_in
from yiyang_qa.search.values import values_asked
from yiyang_qa.text import bigrams
from yiyang_qa.types import Region

#: Clauses of a region that may be told in the words of another's.
_TURNS = 4


class Speaking(NamedTuple):
    """What tells whether one region's documents speak of the matter."""

    near: float  # how far its nearest clause stands out, as a share of the farthest of any document
    sure: float  # confidence of its surest clause
    words: float  # the question's words that its best clause holds, as a share of the most of any region
    alike: float  # the words of the sentence nearest of all regions that one of its best clauses holds, weighed by rarity
    absent: float  # 1 where its documents have an official term of the question under no name
    valueless: float  # 1 where its best clause gives no value of the kind asked for


def regions_answering(
    library: Library, ranked: Sequence[Hit], wordings: Sequence[Wording], inside: Mask, resolved: Resolved
) -> list[Hit]:
    """The hits of those regions whose documents speak of the matter; ``inside`` masks the rows in question.

    Where any other region is asked for, those that may only come near are left out.
    """
    told = speaking(library, ranked, wordings, inside, resolved)
    line = rows_line(plain=bool(resolved.excluded))
    answering = {region for region, signals in told.items() if line.confidence(signals) >= line.threshold}
    if resolved.excluded:
        regions = by_region(ranked, library.clause)
        answering &= {region for region in answering if plainly(regions[region], _apart(regions, region))}
    return [hit for hit in ranked if library.clause(hit)[0].region in answering]


def speaking(
    library: Library, ranked: Sequence[Hit], wordings: Sequence[Wording], inside: Mask, resolved: Resolved
) -> dict[Region | None, Speaking]:
    """The signals of each region that has a clause which alone would do for an answer."""
    if not ranked:
        return {}
    regions = by_region(ranked, library.clause)
    nearest = max(hit.standing for hit in ranked)
    nearest = max(nearest, library.ranker.elsewhere(wordings, inside))
    alike = _alike(library, ranked)
    most = max(hits[0].overlap for hits in regions.values())
    return {
        region: Speaking(
            _share(max(hit.standing for hit in hits), nearest),
            max(map(confidence, hits)),
            _share(hits[0].overlap, most),
            max(map(alike, hits[:_TURNS])),
            float(_absent(library, region, resolved)),
            float(_valueless(library, hits[0], resolved)),
        )
        for region, hits in regions.items()
        if any(map(sure, hits))
    }


def _alike(library: Library, ranked: Sequence[Hit]) -> Callable[[Hit], float]:
    """How many of the words of the sentence nearest of all a hit holds in one passage, 0–1, by BM25."""
    tokens, lexical = bigrams(library.nearest_sentence(ranked[0])), library.index.lexical
    scores, ideal = lexical.scores(tokens), lexical.ideal(tokens)
    return lambda hit: min(max(float(scores[row]) for row in (hit.row, *dict(hit.sentences))) / ideal, 1.0)


def _apart(regions: dict[Region | None, list[Hit]], region: Region | None) -> float:
    """How far the nearest clause of any other region stands out."""
    return max(
        (hit.standing for other, hits in regions.items() if other != region for hit in hits), default=-inf
    )


def _share(part: float, whole: float) -> float:
    return max(part, 0.0) / whole if whole > 0 else 0.0


def _absent(library: Library, region: Region | None, resolved: Resolved) -> bool:
    scope = library.read_through(of_regions(library.catalogue, {region}))
    return bool(scope) and bool(absent_terms(resolved.query.variants[0], scope))


def _valueless(library: Library, best: Hit, resolved: Resolved) -> bool:
    document, clause = library.clause(best)
    asked = values_asked(resolved.asked)
    return bool(asked) and not given_in(clause.body.of(document.text), asked)
