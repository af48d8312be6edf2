"""A turn that holds the last place against another, or only asks whether the same goes for it."""

from __future__ import annotations

import pytest

from readers import Talk
from yiyang_qa.dialogue.pointing import points_at_document
from yiyang_qa.types import Intent


@pytest.mark.parametrize(
    "turn", ["跟潍坊比哪个高", "和潍坊相比呢", "比潍坊高吗", "跟潍坊一样吗", "与潍坊有什么区别"]
)
def test_the_place_spoken_of_is_held_against_the_one_named(talk: Talk, turn: str) -> None:
    answer = talk("衢州养老机构床位建设补贴每张多少", turn)
    assert answer.query.intent is Intent.COMPARE
    assert [region.name for region in answer.query.regions] == ["衢州市", "潍坊市"]
    assert {item.document.id for item in answer.evidence} == {"quzhou-2021", "weifang-2023"}
    assert "8000元" in answer.text


def test_a_place_compared_with_nothing_said_before_is_only_asked_about(talk: Talk) -> None:
    answer = talk("比潍坊高吗")
    assert [region.name for region in answer.query.regions] == ["潍坊市"]


@pytest.mark.parametrize("turn", ["两个比一比", "这两个哪个更高", "那俩有什么区别"])
def test_the_two_places_spoken_of_last_are_compared(talk: Talk, turn: str) -> None:
    answer = talk("衢州养老机构床位建设补贴每张多少", "潍坊呢", turn)
    assert answer.query.intent is Intent.COMPARE
    assert [region.name for region in answer.query.regions] == ["衢州市", "潍坊市"]


def test_a_turn_that_leans_on_others_is_asked_with_all_of_them(talk: Talk) -> None:
    answer = talk("衢州那边养老机构床位建设补贴怎么拿", "租的房子呢", "一张多少", "30张能拿多少")
    assert answer.query.text == "衢州市：养老机构床位建设补贴怎么拿 租的房子呢 一张多少 30张能拿多少"


def test_whether_the_same_goes_for_another_place_asks_what_was_asked_before(talk: Talk) -> None:
    answer = talk("衢州安宁疗护病床要建多少张", "那修文呢，也要建吗")
    assert answer.query.text == "修文县：安宁疗护病床要建多少张"


@pytest.mark.parametrize(
    "turn",
    [
        "这个办法什么时候通过的",
        "文号是多少",
        "责任单位是谁",
        "期限过了没有",
        "上面那份通知还有效吗",
        "哪年发布的",
    ],
)
def test_turns_that_ask_of_the_document_cited(turn: str) -> None:
    assert points_at_document(turn)


@pytest.mark.parametrize(
    "turn",
    [
        "什么时候交申请",
        "床位补贴多少",
        "《烟台市养老服务补贴实施办法》什么时候施行",
        "衢政办发〔2021〕22号还有效吗",
    ],
)
def test_turns_of_a_matter_or_a_document_of_their_own(turn: str) -> None:
    assert not points_at_document(turn)


def test_a_turn_that_only_tells_a_case_is_of_the_matter_asked_about(talk: Talk) -> None:
    told = "我家的养老院是租的房子，租期六年，去年刚刚新建好的，手续都办齐了"
    answer = talk("烟台养老机构床位建设补贴有多少", told)
    assert answer.query.text == f"烟台市：养老机构床位建设补贴有多少 {told}"
    assert answer.evidence[0].clause.id == "yantai-2022/第二章/第三条"
