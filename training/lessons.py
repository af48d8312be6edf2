"""What is learnt in which order: batches of questions, of passages that answer, and of some that do not."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.augment import as_typed
from training.bank import (
    ARTICLE_FORMS,
    Bank,
    Pair,
    held_out,
    near_misses,
    policy_over,
    read_lines,
    statutes,
)
from training.negatives import Candidate, answers, mine
from training.vectors import Vectors, in_eight_bits, vectors
from yiyang_qa.text import bigrams

ARTICLES = 6_000  # of STARD's 57,666
_CLAUSE_SHARE = 0.35  # of positives that are the whole clause, not its sentence
_UNANSWERED = 4  # questions of a document beside each one that it only almost answers


@dataclass(frozen=True, slots=True)
class Batch:
    """Question ``i`` is answered by passage ``i``, the last ``unanswered`` by none.

    ``masked[i, j]`` where passage ``j`` may answer question ``i`` too.
    """

    questions: list[str]
    passages: list[str]
    masked: NDArray[np.bool_]
    unanswered: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """The pairs to learn over one bank."""

    forms: Sequence[Bank]  # the same rows, written in several ways
    pairs: Sequence[Pair]
    candidates: Sequence[Candidate]  # one a row
    wrong: Sequence[Sequence[int]]  # hard negatives of each pair, rows
    tempting: Mapping[str, Sequence[Pair]] = field(default_factory=dict)  # near misses of each document

    @property
    def bank(self) -> Bank:
        """The rows as they are evaluated."""
        return self.forms[0]

    def batch(self, positions: Sequence[int], random: Random) -> Batch:
        """The pairs at ``positions``, each with one row that answers and one that does not."""
        pairs = [self.pairs[i] for i in positions]
        tempted = self._tempted(pairs, random)
        asked = [*pairs, *tempted]
        regions = [self.bank.places[self.bank.citable(pair.clauses[0])] for pair in asked]
        typed = [as_typed(p.question, r, p.placed, random) for p, r in zip(asked, regions, strict=True)]
        rows = [random.choice(p.clauses if random.random() < _CLAUSE_SHARE else p.sentences) for p in asked]
        rows[len(pairs) : len(pairs)] = [random.choice(self.wrong[i]) for i in positions if self.wrong[i]]
        masked = [
            [
                i != j and answers(pair, self.bank.name, self.candidates[row], placed)
                for j, row in enumerate(rows)
            ]
            for i, (pair, (_question, placed)) in enumerate(zip(pairs, typed, strict=False))
        ]
        masked += [[self.candidates[row].origin != pair.origin for row in rows] for pair in tempted]
        texts = [random.choice(self.forms).texts[row] for row in rows]
        return Batch([question for question, _placed in typed], texts, np.array(masked), len(tempted))

    def _tempted(self, pairs: Sequence[Pair], random: Random) -> list[Pair]:
        """Near misses of the documents of ``pairs``, in proportion."""
        drawn: list[Pair] = []
        for origin, count in Counter(pair.origin for pair in pairs).items():
            there = self.tempting.get(origin, ())
            drawn += random.sample(there, min(count // _UNANSWERED, len(there)))
        return drawn


@dataclass(frozen=True, slots=True)
class Draw:
    """How batches are drawn."""

    epochs: int = 2
    batch: int = 24  # questions in each
    stard: float = 0.5  # STARD's questions, as a share of those there are, in each epoch
    together: int = 8  # questions of one document side by side: its own clauses are the hardest to tell apart
    seed: int = 0


class Course(Protocol):
    """What training asks for."""

    def batches(self, draw: Draw) -> list[Batch]:
        """The batches of all epochs, in order."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Lessons:
    """All subjects, in batches of one subject each: neighbours in a batch are then harder to tell apart."""

    policy: Subject
    statutes: Subject

    def batches(self, draw: Draw) -> list[Batch]:
        """See :meth:`Course.batches`."""
        random = Random(draw.seed)
        found: list[Batch] = []
        for _epoch in range(draw.epochs):
            order = [
                (subject, part)
                for subject, share in ((self.policy, 1.0), (self.statutes, draw.stard))
                for part in parts(subject.pairs, share, draw, random)
            ]
            random.shuffle(order)
            found += [subject.batch(part, random) for subject, part in order]
        return found


def parts(pairs: Sequence[Pair], share: float, draw: Draw, random: Random) -> list[tuple[int, ...]]:
    """Positions of a random ``share`` of ``pairs``, a batch each, those of one document in runs."""
    chosen = random.sample(range(len(pairs)), round(len(pairs) * share))
    documents: dict[str, list[int]] = defaultdict(list)
    for position in chosen:
        documents[pairs[position].origin].append(position)
    runs = [of[i : i + draw.together] for of in documents.values() for i in range(0, len(of), draw.together)]
    random.shuffle(runs)
    order = [position for run in runs for position in run]
    return [tuple(order[i : i + draw.batch]) for i in range(0, len(order) - draw.batch + 1, draw.batch)]


def read_lessons(given: argparse.Namespace, fold: str) -> Lessons:
    """Policy pairs and STARD without what fold ``K/N`` holds out."""
    answered, tempting = near_misses(given.data / "near-misses.jsonl")
    lines = [*read_lines(given.data / "pairs.jsonl"), *answered]
    bank, (pairs, tempted) = policy_over(given.documents, lines, tempting)
    forms = [statutes(given.data / "stard", ARTICLES, form) for form in range(len(ARTICLE_FORMS))]
    return Lessons(
        replace(_subject(given, [bank], pairs, fold), tempting=_by_document(tempted)),
        _subject(given, [bank for bank, _pairs in forms], forms[0][1], fold),
    )


def _by_document(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    documents: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        documents[pair.origin].append(pair)
    return dict(documents)


def _subject(given: argparse.Namespace, forms: Sequence[Bank], pairs: Sequence[Pair], fold: str) -> Subject:
    cache = given.start.parent / "vectors"
    return subject_of(forms, pairs, *vectors(in_eight_bits(given.start), forms[0], pairs, cache), fold)


def subject_of(
    forms: Sequence[Bank], pairs: Sequence[Pair], passages: Vectors, questions: Vectors, fold: str
) -> Subject:
    """The pairs outside ``fold`` with their hard negatives, mined by the starting model's vectors."""
    bank = forms[0]
    held = held_out(bank, fold)
    candidates = [
        Candidate(text, bank.origins[c], frozenset(bigrams(text)), (bank.name, c))
        for text, c in zip(bank.texts, map(bank.citable, range(len(bank.texts))), strict=True)
    ]
    outside = np.array([candidate.origin in held for candidate in candidates])
    kept = [i for i, pair in enumerate(pairs) if pair.origin not in held]
    wrong = [
        mine(pairs[i], bank, candidates, np.where(outside, np.float32(-2), passages @ questions[i]))
        for i in kept
    ]
    return Subject(forms, [pairs[i] for i in kept], candidates, wrong)
