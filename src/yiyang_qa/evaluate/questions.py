"""Gold questions: every conversation is held, and the answer objects are measured."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from time import perf_counter

from yiyang_qa.assistant import Assistant
from yiyang_qa.evaluate.conversation import converse
from yiyang_qa.evaluate.gold import GoldQuestion
from yiyang_qa.evaluate.metrics import contributions
from yiyang_qa.evaluate.report import Report, latencies, mean
from yiyang_qa.evaluate.trial import FOUND_WITHIN, Trial
from yiyang_qa.types import Answer, Question
from yiyang_qa.wire import answer_body


class Stopwatch:
    """An assistant whose every answer is timed, in milliseconds."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self.milliseconds: list[float] = []

    def ask(self, question: Question) -> Answer:
        """The assistant's answer."""
        began = perf_counter()
        answer = self._assistant.ask(question)
        self.milliseconds.append((perf_counter() - began) * 1000)
        return answer


def trials(assistant: Assistant, watch: Stopwatch, questions: Iterable[GoldQuestion]) -> Iterator[Trial]:
    """One trial a question, in order."""
    for each in questions:
        answer = converse(watch.ask, Question(each.question), each.history)
        yield Trial(each, answer_body(answer, {}), assistant.documents)


def summary(done: Sequence[Trial], milliseconds: Sequence[float]) -> Report:
    """All measures over ``done``, which must not be empty."""
    rates: dict[str, list[bool]] = defaultdict(list)
    for trial in done:
        for name, values in contributions(trial).items():
            rates[name] += values
    measures = {name: mean(values) for name, values in sorted(rates.items()) if values}
    return Report(
        measures={
            **measures,
            "n": len(done),
            **latencies(milliseconds),
            "by_type": _by_type(done),
            "by_document": _by_document(done),
        },
        misses=tuple(line for trial in done for line in _misses(trial)),
    )


def _by_type(done: Iterable[Trial]) -> dict[str, str]:
    groups: dict[str, list[bool]] = defaultdict(list)
    for trial in done:
        groups[trial.question.type].append(trial.succeeded)
    return {kind: f"{sum(values)}/{len(values)}" for kind, values in sorted(groups.items())}


def _by_document(done: Iterable[Trial]) -> dict[str, dict[str, float]]:
    groups: dict[str, list[int]] = defaultdict(list)
    for trial in done:
        for gold, rank in zip(trial.question.gold, trial.ranks, strict=True):
            groups[gold.doc].append(rank)
    return {
        document: {"n": len(ranks)} | {f"hit@{k}": mean(rank < k for rank in ranks) for k in (1, 5)}
        for document, ranks in sorted(groups.items())
    }


def _misses(trial: Trial) -> Iterator[str]:
    """A line for each thing that went wrong."""
    asked = trial.question
    cited = "、".join(citation.clause_id for citation in trial.answer.citations[:2]) or "无"
    if not trial.answerable and not trial.refused:
        yield f"{asked.id}  应拒答却答了  {asked.question}  引用：{cited}"
    if trial.answerable and contributions(trial)["contains"] == [False]:
        wanted = " 且 ".join("或".join(group) for group in asked.answer_contains)
        yield f"{asked.id}  答案中缺少  {asked.question}  应有：{wanted}"
    if trial.answerable and not trial.found:
        verdict = f"前 {FOUND_WITHIN} 条没有依据（{trial.answer.status}）"
        yield f"{asked.id}  {verdict}  {asked.question}  引用：{cited}"
