"""Sums by grade in one sentence: each grade with its own sum, picked by the case, asked for where the case does not say.

A sum that is paid, a list longer than its figures, persons where visits are counted: quoted, never reckoned.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from policy_sentences import judged, outcome

from yiyang_qa.eligibility import rules
from yiyang_qa.types import Span, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

HOSPITALS = "对新设立医养结合科室的一级、二级、三级医院分别给予20万元、30万元、50万元奖补。"
WARDS = "对三级、二级、一级医院新建、改建老年医学科的，分别给予30万元、20万元、10万元补助。"
BY_LEVEL = "医院设置医养结合床位的，按二级医院每张床5000元、三级医院每张床8000元给予补助。"
CARE = "对入住养老机构的失能老年人，按轻度、中度、重度失能每人每月分别补贴100元、200元、300元。"
TAKEN_IN = "养老机构收住轻度、中度、重度失能老年人的，分别按照每人每月100元、200元、300元的标准给予运营补贴。"
ELLIPTIC = "对养老机构收住轻度失能老人每人每月100元、中度200元、重度300元给予补贴。"
AND_POOR = "对轻度、中度、重度失能且为低保的老年人，每人每月分别补贴100元、200元、300元。"
DAILY = "机构护理支付标准：重度失能Ⅰ级每日50元、Ⅱ级每日60元、Ⅲ级每日70元。"
STARS = "对评定为三星级、四星级、五星级的养老机构，给予一次性奖励，三星级2万元、四星级3万元、五星级5万元。"
HEADED = "（六）入职奖补。对与养老机构签订五年以上劳动合同的应届毕业生，给予一次性入职奖补，中专2万元、大专3万元、本科及以上4万元，分五年发放。"
STANDARD = "养老机构等级评定奖励标准为：三星级2万元，四星级3万元，五星级5万元。"
FIRST = "对首次评定为三级、四级、五级的养老机构分别给予5万元、10万元、20万元一次性奖励。"
PLACES = "区级、街道（镇）级、社区（村）级养老服务设施每年每个分别给予60万元、40万元、5万元运营经费。"
OWNED = "新增床位50张以上的，分别按每张床1万元、8000元的标准给予自有产权和租赁产权养老机构一次性建设补贴。"
PROFIT = "民办非营利性养老机构和营利性养老机构，分别按每张床位1万元和8000元给予建设补贴。"
PUBLIC = "对公办、民办养老机构分别给予每床每年1000元、1500元运营补贴。"
BUILT = "一次性建设补贴标准为：新建的每张床位1.5万元，改扩建的每张床位1万元。"
SCHOOLING = "对入职养老机构的中专、大专、本科及以上毕业生，分别给予2万元、3万元、5万元入职奖励。"
JOINED = "对入职满三年的护理员给予一次性入职补贴，其中大专（高职）学历3万元，本科及以上学历4万元，中专（中技）学历2万元。"
STAYED = "在养老机构从事护理工作满5年的，按中专3万元、大专4万元、本科5万元给予入职奖励，分三年发放。"
SKILLS = "取得初级工、中级工、高级工、技师、高级技师职业技能等级证书的养老护理员，每人每月分别给予100元、150元、200元、300元、500元岗位津贴。"
POST = "养老护理员岗位津贴标准为：初级工每月100元、中级工每月200元、高级工每月300元、技师每月500元。"
RATED = "服务质量评估结果为优秀、良好、合格的日间照料中心，每年分别给予5万元、3万元、1万元运营补贴。"
MARKED = "日间照料中心年度评估为优秀的补贴5万元，良好的3万元，合格的1万元，不合格的不予补贴。"
SIZES = "民办养老机构床位数50张以下、50—99张、100张以上的，分别给予10万元、20万元、30万元开办补助。"
AREAS = "日间照料中心面积300平方米以下、300—500平方米、500平方米以上的，每年分别补助3万元、4万元、5万元。"
WHOSE = (
    "区级养老服务设施评估为优秀、良好、合格等级的，每年每个分别给予40万元、30万元、20万元奖励。"
    "村级养老服务设施评估为优秀、良好、合格等级的，每年每个分别给予3万元、2万元、1万元奖励。"
)
CAPPED = "轻度失能每人每月不超过100元，中度失能每人每月不超过200元，重度失能每人每月不超过300元。"
UNSAID = "对入住的重度、中度失能老人，机构运营补贴为每床每月300元、200元。"
INSURED = "养老机构综合责任保险，按每张床位每年120元标准投保，财政补贴80%。"
STATUS = "特困老年人、低保老年人、其他老年人每人每月分别补贴400元、300元、100元。"
LISTED = "养老服务补贴标准：特困人员每人每月500元，低保对象每人每月300元，其他老年人每人每月100元。"
VISITS = "上门服务按每人次80元的标准给予补助。"
HEADS = "养老机构收住失能老年人的，按每人每月200元给予运营补贴。"
SERVED = "助餐点年服务达到1万人次的，给予补贴2万元；年服务达到2万人次的，给予补贴4万元。"

CASES = [
    # 级别
    (HOSPITALS, "我们是二级医院，新设了医养结合科，能拿多少", OPEN, "300000"),
    (HOSPITALS, "我们是三甲医院，设了医养结合科，奖补多少", OPEN, "500000"),
    (WARDS, "我们是二级医院，改建了老年医学科，补多少", YES, "200000"),
    (BY_LEVEL, "我们是三级医院，设了20张医养床，补多少", YES, "160000"),
    (BY_LEVEL, "我们医院设了20张医养床，补多少", OPEN, None),
    (PLACES, "我们街道建了2个街道级养老服务设施，每年给多少", YES, "800000"),
    (PLACES, "我们村建了3个村级养老服务设施，每年给多少", YES, "150000"),
    (PLACES, "我们建了2个养老服务设施，每年给多少", OPEN, None),
    (STARS, "我们养老院评上四星了，奖多少", YES, "30000"),
    (STARS, "我们养老院二星，奖多少", NO, None),
    (STANDARD, "我们养老院评上四星了，奖多少", YES, "30000"),
    (FIRST, "我们养老院评上四级了，奖多少", OPEN, "100000"),
    # 失能
    (CARE, "我爸中度失能，住养老院，每月补多少", YES, "200"),
    (CARE, "我爸失能了，住养老院，每月补多少", OPEN, None),
    (TAKEN_IN, "我们养老院收住了20名重度失能老人，一个月补多少", YES, "6000"),
    (TAKEN_IN, "我们养老院收住了20名失能老人，一个月补多少", OPEN, None),
    (TAKEN_IN, "养老院收了10个轻度失能老人和5个重度失能老人，一个月一共补多少", None, None),
    (ELLIPTIC, "我们养老院收住10个中度失能老人，一个月多少", YES, "2000"),
    (AND_POOR, "我妈中度失能，吃低保，每月补多少", YES, "200"),
    (AND_POOR, "我妈中度失能，不是低保，每月补多少", NO, None),
    (DAILY, "我妈评上重度失能，每天多少", None, None),
    (HEADS, "我爸半失能，每月补多少", None, None),
    # 产权、性质、建设方式
    (OWNED, "我们租的房子办养老院，新增60张床，补多少", YES, "480000"),
    (OWNED, "我们自己的楼办养老院，新增三十张床位，补多少", NO, None),
    (OWNED, "我们养老院新增了60张床，补多少", OPEN, None),
    (PROFIT, "我们是营利性养老院，60张床，补多少", YES, "480000"),
    (PUBLIC, "我们民办养老院80张床，每年补多少", YES, "120000"),
    (BUILT, "我们改建了30个床位，补多少", YES, "300000"),
    # 学历、技能
    (SCHOOLING, "我硕士毕业入职养老院，给多少钱", YES, "50000"),
    (SCHOOLING, "我毕业入职养老院，给多少钱", OPEN, None),
    (JOINED, "护理员刚入职大专毕业给多少钱", OPEN, "30000"),
    (JOINED, "我本科毕业，入职养老院四年了，能拿多少", YES, "40000"),
    (HEADED, "护理员刚入职大专毕业给多少钱", OPEN, "30000"),
    (HEADED, "我是大专学历，跟养老院签了六年合同，给多少", OPEN, "30000"),
    (STAYED, "我大专毕业，在养老院干了6年，给多少", YES, "40000"),
    (STAYED, "我大专毕业，在养老院干了3年，给多少", NO, None),
    (SKILLS, "我是护理员，考了高级工，每月津贴多少", YES, "200"),
    (SKILLS, "我是护理员，高级技师，每月津贴多少", YES, "500"),
    (POST, "我是护理员，考了中级工，每月多少", YES, "200"),
    # 评估、规模
    (RATED, "我们日间照料中心评估良好，每年给多少", YES, "30000"),
    (MARKED, "我们日间照料中心评估良好，每年给多少", YES, "30000"),
    (MARKED, "我们日间照料中心评估不合格，每年给多少", NO, None),
    (SIZES, "我们民办养老院有60张床，补多少", YES, "200000"),
    (AREAS, "我们日间照料中心800平方，每年补多少", YES, "50000"),
    # what leads to the list is a condition of its own
    (WHOSE, "我们的站评了良好，一年能奖多少", OPEN, None),
    # 不超过 is a bound, not a cap of the grade before; 分别 may go without saying
    (CAPPED, "我妈中度失能，每月补多少", YES, "200"),
    (UNSAID, "我们养老院有20张床住重度失能，每月补多少", YES, "6000"),
    (UNSAID, "我们养老院有20张床住失能老人，每月补多少", OPEN, None),
    (INSURED, "我们养老院100张床，保险补多少", None, None),
    # 身份
    (STATUS, "我爸是低保，每月补多少", YES, "300"),
    (STATUS, "我爸是普通老人，每月补多少", YES, "100"),
    (LISTED, "我爸是低保户，每月补多少", YES, "300"),
    (LISTED, "我爸是普通老人，每月补多少", YES, "100"),
    # 人、人次、床位、层
    (VISITS, "我们一年上门服务了1200人次，补多少", OPEN, "96000"),
    (VISITS, "我们上门服务了120个人，补多少", None, None),
    (SERVED, "我们助餐点一年服务1.5万人次，补多少", YES, "20000"),
    (SERVED, "我们助餐点一年服务1.5万人，补多少", None, None),
    (HEADS, "养老院收住失能老人120人，每月补多少", YES, "24000"),
    (HEADS, "养老院收住120个人，都是失能的，每月补多少", YES, "24000"),
    (HEADS, "养老院收住120个人，有失能老人，每月补多少", YES, None),
    (OWNED, "我们自己盖了3层楼办养老院，补多少", None, None),
    # 不是给的，对不上的
    ("一级、二级、三级护理收费标准分别为每月1000元、800元、600元。", "我爸78岁，二级护理，每月多少", None, None),
    ("护理员月工资标准：初级3000元、中级4000元、高级5000元。", "我是高级护理员，每月补贴多少", None, None),
    ("对一级、二级、三级、四级养老机构分别给予1万元、2万元、3万元奖励。", "我们养老院评上三级，奖多少", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("clause", "question", "verdict", "amount"), CASES)
def test_the_grade_told_picks_its_sum(
    clause: str, question: str, verdict: Verdict | None, amount: str | None
) -> None:
    assert outcome(judged(clause, question)) == (verdict, Decimal(amount) if amount else None)


@pytest.mark.parametrize(
    ("clause", "question", "missing"),
    [
        (CARE, "我爸失能了，住养老院，每月补多少", ("失能等级",)),
        (OWNED, "我们养老院新增了60张床，补多少", ("房屋产权",)),
        (BY_LEVEL, "我们医院设了20张医养床，补多少", ("医疗机构级别",)),
        (
            PLACES,
            "我们建了2个养老服务设施，每年给多少",
            ("属于哪种情形（区级、街道(镇)级、社区(村)级）",),
        ),
        (
            HOSPITALS,
            "我们是二级医院，新设了医养结合科，能拿多少",
            ("是否“新设立医养结合科室”",),
        ),
    ],
)
def test_a_grade_that_is_not_told_is_asked(clause: str, question: str, missing: tuple[str, ...]) -> None:
    judgement = judged(clause, question)
    assert judgement is not None
    assert judgement.missing == missing


@pytest.mark.parametrize(
    ("clause", "bound"),
    [
        (HOSPITALS, [("一级", "20万元"), ("二级", "30万元"), ("三级", "50万元")]),
        (STARS, [("三星级", "2万元"), ("四星级", "3万元"), ("五星级", "5万元")]),
        (PLACES, [("区级", "60万元"), ("街道（镇）级", "40万元"), ("社区（村）级", "5万元")]),
        (OWNED, [("自有产权", "1万元"), ("租赁产权", "8000元")]),
        (MARKED, [("优秀", "5万元"), ("良好", "3万元"), ("合格", "1万元")]),
        (DAILY, [("重度失能Ⅰ级", "50元"), ("Ⅱ级", "60元"), ("Ⅲ级", "70元")]),
    ],
)
def test_each_grade_and_its_sum_have_spans_of_their_own(clause: str, bound: list[tuple[str, str]]) -> None:
    found = [rule for rule in rules(clause, Span(0, len(clause))) if rule.benefits]
    assert len(found) == len(bound)
    for rule, (grade, figure) in zip(found, bound, strict=True):
        (benefit,) = rule.benefits
        assert grade in {condition.text for condition in rule.conditions}
        assert figure in benefit.span.of(clause)


_SUMS = st.lists(st.integers(1, 99), min_size=2, max_size=5, unique=True)


@given(_SUMS, st.data())
def test_whatever_the_sums_the_nth_grade_gets_the_nth(sums: list[int], data: st.DataObject) -> None:
    names = ("一星级", "二星级", "三星级", "四星级", "五星级")[: len(sums)]
    nth = data.draw(st.integers(0, len(sums) - 1))
    dealt = f"对{'、'.join(names)}养老机构，分别给予{'、'.join(f'{s}万元' for s in sums)}奖励。"
    paired = f"养老机构奖励标准为：{'，'.join(f'{n}{s}万元' for n, s in zip(names, sums, strict=True))}。"
    for clause in (dealt, paired):
        judgement = judged(clause, f"我们养老院是{names[nth]}，奖多少")
        assert judgement is not None
        assert judgement.amount is not None
        assert judgement.amount.value == sums[nth] * 10**4


def test_contraries_each_with_its_sum_are_grades_though_one_is_a_category_too() -> None:
    clause = "对养老机构，自理老人每人每月100元、部分失能老人每人每月200元、完全失能老人每人每月300元给予运营补贴。"
    found = rules(clause, Span(0, len(clause)))
    assert [[c.text for c in rule.conditions] for rule in found] == [
        ["自理老人"],
        ["部分失能老人"],
        ["完全失能老人"],
    ]
    assert [[b.value for b in rule.benefits] for rule in found] == [[100], [200], [300]]
