"""Thanks and greetings between questions, what is put right, and clauses beside the last."""

from __future__ import annotations

import pytest

from readers import Talk
from yiyang_qa.dialogue.neighbours import beside
from yiyang_qa.dialogue.phatic import phatic, without_phatic
from yiyang_qa.dialogue.subject import Subject
from yiyang_qa.types import Reason, Status


@pytest.mark.parametrize(
    "turn", ["谢谢", "好的，谢谢你！", "你好", "嗯嗯知道了", "再见~", "OK", "好吧", "明白了，辛苦了"]
)
def test_what_is_only_polite(turn: str) -> None:
    assert phatic(turn)


@pytest.mark.parametrize(
    "turn", ["好的床位补多少", "你好厉害的政策", "清楚写明", "行吗", "？", "知道了条件怎么办", "好评率", ""]
)
def test_what_asks_is_more(turn: str) -> None:
    assert not phatic(turn)


@pytest.mark.parametrize(
    ("turn", "rest"),
    [
        ("谢谢，再问一下运营补贴多少", "运营补贴多少"),
        ("好的，那租的房子呢", "那租的房子呢"),
        ("对了，衢州呢", "衢州呢"),
        ("好的床位", "好的床位"),
        ("谢谢", "谢谢"),
    ],
)
def test_the_question_behind_the_politeness(turn: str, rest: str) -> None:
    assert without_phatic(turn) == rest


def test_politeness_is_answered_without_a_search(talk: Talk) -> None:
    answer = talk("烟台新建养老机构床位补贴多少", "好的谢谢")
    assert (answer.status, answer.reason, answer.evidence) == (Status.OUT_OF_SCOPE, Reason.OFF_TOPIC, ())
    assert "请写明地区和事项" in answer.text


@pytest.mark.parametrize(
    ("turns", "clause"),
    [
        (("烟台新建养老机构床位补贴多少", "好的谢谢", "那潍坊呢"), "weifang-2023/一/（一）"),
        (("你好", "潍坊安宁疗护怎么规定", "谢谢啦", "责任单位是谁"), "weifang-2023/一/（二）"),
        (("衢州安宁疗护建多少张床", "说错了，是长期护理保险"), "quzhou-2021/一/（二）"),
        (("衢州床位建设补贴多少", "不是衢州，是金华"), "jinhua-2022/一"),
        (("不是烟台，是潍坊的安宁疗护怎么规定",), "weifang-2023/一/（二）"),
        (("烟台第三条说什么", "上一条呢"), "yantai-2022/第二章/第二条"),
        (("烟台第三条说什么", "下一条", "下一条"), "yantai-2022/第三章/第五条"),
    ],
)
def test_the_conversation_goes_on(talk: Talk, turns: tuple[str, ...], clause: str) -> None:
    answer = talk(*turns)
    assert answer.evidence[0].clause.id == clause
    assert {item.document.id for item in answer.evidence} == {clause.partition("/")[0]}


def test_a_place_denied_beside_none_is_still_asked_about(talk: Talk) -> None:
    answer = talk("是不是衢州的安宁疗护有100张床")
    assert [region.name for region in answer.query.regions] == ["衢州市"]


def test_the_year_of_the_document_is_asked_of_it(talk: Talk) -> None:
    answer = talk("潍坊安宁疗护怎么规定", "哪年的文件")
    assert "2023年9月5日" in answer.text
    again = talk("潍坊安宁疗护怎么规定", "哪年的文件", "衢州有没有类似规定")
    assert again.evidence[0].clause.id == "quzhou-2021/一/（三）"


def test_a_clause_asked_for_by_its_number_alone_is_told_whole(talk: Talk) -> None:
    best = talk("烟台第五条说什么").evidence[0]
    assert best.highlights == (best.quote,)


@pytest.mark.parametrize(
    "turn", ["要什么条件", "去哪办", "怎么申请", "多少钱", "谁认定", "要带什么", "几天到账"]
)
def test_what_may_be_asked_of_anything_takes_the_place_of_no_matter(turn: str) -> None:
    subject = Subject(("失业金能领多久",)).after(turn, has_region=False).after("材料呢", has_region=False)
    assert all("失业金" in wording for wording in subject.wordings)


def test_a_case_told_is_of_the_matter_asked_about() -> None:
    subject = Subject(("失业金能领多久",)).after("我交了三年", has_region=False)
    assert all("失业金" in wording for wording in subject.wordings)
    assert "送餐呢" in Subject(("就餐补多少",)).after("送餐呢", has_region=False).wordings


def test_the_matter_is_kept_through_what_is_asked_of_it(talk: Talk) -> None:
    answer = talk("衢州长期护理保险怎么支付", "要什么条件", "去哪办", "多少钱")
    assert answer.evidence[0].clause.id == "quzhou-2021/一/（二）"


@pytest.mark.parametrize("turn", ["第几条", "哪一条", "原文给我看看", "这是哪条规定的"])
def test_where_the_last_answer_stands(talk: Talk, turn: str) -> None:
    assert talk("潍坊家庭病床建床费一次多少", turn).evidence[0].clause.id == "weifang-2023/一/（三）"


def test_both_places_spoken_of(talk: Talk) -> None:
    answer = talk("烟台新建床位补贴多少", "潍坊呢", "两个市哪个高")
    assert {region.name for region in answer.query.regions} == {"烟台市", "潍坊市"}


def test_only_a_clause_beside_one_named_is_named() -> None:
    assert beside(["第三条呢", "上一条", "再下一条"]) == ["第三条呢", "第2条", "第3条"]
    assert beside(["有什么补贴", "上一条"]) == ["有什么补贴", "上一条"]
    assert beside(["第三条", "以上一条都要符合"]) == ["第三条", "以上一条都要符合"]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("有什么补贴", "我租的房子，50张床", "那60张呢"), "我租的房子，60张床"),
        (("交了六年能领多久", "要是三年呢"), "交了三年能领多久"),
        (("床位补贴多少", "租的呢"), "租的呢"),
    ],
)
def test_a_condition_put_otherwise(turns: tuple[str, ...], said: str) -> None:
    subject = Subject()
    for turn in turns:
        subject = subject.after(turn, has_region=False)
    assert subject.pieces[-1] == said
    assert all(turn not in subject.wordings[0] for turn in turns[2:])


def test_a_case_told_is_kept_when_a_figure_changes(talk: Talk) -> None:
    answer = talk("烟台养老机构建设补贴有哪些", "我们租了6年房子，50张床", "那60张呢", "能补多少")
    assert answer.eligibility is not None
    assert answer.eligibility.amount is not None
    assert answer.eligibility.amount.value == 60 * 6000


def test_an_article_of_no_document_of_the_place_is_not_anothers(talk: Talk) -> None:
    assert talk("修文安宁疗护床位几张", "那第九十九条呢").evidence == ()
