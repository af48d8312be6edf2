"""Places without documents of their own, states of persons, the last of two cases, all that a list announces."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.search.matters import matters
from yiyang_qa.types import Reason, Status

LIBRARY = {
    "national": """# 中华人民共和国敬老优待法

2019年5月6日 第十三届全国人民代表大会常务委员会第十次会议通过

第一条 为了优待老年人，制定本法。

第二条 公共汽车、地铁应当优待老年人，为老年人设置专座。

第三条 本法自2019年8月1日起施行。
""",
    "hebei": """# 河北省社区养老服务条例

2021年3月1日 河北省第十三届人民代表大会常务委员会第二十二次会议通过

第一条 为了发展社区养老服务，制定本条例。

第二条 新建居民住宅区应当按照每百户不低于35平方米的标准配套建设社区养老服务用房；已建成居民住宅区应当按照每百户不低于25平方米的标准，通过购置、租赁等方式配置。

第三条 社区助餐点应当保证食品安全，具备就餐和送餐的功能，方便老年人就近用餐。

第四条 社区养老服务采取下列方式提供餐食：
（一）自办食堂，在社区养老服务用房内制作；
（二）委托餐饮企业，在门店内设置专座；
（三）集中配送，由中央厨房统一制作。

第五条 街道办事处为失能老年人的家属提供短期托养和照料培训。

第六条 本条例自2021年6月1日起施行。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(LIBRARY))


def test_a_place_of_which_only_the_nation_speaks_has_no_document(talk: Talk) -> None:
    answer = talk("太原老人坐地铁多大免费")
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_DOCUMENT_FOR_REGION)
    assert "没有查到太原市自己的文件，上级（全国）的文件没有写明“年龄”" in answer.text


def test_a_place_of_a_province_that_does_not_say_is_told_so(talk: Talk) -> None:
    answer = talk("唐山养老院的床位补贴一张多少钱")
    assert (answer.status, answer.reason) == (Status.NO_EVIDENCE, Reason.NO_RELEVANT_CLAUSE)
    assert "没有查到唐山市自己的文件，上级（河北省）的文件" in answer.text


@pytest.mark.parametrize(
    ("turns", "due"),
    [
        (("河北新盖的小区每百户配多少平米养老用房",), "35平方米"),
        (("河北新建小区每百户要配多大的养老用房", "已经建成的老小区呢"), "25平方米"),
        (("河北老旧小区每百户要配多大的养老用房", "那新建的小区呢"), "35平方米"),
    ],
)
def test_of_two_cases_the_last_told_is_judged(talk: Talk, turns: tuple[str, ...], due: str) -> None:
    assert talk(*turns).text.startswith(f"按所述情况，适用这一规定：至少应配{due}[1]")


def test_what_is_due_by_the_hundred_is_shown_with_its_working(talk: Talk) -> None:
    said = talk("河北新建小区3000户要配多少平米养老用房").text
    assert said.startswith(
        "按所述情况，适用这一规定：至少应配1050平方米（3000户 ÷ 100户 × 不少于35平方米 = 1050平方米）[1]"
    )


def test_a_list_asked_for_is_the_one_announced(talk: Talk) -> None:
    answer = talk("河北的社区助餐有几种办法供餐，都列一下")
    for way in ("自办食堂", "委托餐饮企业", "集中配送"):
        assert way in answer.text.partition("出处")[0]


def test_a_state_of_somebody_is_not_what_is_asked_about(talk: Talk) -> None:
    told, asked = "我奶奶得了老年痴呆，街道有没有短期托养", "有没有老年痴呆的筛查"
    assert "老年痴呆" not in [matter.term for matter in matters(told)]
    assert "老年痴呆" in [matter.term for matter in matters(asked)]
    assert talk(f"河北，{told}").evidence[0].clause.id == "hebei/第五条"
    assert "中度失能" not in [matter.term for matter in matters("我妈中度失能，能享受长护险待遇吗")]
    assert "中度失能" in [matter.term for matter in matters("中度失能的能享受长护险待遇吗")]


def test_whether_two_places_rule_the_same_is_one_question(talk: Talk) -> None:
    answer = talk("新建小区每百户配多大养老用房，河北和太原一样吗")
    assert answer.comparison
    assert not any("一样吗：" in row.summary for row in answer.comparison.rows)


def test_a_superior_speaks_only_where_it_gives_the_value_asked_for(talk: Talk) -> None:
    answer = talk("太原的公共汽车要设几个老人专座")
    assert (answer.status, answer.evidence) == (Status.NO_EVIDENCE, ())


def test_a_province_by_name_does_not_stand_for_a_place_of_it(talk: Talk) -> None:
    answer = talk("新建小区每百户配多大养老用房，唐山和河北省里的规定一样吗")
    assert [region.name for region in answer.query.regions] == ["唐山市", "河北省"]


def test_the_day_of_a_document_on_a_benefit_is_no_benefit(reading: Reading) -> None:
    rules = """大同市老年人助餐补贴管理办法
第一条 为了方便老年人用餐，制定本办法。
第二条 助餐补贴按照每餐3元的标准发放。
第三条 本办法自2024年4月1日起施行，有效期5年。
"""
    answer = talking(reading({"datong": rules}))("大同老人吃饭补贴的办法哪天开始执行，到哪天为止")
    assert "自2024年4月1日起施行，有效期5年" in answer.text
