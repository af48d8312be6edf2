"""增发: what comes on top of a benefit (重度失能的,每人每月增加200元), which is never a condition of the benefit itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.counting import sorted_by
from yiyang_qa.eligibility.verdict import TopUp
from yiyang_qa.eligibility.weighing import Candidate

_ON_STANDARD = re.compile(r"(?:前[条款项述]|上[述款]|以上)[^，,。；;]{0,8}(?:标准|基础)")


def only_adds(held: Candidate) -> bool:
    """Whether all that a rule grants comes on top of something else."""
    granted = held.cited.rule.benefits
    return bool(granted) and all(benefit.extra for benefit in granted)


def adds_to(extra: Candidate, chosen: Candidate) -> bool:
    """Whether ``extra`` comes on top (再增加) of ``chosen`` in the same clause, or of the standard of another article."""
    if extra.cited is chosen.cited or not any(benefit.extra for benefit in extra.cited.rule.benefits):
        return False
    return extra.cited.citation == chosen.cited.citation or _on_top_of(extra, chosen)


def of_a_sort(extra: Candidate, chosen: Candidate, case: Case) -> bool:
    """Whether ``extra``, beside ``chosen`` under one heading, adds to each of a sort that the case counts apart.

    护理型床位每张另增3000元, of 60张，其中40张是护理型的.
    """
    beside = extra.cited.heading is not None and extra.cited.heading == chosen.cited.heading
    apart = (sorted_by(told, extra.cited.rule) for told in case.quantities if told.is_part)
    return beside and only_adds(extra) and not extra.fails and extra.counts > 0 and any(apart)


def base_of(extra: Candidate, found: Sequence[Candidate]) -> Candidate | None:
    """What ``extra``, which grants nothing else, comes on top of, where the case meets that too."""
    if not only_adds(extra):
        return None
    bases = (h for h in found if not only_adds(h) and h.cited.rule.benefits and is_met(h))
    return next((held for held in bases if adds_to(extra, held)), None)


def is_met(held: Candidate) -> bool:
    """Whether the case meets all that a rule asks, and it asks something."""
    return bool(held.outcomes) and all(outcome.met for outcome in held.outcomes)


def topup(held: Candidate) -> TopUp:
    """What the case does not have of ``held``, or does not tell whether it has."""
    own = [outcome for outcome in held.outcomes if not outcome.met]
    first = next((outcome for outcome in own if outcome.met is False), own[0])
    return TopUp(held.cited.rule, held.cited.citation, first.asks, first.given)


def _on_top_of(extra: Candidate, chosen: Candidate) -> bool:
    """Whether ``extra`` adds to the standard of another article: 在前条标准基础上每人每月增发20元."""
    same = extra.cited.document == chosen.cited.document and bool(chosen.cited.rule.benefits)
    return same and bool(_ON_STANDARD.search(extra.cited.rule.text))
