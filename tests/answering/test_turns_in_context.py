"""Turns that only name another step or body, conversations handed in without their beginning, and 哪个最多."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Intent, Question, Speaker, Turn

DOCUMENTS = {
    "xinghua": """兴化市老年友善示范创建方案
一、工作任务
（一）老年门诊。开设老年人门诊，设专人引导。（责任单位：市卫生健康局）
（二）老年助餐。每个乡镇建一家老年食堂。（责任单位：市民政局、市财政局）
（三）资金保障。创建经费列入预算。（责任单位：市财政局）
二、创建步骤
（一）动员（2027年1月）。召开动员会。
（二）实施（2027年2—8月）。对照任务开展创建。
（三）验收（2027年9月）。提交创建报告。
兴化市人民政府
2026年2月1日
""",
    "donghai": """东海县养老服务人员培养办法
第一条 养老护理员取得高级证书的，一次性奖励2000元。
第二条 支持社会组织开展老年教育。
东海县人民政府
2025年4月1日
""",
    "peixian": """沛县长期护理保险办法
第一条 重度失能人员每月护理补贴1500元。
第二条 鼓励养老机构提供护理服务。
沛县人民政府
2025年5月1日
""",
}

STEPS = {
    "ganzhou": """甘州区困难老人家庭适老化改造实施方案
一、总体要求
坚持自愿申请、公开公正，2024年底前完成300户困难老人家庭适老化改造。
二、工作流程
第一步：申请。符合条件的老人向户籍所在地村（社区）提出申请，填写申请表。
第二步：评估。由区民政局委托的评估机构在7个工作日内入户评估，出具评估报告。
三、实施阶段
第一阶段：动员部署（2024年3月）。召开动员会，明确任务分工。
第二阶段：组织实施（2024年4月至10月）。按月调度改造进度。
""",
}


@pytest.fixture(scope="module")
def assistant(reading: Reading) -> Assistant:
    return reading(DOCUMENTS)


@pytest.fixture(scope="module")
def talk(assistant: Assistant) -> Talk:
    return talking(assistant)


@pytest.mark.parametrize(
    "question", ["兴化老年友善示范的创建步骤", "兴化老年友善示范创建步骤有哪些", "兴化创建老年友善示范分几步"]
)
def test_steps_are_told_to_the_last(talk: Talk, question: str) -> None:
    assert [item.clause.label for item in talk(question).evidence] == ["（一）", "（二）", "（三）"]


@pytest.mark.parametrize(
    "turns", [("第二步什么时候", "第三步呢"), ("第三步什么时候",), ("第二步是什么", "那第三个步骤呢")]
)
def test_a_step_is_told_by_its_number_and_the_next_takes_its_place(
    talk: Talk, turns: tuple[str, ...]
) -> None:
    answer = talk("兴化老年友善示范的创建步骤", *turns)
    assert [item.clause.heading for item in answer.evidence] == ["验收（2027年9月）"]
    assert "第二" not in answer.query.text


@pytest.mark.parametrize(
    "turns",
    [("甘州区适老化改造第二步做什么",), ("甘州区适老化改造第一步做什么", "第二步呢")],
)
def test_a_step_is_the_item_so_labelled(reading: Reading, turns: tuple[str, ...]) -> None:
    answer = talking(reading(STEPS))(*turns)
    assert [item.clause.path for item in answer.evidence] == [("二、工作流程", "第二步：评估")]


def test_a_stage_is_the_item_so_labelled(reading: Reading) -> None:
    answer = talking(reading(STEPS))("甘州区适老化改造第二阶段干什么")
    assert [item.clause.label for item in answer.evidence] == ["第二阶段"]


def test_another_body_takes_the_place_of_the_one_asked_about(talk: Talk) -> None:
    first = talk("兴化老年食堂建几家", "民政局要做哪些")
    assert first.query.text == "兴化市：民政局要做哪些"
    assert [item.clause.heading for item in first.evidence] == ["老年助餐"]
    then = talk("兴化老年食堂建几家", "民政局要做哪些", "那财政局呢")
    assert then.query.text == "兴化市：财政局要做哪些"
    assert [item.clause.heading for item in then.evidence] == ["老年助餐", "资金保障"]


@pytest.mark.parametrize("turn", ["责任单位是谁", "这个文件哪年发的", "那要建几家呢"])
def test_the_place_of_the_last_answer_holds_where_the_beginning_is_missing(
    assistant: Assistant, turn: str
) -> None:
    last = assistant.ask(Question("兴化老年食堂怎么建")).text
    history = (Turn(Speaker.USER, "老年食堂怎么建"), Turn(Speaker.ASSISTANT, last))
    answer = assistant.ask(Question(turn, history))
    assert [region.name for region in answer.query.regions] == ["兴化市"]
    assert {item.document.id for item in answer.evidence} == {"xinghua"}


def test_the_place_whose_documents_were_silent_holds_too(assistant: Assistant) -> None:
    history = (
        Turn(Speaker.USER, "有文号吗"),
        Turn(
            Speaker.ASSISTANT,
            "文件未见相关规定：兴化市的文件没有写明“发文字号”。\n\n沛县的文件中有相关内容，可以另行询问。",
        ),
    )
    answer = assistant.ask(Question("责任单位是谁", history))
    assert [region.name for region in answer.query.regions] == ["兴化市"]


def test_a_new_matter_is_not_bound_to_the_place_of_the_last_answer(assistant: Assistant) -> None:
    last = assistant.ask(Question("兴化老年食堂怎么建")).text
    history = (Turn(Speaker.USER, "老年食堂怎么建"), Turn(Speaker.ASSISTANT, last))
    answer = assistant.ask(Question("各地护理员证书奖励多少", history))
    assert answer.query.regions == ()


@pytest.mark.parametrize("turns", [("哪些地方奖励养老护理员", "哪个最多"), ("哪些县养老护理员奖励最高",)])
def test_a_sum_for_others_is_none_for_those_named(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)
    assert answer.query.intent is Intent.COMPARE
    assert answer.comparison is not None
    rows = {row.region: row.found for row in answer.comparison.rows}
    assert rows["东海县"]
    assert not rows["沛县"]
