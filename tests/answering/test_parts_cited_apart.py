"""Parts of one long clause are citations of their own: one that answers is never lost behind another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.search.amending import with_amending
from yiyang_qa.types import Question, Span

FILLER = "完善配套设施，健全工作机制，加强部门协同，强化督促指导，确保各项任务按时完成、取得实效。" * 6
PARTS = (
    "建设50个康养旅居机构。鼓励利用空闲床位建设候鸟式、疗养式旅居机构。",
    "打造6个智慧康养社区。推动房地产转型康养产业，建设智慧养老社区。",
    "新建20处老年食堂。为社区老年人提供助餐服务。",
)
PLAN = f"""乳山市医养结合发展规划
一、重点任务
（一）产业工程。
{"".join(f"{number}.{part}{FILLER}" + chr(10) for number, part in enumerate(PARTS, 1))}"""


@pytest.fixture(scope="module")
def rushan(reading: Reading) -> Assistant:
    return reading({"plan": PLAN})


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("乳山要建多少个旅居机构", PARTS[0]),
        ("乳山打造几个智慧康养社区", PARTS[1]),
        ("乳山新建多少处老年食堂", PARTS[2]),
    ],
)
def test_the_part_that_answers_is_cited_first(rushan: Assistant, question: str, said: str) -> None:
    answer = rushan.ask(Question(question))
    assert said[:10] in answer.evidence[0].quote.of(answer.evidence[0].document.text)


def test_what_nothing_amends_is_cited_as_it_was_found(rushan: Assistant) -> None:
    first = rushan.ask(Question("乳山打造几个智慧康养社区")).evidence[0]
    parts = [replace(first, quote=Span(at, at + 10)) for at in range(0, 60, 10)]  # all of one clause
    assert with_amending(parts, lambda _: None) == parts
