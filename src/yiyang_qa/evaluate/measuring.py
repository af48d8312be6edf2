"""Which measures a gold file calls for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from yiyang_qa.assistant import Assistant
from yiyang_qa.evaluate import pairs, questions
from yiyang_qa.evaluate.gold import Gold, GoldQuestion, Pair
from yiyang_qa.evaluate.report import Report

T = TypeVar("T")

#: Told of questions as they are answered: (done, of how many).
Progress = Callable[[int, int], None]


def measure(assistant: Assistant, gold: Gold, progress: Progress | None = None) -> Report:
    """Put every question to ``assistant`` and measure what comes back."""
    asked = [each for each in gold if isinstance(each, GoldQuestion)]
    if asked:
        watch = questions.Stopwatch(assistant)
        trials = questions.trials(assistant, watch, asked)
        return questions.summary(list(_counted(trials, len(asked), progress)), watch.milliseconds)
    paired = [each for each in gold if isinstance(each, Pair)]
    return pairs.summary(list(_counted(pairs.rank_pairs(assistant, paired), len(paired), progress)))


def _counted(items: Iterable[T], total: int, progress: Progress | None) -> Iterator[T]:
    for done, item in enumerate(items, 1):
        if progress is not None:
            progress(done, total)
        yield item
