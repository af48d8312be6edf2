"""A value may stand in the second clause, where that comes as near by words or by meaning as the first."""

from __future__ import annotations

import pytest

from readers import Reading, talking
from yiyang_qa.search.ranking import Hit
from yiyang_qa.search.values import values_asked
from yiyang_qa.search.wanted import Wanted

FIRST, SECOND = "参保人可以享受住院救助。", "住院救助按80%的比例支付。"
ASKED = Wanted(values=values_asked("住院救助比例是多少"))


def told(standing: float, overlap: float) -> tuple[str, ...]:
    first = Hit(0, 1.0, 5.0, 3.0, 0.2, ())
    second = Hit(1, 0.9, standing, 3.0, overlap, ())
    return ASKED.unsaid([first, second], lambda hit: SECOND if hit.row else FIRST)


@pytest.mark.parametrize(("standing", "overlap"), [(5.5, 0.1), (4.5, 0.2)])
def test_a_second_clause_as_near_in_meaning_or_words_tells_the_value(standing: float, overlap: float) -> None:
    assert told(standing, overlap) == ()


def test_a_second_clause_farther_in_both_tells_a_value_of_another_matter() -> None:
    assert told(4.5, 0.1) == ("比例",)


def test_what_gives_the_sum_leads_before_what_only_names_the_matter(reading: Reading) -> None:
    library = reading(
        {
            "care": """襄阳市居家养老服务管理办法
第一条 第一类困难老年人每人每月资助400元，第二类困难老年人每人每月资助200元。重度失能的，每人每月增加200元。
第二条 符合护理补贴条件的困难老年人，按较高标准享受补贴或者资助。
第三条 服务机构应当建立服务档案。
"""
        }
    )
    answer = talking(library)("襄阳困难老人护理补贴每月资助多少元")
    assert answer.evidence[0].clause.label == "第一条"
    assert "nearest_only" in {notice.code for notice in answer.notices}
