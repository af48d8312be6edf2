"""A figure belongs to what it is said of: six years of running are no lease, the father's age is not one's own."""

from __future__ import annotations

import pytest
from policy_sentences import judged

from yiyang_qa.types import Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

LEASE = (
    "利用租赁产权（房屋租期 5年及以上）开办养老机构新增床位 20张以上的，给予每张5000元的建设补贴。",
    "房屋租期",
)
RUNNING = ("对运营满3年且床位50张以上的养老机构，给予一次性奖励10万元。", "运营年限")
RENTED = ("对承租房屋运营满3年且床位50张以上的养老机构，给予一次性奖励10万元。", "运营年限")
LIVING = ("对居住满5年、年满70周岁的老年人，每人每月发放补贴100元。", "居住年限")
CONTRACT = ("与养老机构签订5年以上劳动合同的毕业生，给予一次性入职奖补3万元。", "劳动合同期限")
PAID = ("参加职工医保累计缴费满20年的，退休后每月补贴200元。", "缴费或参保年限")
KNOWN = ("登记满1年且床位30张以上的民办养老机构，给予一次性补助8万元。", "成立年限")
AGED = ("年满80周岁的老年人，每人每月发放高龄津贴100元。", "年龄")

SPANS = [
    # of the running, the rent or the building: the lease is still to be asked
    (LEASE, "租房开养老院五年了，新增30张床，能补多少", OPEN),
    (LEASE, "租的房子，养老院已经开了五年，新增30张床，能补吗", OPEN),
    (LEASE, "租房办养老院六年了，新增25张床能不能拿", OPEN),
    (LEASE, "我们租房开的，运营三年，新增25张床能补吗", OPEN),
    (LEASE, "租的楼，租金一年20万，新增25张床能补吗", OPEN),
    (LEASE, "租的楼，押一年租金，新增25张床能补吗", OPEN),
    (LEASE, "租的楼，交了2年房租，新增25张床能补吗", OPEN),
    (LEASE, "租的房子，房龄8年，新增25张床能补吗", OPEN),
    (LEASE, "租的房子合同还剩3年，新增25张床，能补吗", OPEN),
    (LEASE, "房子是三年前租的，新增25张床能补吗", OPEN),
    # of the lease, whatever verb says so
    (LEASE, "租了六年的房子办养老院，新增25张床能不能拿", YES),
    (LEASE, "租的房子，合同签了6年，新增25张床能不能拿补贴", YES),
    (LEASE, "签了4年租约开养老院，新增25张床能补吗", NO),
    (LEASE, "养老院运营八年了，房子租期六年，新增25张床能补吗", YES),
    (RUNNING, "我们养老院三年前新建的，60张床，能拿奖励吗", OPEN),
    (RUNNING, "养老院开了四年，60张床，奖多少", YES),
    (RUNNING, "我们养老院租了5年的房子，60张床，能拿奖励吗", OPEN),
    (RUNNING, "我们养老院建成三年，运营一年，60张床，能拿奖励吗", NO),
    (RENTED, "我们养老院租了5年的房子，运营一年，60张床，能拿奖励吗", NO),
    (RENTED, "我们养老院租了2年的房子，运营四年，60张床，能拿奖励吗", YES),
    (LIVING, "我爸72岁，在这住了6年，能领吗", YES),
    (LIVING, "我爸72岁，退休6年了，能领吗", OPEN),
    (LIVING, "我爸72岁，住院6年了，能领吗", OPEN),
    (CONTRACT, "我是毕业生，跟养老院签了6年合同，奖多少", YES),
    (CONTRACT, "我毕业6年了，跟养老院签了合同，奖多少", OPEN),
    (PAID, "我今年60岁，医保交了18年，能补吗", NO),
    (PAID, "我今年60岁，工作了30年，医保交了22年，能补吗", YES),
    (KNOWN, "我们民办养老院登记两年，床位40张，能补多少", YES),
    (KNOWN, "我们民办养老院2年前买的楼，床位40张，能补多少", OPEN),
]


@pytest.mark.parametrize(("clause", "question", "verdict"), SPANS)
def test_a_span_of_time_is_of_what_it_is_said_of(
    clause: tuple[str, str], question: str, verdict: Verdict
) -> None:
    sentence, measure = clause
    judgement = judged(sentence, question)
    assert judgement
    assert judgement.verdict is verdict
    assert (measure in judgement.missing) is (verdict is OPEN)


@pytest.mark.parametrize(
    ("question", "verdict"),
    [
        ("父亲85岁，我50岁，能领高龄津贴吗", YES),
        ("我今年55岁，替我妈问，她83岁了，能领吗", YES),
        ("我爸85，我妈78岁，我妈能领高龄津贴吗", NO),
        ("我爸85岁，我妈78岁，我爸能领高龄津贴吗", YES),
        ("我82岁，女儿50岁，我能领高龄津贴吗", YES),
        ("女儿50岁照顾我，我82岁，我能领高龄津贴吗", YES),
    ],
)
def test_an_age_is_that_of_the_one_asked_about(question: str, verdict: Verdict) -> None:
    judgement = judged(AGED[0], question)
    assert judgement
    assert judgement.verdict is verdict


def test_of_two_persons_whom_nobody_tells_apart_neither_age_counts() -> None:
    assert judged(AGED[0], "我爸85岁，我妈78岁，能领高龄津贴吗") is None


def test_what_is_there_is_not_new() -> None:
    judgement = judged(LEASE[0], "租期6年，原有50张床新增10张床，能补吗")
    assert judgement
    assert judgement.verdict is NO


@pytest.mark.parametrize("told", ["我今年60岁，医保断了2年，能补吗", "我今年60岁，医保中断缴费3个月，能补吗"])
def test_how_long_payment_stopped_is_not_how_long_it_lasted(told: str) -> None:
    assert judged(PAID[0], told) is None
