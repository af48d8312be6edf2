"""适用范围: the rules that only say whom a whole text is for: 具有本市户籍的老年人,享受本办法规定的优待."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from yiyang_qa.eligibility.rules import rules
from yiyang_qa.eligibility.terms import Rule
from yiyang_qa.eligibility.weighing import MET, Candidate
from yiyang_qa.text import fold
from yiyang_qa.types import Span

_OF_THE_TEXT = re.compile(r"(?:享受|申请|适用|领取)本(?:办法|规定|条例|细则|方案|意见)(?:规定|所列|所称)?的?")
_SENTENCE = re.compile(r"[^。；;\n]+")


def is_of_the_text(rule: Rule) -> bool:
    """Whether ``rule`` grants nothing of its own but says whom its whole text is for."""
    return not rule.benefits and bool(_OF_THE_TEXT.search(fold(rule.text)))


def of_the_text(text: str) -> Iterator[Rule]:
    """The statements of ``text`` that say whom all of it is for."""
    for found in _SENTENCE.finditer(text):
        if _OF_THE_TEXT.search(fold(found[0])):
            yield from (rule for rule in rules(text, Span(*found.span())) if is_of_the_text(rule))


def of_their_own(found: Sequence[Candidate]) -> list[Candidate]:
    """``found`` without the rules that only say whom a text is for, where another of that text is touched.

    That one then speaks of the case as far as those do.
    """
    whom = [held for held in found if is_of_the_text(held.cited.rule)]
    own = [held for held in found if held not in whom]
    documents = {held.cited.document for held in own}
    return [
        *(_borne_out(held, [h for h in whom if h.cited.document == held.cited.document]) for held in own),
        *(held for held in whom if held.cited.document not in documents),
    ]


def _borne_out(held: Candidate, whom: Sequence[Candidate]) -> Candidate:
    """``held`` with what the rules that say ``whom`` its text is for are met by beside."""
    if not whom:
        return held
    own = {outcome.asks for outcome in held.outcomes}
    beside = {o.asks for h in whom for o in h.outcomes if o.met} - own
    return replace(held, weight=held.weight + MET * len(beside))
