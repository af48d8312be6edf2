"""Compound questions fall into the things that they ask; plain ones stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.dialogue.parts import parts
from yiyang_qa.text import fold


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("上门护理怎么收费、能不能报销", ["上门护理怎么收费", "能不能报销"]),
        ("护理补贴补多少，找谁领", ["护理补贴补多少", "找谁领"]),
        ("申请设立养老机构条件是什么？材料要哪些？", ["申请设立养老机构条件是什么", "材料要哪些"]),
        ("养老院要向谁备案，停业要提前多少天报告", ["养老院要向谁备案", "停业要提前多少天报告"]),
        ("长者饭堂怎么开？另外一餐补多少钱", ["长者饭堂怎么开", "一餐补多少钱"]),
        (
            "养老机构备案要什么材料、多久能办完、谁来办",
            ["养老机构备案要什么材料", "多久能办完", "谁来办"],
        ),
        ("床位补贴的申请条件、标准和材料", ["申请条件", "标准", "材料"]),
        ("高龄津贴申请条件和办理流程分别是什么？", ["申请条件", "办理流程"]),
        ("评估结果多久公示，结果不服怎么办", ["评估结果多久公示", "结果不服怎么办"]),
    ],
)
def test_each_thing_asked_is_a_part(question: str, said: list[str]) -> None:
    assert [part.said for part in parts(question)] == said


@pytest.mark.parametrize(
    "question",
    [
        "我妈瘫痪在床，一个月能领多少",  # a case and a question
        "轮椅、拐杖、防滑垫这类能不能报",  # a list
        "养老院请了几个护工，工资谁发",  # 几 is only some
        "人在哪住就在哪登记，由哪个部门管",
        "我们几个退休教师想办养老院，证照去哪里办",
        "收多少、凭啥收，该不该亮出来",  # all of it is to be made known
        "示范县创建分几步走，每步什么时间",  # goes on about the steps
        "由谁牵头、具体有哪些部门参加",  # both ask who
        "护理员评职业等级这事，哪些城市写了",  # which regions is meant, no thing asked
        "镇江养老院收费怎么定，郑州呢",
        "坐公交有什么优待，广州、浙江、河南怎么规定",  # only says whose rules are meant
        "房租怎么减免，北京和铁岭分别怎么规定",
        "安宁疗护怎么规定的，是哪条规定",
        "建设补贴都是什么时候申报？看看各地怎么规定的。",
        "护理床位要占到多少，广州跟洛阳怎么定的",
        "街道审核津贴要几个工作日，广州、洛阳哪里最快",
        "长护险能报多少",
        "长护险的待遇标准是什么",
        "养老机构的收费标准和护理床位占比",  # a share is no attribute
        "高龄津贴停发了，怎么办",  # asks nothing new
        "",
    ],
)
def test_a_plain_question_stays_whole(question: str) -> None:
    assert parts(question) == ()


@pytest.mark.parametrize(
    ("question", "last"),
    [
        ("上门护理怎么收费、能不能报销", "上门护理 能不能报销"),
        ("补贴标准是多少？去哪申请", "补贴 去哪申请"),
        # the case belongs to every part, and so do words of its own sentence
        ("我妈瘫痪在床，一个月能领多少，去哪申请", "我妈瘫痪在床，一个月能领多少 去哪申请"),
        ("我妈80岁了。津贴一个月多少钱，怎么申请？", "我妈80岁了，津贴一个月 怎么申请"),
        ("我妈住养老院，医保能报吗？我爸在家，有没有补贴？", "我爸在家，医保能报 有没有补贴"),
        # a part that names its own matter owes the first nothing
        (
            "上门护理怎么收费，养老机构护理型床位占比要达到多少",
            "养老机构护理型床位占比要达到多少",
        ),
    ],
)
def test_a_part_stands_alone(question: str, last: str) -> None:
    assert parts(question)[-1].wordings[0] == last


_WORDS = [
    "我妈瘫了",
    "补贴",
    "多少",
    "怎么",
    "谁",
    "能不能",
    "什么材料",
    "，",
    "、",
    "？",
    "。",
    "几",
    "（注",
    "）",
    " ",
]


@given(st.one_of(st.text(max_size=60), st.lists(st.sampled_from(_WORDS), max_size=20).map("".join)))
def test_parts_are_words_of_the_question_in_order(question: str) -> None:
    found, at = parts(question), 0
    assert len(found) != 1
    for part in found:
        at = question.index(part.said, at) + len(part.said)
        assert all(fold(part.said) in fold(wording) for wording in part.wordings)
