"""A matter that only a document out of force has is refused, however near another document comes."""

from __future__ import annotations

from datetime import date

import pytest

from readers import Reading, talking
from yiyang_qa.assistant import Assistant
from yiyang_qa.types import Answer, Question, Reason, Status

LIBRARY = {
    "elevators": """湖州市老旧住宅加装电梯办法
湖政发〔2020〕6号
第一条 加装电梯应当征得本单元专有部分面积和人数各三分之二以上的业主参与表决并同意。
第二条 加装电梯验收合格的，市财政按照每台20万元给予补助，采用平层入户的每台另增加2万元。
第三条 本办法自2020年8月1日起施行，有效期5年。
湖州市人民政府
2020年7月1日
""",
    "home-beds": """湖州市家庭养老床位管理办法
湖民发〔2024〕9号
第一条 家庭养老床位的适老化改造包括床边护栏、起身扶手、防滑处理。
第二条 适老化改造验收合格的，按照每张床位3000元给予补助。
第三条 本办法自2024年3月1日起施行，有效期5年。
湖州市民政局
2024年2月1日
""",
    "wenzhou": """温州市加装电梯办法
第一条 加装电梯验收合格的，按照每台15万元给予补助。
第二条 本办法自2024年3月1日起施行，有效期5年。
""",
}
AFTER, BEFORE = date(2026, 11, 1), date(2024, 11, 1)


@pytest.fixture(scope="module")
def huzhou(reading: Reading) -> Assistant:
    return reading(LIBRARY)


def asked(assistant: Assistant, question: str, day: date) -> Answer:
    return assistant.ask(Question(question, as_of=day))


@pytest.mark.parametrize("question", ["湖州老楼加装电梯能补多少钱", "湖州加装电梯要多少业主同意"])
def test_what_only_a_lapsed_document_says_is_refused_and_the_document_named(
    huzhou: Assistant, question: str
) -> None:
    answer = asked(huzhou, question, AFTER)
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.EXPIRED_ONLY)
    assert "《湖州市老旧住宅加装电梯办法》" in answer.text
    assert not answer.evidence


def test_while_in_force_it_answers(huzhou: Assistant) -> None:
    assert "20万元" in asked(huzhou, "湖州老楼加装电梯能补多少钱", BEFORE).text


@pytest.mark.parametrize("day", [BEFORE, AFTER])
def test_a_lapsed_document_does_not_silence_another_matter(huzhou: Assistant, day: date) -> None:
    assert "每张床位3000元" in asked(huzhou, "湖州家庭养老床位改造补多少钱", day).text


def test_a_lapsed_document_is_not_named_for_what_one_in_force_leaves_unsaid_of_another_matter(
    reading: Reading,
) -> None:
    of_others = {
        "destitute": """广州市人民政府办公厅关于进一步加强特困人员救助供养工作的通知
一、认定范围
本市特困人员认定条件按国家、省有关规定实施，特困人员经济状况核对标准参照本市最低生活保障家庭标准执行。
二、认定程序
市、区社会福利机构的政府供养人员符合申请特困人员救助供养条件的，应按规定向户籍所在地镇人民政府（街道办事处）提出申请。
三、供养标准
供养服务机构每月按照不低于特困人员基本生活供养金20%的标准向特困人员发放零用钱，可由供养服务机构制定具体实施方案。
四、其他事宜
本通知自2021年4月13日起施行，有效期5年。
""",
        "meals": """广州市老年人助餐配餐服务管理办法
第二十一条 老年人需要助餐配餐服务的，应当通过广州市为老服务综合平台提交申请，就近选择长者饭堂。
第二十二条 老年人提交申请后，区民政部门应当在3个工作日内对本市户籍老年人享受就餐补贴的资格进行确认。
第二十五条 市级老年人助餐配餐服务补贴包括就餐补贴、送餐补贴、运营补贴。
第二十六条 60周岁及以上的户籍居家老年人接受助餐配餐服务可享受就餐补贴，最高不超过3元。
""",
    }
    answer = talking(reading(of_others))("广州老人吃饭补贴怎么领", "要什么材料", as_of=AFTER)
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_RELEVANT_CLAUSE)
    assert "材料" in answer.text


def test_compared_it_is_no_row_but_a_notice_that_survives_the_guard(huzhou: Assistant) -> None:
    answer = asked(huzhou, "湖州和温州加装电梯每台补多少", AFTER)
    assert answer.comparison is not None
    assert {row.region: row.found for row in answer.comparison.rows} == {"温州市": True, "湖州市": False}
    (notice,) = (notice for notice in answer.notices if notice.code == "expired")
    assert "湖政发〔2020〕6号" in notice.message
    assert notice.message in answer.text


def test_a_superior_does_not_answer_for_what_only_a_lapsed_document_of_the_place_says(
    reading: Reading,
) -> None:
    province = {
        "zhejiang": """浙江省无障碍环境建设条例
第一条 鼓励支持老旧住宅加装电梯，业主应当依法参与表决。
第二条 公共场所应当设置无障碍设施。
"""
    }
    answer = asked(
        reading({"elevators": LIBRARY["elevators"]} | province), "湖州老楼加装电梯平层入户的", AFTER
    )
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.EXPIRED_ONLY)
