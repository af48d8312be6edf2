"""The readers by themselves: bounds in clauses, quantities in speech, strength of sentences."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.eligibility import Strength, case, case_of, rules
from yiyang_qa.eligibility.bounds import bounds
from yiyang_qa.eligibility.counting import like
from yiyang_qa.eligibility.kinds import told_kinds
from yiyang_qa.eligibility.telling import told
from yiyang_qa.eligibility.terms import Interval
from yiyang_qa.text import fold
from yiyang_qa.types import Fact, Span

INFINITE = Decimal("Infinity")


def _range(low: int | None, high: int | None, above: bool = False, below: bool = False) -> Interval:
    return Interval(
        None if low is None else Decimal(low), None if high is None else Decimal(high), above, below
    )


@pytest.mark.parametrize(
    ("clause", "unit", "interval"),
    [
        ("新增床位 50张以上的", "张", _range(50, None)),
        ("床位５０张（含）以上", "张", _range(50, None)),
        ("房屋租期 5年及以上", "月", _range(60, None)),
        ("运营满12个月", "月", _range(12, None)),
        ("床位不少于二十张", "张", _range(20, None)),
        ("床位超过100张", "张", _range(100, None, above=True)),
        ("不超过1年", "月", _range(None, 12)),
        ("不满65周岁", "岁", _range(None, 65, below=True)),
        ("在其子女年满三周岁之前,", "岁", _range(None, 3, below=True)),
        ("年满60周岁前三年", "岁", _range(60, None)),
        ("未达到二十年", "月", _range(None, 240, below=True)),
        ("16—24岁失业青年", "岁", _range(16, 24)),
        ("50—99张的", "张", _range(50, 99)),
    ],
)
def test_bounds_of_clauses(clause: str, unit: str, interval: Interval) -> None:
    assert [(found.unit, found.interval) for found in bounds(fold(clause))] == [(unit, interval)]


@pytest.mark.parametrize(
    "clause", ["2020年1月1日至3月31日", "第三条规定的", "每张1万元", "百分之五十", "一类人员"]
)
def test_what_is_no_bound(clause: str) -> None:
    assert not list(bounds(fold(clause)))


@pytest.mark.parametrize(
    ("words", "unit", "interval"),
    [
        ("一共新增了60张床", "张", _range(60, 60)),
        ("新增６０张床", "张", _range(60, 60)),
        ("租了六年", "月", _range(72, 72)),
        ("租了两年半", "月", _range(30, 30)),
        ("才领证半年", "月", _range(6, 6)),
        ("快80张床", "张", _range(64, 80, below=True)),
        ("二十多张床", "张", _range(20, 30, below=True)),
        ("干了5年多", "月", _range(60, 72, below=True)),
        ("不到20张床", "张", _range(None, 20, below=True)),
        ("今年83，户口在这", "岁", _range(83, 83)),
        ("八十多了", "岁", _range(80, 89)),
        ("花了30万，能抵吗", "元", _range(300000, 300000)),
        ("地上住宅10万平", "平方米", _range(100000, 100000)),
    ],
)
def test_quantities_in_speech(words: str, unit: str, interval: Interval) -> None:
    assert [(found.unit, found.interval) for found in told(fold(words))] == [(unit, interval)]


@pytest.mark.parametrize("words", ["一张床能给多少", "2020年建的", "3年前", "三星级", "一家公司", "第6张"])
def test_what_is_no_quantity(words: str) -> None:
    assert not list(told(fold(words)))


def _points(interval: Interval) -> tuple[Decimal, Decimal]:
    tiny = Decimal("0.001")
    low = -INFINITE if interval.low is None else interval.low + (tiny if interval.above else 0)
    high = INFINITE if interval.high is None else interval.high - (tiny if interval.below else 0)
    return low, high


def _inside(bound: Interval, point: Decimal) -> bool:
    low, high = _points(bound)
    return low <= point <= high


_ENDS = st.one_of(st.none(), st.integers(0, 9).map(Decimal))
_INTERVALS = st.builds(Interval, _ENDS, _ENDS, st.booleans(), st.booleans()).filter(
    lambda i: _points(i)[0] <= _points(i)[1]
)


@given(_INTERVALS, _INTERVALS)
def test_holding_an_interval_agrees_with_trying_points(bound: Interval, other: Interval) -> None:
    grid = [Decimal(n) / 4 for n in range(-20, 60)] + [Decimal(-(10**9)), Decimal(10**9)]
    ends = [end for end in _points(other) if end.is_finite()]
    verdicts = {_inside(bound, point) for point in grid + ends if _inside(other, point)}
    expected = verdicts.pop() if len(verdicts) == 1 else None
    assert bound.holds(other) is expected


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("对养老机构给予每张1万元补贴。", Strength.GRANTED),
        ("支持建设养老设施，对养老机构给予每张1万元补贴。", Strength.GRANTED),
        ("鼓励社会力量办养老，对养老机构给予每张1万元补贴。", Strength.GRANTED),
        ("鼓励各地对养老机构给予每张1万元补贴。", Strength.TENTATIVE),
        ("探索将临终患者纳入保障，按照350元-500元/日的标准付费。", Strength.TENTATIVE),
        ("新建居住区按每百户20平方米的标准配建用房。", Strength.REQUIRED),
        ("营利性养老机构应当以有偿方式用地。", Strength.REQUIRED),
        ("非营利性养老机构可以使用划拨土地。", Strength.PERMITTED),
        ("营利性养老机构不予补贴。", Strength.DENIED),
    ],
)
def test_strength_of_sentences(sentence: str, strength: Strength) -> None:
    assert [rule.strength for rule in rules(sentence, Span(0, len(sentence)))] == [strength]


@pytest.mark.parametrize(
    ("words", "noun", "same"),
    [
        ("社区养老站", "社区养老服务站", True),
        ("养老服务中心", "街道养老服务中心", True),
        ("养老服务站", "街道养老服务中心", False),
        ("站", "社区养老服务站", False),
        ("老年食堂", "社区养老服务站", False),
    ],
)
def test_short_forms_of_nouns(words: str, noun: str, same: bool) -> None:
    assert like(words, noun) is same


def test_facts_given_as_values_are_read_like_words() -> None:
    told_so = case_of(
        [
            Fact("房屋产权", "租赁"),
            Fact("房屋租期", Decimal(4), unit="年"),
            Fact("床位数", Decimal(60), unit="张"),
            Fact("新增", True),
        ]
    )
    assert {trait.value for trait in told_so.traits} == {"租赁"}
    assert {(q.unit, q.interval.exact, q.added) for q in told_so.quantities} == {
        ("月", Decimal(48), False),
        ("张", Decimal(60), True),
    }


@pytest.mark.parametrize(
    ("words", "years"),
    [("去年被罚过", 1), ("前年被罚过", 2), ("五年前被罚过", 5), ("2020年被罚过", 6), ("被罚过", None)],
)
def test_when_a_blot_happened(words: str, years: int | None) -> None:
    assert [event.years_ago for event in case(words, date(2026, 6, 1)).events] == [years]


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("我们公司新增了80张养老床位", True),
        ("我们公司新添了60张床", True),
        ("我们公司的医院新增了60张床", False),
        ("我们公司招了两名残疾人", False),
    ],
)
def test_a_company_that_tells_of_its_beds_is_an_institution(question: str, meant: bool) -> None:
    assert ("养老机构" in told_kinds(question)) == meant


@pytest.mark.parametrize(
    ("words", "added"),
    [
        ("我们自己建60张新床", True),
        ("我们打算建六十张床", True),
        ("我们的养老院有60张床", False),
        ("我们改建的养老院共60张床", False),
        ("我想在泉州开养老院，60张床", True),
        ("新办了一家护理院，60张床位", True),
        ("打算办个小型养老服务中心，60张床", True),
        ("我开了家养老院，有60张床", False),
        ("想新建一家养老院，现有60张床", False),
    ],
)
def test_beds_told_as_new(words: str, added: bool) -> None:
    assert [quantity.added for quantity in case(words, date(2026, 6, 1)).quantities] == [added]
