"""数额与数字."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.numerals import number


def said(text: str) -> list[str]:
    return [f"{found.value:g}{found.unit}" for found in amounts(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("新增床位 50张以上的，每张 1万元、每张 0.5 万元", "50张 10000元 5000元"),
        ("约 200万元/个、20万元/个", "2e+06元 200000元"),
        ("累计8.5亿元，16.11亿元", "8.5e+08元 1.611e+09元"),
        ("按照350元-500元/日的标准，放宽为30天-60天", "350元 500元 30日 60日"),
        (
            "前推3-6个月，35—152平方米，3-5万元，八千至一万元",
            "3月 6月 35平方米 152平方米 30000元 50000元 8000元 10000元",
        ),
        ("处一千元以上一万元以下的罚款", "1000元 10000元"),
        ("百分之三十以上，60%，千分之五，0.5个百分点", "30% 60% 5‰ 0.5百分点"),
        ("三个月内，60周岁以上，65岁，五年，15个工作日，十五分钟", "3月 60周岁 65周岁 5年 15工作日 15分钟"),
        ("每5000名，每百户20平方米", "5000名 100户 20平方米"),
        ("在校生5000余人，7万余人，1000余万元，二十多家", "5000人 70000人 1e+07元 20家"),
        ("20 张床位，总户数6000户，１，５５０元，20万人次", "20张 6000户 1550元 200000人次"),
        ("新增三 十张床位，五余十个", "30张 50个"),
        ("至少一名医师，每年一次，1处", "1名 1次 1处"),
        ("近三年，一年，一个月", "3年 1年 1月"),
    ],
)
def test_amounts(text: str, found: str) -> None:
    assert said(text) == found.split()


@pytest.mark.parametrize(
    "text",
    [
        "2022年9月30日，二〇二三年十月十八日，2020—2022年",
        "威民发〔2022〕3号，第三条，第5000名，第三十日",
        "电话12345、010-12345678，19007997号",
        "数百名，几十万元，百万工程，千家万户",
        "一个平台、一个系统、一次性补贴",
        "三分之二以上，三人民警，A4元素",
        "万名老年人口",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,550", 1550),
        ("１，５５０．５", 1550.5),
        ("16.11亿", 1_611_000_000),
        ("十五", 15),
        ("两", 2),
        ("〇", 0),
        ("一百〇三", 103),
        ("三千五", 3500),
        ("一亿三千万", 130_000_000),
        ("万亿", 10**12),
        ("二〇二三", 2023),
        ("二○二三", 2023),
        ("伍佰", 500),
        ("百分之三十", 0.3),
        ("三四十", None),
        ("", None),
        ("十张", None),
        ("1.2.3", None),
        ("9" * 400, None),
    ],
)
def test_number(text: str, value: float | None) -> None:
    assert number(text) == value


# --- laws --------------------------------------------------------------------


def written(n: int) -> str:
    """A number below 万亿 in Chinese, the schoolbook way."""
    for unit, name in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十")):
        if n >= unit:
            rest = n % unit
            gap = "零" if rest and rest < unit // 10 else ""
            return written(n // unit) + name + gap + (written(rest) if rest else "")
    return "零一二三四五六七八九"[n]


@given(st.integers(0, 10**12 - 1))
def test_a_written_number_reads_as_itself(n: int) -> None:
    assert number(written(n)) == n
    assert number(f"{n:,}") == n


@given(st.integers(1, 10**6), st.sampled_from(["元", "张", "%", "户", "平方米", "周岁", "人次"]))
def test_figures_and_characters_say_the_same(n: int, unit: str) -> None:
    one, other = amounts(f"给予{n}{unit}补贴"), amounts(f"不少于{written(n)}{unit}补贴")
    assert [(a.value, a.unit) for a in one] == [(a.value, a.unit) for a in other] == [(n, unit)]


_WORDS = (
    "1|20|０|三|十|百|千|万|亿|分之|.|，|,|-|至|元|张|年|月|日|个|个月|%|人|人民|第|每|余|〔|〕|"
    "号|不少于| |\n|２０２２"
)
_SALAD = st.lists(st.sampled_from(_WORDS.split("|")), max_size=25).map("".join)


@given(st.one_of(_SALAD, st.text(max_size=200)))
def test_spans_hold_their_figures_in_order(text: str) -> None:
    found = amounts(text)
    for amount in found:
        assert 0 <= amount.span.start < amount.span.end <= len(text)
        assert any(c.isdigit() or c in "〇零一二三四五六七八九十两百千万亿" for c in amount.span.of(text))
        assert "\n" not in amount.span.of(text)
    starts = [amount.span.start for amount in found]
    assert starts == sorted(starts)
    number(text)


@given(_SALAD)
def test_width_makes_no_difference(text: str) -> None:
    wide = text.translate(str.maketrans("0123456789.,%-", "０１２３４５６７８９．，％－"))
    assert amounts(text) == amounts(wide)


@pytest.mark.parametrize("unit", ["1", "一", "1-", "1,000", "百分之", "一千", "1.5万", "每百", "三至"])
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    amounts(text)
    number(text)
    assert time.process_time() - start < 5
