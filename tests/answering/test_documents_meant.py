"""Several documents of one region: which of them a question about a document itself means."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Kind, Question, Reason, Speaker, Status, Turn

LIBRARY = {
    "care": """衢州市社会养老服务促进条例

2019年4月1日 衢州市人民代表大会常务委员会第五次会议通过

第一条 为了促进养老服务，制定本条例。

第二条 老年食堂每供应一份午餐，给予运营补贴3元，由市民政局负责。

第三条 本条例自2019年7月1日起施行。
""",
    "rights": """衢州市实施老年人权益保障法办法

2009年11月27日 衢州市人民代表大会常务委员会第十四次会议通过

2020年11月27日 衢州市人民代表大会常务委员会第二十五次会议第一次修正

第一条 为了保障老年人权益，制定本办法。

第二条 老年人乘坐公共汽车免费。
""",
    "aids": """衢州市康复辅助器具租赁补贴办法

衢民发〔2018〕7号

第一条 失能老年人租赁康复辅助器具，按租金的百分之五十给予补贴。

第二条 本办法自2018年3月1日起施行，有效期三年。

衢州市民政局
2018年2月1日
""",
    "district": """江山市居家养老服务条例

第一条 为了规范居家养老服务，制定本条例。

第二条 护理员上门服务一次不少于两小时。

第三条 老年食堂每供应一份午餐，给予运营补贴5元。

第四条 本条例自2021年12月1日起施行。
""",
    "plan": """索引号: 11331100/2022-00269 发布单位: 丽水市民政局
内容分类: 规划计划 成文日期: 2022-01-14
有效性/截止日期: 文号: 丽民发〔2022〕3号

丽水市养老服务发展规划

一、总体要求

到2025年，建成老年食堂100家。

丽水市民政局      丽水市卫生健康委员会
2022年1月14日
""",
}


@pytest.fixture(scope="module")
def quzhou(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def ask(assistant: Assistant, *turns: str) -> Answer:
    history = tuple(Turn(Speaker.USER, turn) for turn in turns[:-1])
    return assistant.ask(Question(turns[-1], history, as_of=date(2026, 11, 21)))


@pytest.mark.parametrize(
    "turns",
    [
        ("衢州市社会养老服务促进条例什么时候施行的",),
        ("《衢州市社会养老服务促进条例》什么时候施行的",),
        ("衢州社会养老服务促进条例施行日期",),
        ("衢州养老服务条例从哪天起施行",),  # not quite its name, and 江山 has one of a like name
        ("衢州老年食堂一份饭补多少", "这个条例哪天开始施行的"),
    ],
)
def test_the_date_is_that_of_the_document_named(quzhou: Assistant, turns: tuple[str, ...]) -> None:
    answer = ask(quzhou, *turns)
    assert answer.evidence[0].text == "第三条 本条例自2019年7月1日起施行。"
    assert {item.document.id for item in answer.evidence} == {"care"}


def test_a_late_kind_of_clause_still_comes_before_what_is_only_like(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州养老服务促进条例是哪天通过的")
    assert "2019年4月1日" in answer.evidence[0].text


def test_a_date_that_the_document_does_not_say_is_not_taken_from_another(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州实施老年人权益保障法办法的发文字号是多少")
    assert answer.status is Status.NO_EVIDENCE
    assert "没有写明“发文字号”" in answer.text


def test_a_term_that_is_not_said_is_said_not_to_be(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州社会养老服务促进条例有效期到什么时候")
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_RELEVANT_CLAUSE)
    assert "没有写明“有效期”" in answer.text


@pytest.mark.parametrize("question", ["衢州辅助器具租赁补贴办法还有效吗", "衢州租赁补贴办法什么时候施行的"])
def test_a_document_out_of_force_is_told_as_such_not_another_instead(
    quzhou: Assistant, question: str
) -> None:
    answer = ask(quzhou, question)
    assert answer.status is Status.ANSWERED
    assert {item.document.title for item in answer.evidence} == {"衢州市康复辅助器具租赁补贴办法"}
    assert "已经届满" in answer.text


def test_a_document_out_of_force_answers_nothing_of_what_it_ruled(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州租辅助器具能补多少钱")
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.EXPIRED_ONLY)


def test_another_region_takes_the_whole_question_along(quzhou: Assistant) -> None:
    answer = ask(quzhou, "江山市老年食堂一份饭补多少", "那衢州呢")
    assert "补贴3元" in answer.evidence[0].text
    units = ask(quzhou, "江山市老年食堂归谁管", "换成衢州呢")
    assert "市民政局" in units.text


def test_of_a_page_s_fields_the_one_asked_about_is_told(quzhou: Assistant) -> None:
    answer = ask(quzhou, "丽水的规划的成文日期和文号")
    assert "成文日期：2022年1月14日（原文：2022-01-14）；发文字号：丽民发〔2022〕3号[1]" in answer.text
    assert "索引号" not in answer.text
    assert "成文日期：2022年1月14日[1]" in ask(quzhou, "丽水的规划什么时候印发的").text
    assert "丽民发" in ask(quzhou, "丽水养老服务规划文号多少").text


def test_who_issued_a_document_is_told_by_the_signatures_before_the_page(quzhou: Assistant) -> None:
    answer = ask(quzhou, "丽水的规划是谁发的")
    assert "发文机关：丽水市民政局、丽水市卫生健康委员会[1]" in answer.text
    assert answer.evidence[0].clause.kind is Kind.SIGNATURE
    assert answer.evidence[0].highlights == (answer.evidence[0].quote,)
    assert "发文机关" in ask(quzhou, "丽水的规划是什么时候发的", "谁发的").text


def test_whether_a_document_is_in_force_is_asked_of_the_document(quzhou: Assistant) -> None:
    told = ask(quzhou, "江山市居家养老服务条例还有效吗")
    assert "第四条 本条例自2021年12月1日起施行；有效期：文件没有写明[1]" in told.text
    assert ask(quzhou, "衢州市养老服务条例现在废止了吗").evidence[0].clause.kind in (
        Kind.EFFECT,
        Kind.ARTICLE,
    )


def test_a_note_of_adoption_is_told_whole(quzhou: Assistant) -> None:
    told = ask(quzhou, "衢州市实施老年人权益保障法办法是什么时候通过的")
    assert "衢州市人民代表大会常务委员会第" in told.text
    assert "成文日期：" not in told.text


def test_a_blank_field_says_that_no_term_is_given(quzhou: Assistant) -> None:
    answer = ask(quzhou, "丽水的规划是什么时候发的", "还有效吗")
    assert answer.query.text == "丽水市：规划是什么时候发的；还有效吗"
    assert "有效期：文件没有写明[1]" in answer.text
    assert "相关条款" not in answer.text


def test_the_region_s_own_document_speaks_before_those_of_places_inside_it(quzhou: Assistant) -> None:
    answer = ask(quzhou, "衢州老年食堂一份午餐补贴多少")
    assert {item.document.id for item in answer.evidence} == {"care"}
    inside = ask(quzhou, "衢州护理员上门服务一次多少小时")
    assert inside.evidence[0].text == "第二条 护理员上门服务一次不少于两小时。"
    assert "没有查到衢州市自己的文件规定，以下是所辖江山市文件的规定。" in inside.text


def test_what_lies_inside_a_place_without_a_document_does_not_speak_unsaid(quzhou: Assistant) -> None:
    answer = ask(quzhou, "浙江护理员上门服务一次多少小时")
    assert answer.text.startswith("没有查到浙江省自己的文件规定，以下是所辖江山市文件的规定。")


@pytest.mark.parametrize("last", ["这两个地方比一比", "两地对比一下"])
def test_those_two_are_the_regions_spoken_of(quzhou: Assistant, last: str) -> None:
    answer = ask(quzhou, "丽水老年食堂有什么", "衢州老年食堂一份午餐补贴多少", "江山市呢", last)
    assert [region.name for region in answer.query.regions] == ["衢州市", "江山市"]
    assert "补贴3元" in answer.text
    assert "补贴5元" in answer.text
