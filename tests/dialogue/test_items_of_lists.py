"""第一个那个: an item of the list last given is asked about by its name; the box of a 专栏 is such a list."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.dialogue.items import with_its_item
from yiyang_qa.types import Status

LISTED = "平鲁市：\n- （一）助餐：每份2元。[1]\n- 2.天长老年护理院，新增床位120张[2]\n出处：《方案》\n\n相关条款：\n- （九）别的[3]"
PLAN = """平鲁市医养结合实施方案
平卫发〔2025〕5号
一、主要目标
到2027年，护理型床位占比达到65%。
专栏1 主要指标
1.每千人口托位数：2027年4.5个。
2.护理型床位占比：2027年65%。
专栏2 重点项目
1.第二人民医院医养结合中心，新增床位200张，2026年底前建成。
2.天长老年护理院，新增床位120张，2027年6月底前建成。
二、组织实施
（一）市卫生健康委牵头，市民政局配合。
（二）各县每年12月10日前报送进展情况。
平鲁市卫生健康委员会
2025年4月20日
"""


@pytest.mark.parametrize(
    ("turn", "asked"),
    [
        ("第一个那个补多少", "助餐补多少"),
        ("第二个什么时候完成", "天长老年护理院什么时候完成"),
        ("最后一个呢", "天长老年护理院呢"),
        ("第三个呢", "第三个呢"),
        ("第一个城市呢", "第一个城市呢"),
        ("第一条呢", "助餐呢"),
        ("第二类具体说说", "天长老年护理院具体说说"),
        ("最后一步什么时候", "天长老年护理院什么时候"),
        ("第二个步骤呢", "第二个步骤呢"),
    ],
)
def test_an_item_is_named_by_its_place(turn: str, asked: str) -> None:
    assert with_its_item(turn, [LISTED]).said == asked
    assert with_its_item(turn, ["平鲁市：补2元。[1]", LISTED]).said == asked
    assert with_its_item(turn, ["平鲁市：补2元。[1]"]).said == turn


def test_what_is_told_in_a_row_or_by_the_numbers_of_what_is_cited_is_a_list() -> None:
    row = "平鲁市：第九条 补贴包括就餐补贴、送餐补贴和运营补贴。[1]\n出处：《办法》 第九条"
    assert with_its_item("第二种补多少", [row]).said == "送餐补贴补多少"
    cited = "平鲁市：建两个园。[1]\n出处：《规划》 三、布局 › 2.南山园\n\n相关条款：\n- 1.北河园：养生。[2]\n- (二)目标：两个。[3]"
    assert with_its_item("第一个在哪", [cited]).said == "北河园在哪"
    assert with_its_item("最后一个在哪", [cited]).said == "南山园在哪"


def test_an_article_is_no_place_in_a_list_nor_is_what_the_documents_so_call() -> None:
    articles = "平鲁市：\n- （一）助餐；[1]\n- （二）助浴。[1]\n出处：《办法》 第二章 › 第九条"
    assert with_its_item("第二条呢", [articles]).said == "第二条呢"
    assert with_its_item("第二类呢", [articles], by_address=True).said == "《办法》第九条第二项"
    named = "平鲁市：第一类对象400元，第二类对象200元。[1]\n出处：《办法》 第九条"
    assert with_its_item("第二类是哪些人", [named, articles]).said == "第二类是哪些人"


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"pinglu-plan": PLAN}))


def test_the_items_of_a_box_are_its_list(talk: Talk) -> None:
    answer = talk("平鲁有哪些重点项目")
    assert [item.clause.label for item in answer.evidence] == ["1.", "2."]
    assert "第二人民医院" in answer.text


def test_a_follow_up_asks_about_the_item(talk: Talk) -> None:
    assert "2026年底前建成" in talk("平鲁有哪些重点项目", "第一个那个什么时候完成").text.split("相关条款")[0]


def test_how_many_chapters_a_document_has_is_not_made_up(talk: Talk) -> None:
    assert talk("平鲁市医养结合实施方案有几个专栏").status is Status.NO_EVIDENCE


def test_an_item_of_the_article_cited_is_counted_as_the_article_counts(reading: Reading) -> None:
    rules = """平鲁区养老机构管理条例
第四条 养老机构应当提供下列服务：
（一）膳食；
（二）住房；
（三）医疗保健。
"""
    told = talking(reading({"pinglu-rules": rules}))("平鲁养老机构应当提供哪些服务", "第二项是什么").text
    assert "（二）住房" in told.partition("出处")[0]
    assert "（一）膳食" not in told.partition("出处")[0]


PARKS = """金华市医养结合发展规划
金政发〔2025〕8号
一、空间布局
（一）两区引领。以东阳市、义乌市为重点。
（二）三园集聚。打造三个医养产业园。
1.东阳市康养产业园：依托温泉建设养生园，占地300亩。
2.义乌市旅居产业园：依托山林建设旅居园，占地500亩。
3.浦江县药养产业园：依托药材基地建设药养园，占地800亩。
二、基本原则
（一）政府引导。发挥政府的引导作用。
（二）产业融合。促进多业态融合发展。
金华市人民政府
2025年4月20日
"""


def test_items_one_after_another_are_asked_the_same_and_change_no_place(reading: Reading) -> None:
    talk = talking(reading({"jinhua-plan": PARKS}))
    asked = ("金华三个产业园是哪些", "第一个占地多少", "第二个呢")
    assert "500亩" in talk(*asked).text.partition("出处")[0]
    last = talk(*asked, "最后一个呢")
    assert "800亩" in last.text.partition("出处")[0]
    assert [region.name for region in last.query.regions] == ["金华市"]
