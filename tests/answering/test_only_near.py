"""A clause that may only come near what is asked is shown with a caution; one named outright is not doubted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from readers import Reading, Talk
from yiyang_qa.answer.compose import compose
from yiyang_qa.answer.guard import guarded
from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder
from yiyang_qa.index import OpenIndex
from yiyang_qa.search.compound import Found
from yiyang_qa.search.finding import Finder
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.types import Answer, Filters, Question, Status
from yiyang_qa.versions import lineage


def doubted(answer: Answer) -> bool:
    return "nearest_only" in {notice.code for notice in answer.notices}


@pytest.mark.parametrize(
    "question",
    [
        "青岛新增床位的建设补贴每张给多少",
        "青民发〔2022〕8号是什么时候发的",
        "江口县医保局要管哪几条",
        "青岛市医保局负责哪些任务",
        "青岛市财政局的任务有哪些",
        "江苏省养老服务条例第二条是怎么规定的",
        "江口养老机构设立医务室的责任单位是谁",
    ],
)
def test_what_is_said_or_named_outright_is_not_doubted(ask: Talk, question: str) -> None:
    answer = ask(question)
    assert answer.evidence
    assert not doubted(answer)


NEAR = (
    "青岛的建设补贴拿到手之后把床拆了要不要退钱",
    "江口家庭医生签约之后想换一个医生行不行",
    "江口养老机构的医务室晚上有没有人值班",
    "青岛重度失能评估没通过还能不能再申请",
)


def test_most_of_what_is_only_come_near_is_refused_or_doubted(ask: Talk) -> None:
    answers = [ask(question) for question in NEAR]
    assert sum(not answer.evidence or doubted(answer) for answer in answers) >= 3


def test_the_caution_comes_first_names_the_citation_and_passes_the_guard(
    index: OpenIndex, encoder: Encoder
) -> None:
    catalogue = index.documents.catalogue
    finder = Finder(index, Ranker(index, encoder), lineage(catalogue))
    places = Places(document.region for document in catalogue)
    resolved = resolve(Question("青岛新增床位的建设补贴每张给多少"), places, today=date(2023, 1, 1))
    found = Found("", resolved.query, finder.find(resolved, Filters(), 5))
    plain = compose(resolved.query, [found], 5)
    near = replace(found, finding=replace(found.finding, doubtful=True))
    cautious = guarded(compose(resolved.query, [near], 5))
    assert not doubted(plain)
    assert cautious.text == f"提示：{cautious.notices[0].message}[1]\n\n{plain.text}"
    assert (cautious.notices[0].code, cautious.notices[0].citation) == ("nearest_only", 1)
    assert cautious.status is plain.status


ONLY_WORDS = """绵阳市推进医养结合实施方案
一、将符合条件的护理院纳入长期护理保险定点协议管理，合理确定床日付费标准。
二、老年人持优待凭证乘坐公共汽车和轨道交通，享受半价优惠。
"""


def test_what_only_comes_near_and_gives_no_figure_does_not_say_how_much(reading: Reading) -> None:
    answer = reading({"plan": ONLY_WORDS}).ask(Question("绵阳长护险报多少"))
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())
    assert "没有写明“金额”" in answer.text
