"""Several things asked at once: each has its own clause, or is said to be unsaid; citations in one numbering."""

from __future__ import annotations

import re

import pytest

from readers import Talk
from yiyang_qa.types import Answer, Intent, Reason, Status


def best(answer: Answer, said: str) -> str:
    """The clause cited first under the words of a part."""
    under = answer.text.partition(f"您问“{said}”：")[2]
    number = re.search(r"\[(\d+)\]", under)
    assert number
    return answer.evidence[int(number[1]) - 1].clause.id


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        (
            "潍坊新增护理床位补贴多少，家庭病床建床费收多少钱一次",
            {
                "潍坊新增护理床位补贴多少": "weifang-2023/一/（一）",
                "家庭病床建床费收多少钱一次": "weifang-2023/一/（三）",
            },
        ),
        (
            "烟台五星级养老机构奖励多少，养老机构多久公布一次收费标准",
            {
                "烟台五星级养老机构奖励多少": "yantai-2022/附件2/第二条",
                "养老机构多久公布一次收费标准": "yantai-2022/第二章/第四条",
            },
        ),
        # each in the region that it names
        (
            "衢州安宁疗护病床建多少张，潍坊家庭病床怎么收费",
            {
                "衢州安宁疗护病床建多少张": "quzhou-2021/一/（三）",
                "潍坊家庭病床怎么收费": "weifang-2023/一/（三）",
            },
        ),
    ],
)
def test_each_part_has_its_own_clause(talk: Talk, question: str, clauses: dict[str, str]) -> None:
    answer = talk(question)
    assert answer.status is Status.ANSWERED
    assert {said: best(answer, said) for said in clauses} == clauses
    assert len({(item.document.id, item.quote) for item in answer.evidence}) == len(answer.evidence)


def test_an_unsaid_part_is_said_to_be(talk: Talk) -> None:
    answer = talk("潍坊家庭病床怎么收费，床位建设补贴申请要几个工作日")
    assert (answer.status, answer.reason) == (Status.PARTIAL, Reason.NO_RELEVANT_CLAUSE)
    assert best(answer, "潍坊家庭病床怎么收费") == "weifang-2023/一/（三）"
    assert "您问“床位建设补贴申请要几个工作日”：\n文件未见相关规定" in answer.text


@pytest.mark.parametrize(
    "question",
    [
        "潍坊家庭病床建床费多少，归哪个部门管",
        "衢州租房办养老院要租几年、一张床补多少",
        "我妈在潍坊开家庭病床，建床费一次多少，找谁办",
    ],
)
def test_one_clause_that_answers_all_answers_at_once(talk: Talk, question: str) -> None:
    answer = talk(question)
    assert answer.status is Status.ANSWERED
    assert "您问" not in answer.text


def test_a_follow_up_may_ask_two_things(talk: Talk) -> None:
    answer = talk("衢州安宁疗护怎么规定", "潍坊呢，建几家，家庭病床怎么收费")
    assert {item.document.id for item in answer.evidence} == {"weifang-2023"}
    assert best(answer, "家庭病床怎么收费") == "weifang-2023/一/（三）"


def test_rows_of_a_comparison_cover_every_part(talk: Talk) -> None:
    answer = talk("衢州和潍坊的床位建设补贴多少、安宁疗护怎么安排")
    assert answer.query.intent is Intent.COMPARE
    assert answer.comparison
    rows = {row.region: row for row in answer.comparison.rows}
    assert set(rows) == {"衢州市", "潍坊市"}
    for row in rows.values():
        priced, cared = row.summary.splitlines()[0], row.summary.splitlines()[-1]
        assert priced.startswith("床位建设补贴多少：")
        assert cared.startswith("安宁疗护怎么安排：")
        ids = {answer.evidence[n - 1].clause.id.split("/", 1)[1] for n in row.citations}
        assert ids >= ({"一/（一）", "一/（三）"} if row.region == "衢州市" else {"一/（一）", "一/（二）"})


def test_a_clause_that_answers_two_parts_is_told_once(talk: Talk) -> None:
    answer = talk("潍坊新增护理床位补贴多少，找谁领，申请要几个工作日")
    said = answer.evidence[0].highlights[0].of(answer.evidence[0].document.text)
    assert answer.text.count("您问“") == 3
    assert answer.text.count(said) == 1
