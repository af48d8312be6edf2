"""What is asked on about a clause just cited is answered from it, not from one alike in the same document."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking

RULES = """泉州市养老服务资助和补贴办法
泉民规〔2024〕3号
泉州市民政局
2024年3月1日
第一条 老年人申请服务资助，向户籍所在地街道办事处提交申请；街道办事处在5个工作日内完成初核，区民政部门在10个工作日内核实，符合条件的给予资助。
第二条 养老服务组织申请老年人服务补贴和资助，每年3月提交申请；区民政部门在受理服务资助申请后1个月内批复，市民政部门批准后下达服务资助。
第三条 对核实结果不服的，可以申请复核。
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"rules": RULES}))


@pytest.mark.parametrize(
    ("turns", "article"),
    [
        (("泉州老人服务资助怎么申请", "多久批下来"), "第一条"),
        (("泉州星级补贴怎么申请", "多久批下来"), "第二条"),
        (("泉州星级补贴怎么申请", "老人服务资助多久批下来"), "第一条"),
    ],
)
def test_how_long_it_takes_is_told_of_what_was_asked(
    talk: Talk, turns: tuple[str, ...], article: str
) -> None:
    assert talk(*turns).evidence[0].clause.label == article
