"""What is learnt in which order: batches of questions, of passages that answer, and of some that do not."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from training.augment import as_typed
from training.bank import Bank, Pair
from training.negatives import Candidate, answers

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

    def batch(self, positions: Sequence[int], random: Random, wrong: int = 1) -> Batch:
        """The pairs at ``positions``, each with one row that answers and ``wrong`` that do not."""
        pairs = [self.pairs[i] for i in positions]
        tempted = self._tempted(pairs, random)
        asked = [*pairs, *tempted]
        regions = [self.bank.places[self.bank.citable(pair.clauses[0])] for pair in asked]
        typed = [as_typed(p.question, r, p.placed, random) for p, r in zip(asked, regions, strict=True)]
        rows = [random.choice(p.clauses if random.random() < _CLAUSE_SHARE else p.sentences) for p in asked]
        rows[len(pairs) : len(pairs)] = [
            row for i in positions for row in random.sample(self.wrong[i], min(wrong, len(self.wrong[i])))
        ]
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
    wrong: int = 1  # hard negatives of each question
    law: float = 0.5  # the share of the questions on law that is asked in each epoch
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
                for subject, share in ((self.policy, 1.0), (self.statutes, draw.law))
                for part in parts(subject.pairs, share, draw, random)
            ]
            random.shuffle(order)
            found += [subject.batch(part, random, draw.wrong) for subject, part in order]
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
