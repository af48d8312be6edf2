"""Follow-ups, sets of regions, clause addresses and document numbers, over a library of five places."""

from __future__ import annotations

import pytest

from readers import Talk
from yiyang_qa.types import Answer, Intent, Status


def documents(answer: Answer) -> set[str]:
    return {item.document.id for item in answer.evidence}


@pytest.mark.parametrize(
    ("turns", "clause"),
    [
        (("烟台新建养老机构床位补贴多少", "那潍坊呢"), "weifang-2023/一/（一）"),
        (("烟台新建养老机构床位补贴多少", "租的房子呢"), "yantai-2022/第二章/第三条"),
        (("衢州安宁疗护病床建多少张", "修文呢"), "xiuwen-2023/一/3"),
        (("潍坊安宁疗护怎么规定", "责任单位是谁"), "weifang-2023/一/（二）"),
        (("安宁疗护", "衢州"), "quzhou-2021/一/（三）"),
        (("衢州", "安宁疗护建多少张床"), "quzhou-2021/一/（三）"),
        (
            ("烟台床位建设补贴多少", "衢州呢", "潍坊呢", "刚才第二个说的那个市呢"),
            "quzhou-2021/一/（一）",
        ),
        (("潍坊床位建设补贴多少", "衢州呢", "最开始说的那个城市呢"), "weifang-2023/一/（一）"),
        (("哪些城市有床位建设补贴", "那衢州呢"), "quzhou-2021/一/（一）"),
        (("烟台有安宁疗护吗", "那第二条呢"), "yantai-2022/第二章/第二条"),
        (("烟台第五条说什么", "责任单位是谁"), "yantai-2022/第三章/第五条"),
        (("衢政办发〔2021〕22号安宁疗护病床多少张", "责任单位是谁"), "quzhou-2021/一/（三）"),
        (("衢政办发〔2021〕22号安宁疗护病床多少张", "修文呢"), "xiuwen-2023/一/3"),
        # speech: fillers, no stops
        (("嗯那个我想问一下就是潍坊那边家庭病床建床费一次收多少啊",), "weifang-2023/一/（三）"),
        (("喂你好我是金华的我们那儿老年食堂一个人一次补几块钱呀谢谢",), "jinhua-2022/二"),
    ],
)
def test_a_follow_up_is_understood(talk: Talk, turns: tuple[str, ...], clause: str) -> None:
    answer = talk(*turns)
    assert answer.evidence[0].clause.id == clause
    assert documents(answer) == {clause.partition("/")[0]}


def test_everywhere_with_a_matter_of_its_own_is_a_new_question(talk: Talk) -> None:
    assert (
        talk("烟台新建养老机构床位补贴多少", "各地的安宁疗护是怎么规定的").query.text
        == "各地的安宁疗护是怎么规定的"
    )
    gone_on = talk("烟台新建养老机构床位补贴多少", "各地都怎么规定的")
    assert gone_on.query.text.startswith("新建养老机构床位补贴多少")


def test_the_day_of_issue_is_that_of_the_document_spoken_of(talk: Talk) -> None:
    answer = talk("潍坊安宁疗护怎么规定", "什么时候发的文")
    assert documents(answer) == {"weifang-2023"}
    assert answer.evidence[0].clause.id == "weifang-2023/日期"
    assert "2023年9月5日" in answer.text


EVERYWHERE = {"烟台市", "潍坊市", "衢州市", "金华市", "修文县"}


@pytest.mark.parametrize(
    ("turns", "regions"),
    [
        (("烟台床位建设补贴多少", "还有别的城市吗"), EVERYWHERE - {"烟台市"}),
        (("衢州床位建设补贴多少", "除了衢州以外呢"), EVERYWHERE - {"衢州市"}),
        (("除了潍坊和烟台，其他城市床位建设补贴多少",), EVERYWHERE - {"潍坊市", "烟台市"}),
        (("潍坊床位建设补贴多少", "省内其他市呢"), {"烟台市"}),
        (("潍坊床位建设补贴多少", "周边城市呢"), {"烟台市"}),
        (("烟台床位建设补贴多少", "同省还有哪些城市有"), EVERYWHERE - {"烟台市"}),
        (("除了衢州，浙江其他城市床位建设补贴多少",), {"金华市"}),
        (("浙江除衢州外床位建设补贴怎么规定",), {"金华市"}),
    ],
)
def test_other_regions_leave_out_those_spoken_of(
    talk: Talk, turns: tuple[str, ...], regions: set[str]
) -> None:
    answer = talk(*turns)
    assert answer.status is Status.ANSWERED
    speaking = {item.document.region.name for item in answer.evidence if item.document.region}
    assert speaking
    assert speaking <= regions
    if answer.comparison:
        assert {row.region for row in answer.comparison.rows} <= regions


def test_a_region_beside_all_others_has_its_row_too(talk: Talk) -> None:
    answer = talk("潍坊的床位建设补贴和其他城市比怎么样")
    assert answer.comparison is not None
    assert "潍坊市" in {row.region for row in answer.comparison.rows if row.found}


@pytest.mark.parametrize(
    ("turns", "ids"),
    [
        (("潍坊床位建设补贴多少", "全省呢"), {"weifang-2023", "yantai-2022"}),
        (("浙江省内床位建设补贴多少",), {"quzhou-2021", "jinhua-2022"}),
    ],
)
def test_a_whole_province_is_answered_by_its_cities(
    talk: Talk, turns: tuple[str, ...], ids: set[str]
) -> None:
    assert documents(talk(*turns)) == ids


@pytest.mark.parametrize(
    "turns",
    [
        ("浙江省内哪些市有床位建设补贴",),
        ("浙江各市床位建设补贴多少",),
        ("衢州床位建设补贴多少", "省内哪些城市有"),
    ],
)
def test_the_cities_of_a_province_are_compared_one_by_one(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)
    assert answer.comparison is not None
    assert {row.region for row in answer.comparison.rows if row.found} == {"衢州市", "金华市"}


def test_others_of_a_province_without_any_are_none(talk: Talk) -> None:
    answer = talk("修文县安宁疗护床位多少张", "省内其他地方呢")
    assert answer.status is Status.NO_EVIDENCE
    assert not answer.evidence


def test_exceptions_other_than_regions_change_no_region(talk: Talk) -> None:
    answer = talk("除了床位补贴，烟台还有什么奖励")
    assert [region.name for region in answer.query.regions] == ["烟台市"]
    assert answer.query.intent is not Intent.COMPARE


@pytest.mark.parametrize(
    "turns",
    [
        ("外地户口的老人住在潍坊，安宁疗护怎么收",),
        ("来潍坊看病的外地人，安宁疗护床位够不够",),
        ("老人在别的城市参的保，到潍坊安宁疗护能用吗",),
        ("儿女都在外地，潍坊安宁疗护谁来管",),
        ("外省来潍坊的护士，能做安宁疗护吗",),
        ("潍坊安宁疗护怎么规定", "外地户口的能住吗"),
        (
            "衢州安宁疗护怎么规定",
            "潍坊安宁疗护呢",
            "我们一个县里要建几家",
        ),  # no 第: no place in the conversation
    ],
)
def test_where_a_person_comes_from_is_not_where_is_asked(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)
    assert [region.name for region in answer.query.regions] == ["潍坊市"]
    assert documents(answer) <= {"weifang-2023"}


@pytest.mark.parametrize("asked", ["外地怎么规定的", "外省有没有", "外地的做法呢", "别的地方呢"])
def test_what_other_places_do_is_asked_in_many_words(talk: Talk, asked: str) -> None:
    assert "weifang-2023" not in documents(talk("潍坊床位建设补贴多少", asked))


@pytest.mark.parametrize(
    ("question", "clauses"),
    [
        ("烟台第四条", ["yantai-2022/第二章/第四条"]),
        ("烟台的办法第5条规定了什么", ["yantai-2022/第三章/第五条"]),
        ("烟台第三章第五条", ["yantai-2022/第三章/第五条"]),
        ("烟台第二章第五条", []),  # there is none
        ("烟台附件2第3条", ["yantai-2022/附件2/第三条"]),
        ("烟民发〔2022〕15号第二条", ["yantai-2022/第二章/第二条", "yantai-2022/附件2/第二条"]),
        ("衢政办发〔2021〕22号安宁疗护病床多少张", ["quzhou-2021/一/（三）"]),
        ("烟民发〔2022〕99号讲了什么", []),
    ],
)
def test_an_address_is_looked_up(talk: Talk, question: str, clauses: list[str]) -> None:
    answer = talk(question)
    assert [item.clause.id for item in answer.evidence] == clauses
    assert (answer.status is Status.NO_EVIDENCE) == (not clauses)


def test_an_unknown_document_number_is_named_in_the_refusal(talk: Talk) -> None:
    assert "99号" in talk("烟民发〔2022〕99号讲了什么").text


def test_one_more_place_after_a_comparison_is_no_comparison(talk: Talk) -> None:
    assert talk("烟台和潍坊的床位建设补贴有什么区别", "那衢州呢").query.intent is not Intent.COMPARE
    assert talk("烟台和潍坊的床位建设补贴有什么区别").query.intent is Intent.COMPARE


@pytest.mark.parametrize(
    "turns",
    [("哪个城市的床位建设补贴最高",), ("哪里的床位建设补贴给得多",), ("烟台床位建设补贴多少", "哪个市更高")],
)
def test_the_foremost_is_told_by_comparing_every_region(talk: Talk, turns: tuple[str, ...]) -> None:
    answer = talk(*turns)
    assert answer.query.intent is Intent.COMPARE
    cited = {item.document.region.name for item in answer.evidence if item.document.region}
    assert cited >= {"烟台市", "潍坊市", "衢州市", "金华市"}


@pytest.mark.parametrize("question", ["修文去哪里办签约最快", "哪个市级部门负责的事最多"])
def test_the_foremost_of_other_things_compares_no_regions(talk: Talk, question: str) -> None:
    assert talk(question).query.intent is not Intent.COMPARE


@pytest.mark.parametrize(
    "turn", ["全国呢", "那国家层面有规定吗", "国家是怎么规定的", "全国 五星级养老机构奖励多少"]
)
def test_the_whole_country_is_a_place_of_its_own(talk: Talk, turn: str) -> None:
    answer = talk("烟台五星级养老机构奖励多少", turn)
    assert [region.name for region in answer.query.regions] == ["全国"]
    assert not answer.evidence  # no document of the country here: none of a place inside it is served instead


def test_words_that_only_speak_of_the_country_leave_the_place(talk: Talk) -> None:
    answer = talk("潍坊家庭病床怎么收费", "它符合国家的要求吗")
    assert [region.name for region in answer.query.regions] == ["潍坊市"]


def test_a_year_asked_of_one_place_does_not_bind_the_next(talk: Talk) -> None:
    answer = talk("衢州2021年安宁疗护病床建多少张", "那潍坊建几家")
    assert answer.evidence
    assert {item.document.id for item in answer.evidence} == {"weifang-2023"}


def test_traditional_characters_ask_the_same(talk: Talk) -> None:
    traditional, simplified = talk("濰坊家庭病床怎麼收費"), talk("潍坊家庭病床怎么收费")
    assert [item.clause.id for item in traditional.evidence] == [
        item.clause.id for item in simplified.evidence
    ]
    assert traditional.notices == simplified.notices
