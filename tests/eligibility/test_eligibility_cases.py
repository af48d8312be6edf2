"""Cases told in words, held against sentences: verdict, amount, and what is still to be asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import (
    AGES,
    BEDS,
    CAPPED,
    CARE,
    CENTRES,
    ELSEWHERE,
    ENCOURAGED,
    EXPLORED,
    GRADES,
    HEADS,
    HOMES,
    ITEM,
    LAND,
    LED_ITEM,
    MEALS,
    ON_TOP,
    RECORD,
    REFUSED,
    RISING,
    SHARE,
    STARS,
    STEPS,
    TIERS,
    UNREAD,
    judged,
    outcome,
)  # fmt: skip

from yiyang_qa.eligibility import Strength, explain
from yiyang_qa.types import Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

CASES = [
    # 产权与床位: two alternatives in one sentence
    (BEDS, "我们公司自己名下的楼改成养老院，一共新增了60张床，能补多少", YES, "480000"),
    (BEDS, "租了7年的房子办养老院，新添30张床，能拿几万", YES, "120000"),
    (BEDS, "场地签了5年租约，新增30张床，够不够格", NO, None),
    (BEDS, "租了7年半的房子，新添二十张床", YES, "80000"),
    (BEDS, "自有房产加了35张床能申请吗", NO, None),
    (BEDS, "租的房子办养老院，新增30张床", OPEN, "120000"),
    (BEDS, "自有房产办的养老院，现在有60张床", OPEN, "480000"),
    (BEDS, "自有房产快40张新增床位", NO, None),
    (BEDS, "自有房产新增40来张床", OPEN, None),
    # 个数: several nouns add up, colloquial short forms included
    (CENTRES, "一个街道建1个养老服务中心加6个社区养老站，大概能拿多少", YES, "2400000"),
    (CENTRES, "我们镇建三个社区养老服务站", YES, "450000"),
    # 配建: a duty with an amount
    (HOMES, "我们开发新盘1500户，得留多少平", YES, "450"),
    (HOMES, "我们是老小区，800户，要补多少平", YES, "160"),
    # 等级
    (CARE, "我妈评了重度失能，每月能领多少", OPEN, "1800"),
    (CARE, "我妈评了重度失能，参加了长护险，每月能领多少", YES, "1800"),
    (CARE, "我妈评了重度失能，没参保，每月能领多少", NO, None),
    (CARE, "我妈失能评估结果是中度，能领长护险吗", NO, None),
    (CARE, "我妈算不算重度失能", None, None),
    (STARS, "我们养老院评上三星了，能拿奖励吗", NO, None),
    (STARS, "我们养老院是五星，奖多少", YES, "200000"),
    (GRADES, "我是护理员，今年考下了中级证，奖多少", YES, "2000"),
    # 既往记录
    (RECORD, "我们医院前年因为医保违规被责令整改过，还能申请吗", NO, None),
    (RECORD, "我们医院2019年医保违规被责令整改过，还能申请吗", None, None),
    (RECORD, "我们医院去年因为消防被通报过，还能申请吗", None, None),
    # 营利与用地
    (LAND, "我们是营利性公司，想用划拨地建养老院行不行", NO, None),
    (LAND, "我们不图赚钱，想用划拨地建养老院行不行", YES, None),
    (REFUSED, "我们是营利性养老院，有建设补贴吗", NO, None),
    # 上限、人数、比例
    (CAPPED, "我们民营养老院新增了150张床，能拿多少", YES, "1000000"),
    (CAPPED, "我们民营养老院新增了80张床，能拿多少", YES, "800000"),
    (HEADS, "我们民办养老院收住了30名失能老人，一个月补多少", YES, "6000"),
    (SHARE, "我公司去年交了8万失业险，能退多少", OPEN, "40000"),
    (SHARE, "我公司去年交了60万失业险，能退多少", OPEN, "200000"),
    # 年龄与分档
    (AGES, "我奶奶85岁，绍兴户口，每月多少", YES, "100"),
    (AGES, "我爷爷92了，绍兴户口，每月多少", YES, "200"),
    (AGES, "我爷爷92了，每月多少", OPEN, "200"),
    (AGES, "我妈79岁能领高龄津贴吗", NO, None),
    (TIERS, "我们养老院有60张床，能补多少", YES, "200000"),
    (TIERS, "我们养老院有120张床，能补多少", YES, "300000"),
    (RISING, "我们养老院新增了120张床能补多少", YES, "1800000"),
    (STEPS, "我们新增了80张床能补多少", None, None),
    (ON_TOP, "我妈是第一类，评出来重度失能，每月加起来多少", YES, "600"),
    (ON_TOP, "我妈是第二类，每月多少", YES, "200"),
    # 户籍
    (MEALS, "我65岁湖北户口，跟儿子住这边，有没有饭补", NO, None),
    (MEALS, "我65岁绍兴户口，有没有饭补", OPEN, None),
    (MEALS, "我65岁外地户口住绍兴，有没有饭补", NO, None),
    (MEALS, "我65岁，户口不在绍兴，住在绍兴，有没有饭补", NO, None),
    (MEALS, "我65岁，不是本地户口，有没有饭补", NO, None),
    (MEALS, "我65岁本地户口，住绍兴，有没有饭补", YES, None),
    # 不敢说的
    (ENCOURAGED, "我们养老院新增60张床，能拿多少", OPEN, None),
    (EXPLORED, "我妈评了中度失能，能领吗", OPEN, None),
    (ITEM, "我妈72岁，绍兴户口，能拿养老服务补贴吗", OPEN, None),
    (LED_ITEM, "我妈72岁，绍兴户口，能拿养老服务补贴吗", YES, None),
    (ELSEWHERE, "我们民办养老院有50张床，能补多少", OPEN, "500000"),
    (UNREAD, "我们一年服务1500人次，能补多少", OPEN, "150000"),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "question", "verdict", "amount"), CASES)
def test_a_case_told_in_words(
    clause: str, question: str, verdict: Verdict | None, amount: str | None
) -> None:
    assert outcome(judged(clause, question)) == (verdict, Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    ("clause", "question", "working"),
    [
        (BEDS, "自有房产新增60张床", "60张 × 0.8万元/张"),
        (HOMES, "新盘1500户", "1500户 ÷ 100户 × 30平方米"),
        (
            CENTRES,
            "1个养老服务中心加6个社区养老站",
            "1个镇街养老服务中心 × 约150万元/个 + 6个社区养老服务站 × 15万元/个",
        ),
        (CAPPED, "民营养老院新增150张床", "150张 × 1万元/张 = 150万元，以100万元为限"),
        (SHARE, "我公司去年交了8万失业险", "8万元 × 50%"),
        (HEADS, "民办养老院收住了30名失能老人", "30人 × 每人每月200元"),
        (
            "新建养老机构的，每张床位补助1万元。单个机构补助总额不超过100万元。",
            "新建养老院300张床位",
            "300张 × 1万元/张 = 300万元，以100万元为限",
        ),
        ("适老化改造按照实际支出的60%给予补助。", "家里改造花了1万元", "1万元 × 60%"),
        ("收住失能的，重度失能每人每月350元。", "养老院收住60位重度失能老人", "60人 × 每人每月350元"),
    ],
)
def test_the_working_is_shown(clause: str, question: str, working: str) -> None:
    judgement = judged(clause, question)
    assert judgement is not None
    assert judgement.amount is not None
    assert judgement.amount.working == working


@pytest.mark.parametrize(
    ("clause", "question", "missing"),
    [
        (BEDS, "租的房子办养老院，新增30张床", ("房屋租期",)),
        (BEDS, "自有房产办的养老院，现在有60张床", ("新增床位数",)),
        (MEALS, "我65岁绍兴户口，有没有饭补", ("居住地",)),
        (ELSEWHERE, "我们民办养老院有50张床，能补多少", ("“符合条件”的具体要求",)),
        (ITEM, "我妈72岁，能拿养老服务补贴吗", ("本项之上的共同条件",)),
    ],
)
def test_what_is_not_told_is_asked(clause: str, question: str, missing: tuple[str, ...]) -> None:
    judgement = judged(clause, question)
    assert judgement is not None
    assert judgement.missing == missing


def test_each_condition_says_what_was_given_and_where_it_stands() -> None:
    judgement = judged(BEDS, "场地签了5年租约，新增30张床")
    assert judgement is not None
    stood = {outcome.text: (outcome.met, outcome.given) for outcome in judgement.outcomes}
    assert stood == {
        "租赁产权": (True, "租"),
        "房屋租期 6年及以上": (False, "5年"),
        "新增床位 15张以上": (True, "30张"),
    }
    assert all(o.condition.span.of(BEDS) == o.condition.text for o in judgement.outcomes)


@pytest.mark.parametrize(
    ("clause", "question", "said"),
    [
        (BEDS, "自有房产新增60张床", "符合所列条件：可得48万元（60张 × 0.8万元/张 = 48万元）[1]"),
        (BEDS, "场地签了5年租约，新增30张床", "不符合：要求“房屋租期 6年及以上”，所述为“5年”[1]"),
        (BEDS, "租的房子办养老院，新增30张床", "还需确认：房屋租期[1]"),
        (CENTRES, "我们镇建1个养老服务中心", "约可得150万元"),
        (CARE, "我妈评了重度失能，每月能领多少", "最高可得1800元/月"),
        (HOMES, "我们开发新盘1500户，得留多少平", "应配450平方米"),
        (ENCOURAGED, "我们养老院新增60张床，能拿多少", "尚不是可以申领的待遇"),
        (REFUSED, "我们是营利性养老院，有建设补贴吗", "文件规定“营利性养老机构不予建设补贴”"),
    ],
)
def test_the_sentences_say_it(clause: str, question: str, said: str) -> None:
    judgement = judged(clause, question)
    assert judgement is not None
    assert said in explain(judgement)


def test_what_is_only_explored_is_told_beside_what_holds() -> None:
    judgement = judged(CARE + EXPLORED, "我妈失能评估结果是中度，现在能领长护险的钱吗")
    assert judgement is not None
    assert judgement.verdict is NO
    assert judgement.strength is Strength.GRANTED
    assert judgement.prospect is not None
    assert "只是探索方向，尚不是可以申领的待遇" in explain(judgement)


RIDES = "年满60周岁不满65周岁的老年人持优待凭证乘坐地铁，享受半价优惠。\n65周岁以上的老年人持优待凭证免费享受前款优待。"


@pytest.mark.parametrize(
    ("question", "verdict", "rule"),
    [
        # the rule that takes her in, not the one that leaves her out
        ("我妈65岁坐地铁免费吗", YES, "65周岁以上的"),
        ("我妈70岁坐地铁免费吗", YES, "65周岁以上的"),
        ("我妈63岁坐地铁有优惠吗", YES, "年满60周岁"),
    ],
)
def test_of_two_ranges_the_one_that_holds_the_case_decides(
    question: str, verdict: Verdict, rule: str
) -> None:
    found = judged(RIDES, question)
    assert found
    assert (found.verdict, found.rule.text.startswith(rule)) == (verdict, True)


def test_whom_all_ranges_leave_out_is_refused() -> None:
    found = judged(RIDES, "我妈58岁坐地铁有优惠吗")
    assert found
    assert found.verdict is NO


def test_an_addition_by_itself_is_said_to_be_one() -> None:
    found = judged("经评估为重度失能的，每人每月增加护理资助200元。", "我爸重度失能，每月能补多少")
    assert found
    assert found.amount
    assert found.amount.on_top
    assert "另加200元/月" in explain(found)
    assert "不是全部" in explain(found)


def test_a_condition_named_by_the_asker_is_the_one_judged() -> None:
    clause = "开设认知障碍专区且床位不少于15张的，奖励20万元；开设安宁疗护病区且床位不少于6张的，奖励15万元。"
    judgement = judged(clause, "认知障碍专区只有10张床能不能奖")
    assert judgement is not None
    assert (judgement.verdict, judgement.rule.text[:8]) == (Verdict.NOT_ELIGIBLE, "开设认知障碍专区")


def test_a_sentence_that_goes_on_is_about_whom_it_began_with() -> None:
    clause = "社区食堂年服务不足2万人次的，补贴3万元；2万人次以上的，补贴6万元。助餐点年服务5000人次以上的，补贴1万元。"
    judgement = judged(clause, "社区食堂一年服务6万人次补多少")
    assert judgement is not None
    assert "2万人次以上" in judgement.rule.text


@pytest.mark.parametrize("told", ["自己有房产", "自己的房产", "我们自己有楼"])
def test_a_house_of_ones_own_is_no_rented_one(told: str) -> None:
    clause = (
        "利用自有产权新增床位50张以上的，每张补贴1万元；利用租赁产权新增床位20张以上的，每张补贴0.5万元。"
    )
    judgement = judged(clause, f"{told}办养老院，新增40张床能补吗")
    assert judgement is not None
    assert judgement.verdict is Verdict.NOT_ELIGIBLE
    assert judgement.rule.text.startswith("利用自有产权")


def test_what_is_to_be_reached_step_by_step_is_no_entitlement_yet() -> None:
    judgement = judged("国家逐步实现6岁以下残疾儿童免费得到康复训练。", "我家孩子5岁残疾，康复免费吗")
    assert judgement is not None
    assert "逐步推行" in explain(judgement)
