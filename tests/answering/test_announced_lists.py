"""Where what answers only announces a list, the list is told: one of its items alone would pass for all of it."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.announced import cut_short, dating
from yiyang_qa.types import Span

DOCUMENTS = {
    "homes": """江阴市养老机构管理办法
第一条 为了规范养老机构管理，制定本办法。
第二条 设立养老机构，应当具备下列条件：
（一）有名称、住所、机构章程；
（二）有与服务内容相适应的资金；
（三）床位数在十张以上。
第三条 申请床位补贴应当提交下列材料：
（一）申请表；
（二）登记证书；
（三）床位清单。
"""
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("江阴设立养老机构要什么条件", ["章程", "资金", "十张"]),
        ("江阴申请床位补贴要交什么材料", ["申请表", "登记证书", "床位清单"]),
    ],
)
def test_every_item_of_a_list_announced_is_told(talk: Talk, question: str, told: list[str]) -> None:
    answer = talk(question)
    assert [item for item in told if item not in answer.text] == []


def test_an_item_asked_for_is_told_without_the_others(talk: Talk) -> None:
    answer = talk("江阴养老机构要有多少张床")
    assert "床位数在十张以上" in answer.text
    assert "机构章程" not in answer.text


def test_an_item_that_is_only_named_is_told_with_what_it_says(reading: Reading) -> None:
    talk = talking(
        reading(
            {
                "plan": "桐乡市家庭医生签约指引\n一、有关条件\n1. 机构资质：（1）社会办一级医疗机构。应持有有效的执业许可证。\n"
                "（2）社会办门诊部。应当连续执业三年。\n桐乡市卫生健康局\n2024年3月1日\n"
            }
        )
    )
    told = talk("桐乡家庭医生签约对社会办一级医疗机构有什么要求").text
    assert "社会办一级医疗机构。应持有有效的执业许可证" in told
    assert "连续执业三年" not in told.partition("出处")[0]


BENEFITS = {
    "benefits": """东台市老年人优待办法
第一条 年满60周岁不满65周岁的老年人持本市老年人优待凭证乘坐市内公共汽车和城市轨道交通，享受半价优惠。
65周岁以上老年人持本市老年人优待凭证免费享受前款优待。
第二条 有下列行为之一的，由交通部门责令改正；拒不改正的，处一千元罚款；构成犯罪的，依法追究刑事责任：
（一）拒载持优待证的老年人的；
（二）伪造、变造优待证的。
东台市人民政府
2024年3月1日
"""
}


def test_the_stem_of_a_list_is_told_whole(reading: Reading) -> None:
    told = talking(reading(BENEFITS))("东台公交拒载老年人怎么处理").text.partition("出处")[0]
    assert "责令改正；拒不改正的，处一千元罚款；构成犯罪的，依法追究刑事责任：" in told
    assert "拒载持优待证" in told


@pytest.mark.parametrize(
    ("question", "said"), [("东台老人多大岁数坐公交免费", "免费"), ("东台坐公交多大岁数半价", "半价")]
)
def test_the_outcome_asked_about_is_told(reading: Reading, question: str, said: str) -> None:
    assert said in talking(reading(BENEFITS))(question).text.partition("出处")[0]


def test_the_date_of_goals_is_told_once() -> None:
    text = "到2027年,建成服务网络。\n——签约率达到90%。"
    first, goal = (Span(0, 14), Span(15, len(text)))
    assert dating([goal], [first, goal], text) == [Span(0, len("到2027年,"))]
    assert dating([first, goal], [first, goal], text) == []


def test_what_points_at_the_sentence_before_it_is_told_with_it(reading: Reading) -> None:
    told = talking(reading(BENEFITS))("东台65岁以上老人免费乘车吗").text
    assert "享受半价优惠。\n65周岁以上" in told or "享受半价优惠。65周岁以上" in told


NEAR_BY = {
    "law": "东台市养老服务办法\n第一条 养老机构登记后应当向民政部门备案。民政部门应当把备案材料清单向社会公布。\n"
    "第二条 养老机构应当每季度消防演练一次。消防演练应当有老年人参加，由机构负责人组织。\n"
}


def test_a_short_clause_leaves_out_nothing_nearly_as_near(reading: Reading) -> None:
    talk = talking(reading(NEAR_BY))
    assert "向社会公布" in talk("东台养老机构备案和备案材料清单").text.partition("相关条款")[0]
    assert "机构负责人" not in talk("东台养老机构多久消防演练一次").text.partition("相关条款")[0]


def test_what_ends_with_a_list_is_told_with_it(reading: Reading) -> None:
    aid = """江阴市居家养老资助办法
第一条 符合以下情形之一的老年人可以申请资助：
（一）第一类资助对象。
1.特困人员；
2.低保家庭中失能的人员。
（二）第二类资助对象。
符合以下条件之一的经济困难的老年人：
1.八十周岁以上的；
2.独居的。
（三）第三类资助对象。
曾获劳动模范称号的老年人。
第二条 第一类资助对象每人每月400元，第二类资助对象每人每月200元。
"""
    told = talking(reading({"aid": aid}))("江阴居家养老资助每月多少", "第二类是哪些人").text.partition(
        "出处"
    )[0]
    assert "独居的" in told
    assert talking(reading({"aid": aid}))("江阴第二类资助对象").text.partition("出处")[0].count("独居的") == 1


def test_a_list_cut_short_goes_to_its_last_item_and_no_further() -> None:
    text = "符合条件之一的：\n1.独居的；\n2.失能的。\n（二）别的。"
    spans = [Span(0, 8), Span(9, 15), Span(16, 22), Span(23, 29)]
    assert list(cut_short(spans[:1], spans, text)) == spans[1:3]
    assert not cut_short(spans[:2], spans, text)


def test_as_much_as_what_is_told_with_what(reading: Reading) -> None:
    """What 同等待遇 is stands before it, in an item too."""
    answer = talking(
        reading(
            {
                "disabled": """泉州市残疾人优待办法
第三条 残疾人凭残疾人证享受以下优待：
（一）免费进入公园、博物馆；视力残疾人的一名陪护人员享受同等待遇；
（二）免费乘坐市内公共汽车。
"""
            }
        )
    )("泉州视力残疾人的陪护人员有什么优待")
    assert "免费进入公园、博物馆；" in answer.text.split("出处")[0]
