"""Statutes list no responsible units: who acts stands in the text, who is in charge in an article of its own."""

from __future__ import annotations

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Question

STATUTE = """衢州市养老服务促进条例

第一章 总则

第一条 为了促进养老服务，制定本条例。

第二条 本市行政区域内的养老服务，适用本条例。

第三条 市、县（市、区）人民政府民政部门主管本行政区域内的养老服务工作。

第二章 服务

第四条 民政部门应当每年公布养老服务机构名单。

第五条 老年食堂应当公示菜单和价格。

第六条 卫生健康部门应当指导养老机构开展医疗服务。

第七条 对经济困难的失能老年人，由民政部门给予护理补贴。

第八条 养老机构应当建立值班制度。
"""


@pytest.fixture(scope="module")
def quzhou(reading: Reading) -> Assistant:
    return reading({"statute": STATUTE})


def ask(assistant: Assistant, question: str) -> Answer:
    return assistant.ask(Question(question))


def labels(answer: Answer) -> list[str]:
    return [item.clause.label for item in answer.evidence]


def test_the_tasks_of_a_body_are_the_articles_that_tell_it_to_act(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州市养老服务促进条例里民政部门要管哪几条")
    assert labels(answer) == ["第三条", "第四条", "第七条"]
    assert labels(ask(quzhou, "衢州卫生健康部门负责哪些工作")) == ["第六条"]


def test_articles_of_a_chapter_are_no_list(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州老年食堂要公示哪几样")
    assert answer.evidence[0].clause.label == "第五条"
    assert "第八条" not in labels(answer)[:2]


def test_where_an_article_names_nobody_who_is_in_charge_is_told(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州老年食堂公示菜单由谁监管")
    assert answer.evidence[0].clause.label == "第五条"
    assert answer.evidence[1].clause.label == "第三条"
    assert "主管部门：" in answer.text
    assert "民政部门主管本行政区域内的养老服务工作[2]" in answer.text
