"""All there is to learn, read and made ready, without the documents and laws that a fold holds out."""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from training.bank import Bank, Pair, in_fold, read_lines
from training.lessons import Lessons, Subject
from training.negatives import Candidate, mine
from training.policy import pairs_on, policy_bank, read_documents
from training.statutes import ARTICLE_FORMS, ARTICLES, statutes
from training.vectors import Vectors, in_eight_bits, vectors
from training.written import INVENTED, near_misses, on_law
from yiyang_qa.text import bigrams


def read_lessons(given: argparse.Namespace, fold: str) -> Lessons:
    """Policy and law without what fold ``K/N`` holds out; what is invented is never held out."""
    return Lessons(_policy(given, fold), _law(given, fold))


def _policy(given: argparse.Namespace, fold: str) -> Subject:
    real = read_documents(given.documents)
    held = in_fold((document.id for document in real), fold)
    documents = [*real, *read_documents(INVENTED)]
    answered, tempting = near_misses()
    pairs = pairs_on(documents, [*read_lines(given.data / "pairs.jsonl"), *answered])
    subject = _subject(given, [policy_bank(documents)], pairs, held)
    return replace(subject, tempting=_by_document(pairs_on(documents, tempting)))


def _law(given: argparse.Namespace, fold: str) -> Subject:
    folder = given.data / "stard"
    examined, _questions = statutes(folder, ARTICLES)
    held = in_fold(examined.origins, fold)
    forms = [statutes(folder, ARTICLES, form, on_law()) for form in range(len(ARTICLE_FORMS))]
    return _subject(given, [bank for bank, _pairs in forms], forms[0][1], held)


def _by_document(pairs: Sequence[Pair]) -> dict[str, list[Pair]]:
    documents: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        documents[pair.origin].append(pair)
    return dict(documents)


def _subject(
    given: argparse.Namespace, forms: Sequence[Bank], pairs: Sequence[Pair], held: Collection[str]
) -> Subject:
    cache = given.start.parent / "vectors"
    return subject_of(forms, pairs, *vectors(in_eight_bits(given.start), forms[0], pairs, cache), held)


def subject_of(
    forms: Sequence[Bank], pairs: Sequence[Pair], passages: Vectors, questions: Vectors, held: Collection[str]
) -> Subject:
    """The pairs whose origin is not ``held`` with their hard negatives, mined by the starting model's vectors."""
    bank = forms[0]
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
