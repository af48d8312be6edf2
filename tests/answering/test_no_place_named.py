"""Where no place is named the nation's rule leads, for it holds wherever the asker is."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking

DOCUMENTS = {
    "law": """中华人民共和国老年人权益保障法
第十六条 老年人自有的或者承租的住房，子女或者其他亲属不得侵占，不得擅自改变产权关系或者租赁关系。
第二十一条 老年人的婚姻自由受法律保护。子女或者其他亲属不得干涉老年人离婚、再婚及婚后的生活。
""",
    "zhejiang": """浙江省实施老年人权益保障办法
第十二条 老年人自有的或者承租的房屋，赡养人或者其他亲属不得侵占，不得擅自改变产权或者租赁关系。
第十六条 子女、其他亲属及任何单位和个人不得干涉老年人依法离婚、再婚及婚后生活。
第十七条 老年食堂由乡镇人民政府建设。
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("老人再婚子女不让怎么办", "law"),
        ("老人的房子能擅自过户吗", "law"),
        ("浙江老人的房子能擅自过户吗", "zhejiang"),
        ("浙江老人再婚子女不让怎么办", "zhejiang"),
        ("老年食堂由谁建", "zhejiang"),
        ("哪个省规定了任何单位不得干涉老年人再婚", "zhejiang"),
    ],
)
def test_the_nation_leads_where_it_rules_and_no_place_is_named(
    talk: Talk, question: str, document: str
) -> None:
    assert talk(question).evidence[0].document.id == document
