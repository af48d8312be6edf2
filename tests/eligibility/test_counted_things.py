"""A bound on anything that is counted is held against a count told of the same thing; of another thing it is asked."""

from __future__ import annotations

from decimal import Decimal

import pytest
from policy_sentences import CITY, TODAY, judged, outcome

from yiyang_qa.eligibility import case, case_of, judge, rules, together
from yiyang_qa.eligibility.weighing import Cited
from yiyang_qa.types import Fact, Span, Verdict

YES, NO, OPEN = Verdict.ELIGIBLE, Verdict.NOT_ELIGIBLE, Verdict.UNDETERMINED

STAFF = "床位20张以上、护理员不少于5名的养老机构，给予一次性补贴10万元。"
CERTIFIED = "床位20张以上、持证护理员不少于5名的养老机构，给予一次性补贴10万元。"
PLACES = "新增托位20个以上的，按每个托位1万元给予补贴。"
LIFTS = "对4层及以上的住宅加装电梯的，每台补贴20万元。"
FUNDS = "注册资金50万元以上、建筑面积不少于1000平方米的养老服务企业，给予开办补贴5万元。"
FILLED = "收住老人10人以上，且入住率达到60%以上的养老机构，给予每张床位每年500元运营补贴。"
SPACE = "床位20张以上、人均居住面积不少于6平方米的养老机构，给予一次性补贴10万元。"
STATION = "申请设立护理站，应当有至少3名注册护士，服务半径不超过5公里。"
RISKS = "独居老年人按照下列标准划分等级：80周岁以上的，应当每日探访；70周岁以上不满80周岁的，应当每周探访。"
DUTIES = "养老机构床位应当不少于10张，护理员应当不少于2名。"


@pytest.mark.parametrize(
    ("clause", "question", "verdict"),
    [
        (STAFF, "我们养老院30张床，有6名护理员，能补多少", YES),
        (STAFF, "我们养老院30张床，护理员6个，能补多少", YES),
        (STAFF, "我们养老院30张床，请了6个护工，能补多少", YES),
        (STAFF, "我们养老院30张床，只有3名护理员，能补吗", NO),
        (STAFF, "我们养老院30张床，有6名持证护理员能补多少", YES),
        (STAFF, "我们养老院30张床，有3名持证护理员能补多少", OPEN),
        (STAFF, "我们养老院30张床，有6名护士，能补多少", OPEN),
        (STAFF, "我们养老院30张床，护理员6名护士2名，能补多少", YES),
        (STAFF, "我们养老院30张床，能补多少", OPEN),
        (CERTIFIED, "我们养老院30张床，有6名护理员，能补多少", OPEN),
        (CERTIFIED, "我们养老院30张床，有4名护理员，能补多少", NO),
        (PLACES, "我们新增了25个托位，能补多少", YES),
        (PLACES, "我们有25个托位，能补多少", OPEN),
        (PLACES, "我们有15个托位，能补多少", NO),
        (LIFTS, "我们小区的楼只有3层，加装电梯能补多少", NO),
        (FUNDS, "我们公司注册资金60万元，面积1200平方米，能补多少", YES),
        (FUNDS, "我们公司注册资金30万，面积1200平方米，能补吗", NO),
        (FUNDS, "我们公司自筹资金30万，面积1200平方米，能补吗", OPEN),
        (FILLED, "我们养老院80张床，收了50个老人，入住率70%，能补多少", YES),
        (FILLED, "我们养老院80张床，收了50个老人，入住率55%，能补多少", NO),
        (FILLED, "我们养老院80张床，收了50个老人，能补多少", OPEN),
        (SPACE, "我们养老院30张床，面积1000平方米，能补多少", OPEN),
        (STATION, "我们想开护理站，只有2名注册护士，行不行", NO),
        (STATION, "我们想开护理站，有3名注册护士，服务半径8公里，行不行", NO),
        (STATION, "我们想开护理站，有3名注册护士，服务半径3公里，行不行", None),
        (DUTIES, "我们养老院有20张床，护理员1名，能办吗", NO),
        (RISKS, "我妈86岁，要不要探访", None),
    ],
)
def test_a_count_told_of_the_same_thing_decides(clause: str, question: str, verdict: Verdict | None) -> None:
    assert outcome(judged(clause, question))[0] is verdict


@pytest.mark.parametrize(
    ("clause", "question", "asked"),
    [
        (STAFF, "我们养老院30张床，能补多少", "护理员人数"),
        (PLACES, "我们有25个托位，能补多少", "新增托位数量"),
        (FUNDS, "我们公司面积1200平方米，能补多少", "注册资金"),
        (SPACE, "我们养老院30张床，能补多少", "是否“人均居住面积不少于6平方米”"),
    ],
)
def test_what_is_not_told_is_asked_by_its_name(clause: str, question: str, asked: str) -> None:
    found = judged(clause, question)
    assert found is not None
    assert found.missing == (asked,)


@pytest.mark.parametrize(
    ("fact", "verdict"),
    [
        (Fact("数量", Decimal(6), of="护理员", unit="个"), YES),
        (Fact("数量", Decimal(3), of="护理员", unit="个"), NO),
        (Fact("数量", Decimal(6), of="护士", unit="个"), OPEN),
        (Fact("已确认", True, of="护理员不少于5名"), YES),
    ],
)
def test_a_count_told_as_a_value_decides(fact: Fact, verdict: Verdict) -> None:
    told = together(case("我们养老院30张床，能补多少", TODAY), case_of([fact]))
    held = [Cited(rule, 1, CITY, lit=True) for rule in rules(STAFF, Span(0, len(STAFF)))]
    assert outcome(judge(told, held))[0] is verdict
