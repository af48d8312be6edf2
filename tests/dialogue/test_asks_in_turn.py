"""What is asked of a matter takes the place of what was asked of it before; so does a word that of its like."""

from __future__ import annotations

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.dialogue.alike import alike
from yiyang_qa.dialogue.topic import matter_of
from yiyang_qa.types import Intent, Status


@pytest.mark.parametrize(
    ("words", "matter"),
    [
        ("长护险最高多少钱一个月", "长护险最高"),
        ("床位补贴给多少", "床位补贴"),
        ("老人坐公交多少钱", "老人坐公交"),
        ("养老服务资助每月多少", "养老服务资助"),
        ("老年学校办讲座会怎么处理", "老年学校办讲座"),
        ("怎么申请高龄津贴", "申请高龄津贴"),
        ("补贴分哪几类", "补贴分哪几类"),
        ("七十岁有哪些优待", "七十岁有哪些优待"),
        ("租的呢", "租的呢"),
    ],
)
def test_a_matter_is_told_from_the_value_asked_of_it(words: str, matter: str) -> None:
    assert matter_of(words) == matter


@pytest.mark.parametrize(
    ("said", "turn", "meant"),
    [
        ("中度失能能领护理补贴吗", "重度呢", "重度失能能领护理补贴吗"),
        ("中度失能能领护理补贴吗", "那重度失能呢", "重度失能能领护理补贴吗"),
        ("职工医保报销多少", "居民的呢", "居民医保报销多少"),
        ("区级服务中心优秀的奖多少", "合格的呢", "区级服务中心合格的奖多少"),
        ("区级服务中心优秀的奖多少", "社区级的呢", "社区级服务中心优秀的奖多少"),
        ("送餐补贴一次多少钱", "就餐补贴呢", "就餐补贴一次多少钱"),
        ("养老机构建设补贴给多少", "那运营补贴呢", "养老机构运营补贴给多少"),
        ("养老机构建设补贴给多少", "那医务室呢", ""),
        ("养老机构建设补贴有哪些", "那运营补贴呢", ""),
        ("中度失能能领护理补贴吗", "重度失智呢", ""),
        ("中度失能能领护理补贴吗", "谁负责", ""),
        ("护理补贴多少", "重度呢", ""),
    ],
)
def test_a_word_takes_the_place_of_its_like(said: str, turn: str, meant: str) -> None:
    assert alike(said, turn) == meant


RULES = """嘉兴市护理津贴发放办法
嘉民发〔2025〕9号
第一条 护理津贴从2025年3月1日起扩大到全部县区。
第二条 中度失能老年人每人每月发给护理津贴300元，重度失能老年人每人每月发给护理津贴600元，护理津贴最高不超过800元。
第三条 申请护理津贴，由本人向户籍所在地街道办事处提交申请表。
第四条 街道办事处应当在收到护理津贴申请之日起15个工作日内办结。
第五条 老年食堂办得好的，评为三星的奖励3万元，评为五星的奖励10万元。
第六条 以虚假材料骗领护理津贴的，由市民政局责令退回，处二千元罚款。
"""
OTHER = """湖州市养老服务办法
湖民发〔2025〕3号
第一条 养老护理员每年培训20学时。
第二条 老年食堂办得好的，评为五星的奖励8万元。（责任单位：市商务局）
第三条 推进护理津贴制度建设。（责任单位：市民政局）
"""


@pytest.fixture(scope="module")
def rules(reading: Reading) -> Talk:
    return talking(reading({"jiaxing-rules": RULES, "huzhou-rules": OTHER}))


@pytest.mark.parametrize(
    ("turns", "article"),
    [
        (("嘉兴护理津贴从什么时候扩大到全部县区", "湖州呢", "回到嘉兴，一个月多少钱"), "第二条"),
        (("嘉兴护理津贴每月多少", "怎么申请"), "第三条"),
        (("嘉兴护理津贴每月多少", "怎么申请", "多久能批"), "第四条"),
        (("嘉兴骗领护理津贴罚多少", "谁来查处"), "第六条"),
        (("嘉兴骗领护理津贴罚多少", "谁来查处", "那重度失能发多少"), "第二条"),
    ],
)
def test_another_ask_takes_the_place_of_the_last(rules: Talk, turns: tuple[str, ...], article: str) -> None:
    answer = rules(*turns)
    assert answer.evidence[0].clause.label == article


def test_a_star_and_a_degree_are_put_in_the_place_of_the_last(rules: Talk) -> None:
    assert rules("嘉兴老年食堂评三星奖多少", "五星呢").query.text == "嘉兴市：老年食堂评五星奖多少"
    assert rules("嘉兴中度失能的护理津贴多少", "重度呢").query.text == "嘉兴市：重度失能的护理津贴多少"


def test_who_is_responsible_is_told_though_the_sum_was_not(rules: Talk) -> None:
    assert "市民政局" in rules("嘉兴护理津贴每月多少", "湖州呢", "谁负责").text


def test_how_to_come_by_what_is_not_granted_is_not_told(rules: Talk) -> None:
    assert rules("湖州高龄老人的长寿金多少", "怎么领").status is Status.NO_EVIDENCE


@pytest.mark.parametrize("which", ["哪个最高", "哪个多", "那谁给得更多", "哪个更优惠"])
def test_the_places_spoken_of_are_compared_by_which_comes_first(rules: Talk, which: str) -> None:
    answer = rules("嘉兴老年食堂评五星奖多少", "湖州呢", which)
    assert answer.query.intent is Intent.COMPARE
    assert {region.name for region in answer.query.regions} == {"嘉兴市", "湖州市"}
    assert "10万元" in answer.text
    assert "8万元" in answer.text


PENALTIES = """湖州市养老机构管理条例
第一条 养老机构擅自暂停服务的，由民政部门处二万元罚款。
第二条 养老机构不与老年人订立服务合同的，由民政部门处一万元罚款。
第三条 医疗机构骗取医疗保障基金的，由医疗保障部门处十万元罚款。
第四条 养老护理员每人每月发给岗位津贴200元。
第五条 公共停车场应当设置无障碍停车位。
第六条 老年人乘坐公共汽车免费。
"""
ROUND = """嘉兴市无障碍设施规定
第一条 公共停车场按照百分之二的比例设置无障碍停车位。
"""


@pytest.fixture(scope="module")
def penalties(reading: Reading) -> Talk:
    return talking(reading({"huzhou-rules": PENALTIES, "jiaxing-rules": ROUND}))


@pytest.mark.parametrize(
    ("turns", "text"),
    [
        (("湖州养老机构擅自停业罚多少", "那骗取医保基金呢"), "骗取医保基金罚多少"),
        (("湖州养老机构擅自停业罚多少", "那养老护理员有岗位津贴吗"), "养老护理员有岗位津贴吗"),
        (("嘉兴无障碍停车位怎么规定", "再看湖州"), "无障碍停车位怎么规定"),
        (("湖州无障碍停车位怎么规定", "那省里怎么规定"), "无障碍停车位怎么规定"),
        (
            ("湖州养老机构擅自停业罚多少", "要几个月", "中途改了怎么办"),
            "养老机构擅自停业罚多少 中途改了怎么办",
        ),
    ],
)
def test_another_matter_leaves_the_last_behind(penalties: Talk, turns: tuple[str, ...], text: str) -> None:
    assert penalties(*turns).query.text.partition("：")[2] == text
