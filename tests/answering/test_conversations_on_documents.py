"""Documents called for short, asked of again in the next turn, out of force and asked whether they still hold."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Answer, Reason, Status

LIBRARY = {
    "national-law": """# 中华人民共和国邻里互助法

2020年5月6日 第十三届全国人民代表大会常务委员会第二十次会议通过

第一条 为了促进邻里互助，制定本法。

第二条 居民委员会应当登记愿意互助的居民。

第三条 违反本法规定，冒领互助补贴的，由民政部门责令退回；拒不退回的，处五百元以上二千元以下罚款；情节严重的，处二千元以上五千元以下罚款。

第四条 本法自2020年8月1日起施行。
""",
    "hubei-rules": """# 湖北省邻里互助条例

2021年3月1日 湖北省第十三届人民代表大会常务委员会第二十三次会议通过

第一条 为了发展邻里互助，制定本条例。

第二条 互助时间可以储蓄，储蓄满一百小时的，可以兑换助餐服务。

第三条 本条例自2021年6月1日起施行。
""",
    "hubei-training": """# 湖北省社区助老员培训条例

2019年9月2日 湖北省第十三届人民代表大会常务委员会第十一次会议通过

第一条 为了规范助老员培训，制定本条例。

第二条 助老员每年接受培训不少于四十小时。

第三条 本条例自2019年12月1日起施行。
""",
    "xiangyang": """襄阳市人民政府办公室关于支持社区食堂稳定经营若干措施
襄政办发〔2020〕3号
一、社区食堂租用国有房屋的，免收三个月租金。（责任单位：市国资委、市财政局）
二、对缴纳水电气费有困难的社区食堂，可以缓缴三个月。（责任单位：市发展改革委、市民政局）
三、培训社区食堂厨师，每人补贴600元。（责任单位：市民政局、市人力资源社会保障局）本措施适用于在本市登记的社区食堂，自印发之日起实施，有效期至2020年底（文中另有规定的从其规定）。
襄阳市人民政府办公室
2020年2月10日
""",
    "jingmen": """荆门市支持社区食堂若干措施
一、社区食堂租用国有房屋的，免收两个月租金。（责任单位：市国资委）
二、对参加培训的厨师，每人补贴500元；对其他参加培训的工作人员，每人补贴300元。（责任单位：市民政局、市人力资源社会保障局）本措施适用于在本市登记的社区食堂，执行期限至公共卫生事件响应结束。
""",
}
DAY = date(2026, 11, 1)


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(LIBRARY))


def cited(answer: Answer) -> set[str]:
    return {item.document.id for item in answer.evidence}


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("邻里互助法第二条说什么", "national-law"),
        ("邻里互助条例第二条说什么", "hubei-rules"),
        ("社区助老员那部条例第二条", "hubei-training"),
    ],
)
def test_a_document_is_meant_by_what_it_is_called_for_short(talk: Talk, question: str, document: str) -> None:
    assert cited(talk(question)) == {document}


def test_the_tasks_of_a_unit_are_those_in_the_document_named(talk: Talk) -> None:
    answer = talk("支持社区食堂稳定经营那份措施里，市民政局负责的有哪些", as_of=date(2020, 5, 1))
    assert [item.clause.id for item in answer.evidence] == ["xiangyang/二", "xiangyang/三"]


@pytest.mark.parametrize(
    ("turns", "document", "told"),
    [
        (("湖北互助时间存够多少能换助餐", "这个条例什么时候通过的"), "hubei-rules", "2021年3月1日"),
        (("湖北助老员一年培训多少小时", "这个条例什么时候通过的"), "hubei-training", "2019年9月2日"),
        (("湖北助老员一年培训多少小时", "什么时候开始施行的"), "hubei-training", "2019年12月1日"),
        (("冒领互助补贴怎么罚", "什么时候施行的"), "national-law", "2020年8月1日"),
    ],
)
def test_a_turn_about_a_document_is_about_the_one_cited_before(
    talk: Talk, turns: tuple[str, ...], document: str, told: str
) -> None:
    answer = talk(*turns)
    assert cited(answer) == {document}
    assert told in answer.text


def test_a_place_named_anew_is_asked_of_its_own_document(talk: Talk) -> None:
    assert cited(talk("荆门社区食堂租国有房免几个月租金", "湖北的互助条例什么时候通过的")) == {"hubei-rules"}


@pytest.mark.parametrize(
    "question",
    [
        "襄政办发〔2020〕3号还有效吗",
        "襄阳支持社区食堂的措施现在还能用吗",
        "襄阳支持社区食堂的措施执行到什么时候",
    ],
)
def test_whether_a_document_still_holds_is_answered_though_it_no_longer_does(
    talk: Talk, question: str
) -> None:
    answer = talk(question, as_of=DAY)
    assert (answer.status, cited(answer)) == (Status.ANSWERED, {"xiangyang"})
    assert "有效期至2020年底" in answer.text
    assert not answer.text.startswith("襄阳市：（责任单位")
    assert any("已经届满" in notice.message for notice in answer.notices)


def test_what_a_lapsed_document_rules_is_no_evidence_still(talk: Talk) -> None:
    answer = talk("襄阳社区食堂租国有房免几个月租金", as_of=DAY)
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.EXPIRED_ONLY)


def test_a_term_without_a_day_is_told_as_it_stands(talk: Talk) -> None:
    answer = talk("荆门社区食堂的措施执行到什么时候", as_of=DAY)
    assert "执行期限至公共卫生事件响应结束" in answer.text
    assert "没有写明" not in answer.text


def test_fines_are_told_with_what_they_rest_on(talk: Talk) -> None:
    answer = talk("邻里互助法里冒领互助补贴罚多少")
    for fine in ("责令退回", "五百元以上二千元以下", "二千元以上五千元以下"):
        assert fine in answer.text.partition("出处")[0]


def test_what_others_get_is_told_beside_what_the_first_get(talk: Talk) -> None:
    said = talk("荆门社区食堂培训工作人员每人补多少", as_of=DAY).text.partition("出处")[0]
    assert "500元" in said
    assert "300元" in said
