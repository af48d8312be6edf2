"""日期、期限、施行与有效期."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.parse.times import Validity, dates, deadlines, period, validity


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("到2025年,建立医养结合体制机制", ["2025"]),
        ("2024年年底前,基本建成;2022年底前,全覆盖", ["2024-12", "2022-12"]),
        ("在2022年9月30日前，力争达到", ["2022-09-30"]),
        ("计划到2024年年底前,建成500张", ["2024-12"]),
        ("力争2023年达到标准，力争到2024年建成", ["2023", "2024"]),
        ("（2022年9月）。组织自查。9月30日前，向市里提交", ["2022-09-30"]),
        ("2021年上半年前完成，2021年第三季度前验收", ["2021-06", "2021-09"]),
        ("2020年12月底前", ["2020-12"]),
        ("二〇二五年底前", ["2025-12"]),
        ("２０２５年底前", ["2025-12"]),
        ("2023-10-19前报送", ["2023-10-19"]),
        ("“十四五”期间，建成50个", ["2025"]),
        ("到“十四五”末，覆盖率达到60%", ["2025"]),
        ("到2025年底建成的护理院达到10家", ["2025-12"]),
        ("2024年底前取得显著的成效", ["2024-12"]),
    ],
)
def test_deadlines(text: str, due: list[str]) -> None:
    assert [deadline.due for deadline in deadlines(text)] == due


@pytest.mark.parametrize(
    "text",
    [
        "9月30日前，向市卫生健康局提交",  # of which year?
        "2000年底以前建成、尚未改造的老旧小区，优先纳入",  # which ones are meant
        "2005年底前建成的小区可以纳入",
        "2023年6月30日前登记注册的养老机构可以申报",
        "每年3月底前，2020年起每年4月底前",
        "截至2022年底,全市有144家",
        "截至“十三五”末,累计建成39处",
        "“十三五”期间,市委、市政府高度重视,取得明显成效",
        "十四五”期间,是我市人口老龄化程度快速加深的时期",
        "有效期至2020年底",
        "自2020年1月1日至2020年3月31日免征",
        "由2020年的50%提高到2021年的60%",
        "2021年13月前",
        "2022年前三季度",
        "《建筑设计防火规范》（2018年版）",
    ],
)
def test_what_is_no_deadline(text: str) -> None:
    assert deadlines(text) == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("本方案自2021年9月  日起施行", {"2021-09": "2021年9月  日"}),
        (
            "日期: 2023-10-19 2023.10.20 2023/1/2",
            {"2023-10-19": None, "2023-10-20": None, "2023-01-02": None},
        ),
        ("二〇二三年十月十八日", {"2023-10-18": "二〇二三年十月十八日"}),
        ("二○二三年一月", {"2023-01": "二○二三年一月"}),
        ("２０２１ 年 ９ 月 ３ 日", {"2021-09-03": "２０２１ 年 ９ 月 ３ 日"}),
        ("2021年13月 2023年2月30日 2023-13-01 12021年", {}),
        ("1137100000435907XJ/2022-00269 （2018年版） 三年级", {}),
    ],
)
def test_dates(text: str, said: dict[str, str | None]) -> None:
    found = {when: span.of(text) for when, span in dates(text)}
    assert list(found) == list(said)
    assert all(found[when] == words for when, words in said.items() if words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("本实施方案自2021年9月  日起施行。", Validity(effective_on="2021-09")),
        ("本通知自印发之日起施行，有效期5年。", Validity(from_issue=True, lasts=60)),
        ("且自印发之日起实施，有效期至2020年底(文中", Validity(from_issue=True, until="2020-12")),
        ("各项规定。本措施执行期暂定为自发布之日起的3个月。", Validity(from_issue=True, lasts=3)),
        ("自2024年4月1日起实施，有效期五年。实行前按原标准。", Validity(effective_on="2024-04-01", lasts=60)),
        ("本办法自发布之日起30日后施行", Validity(from_issue=True, after_days=30)),
        ("2015年5月1日 施行根据2018年9月7日修正", Validity(effective_on="2015-05-01")),
        ("有效期截至2025年12月31日", Validity(until="2025-12-31")),
        ("自2020年2月1日起至2022年1月31日止执行", Validity(effective_on="2020-02-01", until="2022-01-31")),
        ("试行期两年", Validity(lasts=24)),
    ],
)
def test_validity(text: str, expected: Validity) -> None:
    assert validity(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "组织服务组织星级评定，结果有效期三年。",
        "自本办法实施之日起申领的优待凭证设置2年有效期。",
        "有效期届满前一个月内，老年人可以办理续期。",
        "2019年1月1日施行的《老年人保护条例》同时废止",
        "到2025年，建立",
    ],
)
def test_what_says_nothing_of_its_own_force(text: str) -> None:
    assert validity(text) is None


@pytest.mark.parametrize(
    ("title", "years"),
    [
        ("威海市医疗卫生与养老服务相结合发展规划(2022—2024年)", (2022, 2024)),
        ("行动方案（２０２２～２０２４年）", (2022, 2024)),
        ("“十四五”养老服务体系规划", (2021, 2025)),
        ("十五五规划", (2026, 2030)),
        ("关于印发2022年工作要点的通知", None),
        ("（2024—2022年）", None),
    ],
)
def test_period(title: str, years: tuple[int, int] | None) -> None:
    assert period(title) == years


# --- laws --------------------------------------------------------------------

_WORDS = (
    "2021|２０２２|二〇二三|年|9|十|月|30|日|底|前|到|力争|截至|每年|（|）|“十四五”|期间|自|起|"
    "施行|有效期|-|—|至|5|个|，|。| |印发之日"
)
_SALAD = st.lists(st.sampled_from(_WORDS.split("|")), max_size=30).map("".join)
_WIDE = str.maketrans("0123456789()", "０１２３４５６７８９（）")


@given(
    st.dates(date(1949, 10, 1), date(2099, 12, 31)),
    st.sampled_from(["{0}年{1}月{2}日", "{0}-{1:02}-{2:02}", "{0}.{1}.{2}"]),
)
def test_every_day_reads_as_itself(day: date, shape: str) -> None:
    text = f"（{shape.format(day.year, day.month, day.day)}）"
    assert dates(text) == ((day.isoformat(), (1, len(text) - 1)),)


@given(st.one_of(_SALAD, st.text(max_size=200)))
def test_dates_are_of_the_calendar_and_spans_hold_them(text: str) -> None:
    for when, span in [*dates(text), *((found.due, found.span) for found in deadlines(text))]:
        date.fromisoformat(when + "-01-01"[(len(when) - 4) :])
        assert 0 <= span.start < span.end <= len(text)
        assert any(c.isdigit() or c in "一二三四五六七八九十" for c in span.of(text))
    validity(text)
    period(text)


@given(_SALAD)
def test_width_makes_no_difference(text: str) -> None:
    wide = text.translate(_WIDE)
    assert dates(text) == dates(wide)
    assert deadlines(text) == deadlines(wide)
    assert validity(text) == validity(wide)


@pytest.mark.parametrize(
    "unit", ["1", "2021年", "9月", "十四五", "自2021年9月起", "有效期", "2021-1-", " ", "至2021年"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    for read in (dates, deadlines, validity, period):
        read(text)
    assert time.process_time() - start < 5
