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


@pytest.mark.parametrize(("year", "absent"), [("2027年", ("2027年",)), ("2025年", ())])
def test_a_year_put_in_the_place_of_another_is_looked_for(
    tmp_path: Path, year: str, absent: tuple[str, ...]
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("台州市养老规划\n一、到2025年，护理型床位占比达到60%。\n", encoding="utf-8")
    plan = [read_document(read_file(path))]
    assert absent_terms(f"到{year}护理型床位占比多少", plan, f"那{year}呢") == absent
    assert (
        absent_terms(f"护理型床位补多少 {year}呢", plan, f"{year}呢") == ()
    )  # a rule in force is of any year


def test_a_grant_is_spoken_of_by_the_title_and_a_clause_together(tmp_path: Path) -> None:
    path = tmp_path / "meals.txt"
    path.write_text("台州市老年人助餐办法\n一、在老年食堂就餐的，每餐补贴3元。\n", encoding="utf-8")
    meals = [read_document(read_file(path))]
    assert absent_terms("助餐补贴怎么领", meals) == ()
    assert absent_terms("护理补贴怎么领", meals) == ("护理补贴",)
