"""The measures, checked against a dumb reference and by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from yiyang_qa.assistant import Assistant
from yiyang_qa.evaluate import GoldQuestion, converse, documents_of, measure, read_gold
from yiyang_qa.evaluate.metrics import contributions, fold, unit
from yiyang_qa.evaluate.report import latencies
from yiyang_qa.evaluate.trial import NOWHERE, Trial
from yiyang_qa.types import Answer, Question, Speaker
from yiyang_qa.wire import answer_body


@pytest.fixture
def gold(tmp_path: Path, gold_lines: list[str]) -> tuple[GoldQuestion, ...]:
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(gold_lines) + "\n\n", encoding="utf-8")
    read = read_gold(path)
    return tuple(each for each in read if isinstance(each, GoldQuestion))


@pytest.fixture
def trial(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> Callable[[int], Trial]:
    """The trial of one gold question, by its place in the file."""

    def made(place: int) -> Trial:
        asked = gold[place]
        answer = converse(assistant.ask, Question(asked.question), asked.history)
        return Trial(asked, answer_body(answer, {}), assistant.documents)

    return made


def test_report_counts_what_each_question_got(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> None:
    report = measure(assistant, gold)
    measures = report.measures
    assert measures["by_type"] == {
        "followup": "1/1",
        "lookup": "0/1",
        "number": "1/1",
        "units": "1/1",
        "unanswerable": "1/1",
    }
    assert (measures["hit@1"], measures["all@5"], measures["single_hit@1"]) == (0.75, 0.75, 0.75)
    assert (measures["contains"], measures["units"]) == (0.5, 1.0)
    assert (measures["refusal"], measures["false_refusal"], measures["wrong_region"]) == (1.0, 0.0, 0.25)
    assert (measures["exact_quote"], measures["short_quote"], measures["n"]) == (1.0, 1.0, 5)
    assert measures["by_document"] == {
        "qingdao": {"n": 2, "hit@1": 0.5, "hit@5": 0.5},
        "shaoxing": {"n": 2, "hit@1": 1.0, "hit@5": 1.0},
    }
    assert [line.split("  ")[:2] for line in report.misses] == [
        ["5", "答案中缺少"],
        ["5", "前 5 条没有依据（answered）"],
    ]


def test_every_question_is_timed_and_told_of(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> None:
    told: list[tuple[int, int]] = []
    report = measure(assistant, gold, lambda done, total: told.append((done, total)))
    assert told == [(i, 5) for i in range(1, 6)]
    assert 0 < report.measures["p50_ms"] <= report.measures["p95_ms"]


def test_latencies_are_those_of_the_sorted_list() -> None:
    assert latencies([5.0, 1.0, 3.0]) == {"p50_ms": 3.0, "p95_ms": 5.0}
    assert latencies([float(i) for i in range(100)]) == {"p50_ms": 49.5, "p95_ms": 95.0}


def test_quotes_are_compared_with_the_documents(trial: Callable[[int], Trial]) -> None:
    good = trial(0)
    first, *rest = good.answer.citations
    moved = first.model_copy(update={"location": first.location.model_copy(update={"start": 0})})
    bad = replace(good, answer=good.answer.model_copy(update={"citations": [moved, *rest]}))
    assert all(contributions(good)["exact_quote"])
    assert list(contributions(bad)["exact_quote"]) == [False, *[True] * len(rest)]


def test_evidence_counts_only_in_its_own_document(trial: Callable[[int], Trial]) -> None:
    right = trial(0)
    strayed = replace(right.question, gold=(replace(right.question.gold[0], doc="qingdao"),))
    assert right.ranks == (0,)
    assert Trial(strayed, right.answer, right.documents).ranks == (NOWHERE,)


def test_of_several_pieces_of_evidence_all_are_needed(trial: Callable[[int], Trial]) -> None:
    right = trial(0)
    more = replace(right.question, gold=(*right.question.gold, trial(4).question.gold[0]))
    half = Trial(more, right.answer, right.documents)
    assert contributions(half)["hit@5"] == [True, False]
    assert contributions(half)["all@5"] == [False]
    assert contributions(half)["single_hit@1"] == []


@pytest.mark.parametrize(
    ("written", "same"),
    [("1,200 元", "1200元"), ("《办法》", "办法"), ("６０％", "60%"), ("〈通知〉", "通 知")],
)
def test_fold_ignores_width_spaces_separators_and_brackets(written: str, same: str) -> None:
    assert fold(written) == fold(same)


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("绍兴市卫生健康委员会", "卫健委"),
        ("市人力资源和社会保障局", "人社局"),
        ("市发改委", "发展改革委"),
        ("各乡镇街道", "各镇乡"),
    ],
)
def test_one_spelling_for_a_unit(written: str, same: str) -> None:
    assert unit(written, {"绍兴市"}) == unit(same, {"绍兴市"})


def test_units_of_other_places_stay_apart() -> None:
    assert unit("青岛市民政局", {"绍兴市"}) != unit("民政局", {"绍兴市"})


def test_conversation_carries_the_answers_received(assistant: Assistant) -> None:
    heard: list[Question] = []

    def ask(question: Question) -> Answer:
        heard.append(question)
        return assistant.ask(question)

    earlier = ["绍兴市家庭病床补贴多少", "由谁负责"]
    converse(ask, Question("那青岛市呢", top_k=3), earlier)
    assert [question.text for question in heard] == [*earlier, "那青岛市呢"]
    assert {question.top_k for question in heard} == {3}
    turns = heard[-1].history
    assert [turn.speaker for turn in turns] == [Speaker.USER, Speaker.ASSISTANT] * 2
    assert [turn.content for turn in turns[::2]] == earlier
    assert turns[1].content == assistant.ask(heard[0]).text
    assert turns[3].content == assistant.ask(heard[1]).text


def test_documents_of_names_those_asked_about(gold: tuple[GoldQuestion, ...]) -> None:
    assert documents_of(gold) == {"shaoxing", "qingdao"}


def test_measures_are_json(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> None:
    measures = measure(assistant, gold).measures
    assert json.loads(json.dumps(measures)) == measures
