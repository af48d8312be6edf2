"""A place that no table of divisions has, and no document writes of, is not answered for by another's documents."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Reason, Status

DOCUMENTS = {
    "quanzhou": """泉州市养老服务补助办法
泉州市人民政府办公室
第一条 对新建养老机构，每张床位给予一次性建设补助一万元。
第二条 建设补助由市民政局负责审核发放。
第三条 云台县新区内的养老机构，建设补助上浮百分之十。
第四条 退休人员参加职工医保的，住院报销比例为百分之九十。
""",
    "zhangzhou": """漳州市养老服务补助办法
漳州市人民政府办公室
第一条 对新建养老机构，每张床位给予一次性建设补助八千元。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    "turns", [("火星市新建养老机构每张床位补助多少",), ("泉州新建养老机构每张床位补助多少", "那火星市呢")]
)
def test_an_unheard_of_place_has_no_document(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_DOCUMENT_FOR_REGION)
    assert "“火星市”" in answer.text
    assert not answer.evidence
    assert not answer.query.regions


def test_what_follows_is_asked_of_it_until_another_place_is_named(talk: Talk) -> None:
    before = ("泉州新建养老机构每张床位补助多少", "那火星市呢")
    assert talk(*before, "由谁负责").reason is Reason.NO_DOCUMENT_FOR_REGION
    back = talk(*before, "那漳州呢")
    assert back.evidence[0].document.id == "zhangzhou"
    assert "火星" not in back.query.text


def test_beside_a_known_place_it_is_told(talk: Talk) -> None:
    answer = talk("对比泉州市、漳州市和火星市新建养老机构每张床位补助")
    assert answer.status is Status.PARTIAL
    assert "火星市：没有叫这个名字的行政区" in answer.text
    assert {item.document.id for item in answer.evidence} == {"quanzhou", "zhangzhou"}


@pytest.mark.parametrize("question", ["云台县新区的养老机构建设补助上浮多少", "退休市医保报多少"])
def test_what_documents_write_of_is_searched(talk: Talk, question: str) -> None:
    assert talk(question).status is Status.ANSWERED
