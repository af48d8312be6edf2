"""Which regions of a comparison speak of its matter: held against the nearest, by words and by values."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest

from readers import Indexed
from yiyang_qa.assistant import Assistant
from yiyang_qa.dialogue import resolve
from yiyang_qa.dialogue.places import Places
from yiyang_qa.embed import Encoder
from yiyang_qa.search.fitted import rows_line
from yiyang_qa.search.library import Library
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.search.speaking import Speaking, speaking
from yiyang_qa.types import Question
from yiyang_qa.versions import lineage

DOCUMENTS = {
    "qingdao": """青岛市养老服务条例
第一条 非营利性养老机构可以依法使用国有划拨土地或者农村集体建设用地。
第二条 养老服务设施的生活用水、用电，按照居民生活类价格执行。
第三条 对新增养老床位，每张给予一万元的建设补贴。
""",
    "weihai": """威海市养老服务办法
第一条 社会力量举办的非营利性养老机构，经批准可以使用划拨土地。
第二条 对养老机构给予建设补贴，具体办法由民政部门制定。
第三条 学校可以开设养老服务专业。
""",
    "shanghai": """上海市老年人权益保障条例
第一条 各级人民政府应当将养老服务设施建设用地纳入年度用地计划。
第二条 农村集体经济组织可以利用集体所有的房屋，为村民就近提供养老服务。
第三条 公共交通工具应当设置老年人专座。
""",
    "zhejiang": """浙江省老年人优待办法
第一条 七十周岁以上的老年人免费乘坐城市公共汽车。
第二条 医疗机构应当为老年人就医提供优先服务。
""",
}


@pytest.fixture(scope="module")
def library(indexed: Indexed, encoder: Encoder) -> Library:
    index = indexed(DOCUMENTS)
    return Library(index, Ranker(index, encoder), lineage(index.documents.catalogue))


def signals(library: Library, question: str) -> dict[str, Speaking]:
    """What is known of each region when all are compared."""
    places = Places(document.region for document in library.catalogue)
    resolved = resolve(Question(question), places, today=date(2026, 1, 1))
    read, every = library.ranker.read(resolved.query.variants), np.ones(len(library.index.table), np.bool_)
    told = speaking(library, library.ranker.rank(read), read, every, resolved)
    return {region.name: given for region, given in told.items() if region}


def rows(library: Library, encoder: Encoder, question: str) -> dict[str, tuple[bool, tuple[int, ...]]]:
    answer = Assistant(library.index, encoder).ask(Question(question, top_k=20))
    assert answer.comparison is not None
    return {row.region: (row.found, row.citations) for row in answer.comparison.rows}


def test_the_region_that_speaks_most_nearly_is_the_measure_of_the_others(library: Library) -> None:
    told = signals(library, "划拨土地能办养老机构吗，各地怎么规定")
    assert max(each.near for each in told.values()) == 1
    assert max(each.words for each in told.values()) == 1
    assert max(each.alike for each in told.values()) == pytest.approx(1, abs=0.35)
    assert told["威海市"].alike > told["上海市"].alike
    assert all(0 <= signal <= 1 for each in told.values() for signal in each)


def test_terms_and_values_that_a_region_does_not_give_speak_against_it(library: Library) -> None:
    told = signals(library, "养老机构建设补贴每张床位多少钱，各地分别是多少")
    assert (told["青岛市"].absent, told["青岛市"].valueless) == (0, 0)
    assert told["威海市"].valueless == 1
    line = rows_line()
    assert line.confidence(told["青岛市"]) > line.confidence(told["威海市"])


def test_each_signal_speaks_the_way_its_name_says() -> None:
    for_it = ("near", "sure", "words", "alike")
    assert {name for name, w in zip(Speaking._fields, rows_line().weights, strict=True) if w > 0} == {*for_it}
    assert rows_line(plain=True).threshold > rows_line().threshold
    assert rows_line(plain=True).weights == rows_line().weights


@pytest.mark.parametrize(
    ("question", "speaking_of_it"),
    [
        ("划拨土地能办养老机构吗，各地怎么规定", {"青岛市", "威海市"}),
        ("哪些地方的养老机构用水用电按居民价", {"青岛市"}),
        ("老人看病能优先吗，各地怎么规定", {"浙江省"}),
    ],
)
def test_a_neighbouring_matter_makes_no_row(
    library: Library, encoder: Encoder, question: str, speaking_of_it: set[str]
) -> None:
    told = rows(library, encoder, question)
    assert {region for region, (found, _) in told.items() if found} == speaking_of_it
    assert set(told) == {"青岛市", "威海市", "上海市", "浙江省"}
    assert all(bool(cited) is found for found, cited in told.values())


def test_what_lies_outside_the_regions_named_is_held_against_them(library: Library, encoder: Encoder) -> None:
    """威海 and 浙江 have neither; that 青岛 says it plainly tells that their clauses are of other matters."""
    answer = Assistant(library.index, encoder).ask(Question("威海和浙江的养老机构用水用电按居民价吗"))
    assert answer.evidence == ()
    assert [region.name for region in answer.query.regions] == ["威海市", "浙江省"]
