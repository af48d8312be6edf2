"""What a home gets: by how its house was come by, in part, by sorts of persons and beds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import Reading, Talk, talking
from yiyang_qa.types import Eligibility, Verdict

RULES = """丽水市民政局关于印发丽水市养老服务机构扶持办法的通知
丽民〔2023〕41号
一、建设补助
（一）新建（含购置）非营利性养老机构，床位在30张以上的，每张床位一次性给予建设补助12000元；改建或租赁用房且租期5年以上的，每张床位一次性给予6000元。营利性养老机构按上述标准的60%给予补助。
（二）护理型床位每张另增3000元。
二、运营补助
（一）养老机构收住本市户籍老年人的，按实际入住人数给予运营补助：自理老人每人每月80元，轻度失能老人每人每月120元，中度失能老人每人每月200元，重度失能老人每人每月300元。
三、本办法自2023年7月1日起施行。
丽水市民政局
2023年6月12日
"""

INSURANCE = """宜春市长期护理保险实施细则
第一条 参保人员失能状态持续6个月以上，经评估达到重度失能标准的，享受长期护理保险待遇。
第二条 选择机构护理的，职工医保参保人员按重度失能Ⅰ级、Ⅱ级、Ⅲ级每人每月支付标准分别为900元、1200元、1500元；居民医保参保人员分别为600元、800元、1000元。
第三条 本细则自2022年11月1日起施行。
宜春市医疗保障局
2022年9月20日
"""


@pytest.fixture(scope="module")
def talk(reading: Reading) -> Talk:
    return talking(reading({"homes": RULES, "insurance": INSURANCE}))


def judged(talk: Talk, *turns: str) -> Eligibility:
    eligibility = talk(*turns).eligibility
    assert eligibility is not None
    return eligibility


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("丽水，我们办了个非营利的养老院，自己盖的楼，80张床，建设补助拿多少？",), 960000),
        (("丽水，我们办了个营利性养老院，自己新建的，80张床，建设补助拿多少？",), 576000),
        (
            ("丽水，我们办了个非营利的养老院，自己盖的楼，80张床，建设补助拿多少？", "那要是营利性的呢"),
            576000,
        ),
        (("丽水，非营利养老院，新建60张床，其中40张是护理型的，建设补助总共多少？",), 840000),
        (("丽水，我院里住着本地户口的老人，重度失能的20个、中度的10个，运营补助每月能有多少？",), 8000),
        (("我妈在宜春，职工医保，评的重度失能二级，现在住护理院，长护险一个月能给多少",), 1200),
        (("宜春，我爷爷是居民医保，重度失能三级，住在养老院里，长护险每月报多少？",), 1000),
        (
            ("我妈在宜春，职工医保，评的重度失能二级，现在住护理院，长护险一个月能给多少", "那居民医保的呢"),
            800,
        ),
    ],
)
def test_a_case_has_what_its_own_sort_has(talk: Talk, turns: tuple[str, ...], value: int) -> None:
    found = judged(talk, *turns)
    assert found.verdict is Verdict.ELIGIBLE
    assert found.amount is not None
    assert found.amount.value == Decimal(value)


def test_a_lease_too_short_is_held_against_who_rents(talk: Talk) -> None:
    found = judged(talk, "丽水，租的房子开养老院，租了3年，50张床，有建设补助吗")
    assert found.verdict is Verdict.NOT_ELIGIBLE
