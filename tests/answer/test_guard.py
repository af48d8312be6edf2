"""The guard, on small documents and on every sentence of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from yiyang_qa.answer.guard import Asked, Figure, Marker, guarded, sentence_spans, unsupported
from yiyang_qa.answer.guard.reading import claims
from yiyang_qa.corpus import read_corpus
from yiyang_qa.reading import read_document
from yiyang_qa.text import sentences
from yiyang_qa.types import (
    Answer,
    Clause,
    Comparison,
    ComparisonRow,
    Document,
    Evidence,
    Intent,
    Kind,
    Query,
    Rank,
    Span,
    Status,
)

CORPUS = Path(__file__).parents[2] / "corpus"
AS_OF = date(2026, 11, 21)
PLAN = """青岛市养老服务补贴办法
青民发〔2022〕8号
青岛市民政局
2022年1月4日
第十三条 对新增床位50张以上的养老机构，自有产权的每张补助1万元，租赁产权且租期五年以上的每张补助5000元，床位使用率达到百分之三十。护理站每个20万元，护理院每个200万元。2024年9月30日前完成评估，以“政府主导、社会参与、市场运作”为原则。（责任单位：市民政局、市财政局）
"""
LAW = """宁波市安宁疗护办法
宁波市卫生健康委员会
2023年6月1日
第一条 护理型床位占比到2025年达到72%，比2021年的60%有所提高；重度失能的每月最高支付1550元。
第二条 本办法由市卫生健康委解释。
"""
Make = Callable[[str, str], Document]


@pytest.fixture(scope="module")
def make(tmp_path_factory: pytest.TempPathFactory) -> Make:
    def making(name: str, text: str) -> Document:
        folder = tmp_path_factory.mktemp("documents")
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        return read_document(read_corpus(folder)[0])

    return making


@pytest.fixture(scope="module")
def evidence(make: Make) -> tuple[Evidence, ...]:
    """[1] 青岛市第十三条, [2] 宁波市第一条."""
    return (article(make("qingdao", PLAN)), article(make("ningbo", LAW)))


def article(document: Document) -> Evidence:
    clause = next(clause for clause in document.clauses if clause.label.startswith("第"))
    return Evidence(document, clause, clause.body, (clause.body,), 0.9)


def query(text: str = "") -> Query:
    return Query(text, Intent.LOOKUP, (), AS_OF, (text,))


def failing(text: str, evidence: tuple[Evidence, ...], asked: str = "") -> list[str]:
    return [claim.text for claim in unsupported(text, evidence, Asked.of(query(asked)))]


@pytest.mark.parametrize(
    "text",
    [
        "青岛市自有产权的每张补助1万元。[1]",
        "青岛市自有产权的每张补助10000元，租期5年以上的５０００元。[1]",
        "使用率达到30%，护理院每个２００万元。[1]",
        "《青岛市养老服务补贴办法》（青民发〔2022〕8号，2022-01-04）第十三条[1]",
        "依据青民发[2022]8号，于二〇二二年一月四日印发。[1]",
        "2022年1月印发，9月30日前完成评估。[1]",
        "山东省青岛市的床位须有五十张。[1]",
        "由青岛市民政局负责。[1]",
        "以“政府主导、社会参与……市场运作”为原则。[1]",
        "宁波市到2025年占比72%[2]，青岛市每张补助1万元[1]。",
        "青岛市、宁波市分别给予1万元、1550元。[1][2]",
        "占比72%。\n要求见[2]。",
        "1. 每张补助1万元。[1]\n2. 每月1550元。[2]",
        "（3）重度失能的每月最高1550元[2]",
        "共2条：\n- 每张1万元[1]\n- 每月1550元[2]",
        "截至2026年11月21日，以上规定未见修改。[1]",
        "可拨打12345热线咨询。",
        "",
    ],
)
def test_what_stands(text: str, evidence: tuple[Evidence, ...]) -> None:
    assert failing(text, evidence) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每张补助2万元。[1]", "2万元"),
        ("每张补助1万元。[2]", "1万元"),
        ("每张补助1元。[1]", "1元"),
        ("每间补助1万元，须有50间。[1]", "50间"),
        ("租期六年以上。[1]", "六年"),
        ("使用率达到百分之四十。[1]", "百分之四十"),
        ("使用率达到三成，占比七成。[1]", "七成"),
        ("2022年1月5日印发。[1]", "2022年1月5日"),
        ("2023年印发。[1]", "2023年"),
        ("10月30日前完成。[1]", "10月30日"),
        ("依据青民发〔2022〕9号。[1]", "依据青民发〔2022〕9号"),
        ("依据济民发〔2022〕8号。[1]", "依据济民发〔2022〕8号"),
        ("宁波市每张补助1万元。[1]", "宁波市"),
        ("济南市每张补助1万元。[1]", "济南市"),
        ("见第十四条。[1]", "第十四条"),
        ("三级医院每张补助1万元。[1]", "三级"),
        ("每张补助1万元。[3]", "[3]"),
        ("每张补助1万元。[0]", "[0]"),
        ("以“政府主导、企业参与、市场运作”为原则。[1]", "政府主导、企业参与、市场运作"),
        ("依据《山东省养老服务条例》。[1]", "山东省养老服务条例"),
        ("补助٩万元。[1]", "٩万元"),
        ("共4条：\n- 每张1万元[1]\n- 每月1550元[2]", "4条"),
        ("全市共有2个试点。[1][2]", "2个"),
        ("补助1234567890123456789012元。[1]", "1234567890123456789012"),
        ("宁波市每张补助1万元[1]，青岛市每月1550元[2]。", "宁波市"),
    ],
)
def test_what_does_not_stand(text: str, found: str, evidence: tuple[Evidence, ...]) -> None:
    assert found in failing(text, evidence)


def test_a_sentence_that_cites_nothing_must_come_from_one_place(evidence: tuple[Evidence, ...]) -> None:
    assert failing("青岛市每张补助1万元。", evidence) == []
    assert failing("青岛市与宁波市都有规定。", evidence) == []
    assert failing("青岛市每月支付1550元。", evidence) != []


# --- 算式: arithmetic -----------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "60张 × 1万元/张 = 60万元。[1]",
        "可得60万元。按所述60张计算：60张床位×每张1万元＝600000元[1]。",
        "6 × 20万元 + 1 × 200万元 = 320万元[1]",
        "6×20万元+1×200万元=120万元+200万元=320万元[1]",
        "72% − 60% = 12个百分点[2]",
        "**60** × 1万元[1] = **60万元**",
        "60张（所述）× 1万元/张 = 60万元[1]",
        "1550元 × 6 = 9300元[2]",
        "6 × 每人每月1550元 = 9300元/月[2]",
        "200万元 × 30% = 60万元[1]",
        "20万元 ÷ 50张 = 0.4万元/张[1]",
        "1万元 = 10000元[1]",
        "至少可得60万元（60张 × 不少于1万元/张 = 60万元）[1]",
        "约可得320万元（1家街道养老服务中心 × 约200万元/家 + 6家护理站 × 20万元/家 = 320万元）[1]",
    ],
)
def test_right_arithmetic_stands(text: str, evidence: tuple[Evidence, ...]) -> None:
    assert failing(text, evidence, "我新增60个床位，另有6家护理站和1家中心，能拿多少？") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("60张 × 1万元/张 = 70万元[1]", "70万元"),
        ("60张 × 1万元/张 = 60万张[1]", "60万张"),
        ("60张 × 2万元/张 = 120万元[1]", "2万元"),
        ("61张 × 1万元/张 = 61万元[1]", "61张"),
        ("6 × 20万元 + 1 × 200万元 = 300万元[1]", "300万元"),
        ("72% − 60% = 12元[2]", "12元"),
        ("1550元 × 6个月 = 9300元[2]", "6个月"),
        ("20万元 + 50张 = 200050元[1]", "200050元"),
        ("20万元 ÷ 0 = 20万元[1]", "20万元 ÷ 0 = 20万元"),
        ("可得60万元。[1]", "60万元"),  # nothing shown
        ("60张 × 1万元/张 = 20万元[1]", "60张 × 1万元/张 = 20万元"),  # a figure that the clause has
        ("您所述的60元[1]", "60元"),
    ],
)
def test_wrong_arithmetic_does_not(text: str, found: str, evidence: tuple[Evidence, ...]) -> None:
    assert found in failing(text, evidence, "我新增60个床位，另有6家护理站和1家中心，能拿多少？")


def test_so_much_told_without_a_unit_is_money(evidence: tuple[Evidence, ...]) -> None:
    text = "8万元 × 30% = 2.4万元[1]"
    assert failing(text, evidence, "去年交了8万失业险，能返多少") == []
    assert "8万元" in failing(text, evidence, "去年交了9万失业险，能返多少")
    assert "80元" in failing("80元 × 30% = 24元[1]", evidence, "门牌80，能返多少")


@given(st.integers(2, 500), st.integers(1, 10**6), st.integers(-3, 3))
def test_products_are_checked(beds: int, off: int, times: int) -> None:
    total = beds * 10000 + off * times
    assume(total > 20000)
    text = f"{beds}张 × 1万元/张 = {total}元。[1]"
    found = failing(text, (plain("每张补助1万元。"),), f"新增{beds}张")
    assert (found == []) is (times == 0)


# --- 法则: laws -----------------------------------------------------------------


def plain(text: str) -> Evidence:
    """Evidence of which nothing is known but its words."""
    span = Span(0, len(text))
    clause = Clause("x/1", Kind.ARTICLE, Rank.ARTICLE, "", "", (), span, None, span, bare=False)
    return Evidence(Document("x", text, "", "", None, (clause,)), clause, span, (), 0.9)


@cache
def corpus() -> tuple[Evidence, ...]:
    """Every clause of the corpus as evidence."""
    documents = [read_document(source) for source in read_corpus(CORPUS)]
    return tuple(Evidence(d, c, c.body, (), 0.9) for d in documents for c in d.clauses if c.body.of(d.text))


def test_what_the_source_says_always_stands() -> None:
    for item in corpus():
        for sentence in sentences(item.document.text, item.clause.body):
            words = " ".join(sentence.of(item.document.text).split())
            assert failing(f"{words}[1]", (item,)) == []


@given(st.data())
@settings(max_examples=300)
def test_another_digit_never_stands(data: st.DataObject) -> None:
    item = data.draw(
        st.sampled_from([e for e in corpus() if "%" in e.text or "元" in e.text or "个" in e.text])
    )
    figures = [c for c in claims(item.text) if isinstance(c, Figure) and c.unit and c.text[0].isascii()]
    assume(figures)
    figure = data.draw(st.sampled_from(figures))
    at = figure.span.start + data.draw(
        st.sampled_from([i for i, c in enumerate(figure.text) if c.isdecimal()])
    )
    digit = data.draw(st.sampled_from([d for d in "123456789" if d != item.text[at]]))
    changed = f"{item.text[:at]}{digit}{item.text[at + 1 :]}"
    figure_now = changed[figure.span.start : figure.span.end]
    assume(not any(said.text == figure_now for said in claims(item.clause.span.of(item.document.text))))
    spans = [claim.span for claim in unsupported(f"{changed}[1]", (item,))]
    said_elsewhere = {(c.value, c.unit) for c in figures}
    now = [c for c in claims(changed) if isinstance(c, Figure) and c.span.start <= at < c.span.end]
    assume(all((c.value, c.unit) not in said_elsewhere for c in now))
    assert any(span.start <= at < span.end for span in spans)


def in_characters(number: int) -> str:
    """Up to 9999: 1550 → 一千五百五十."""
    said, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        said += ("零" if gap and said else "") * bool(digit) + ("零一二三四五六七八九"[digit] + name) * bool(
            digit
        )
        gap = not digit
    return said


@given(st.integers(2, 9999), st.integers(2, 9999), st.sampled_from(["元", "张", "年", "%", "个月"]))
def test_the_form_of_a_figure_does_not_matter(number: int, other: int, unit: str) -> None:
    assume(unit != "年" or max(number, other) <= 100)
    evidence = (plain(f"标准为{number}{unit}以上。"),)
    share = unit == "%"
    wide = str.maketrans("0123456789%", "０１２３４５６７８９％")
    for figure in (number, other):
        forms = (
            f"{figure}{unit}",
            f"{figure} {unit}".translate(wide),
            f"{figure:,}{unit}" if unit != "年" else f"{figure}年",
            f"百分之{in_characters(figure)}" if share else f"{in_characters(figure)}{unit}",
            f"{figure / 10000:.4f}万元" if unit == "元" else f"{figure}{unit}",
        )
        for form in forms:
            assert (failing(f"须有{form}。[1]", evidence) == []) is (figure == number), form


@given(st.dates(date(1990, 1, 1), date(2049, 12, 31)), st.dates(date(1990, 1, 1), date(2049, 12, 31)))
def test_the_form_of_a_date_does_not_matter(day: date, other: date) -> None:
    evidence = (plain(f"自{day.year}年{day.month}月{day.day}日起施行。"),)
    for said in (day, other):
        forms = (said.isoformat(), f"{said:%Y.%m.%d}", f"{said.year} 年{said.month}月 {said.day}日")
        for form in forms:
            assert (failing(f"{form}施行。[1]", evidence) == []) is (said == day), form
    assert failing(f"{day.year}年{day.month}月施行。[1]", evidence) == []


_PIECES = [
    "每张1万元",
    "×",
    "=",
    "60张",
    "÷",
    "0",
    "+",
    "%",
    "[1]",
    "[9]",
    "（",
    "）",
    "“",
    "”",
    "《",
    "》",
    "第",
    "条",
    "年",
    "月",
    "2022",
    "-",
    "〔2022〕",
    "3号",
    "青岛市",
    "亿亿",
    "百分之",
    "分之",
    "。",
    "；",
    "\n",
    "\n\n",
    "共",
    "9",
    "/张",
    "成",
]
texts = st.lists(st.sampled_from(_PIECES), max_size=30).map("".join) | st.text(max_size=200)


@given(texts, texts)
@settings(max_examples=400)
def test_no_text_breaks_it(text: str, source: str) -> None:
    found = unsupported(text, (plain(source),), Asked.of(query(source)))
    spans = sentence_spans(text)
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(spans))
    kept = guarded(Answer(query(source), Status.ANSWERED, text, (plain(source),)))
    assert (kept.text == text) is (not found)


# --- 略去: dropping --------------------------------------------------------------


def test_only_the_unsupported_sentence_goes(
    evidence: tuple[Evidence, ...], caplog: pytest.LogCaptureFixture
) -> None:
    text = (
        "青岛市：自有产权的每张补助1万元。[1]每年另补3万元。[1]租赁产权的5000元。[1]\n出处：第十三条\n\n"
        "宁波市：占比72%。[2]\n\n提示：文件2022年1月4日印发。[1]"
    )
    kept = guarded(Answer(query(), Status.ANSWERED, text, evidence))
    assert kept.text == text.replace("每年另补3万元。[1]", "")
    assert "3万元" in caplog.text


def test_an_answer_that_stands_is_left_alone(evidence: tuple[Evidence, ...]) -> None:
    answer = Answer(query(), Status.ANSWERED, "每张补助1万元。[1]\n\n每月1550元。[2]", evidence)
    assert guarded(answer) is answer


def test_a_paragraph_without_its_citation_goes_and_says_where_to_look(evidence: tuple[Evidence, ...]) -> None:
    text = "青岛市：每张补助3万元。[1]\n出处：第十三条\n\n宁波市：占比72%。[2]"
    kept = guarded(Answer(query(), Status.ANSWERED, text, evidence))
    assert kept.text == (
        "宁波市：占比72%。[2]\n\n相关条款，请看原文：\n青岛市：《青岛市养老服务补贴办法》（青民发〔2022〕8号，2022年1月4日） 第十三条[1]"
    )


def test_when_nothing_is_left_every_clause_is_named(evidence: tuple[Evidence, ...]) -> None:
    kept = guarded(Answer(query(), Status.ANSWERED, "每张补助3万元[1]，每月9元[2]。", evidence))
    assert kept.text.startswith("以下条款与问题有关，请看原文：\n青岛市：")
    assert kept.text.endswith("[2]")
    assert failing(kept.text, evidence) == []


def test_rows_of_a_comparison_are_guarded_by_their_own_citations(evidence: tuple[Evidence, ...]) -> None:
    rows = (
        ComparisonRow("青岛市", True, "每张1万元", (1,)),
        ComparisonRow("宁波市", True, "每张1万元", (2,)),
        ComparisonRow("青岛市", True, "使用率30%\n按所列数值：72% − 30% = 42个百分点", (1,)),
        ComparisonRow("烟台市", False, "文件未见相关规定"),
    )
    answer = Answer(query(), Status.ANSWERED, "", evidence, comparison=Comparison("补助", rows))
    kept = guarded(answer).comparison
    assert kept is not None
    assert [row.summary for row in kept.rows] == [
        rows[0].summary,
        "请看原文",
        rows[2].summary,
        rows[3].summary,
    ]


def test_a_refusal_has_nothing_to_guard() -> None:
    refused = Answer(query(), Status.NO_EVIDENCE, "文件库中没有大连市的文件，可拨打12345。")
    assert guarded(refused) is refused


# --- 问的人: the asker's own words ----------------------------------------------------


@pytest.mark.parametrize(
    ("text", "asked", "stands"),
    [
        ("满足条件（所述60张）。[1]", "我有60张床", True),
        ("满足条件（所述60张）。[1]", "我有50个床位", False),
        ("可以补60张。[1]", "我有60张床", False),
        ("烟台市：文件库中没有该地区的文件。", "烟台有吗", True),
        ("烟台市每张补助1万元。[1]", "烟台有吗", False),
        ("城阳区适用青岛市的规定，每张补助1万元。[1]", "青岛市城阳区有吗", True),
        ("文件未见2030年的规定。", "2030年呢", True),
        ("文件未见2031年的规定。", "2030年呢", False),
    ],
)
def test_the_askers_words(text: str, asked: str, stands: bool, evidence: tuple[Evidence, ...]) -> None:
    assert (failing(text, evidence, asked) == []) is stands


def test_a_marker_astray_is_a_claim(evidence: tuple[Evidence, ...]) -> None:
    (claim,) = unsupported("见［３］。", evidence)
    assert isinstance(claim, Marker)


def test_the_number_of_an_item_is_no_part_of_an_age() -> None:
    for text in ("甲类对象：1.90周岁以上的；2.独居的。", "1.90周岁以上的；\n2.独居的。"):
        assert [claim.value for claim in claims(text) if isinstance(claim, Figure) and claim.unit] == [90]
