"""What documents say for the words of a question: query expansion by a controlled vocabulary.

``tokens`` serves the lexical side; ``rewritten`` is a second wording for the encoder, to be
averaged with the question's own vector.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from yiyang_qa.text import bigrams, fold
from yiyang_qa.thesaurus.vocabulary import meanings, spoken
from yiyang_qa.types import Span

#: What a token counts that only another word for the same thing brings, and one that stands for a
#: lay word; a token of the question itself counts 1. Chosen on one half of the documents.
SAME = 0.3
FORMAL = 0.5


@dataclass(frozen=True, slots=True)
class Expansion:
    """Words of documents for what the question says at ``span``."""

    span: Span
    same: tuple[str, ...]  # 老年病科 → 老年医学科
    formal: tuple[str, ...]  # 瘫在床上 → 失能老年人, 失能 …


def expansions(question: str) -> tuple[Expansion, ...]:
    """Words of the thesaurus that ``question`` says, in order, none inside or across another."""
    return tuple(
        Expansion(Span(at, at + len(word)), meanings()[word].same, meanings()[word].formal)
        for at, word in spoken(fold(question))
    )


def tokens(question: str) -> dict[str, float]:
    """Tokens for BM25, those of ``bigrams`` and those of the expansions, with their weights.

    A token of the question weighs as often as it occurs; an added one at most :data:`FORMAL`,
    however many words bring it.
    """
    weights = {token: float(times) for token, times in Counter(bigrams(question)).items()}
    for expansion in expansions(question):
        for words, weight in ((expansion.same, SAME), (expansion.formal, FORMAL)):
            for token in (token for word in words for token in bigrams(word)):
                weights[token] = max(weights.get(token, 0.0), weight)
    return weights


def rewritten(question: str) -> str:
    """``question`` with its lay words replaced by the official ones: 瘫在床上给钱吗 → 失能老年人补贴吗."""
    written, at = [], 0
    for expansion in (e for e in expansions(question) if e.formal):
        written += [question[at : expansion.span.start], expansion.formal[0]]
        at = expansion.span.end
    return "".join([*written, question[at:]])
