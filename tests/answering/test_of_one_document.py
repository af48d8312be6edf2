"""One document spoken of through a conversation: by its number, who signed it, whether it still holds."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Intent, Status

DOCUMENTS = {
    "notice": """重庆市民政局关于做好老年助餐服务的通知
渝民发〔2022〕9号
各区县民政局：
一、补贴标准
老年食堂每人每月最高补助150元。
二、健康管理
每年免费为65周岁以上老年人体检1次。
重庆市民政局
2022年5月11日
""",
    "other": """宜昌市老年助餐服务办法
第一条 老年食堂每人每月最高补助90元。
第二条 支持社会力量开办老年食堂，每年安排50%以上福彩公益金。
宜昌市民政局
2023年3月1日
""",
    "third": """荆州市老年助餐服务办法
第一条 老年食堂每年安排50%以上福彩公益金用于补助。
荆州市民政局
2023年4月1日
""",
}


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading(DOCUMENTS))


@pytest.mark.parametrize(
    ("last", "said"),
    [("落款是谁", "重庆市民政局"), ("落款是哪天", "2022年5月11日"), ("什么时候发的", "2022年5月11日")],
)
def test_its_number_stays_whole_and_it_is_asked_of(talk: Talk, last: str, said: str) -> None:
    answer = talk("渝民发〔2022〕9号讲什么", last)
    assert "渝民发〔2022〕9号" in answer.query.text
    assert said in answer.text.partition("出处")[0]


def test_whether_it_still_holds_is_asked_of_the_last_turn(talk: Talk) -> None:
    answer = talk("重庆65岁以上体检多少次", "什么时候印发的", "这个文件还有效吗")
    assert answer.status is Status.NO_EVIDENCE
    assert "没有写明“有效期”" in answer.text


def test_the_most_a_month_is_a_sum(talk: Talk) -> None:
    answer = talk("重庆和宜昌、荆州的老年食堂每月最高多少")
    assert answer.query.intent is Intent.COMPARE
    rows = {line.partition("：")[0]: line for line in answer.text.splitlines() if "：" in line}
    assert "150元" in rows["重庆市"]
    assert "未写明" not in rows["重庆市"]
    assert "90元" in rows["宜昌市"]
    assert "50%" not in rows["荆州市"]
