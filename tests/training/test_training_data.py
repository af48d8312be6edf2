"""Folds, evidence, negatives and what askers do to a question."""

import json
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from training.augment import as_typed, full_width, keywords, slip, traditional, with_place, without_place
from training.bank import Bank, Pair, held_out
from training.curriculum import subject_of
from training.lessons import Batch, Draw, parts
from training.negatives import Candidate, answers, mine
from training.policy import pairs_on, policy_bank
from training.written import near_misses

from yiyang_qa.corpus import read_corpus
from yiyang_qa.reading import read_document
from yiyang_qa.text import bigrams, fold
from yiyang_qa.types import Document

TEXT = """广州市居家养老服务办法

第一条 年满60周岁的户籍老年人可以申请居家养老服务。街道办事处应当自收到申请之日起十日内答复。

第二条 对经济困难的失能老年人，每人每月发放护理补贴二百元。

第三条 对经济困难的失能老年人，每人每月发放护理补贴二百元。养老机构应当公示收费标准。
"""
LINES = [
    {
        "id": "1",
        "doc": "a",
        "question": "护理补贴多少钱",
        "evidence": "每人每月发放护理补贴二百元",
        "style": "plain",
    },
    {
        "id": "2",
        "doc": "a",
        "question": "广州街道几天答复",
        "evidence": "自收到申请之日起十日内答复",
        "style": "case",
    },
    {"id": "3", "doc": "a", "question": "叫什么名字", "evidence": "广州市居家养老服务办法", "style": "plain"},
]


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder = tmp_path_factory.mktemp("documents")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return [read_document(source) for source in read_corpus(folder)]


@given(st.sets(st.text(min_size=1, max_size=8), min_size=4, max_size=30), st.integers(2, 4))
def test_folds_part_the_origins(origins: set[str], folds: int) -> None:
    bank = Bank("b", [], [], np.array([]), sorted(origins), [])
    parts = [held_out(bank, f"{k}/{folds}") for k in range(folds)]
    assert sorted(name for part in parts for name in part) == sorted(origins)
    assert max(map(len, parts)) - min(map(len, parts)) <= 1


def test_evidence_leads_to_the_passages_that_hold_it(documents: list[Document]) -> None:
    bank, pairs = policy_bank(documents), pairs_on(documents, LINES)
    assert [pair.id for pair in pairs] == ["1", "2"]  # a title answers nothing
    for pair, line in zip(pairs, LINES, strict=False):
        assert all(line["evidence"] in bank.texts[row] for row in (*pair.sentences, *pair.clauses))
    assert [pair.placed for pair in pairs] == [False, True]
    assert len(pairs[0].right) == 2  # the same words stand twice
    assert len(pairs[1].right) == 1


def test_rows_of_a_citable_are_those_between_two_heads(documents: list[Document]) -> None:
    bank = policy_bank(documents)
    assert [row for c in range(len(bank.heads)) for row in bank.rows(c)] == list(range(len(bank.texts)))
    assert all(bank.citable(row) == c for c in range(len(bank.heads)) for row in bank.rows(c))


def test_hard_negatives_do_not_answer(documents: list[Document]) -> None:
    bank, pairs = policy_bank(documents), pairs_on(documents, LINES)
    candidates = [
        Candidate(text, "a", frozenset(bigrams(text)), (bank.name, bank.citable(row)))
        for row, text in enumerate(bank.texts)
    ]
    scores = np.linspace(1, 0.1, len(candidates), dtype=np.float32)
    for pair in pairs:
        wrong = mine(pair, bank, candidates, scores)
        assert wrong
        assert not any(bank.citable(row) in pair.right for row in wrong)
        assert not any(pair.evidence in bank.texts[row] for row in wrong)


def test_the_same_fact_elsewhere_is_no_negative_where_no_place_is_named(documents: list[Document]) -> None:
    pair = pairs_on(documents, LINES)[0]
    like = "山东省 对失能老年人发放护理补贴"
    elsewhere = Candidate(like, "b", frozenset(bigrams(like)), ("policy", 99))
    assert answers(pair, "policy", elsewhere, placed=False)
    assert not answers(pair, "policy", elsewhere, placed=True)


def test_a_batch_puts_each_answer_on_its_diagonal(documents: list[Document]) -> None:
    bank, pairs = policy_bank(documents), pairs_on(documents, LINES)
    vectors = np.eye(len(bank.texts), dtype=np.float32)
    subject = subject_of([bank], pairs, vectors, vectors[[0, 1]], ())
    batch: Batch = subject.batch([0, 1], Random(3))
    assert [pair.evidence in text for pair, text in zip(pairs, batch.passages, strict=False)] == [True, True]
    assert not batch.masked.diagonal().any()
    assert batch.masked.shape == (2, len(batch.passages))


def test_near_misses_stand_last_in_a_batch_against_their_own_document(documents: list[Document]) -> None:
    bank, pairs = policy_bank(documents), pairs_on(documents, LINES)
    near = {"id": "n", "doc": "a", "question": "护理补贴断了怎么办", "style": "plain"}
    (tempting,) = pairs_on(documents, [{**near, "evidence": "养老机构应当公示收费标准"}])
    vectors = np.eye(len(bank.texts), dtype=np.float32)
    subject = replace(subject_of([bank], pairs, vectors, vectors[[0, 1]], ()), tempting={"a": [tempting]})
    drawn = subject.batch([0, 1, 0, 1], Random(3))
    assert drawn.unanswered == 1
    assert "公示收费标准" in drawn.passages[-1]
    assert drawn.masked.shape == (5, len(drawn.passages))
    assert not drawn.masked[-1].any()  # nothing in its document answers it
    assert not subject.batch([0, 1], Random(3)).unanswered  # one for every four


def test_lines_of_near_misses_are_told_apart(tmp_path: Path) -> None:
    lines = [
        {"doc": "a", "question": "一", "answerable": True, "evidence": "甲", "nearest": None},
        {"doc": "a", "question": "二", "answerable": False, "evidence": None, "nearest": "乙"},
    ]
    path = tmp_path / "near.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    answered, tempting = near_misses(path)
    assert [(line["question"], line["evidence"]) for line in answered] == [("一", "甲")]
    assert [(line["question"], line["evidence"]) for line in tempting] == [("二", "乙")]


QUESTIONS = st.text(st.sampled_from("养老机构补贴多少钱？abc12广州市 的"), min_size=1, max_size=20)


@given(QUESTIONS, st.booleans(), st.integers(0, 1 << 30))
def test_a_question_stays_a_question(question: str, placed: bool, seed: int) -> None:
    typed, _placed = as_typed(question, "广州市", placed, Random(seed))
    assert typed
    assert as_typed(question, "广州市", placed, Random(seed)) == (typed, _placed)


@given(QUESTIONS)
def test_other_characters_say_the_same(question: str) -> None:
    assert fold(traditional(question, Random(0))) == fold(question)
    assert fold(full_width(question, Random(0))) == fold(question)


@given(QUESTIONS, st.integers(0, 1 << 30))
def test_a_slip_changes_two_characters_at_most(question: str, seed: int) -> None:
    slipped = slip(question, Random(seed))
    assert abs(len(slipped) - len(question)) <= 1
    assert sum(a != b for a, b in zip(slipped, question, strict=False)) <= 2 or len(slipped) < len(question)


def test_places_come_and_go() -> None:
    assert without_place("广州市的护理补贴多少钱") == "护理补贴多少钱"
    assert all("广州" in with_place("护理补贴多少钱", "广州市", Random(seed)) for seed in range(8))
    assert keywords("请问我的护理补贴有多少钱", Random(1)).split()[0] in {"护理", "补贴"}


@given(st.lists(st.sampled_from("abcd"), min_size=6, max_size=60), st.integers(1, 5), st.integers(0, 9))
def test_batches_hold_every_question_once_in_runs_of_one_document(
    origins: list[str], together: int, seed: int
) -> None:
    pairs = [Pair("", "问", "plain", origin, "答", False, (0,), (0,), frozenset({0})) for origin in origins]
    drawn = parts(pairs, 1.0, Draw(batch=6, together=together), Random(seed))
    order = [position for part in drawn for position in part]
    assert {len(part) for part in drawn} <= {6}
    assert len(order) == len(set(order)) == len(pairs) // 6 * 6
    changes = sum(origins[a] != origins[b] for a, b in pairwise(order))
    runs = sum(-(-origins.count(origin) // together) for origin in set(origins))
    assert changes < runs
