"""Who is responsible here and there: units beside units; and goals that are told with their year."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Intent

DOCUMENTS = {
    "leshan": """乐山市医养结合实施方案
一、总体目标
到2027年，建立覆盖城乡的医养结合服务网络，老年人得到便捷的健康服务。
——养老机构护理型床位占比达到70%以上；
——二级以上综合医院设置老年医学科的比例达到90%。
二、重点任务
（一）家庭病床。为行动不便的老年人提供家庭病床服务。（牵头单位：市卫生健康委；配合单位：市医保局；各县区人民政府负责落实）
（二）床位建设补贴。对新增床位50张以上的养老机构，每张补贴1万元。（责任单位：市财政局）
乐山市人民政府
2025年3月1日
""",
    "jiande": """建德市医养结合实施方案
一、总体目标
到2026年，医养结合机构普遍开展安宁疗护。
（一）二级以上综合医院设置老年医学科的比例达到85%。
二、重点任务
（一）家庭病床。建立家庭病床制度，规范建床、撤床流程。
（二）床位建设补贴。对新增床位30张以上的养老机构，每张补贴8000元。（责任单位：市财政局、市民政局）
建德市人民政府
2025年4月1日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    "question",
    ["乐山和建德谁负责家庭病床", "各地的家庭病床由哪个部门牵头", "乐山、建德家庭病床的责任单位分别是谁"],
)
def test_units_stand_in_front_of_the_rows(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert answer.comparison is not None
    rows = {row.region: row.summary for row in answer.comparison.rows}
    assert rows["乐山市"].startswith("牵头单位：市卫生健康委；配合单位：市医保局；地方落实：各县区人民政府\n")
    assert rows["建德市"].startswith("所引条款未另列责任单位\n")
    assert all(summary in answer.text for summary in rows.values())


def test_a_comparison_of_another_thing_names_no_units(talk: Talk) -> None:
    assert "责任单位" not in talk("乐山和建德床位建设补贴多少").text


@pytest.mark.parametrize("turn", ["乐山和建德谁负责家庭病床", "建德家庭病床找谁"])
def test_a_whole_question_about_another_matter_leaves_the_last_one(talk: Talk, turn: str) -> None:
    answer = talk("乐山养老院新增60张床能补多少", turn)
    assert "补" not in answer.query.text
    assert {item.clause.heading for item in answer.evidence[:1]} == {"家庭病床"}


@pytest.mark.parametrize("turn", ["建德30张床补多少", "那建德床位呢", "建德租的多少钱"])
def test_a_turn_that_tells_a_case_or_names_a_place_alone_goes_on(talk: Talk, turn: str) -> None:
    assert "养老院新增60张床" in talk("乐山养老院新增60张床能补多少", turn).query.text


@pytest.mark.parametrize(
    "question", ["乐山护理型床位占比目标是多少", "乐山护理型床位占比的目标是多少，到哪年"]
)
def test_a_goal_among_dashes_is_told_with_the_year_before_them(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert "到2027年，……养老机构护理型床位占比达到70%以上" in answer.text
    assert len(answer.text.split("护理型床位占比达到70%")) == 2


def test_a_goal_and_its_year_are_one_thing_asked(talk: Talk) -> None:
    answer = talk("各地二级以上综合医院设老年医学科（有的叫老年病科）的目标是多少，到哪一年")
    assert answer.query.intent is Intent.COMPARE
    assert "您问" not in answer.text


def test_the_words_of_a_question_of_several_parts_are_given_back(talk: Talk) -> None:
    answer = talk("乐山、建德对二级以上医院的老年医学科有什么要求，家庭病床怎么建")
    assert "· 您问“对二级以上医院的老年医学科有什么要求”：" in answer.text
    assert answer.text.count("您问“家庭病床怎么建”：") == 2
