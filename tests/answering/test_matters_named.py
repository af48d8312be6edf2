"""A clause that leads speaks of the matter asked for by name; where none does that is near, a caution is due."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readers import Talk
from yiyang_qa.search.matters import matters, speaks_of, spoken_of_first
from yiyang_qa.search.ranking import Hit

FIRST, SECOND, FAR = (
    Hit(row, score, standing=1.0, likeness=1.0, overlap=1.0, sentences=())
    for row, score in enumerate((1.0, 0.85, 0.5))
)
TEXTS = {
    FIRST: "推动综合医院设立康复科室。",
    SECOND: "二级以上医院设立老年医学科。",
    FAR: "完善老年病科。",
}


def led(question: str, *hits: Hit) -> list[Hit]:
    return spoken_of_first(list(matters(question)), hits, TEXTS.__getitem__)


def test_a_near_clause_on_the_matter_named_leads_under_any_of_its_names() -> None:
    assert led("老年病科怎么建设", FIRST, SECOND, FAR) == [SECOND, FIRST, FAR]


def test_a_far_one_does_not_nor_does_any_where_nothing_is_named() -> None:
    assert led("老年病科怎么建设", FIRST, FAR) == [FIRST, FAR]
    assert led("怎么建设", FIRST, SECOND) == [FIRST, SECOND]
    assert led("老年病科怎么建设") == []


def test_one_that_leads_already_keeps_its_place() -> None:
    best = replace(SECOND, score=1.0)
    TEXTS[best] = TEXTS[SECOND]
    assert led("老年病科怎么建设", best, FAR) == [best, FAR]


@pytest.mark.parametrize(
    ("question", "text", "speaks"),
    [
        ("长护险怎么报", "落实长期护理保险政策。", True),
        ("中医适宜技术有哪些", "推广中医药适宜技术。", True),  # most of its pairs
        ("老年医学科有什么要求", "培养老年医学、照护人才。", False),
        ("有什么要求", "培养老年医学、照护人才。", True),  # names no matter
    ],
)
def test_what_speaks_of_a_matter(question: str, text: str, speaks: bool) -> None:
    assert speaks_of(list(matters(question)), text) is speaks


@pytest.mark.parametrize(
    "question",
    [
        "青岛家庭养老床位怎么补",
        "青岛医养结合机构护理型床位占比",
        "青岛护理型床位的长期护理保险",
        "江口医疗救助和家庭医生签约怎么衔接",
        "镇江安宁疗护怎么规定",
        "江苏护理人员的职业技能等级评定",
    ],
)
def test_the_leading_clause_speaks_of_it_or_a_caution_is_given(ask: Talk, question: str) -> None:
    answer = ask(question)
    for best in answer.evidence[:1]:
        said = "\n".join((best.document.title, *best.clause.path, best.text))
        cautioned = any(notice.code == "nearest_only" for notice in answer.notices)
        assert cautioned or speaks_of(list(matters(question)), said)


def test_a_body_and_what_any_plan_consists_of_are_no_matters() -> None:
    assert [m.term for m in matters("人社局、民政局管不管残疾人就业，重点任务是哪几项")] == []
