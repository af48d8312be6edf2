"""What a question speaks of and the documents do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from yiyang_qa.corpus import read_file
from yiyang_qa.reading import read_document
from yiyang_qa.search.absence import absent_terms
from yiyang_qa.types import Document

RULES = """台州市居家养老服务补贴办法
台民发〔2023〕4号
第一条 年满70周岁的户籍老年人，每人每月补贴200元。
第二条 重度失能老年人，每人每月补贴400元。
台州市民政局
2023年4月10日
"""


@pytest.fixture
def rules(tmp_path: Path) -> Document:
    path = tmp_path / "taizhou.txt"
    path.write_text(RULES, encoding="utf-8")
    return read_document(read_file(path))


def test_what_only_the_title_names_is_spoken_of(rules: Document) -> None:
    assert absent_terms("居家养老每月补贴多少", [rules]) == ()


def test_marks_between_words_part_no_term(tmp_path: Path) -> None:
    path = tmp_path / "nursing.txt"
    path.write_text("台州市“互联网+护理服务”试点方案\n一、为失能老年人提供上门服务。\n", encoding="utf-8")
    assert absent_terms("互联网护理怎么收费", [read_document(read_file(path))]) == ()


def test_what_neither_title_nor_clauses_name_is_absent(rules: Document) -> None:
    assert absent_terms("高龄津贴每月多少", [rules]) == ("高龄津贴",)
