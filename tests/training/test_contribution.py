"""What a part contributes, measured on a library of two made-up documents."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from training.contribution import PARTS, Asked, Library, answerable, fitted, held_out, hits, report

from yiyang_qa.corpus import read_corpus
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document

DOCUMENTS = {
    "yantai-2022": "烟台市养老办法\n第一条 养老机构每张床位补贴一万元。\n第二条 护理员每年培训二十学时。\n",
    "quzhou-2021": "衢州市养老办法\n第一条 家庭病床建床费五十元。\n第二条 老年食堂每餐补助两元。\n",
}
QUESTIONS = (
    ("烟台每张床位补贴多少", "yantai-2022", "补贴一万元"),
    ("烟台护理员培训多久", "yantai-2022", "二十学时"),
    ("衢州家庭病床建床费", "quzhou-2021", "五十元"),
    ("衢州老年食堂每餐补助", "quzhou-2021", "两元"),
)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Document]:
    folder: Path = tmp_path_factory.mktemp("documents")
    for name, text in DOCUMENTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return [read_document(source) for source in read_corpus(folder)]


@pytest.fixture(scope="module")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("gold") / "questions.jsonl"
    rows = [
        {"id": str(n), "type": "lookup", "question": q, "gold": [{"doc": d, "evidence": e}]}
        for n, (q, d, e) in enumerate(QUESTIONS)
    ]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return path


def test_one_row_for_each_part_and_none_sees_another_region(documents: list[Document], gold: Path) -> None:
    library, questions = Library(documents, HashedEncoder()), answerable(gold, documents)
    assert len(questions) == len(QUESTIONS)
    lines = list(report(library, questions))
    assert [line.split("|")[1].strip() for line in lines[1:]] == [part.name for part in PARTS]
    for part in PARTS:
        for question in questions:
            asked = library.asked(question, part)
            assert asked.right.sum() == 1
            assert len(asked.views) == 2  # the clauses of its own document
            assert asked.views.shape == (2, 3)


def test_ranks_and_shares_by_hand() -> None:
    views = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.5]])
    first, second = (Asked(name, views, np.arange(3) == row) for name, row in (("a", 0), ("b", 1)))
    assert first.rank((1, 0, 0)) == 0
    assert first.rank((0.1, 0.6, 0.3)) == 2
    whole = PARTS[0]
    assert hits([first], fitted([first], whole), 1) == 1
    # shares fitted on one document put the other's clause behind
    assert [top for top, _ in held_out([first, second], whole)] == [False, False]
