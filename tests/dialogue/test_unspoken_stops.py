"""Speech leaves its stops out: what asks several things falls into them as if they stood there, the rest stays whole."""

from __future__ import annotations

import pytest

from readers import Talk
from yiyang_qa.dialogue.parts import parts
from yiyang_qa.types import Status


@pytest.mark.parametrize(
    "question",
    [
        "床位补贴给多少钱，找哪个部门，要准备什么材料",
        "床位补贴怎么申请，要什么材料，多久能批下来",
        "我妈瘫痪在床三年了一个月能领多少钱，去哪里申请",
        "养老院怎么备案，要什么条件，谁来管",
        "高龄津贴多少岁可以领，怎么领",
        "高龄津贴一个月多少钱，什么时候发",
        "运营补贴一个月多少钱，建设补贴一张床多少钱",
        "护理员培训几个学时，谁出钱",
        "护理型床位占比要到多少，医养结合机构要建多少家，谁负责",
        "养老机构备案找哪个部门，停业要提前多少天报告",
        "长护险怎么申请，能报多少，多久评估一次",
        "住养老院医保能报吗，谁来评估",
        "多久检查一次，由哪个部门检查",
        "有没有补贴，补多少，怎么申请",
        "开养老院要办啥手续，找谁，能享受啥优惠",
    ],
)
def test_speech_without_stops_falls_into_the_same_things(question: str) -> None:
    punctuated = [part.said for part in parts(question)]
    assert len(punctuated) > 1
    assert [part.said for part in parts(question.replace("，", ""))] == punctuated
    assert [part.said for part in parts(question.replace("，", " "))] == punctuated


@pytest.mark.parametrize(
    "question",
    [
        "谁能领多少",
        "哪些人可以领多少补贴",
        "什么条件能补多少钱",
        "什么情况下怎么办",
        "多少张床以上要配几个护士",
        "想知道怎么申请吗",
        "能不能告诉我补多少",
        "哪些机构可以补多少钱",
        "最好把厂子落在哪几种地方",
        "在哪几方面发力",
        "柜员要不要跟老人讲清楚有啥坏处",
        "谁申请谁受益",
        "几类里有没有这一条",
        "怎么申请",
    ],
)
def test_speech_that_asks_one_thing_stays_whole(question: str) -> None:
    assert parts(question) == ()


def test_each_thing_said_in_one_breath_is_answered_or_said_to_be_unsaid(talk: Talk) -> None:
    with_stops = talk("潍坊家庭病床怎么收费，床位建设补贴申请要几个工作日")
    without = talk("潍坊家庭病床怎么收费床位建设补贴申请要几个工作日")
    assert without.status is Status.PARTIAL
    assert without.text == with_stops.text
