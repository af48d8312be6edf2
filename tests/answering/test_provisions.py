"""款、项 of an article: asked for by number, alone after an answer, or not there."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking

DOCUMENTS = {
    "anhui-care": """安徽省社会养老服务促进条例
第一条 为了促进养老服务，制定本条例。
第二条 养老机构有下列行为之一的，处一万元以上三万元以下罚款：
（一）未订立服务合同的；
（二）侮辱、虐待老年人的；
（三）擅自终止服务的。
对有前款所列行为的养老机构，可以中止扶持。
第三条 政府投资设立的养老机构收费实行政府指导价。
第四条 鼓励养老机构投保责任保险。
""",
    "anhui-meals": """安徽省老年助餐管理办法
第一条 为了规范老年助餐，制定本办法。
第二条 老年食堂应当公示菜价。
第四条 每餐补贴三元。
""",
}
OPENING = "第二条 养老机构有下列行为之一的，处一万元以上三万元以下罚款："


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("turns", "marked"),
    [
        (("安徽养老条例第二条第三项",), [OPENING, "（三）擅自终止服务的。"]),
        (("安徽养老条例第2条第一款第（二）项怎么说",), [OPENING, "（二）侮辱、虐待老年人的；"]),
        (("安徽养老条例第二条第二款",), ["对有前款所列行为的养老机构，可以中止扶持。"]),
        (("安徽养老机构哪些行为要罚款", "第二项呢"), [OPENING, "（二）侮辱、虐待老年人的；"]),
        (("安徽养老条例第二条", "第二款", "第一项具体怎么说"), [OPENING, "（一）未订立服务合同的；"]),
    ],
)
def test_the_part_asked_for_is_marked(talk: Talk, turns: tuple[str, ...], marked: list[str]) -> None:
    answer = talk(*turns)
    (item,) = answer.evidence
    assert [span.of(item.document.text) for span in item.highlights] == marked
    assert not answer.notices


@pytest.mark.parametrize(
    ("turns", "part"),
    [(("安徽养老条例第二条第九项",), "第九项"), (("安徽养老条例第三条", "第二款呢"), "第二款")],
)
def test_a_part_that_is_not_there_is_said_so_and_the_whole_is_quoted(
    talk: Talk, turns: tuple[str, ...], part: str
) -> None:
    answer = talk(*turns)
    assert [(n.code, n.citation) for n in answer.notices] == [("provision_absent", 1)]
    assert f"没有“{part}”" in answer.text
    assert answer.evidence[0].highlights == (answer.evidence[0].quote,)


def test_an_article_after_a_part_is_of_the_same_document(talk: Talk) -> None:
    answer = talk("安徽养老条例第二条", "第二款", "第四条呢")
    assert [item.clause.id for item in answer.evidence] == ["anhui-care/第四条"]
