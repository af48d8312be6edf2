"""Laws and regulations called by their names, whole or short: the one meant answers, or none."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Status

DOCUMENTS = {
    "nation-law": """中华人民共和国老年人权益保障法
第一章 总则
第一条 为了保障老年人合法权益，制定本法。
第二章 家庭赡养
第二条 家庭成员应当经常看望或者问候老年人。
第三条 老年人的婚姻自由受法律保护。
""",
    "anhui-rights": """安徽省实施《中华人民共和国老年人权益保障法》办法
第一条 为了实施老年人权益保障法，制定本办法。
第二条 每年九月为本省敬老月。
第三条 老年人享有从国家和社会获得物质帮助的权利。
""",
    "anhui-care": """安徽省社会养老服务促进条例
第一条 为了促进养老服务，制定本条例。
第二条 民政部门主管养老服务工作。
第三条 政府投资设立的养老机构收费实行政府指导价。
第四条 鼓励养老机构投保责任保险。
第四条之一 养老机构应当自登记之日起十个工作日内备案。
第四条之二 养老机构可以开设老年食堂。
第五条 养老机构违反本条例第四条之一规定，未备案的，责令改正，处五千元以下罚款。
""",
    "hefei-meals": """合肥市老年助餐管理办法
第一条 为了规范老年助餐，制定本办法。
第二条 老年食堂应当公示菜价。
第三条 每餐补贴三元。
""",
    "luan-plan": """六安市医养结合工作方案
一、重点任务
（一）增加供给
1.建设护理院。每县建成一所护理院。
2.开放床位。公立医院开放康复床位。
（二）完善政策
3.落实补助。对护理院给予运营补助。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("turns", "clause"),
    [
        (("老年人权益保障法第三条讲什么",), "nation-law/第二章/第三条"),
        (("老年法第三条",), "nation-law/第二章/第三条"),
        (("老年人权益保障法里，子女不来看老人怎么说",), "nation-law/第二章/第二条"),
        (("安徽实施老年人权益保障法办法第三条",), "anhui-rights/第三条"),
        (("《安徽省社会养老服务促进条例》第三条",), "anhui-care/第三条"),
        (("安徽养老条例第三条",), "anhui-care/第三条"),
        (("安徽养老条例第三条", "那第四条呢"), "anhui-care/第四条"),
        (("老年法第二条", "第三条说什么"), "nation-law/第二章/第三条"),
        (("合肥助餐办法第二条",), "hefei-meals/第二条"),
        (("六安方案第三条说的啥",), "luan-plan/一/（二）/3"),
        (("六安第1条", "那第2条呢"), "luan-plan/一/（一）/2"),
    ],
)
def test_the_statute_that_is_called_so_answers(talk: Talk, turns: tuple[str, ...], clause: str) -> None:
    assert talk(*turns).evidence[0].clause.id == clause


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("物业管理条例第三条怎么说", "物业管理条例"),
        ("民法典第三条", "民法典"),
        ("妇女权益保障法第二条", "妇女权益保障法"),
        ("无障碍环境建设法对养老机构怎么规定", "无障碍环境建设法"),
        ("《残疾人保障法》里家属要做什么", "残疾人保障法"),
    ],
)
def test_of_a_statute_that_is_not_there_no_other_speaks(talk: Talk, question: str, name: str) -> None:
    answer = talk(question)
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert name in answer.text


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("老年人权益保障法第二百条", "第二百条"),
        ("安徽养老条例第99条讲什么", "第99条"),
        ("《合肥市老年助餐管理办法》第八条", "第八条"),
        ("六安方案第四条", "第四条"),
        ("六安方案专栏9", "专栏9"),
    ],
)
def test_a_number_that_no_clause_has_is_said_to_be_none(talk: Talk, question: str, number: str) -> None:
    answer = talk(question)
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert f"“{number}”" in answer.text


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("老年人权益保障法第二章讲什么", ["nation-law/第二章/第二条", "nation-law/第二章/第三条"]),
        (
            "六安方案第一部分有哪些任务",
            ["luan-plan/一/（一）/1", "luan-plan/一/（一）/2", "luan-plan/一/（二）/3"],
        ),
    ],
)
def test_a_chapter_by_its_number_is_told_whole(talk: Talk, question: str, clauses: list[str]) -> None:
    assert [item.clause.id for item in talk(question).evidence] == clauses


def test_a_clause_by_its_number_is_quoted_whole(talk: Talk) -> None:
    item = talk("安徽养老条例第二条第一款").evidence[0]
    assert item.highlights == (item.quote,)


def test_what_the_region_is_under_is_told_by_its_title(talk: Talk) -> None:
    answer = talk("芜湖执行的《安徽省社会养老服务促进条例》第四条")
    assert answer.evidence[0].clause.id == "anhui-care/第四条"


def test_a_superior_s_article_is_none_of_a_document_called_by_name(talk: Talk) -> None:
    assert not talk("芜湖养老补贴办法第三条").evidence


def test_ways_and_habits_are_no_statutes(talk: Talk) -> None:
    assert talk("有什么办法对付老年食堂菜价不公开").evidence


@pytest.mark.parametrize(
    ("question", "clause"),
    [
        ("安徽省社会养老服务促进条例第四条讲什么", "第四条"),
        ("安徽省社会养老服务促进条例第四条之一讲什么", "第四条之一"),
        ("安徽养老服务促进条例第 4 条之二", "第四条之二"),
        ("安徽养老机构违反第四条之一怎么处罚", "第五条"),
    ],
)
def test_an_article_added_between_two_is_itself(talk: Talk, question: str, clause: str) -> None:
    assert talk(question).evidence[0].clause.id == f"anhui-care/{clause}"


def test_an_article_added_that_is_not_there_is_not_its_neighbour(talk: Talk) -> None:
    answer = talk("安徽省社会养老服务促进条例第四条之三讲什么")
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert "第四条之三" in answer.text
