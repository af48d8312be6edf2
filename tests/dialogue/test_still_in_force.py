"""还有效吗 after an answer is asked of the document that it cites, and told from its own term."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.dialogue.pointing import asks_if_in_force
from yiyang_qa.types import Status

TERM = """嘉兴市老年食堂星级评定办法
嘉民发〔2025〕9号
第一条 老年食堂评为三星的奖励3万元，评为五星的奖励10万元，评定证书应当在有效期内。
第二条 评定有效期为三年，由市商务局负责。
第三条 本办法自2025年3月1日起施行，有效期5年。
"""
NO_TERM = """湖州市老年食堂建设方案
湖民发〔2025〕3号
一、每个街道建成老年食堂2家。
二、老年食堂每餐补助3元。
"""
OPEN = """金华市应对疫情支持养老机构若干措施
金民发〔2025〕6号
一、养老机构承租国有房产的，免收3个月房租，可以向市国资委申请。
二、受疫情影响的养老机构可以申请贷款贴息。
三、本措施自印发之日起施行，有效期至全省突发公共卫生事件Ⅰ级响应解除。
"""
DAY = date(2026, 6, 1)


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"jiaxing-stars": TERM, "huzhou-meals": NO_TERM, "jinhua-open": OPEN}))


@pytest.mark.parametrize(
    ("turn", "asks"),
    [
        ("还有效吗", True),
        ("过期了没", True),
        ("那现在还作数吗？", True),
        ("现在还执行吗", True),
        ("有效期多久", False),
        ("评定证书过期了怎么办", False),
        ("这个指标还作数吗", False),
    ],
)
def test_only_a_question_without_a_matter_is_of_the_document(turn: str, *, asks: bool) -> None:
    assert asks_if_in_force(turn) == asks


@pytest.mark.parametrize("turn", ["还有效吗", "过期了没", "现在还作数吗"])
def test_the_term_of_the_document_is_cited_and_held_against_the_day(talk: Talk, turn: str) -> None:
    answer = talk("嘉兴老年食堂评三星奖多少", turn, as_of=DAY)
    assert [item.clause.label for item in answer.evidence] == ["第三条"]
    assert "推算至2030年3月1日，尚未届满" in answer.text


def test_a_document_without_a_term_says_none(talk: Talk) -> None:
    answer = talk("湖州老年食堂每餐补多少", "还有效吗")
    assert answer.status is Status.NO_EVIDENCE
    assert "有效期" in answer.text
    assert "嘉兴市" not in answer.text


def test_what_follows_goes_on_about_the_matter(talk: Talk) -> None:
    answer = talk("嘉兴老年食堂评三星奖多少", "还有效吗", "五星呢", as_of=DAY)
    assert answer.query.text == "嘉兴市：老年食堂评五星奖多少"


def test_whether_it_can_still_be_had_is_told_by_a_term_in_doubt(talk: Talk) -> None:
    answer = talk("金华养老机构房租免几个月", "现在还能申请吗")
    assert "有效期至全省突发公共卫生事件Ⅰ级响应解除" in answer.text.partition("出处")[0]
    in_force = talk("嘉兴老年食堂评三星奖多少", "现在还能申请吗", as_of=DAY)
    assert "有效" not in in_force.query.text
