"""Folding, tokens and sentences against their laws and plain examples."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from yiyang_qa.text import bigrams, fold, outside, sentences, words
from yiyang_qa.types import Span

#: Text dense in what matters here, so that random strings meet the rules.
POLICY = st.text(
    st.sampled_from("医养结合 老年護理（）()“”《》。！？；;!?1.0９,，\n\r\t\u3000\u200ba.cn/=—-〔〕")
    | st.characters()
)
CORPUS = sorted((Path(__file__).parents[1] / "corpus").glob("*.txt"))


@given(POLICY)
def test_fold_keeps_every_offset_and_is_settled(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(POLICY)
@example("\0\ud800\U0010ffff")
def test_fold_sees_each_character_alone(text: str) -> None:
    long = text + "養" * 100  # folded all at once
    assert fold(long) == "".join(map(fold, long))


def test_fold_is_settled_for_every_code_point() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    assert fold(fold(every)) == fold(every)
    assert len(fold(every)) == len(every)


def test_fold_follows_nfkc_where_one_character_stays_one() -> None:
    for char in map(chr, range(0x3000, 0x10000)):
        normal = unicodedata.normalize("NFKC", char)
        assert fold(char) == (fold(normal) if len(normal) == 1 else fold(char))
        assert len(normal) == 1 or fold(char) == char


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("ＭＣＩ５０％", "mci50%"),
        ("苏卫老健﹝2023﹞4号", "苏卫老健(2023)4号"),
        ("苏卫老健〔２０２３〕４号", "苏卫老健(2023)4号"),
        ("渝卫函[2023]574号", "渝卫函(2023)574号"),
        ("長期護理保險", "长期护理保险"),
        ("2022—2024年", "2022-2024年"),
        ("“医养结合”", '"医养结合"'),
        ("「医养结合」", '"医养结合"'),
        ("二○二三年", "二〇二三年"),
        ("显著提高", "显著提高"),  # 著 is simplified too
        ("½㎡", "½㎡"),  # one character that would become several stays
    ],
)
def test_fold_joins_what_official_texts_vary(written: str, form: str) -> None:
    assert fold(written) == form


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("老年医学科", ["老年", "年医", "医学", "学科"]),
        ("MCI患者50人", ["mci", "患者", "50", "人"]),
        ("补助0.9万元，共1550张", ["补助", "0.9", "万元", "共", "1550", "张"]),
        ("２０２２年，全市", ["2022", "年", "全市"]),
        ("長護險", ["长护", "护险"]),
        ("2021.9.30", ["2021.9", "30"]),
        ("COVID19/12345热线", ["covid", "19", "12345", "热线"]),
        ("医\u200b养", ["医养"]),
        ("，。！ \n", []),
        ("", []),
        ("𠮷", ["𠮷"]),
    ],
)
def test_bigrams(text: str, tokens: list[str]) -> None:
    assert bigrams(text) == tokens


@given(POLICY, POLICY)
def test_bigrams_do_not_cross_punctuation(one: str, other: str) -> None:
    assert bigrams(one + "，" + other) == bigrams(one) + bigrams(other)


@given(st.text(st.characters(codec="utf-8")))
def test_bigrams_see_through_width(text: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)
    assert bigrams(wide) == bigrams(text)


def test_words_are_jiebas_over_the_folded_text() -> None:
    assert words("長期护理保险，补助０.９万元") == words("长期护理保险,补助0.9万元")
    assert words("养老机构护理型床位占比达到72%以上。") == [
        "养老",
        "机构",
        "护理",
        "型",
        "床位",
        "占",
        "比",
        "达到",
        "72%",
        "以上",
    ]


@given(st.text(st.sampled_from("医养结合，。0.9a% \n") | st.characters(categories=["Lo", "Ll", "Nd", "Po"])))
def test_words_are_pieces_of_the_text_in_order(text: str) -> None:
    rest = fold(text)
    for piece in words(text):
        assert any(c.isalnum() for c in piece)
        _before, found, rest = rest.partition(piece)
        assert found


def test_words_say_nothing_and_leave_no_cache(tmp_path: Path) -> None:
    program = "import warnings; from yiyang_qa.text import words; print(words('医养结合服务'))"
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        env={"TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stderr == ""
    assert ran.stdout.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


# --- sentences ---------------------------------------------------------------


def cut(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, Span(0, len(text)))]


@given(POLICY, st.data())
@example("（医）！", None)
def test_sentences_hold_all_that_is_not_white_space(text: str, data: st.DataObject | None) -> None:
    start = data.draw(st.integers(0, len(text))) if data else 0
    end = data.draw(st.integers(start, len(text))) if data else len(text)
    found = sentences(text, Span(start, end))
    bounds = [start, *(edge for s in found for edge in s), end]
    assert bounds == sorted(bounds)
    assert all(s.of(text) == s.of(text).strip() != "" for s in found)
    between = "".join(text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True))
    assert between.strip() == ""


@given(POLICY)
@example("企业,\n的,分别给予奖励")
def test_sentences_lie_within_lines_unless_one_goes_on(text: str) -> None:
    for above, below in (pair for sentence in cut(text) for pair in pairwise(sentence.splitlines())):
        assert above.endswith((",", "，", "、")) or below.lstrip(" \t\u3000").startswith(
            (",", "，", "、", "的")
        )


@given(POLICY)
def test_a_sentence_cut_again_is_itself(text: str) -> None:
    whole = Span(0, len(text))
    assert all(sentences(text, s) == (s,) for s in sentences(text, whole))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "一是瞄准定位。二是健全政策;三是完善机制；四是…",
            ["一是瞄准定位。", "二是健全政策;", "三是完善机制；", "四是…"],
        ),
        ("1. 每张补助1.5万元。\n2.由市财政局负责。", ["1. 每张补助1.5万元。", "2.由市财政局负责。"]),
        ("提出“一件事；一次办”的要求。落实。", ["提出“一件事；一次办”的要求。", "落实。"]),
        ("《如何养老？指南》（试行！）印发。", ["《如何养老？指南》（试行！）印发。"]),
        ("要求“落实到位。”会议指出，加强。", ["要求“落实到位。”", "会议指出，加强。"]),
        ("推进改革。（责任单位：市民政局；市卫健委）", ["推进改革。", "（责任单位：市民政局；市卫健委）"]),
        ("真的吗？！是。", ["真的吗？！", "是。"]),
        ("甲类,补助3万元;3万人次以上的,6万元。", ["甲类,补助3万元;", "3万人次以上的,6万元。"]),
        ("见http://a.cn/?id=1;2页。好", ["见http://a.cn/?id=1;2页。", "好"]),
        ("　　第一行\r\n\r\n 第二行 ", ["第一行", "第二行"]),
        ("未闭合（甲；乙。丙", ["未闭合（甲；", "乙。", "丙"]),
        ("“甲\n乙”", ["“甲", "乙”"]),
        (
            "对评为省级工厂的,\n分别给予30万元奖励。\n落实。",
            ["对评为省级工厂的,\n分别给予30万元奖励。", "落实。"],
        ),
        ("首次列入百强企业\n的,给予奖励。", ["首次列入百强企业\n的,给予奖励。"]),
        (
            "具备下列条件，\n（一）年满60周岁，\n2.本市户籍，\n\n第三条 办理。",
            ["具备下列条件，", "（一）年满60周岁，", "2.本市户籍，", "第三条 办理。"],
        ),
        (" \n\u3000", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_long_quotation_is_cut_inside() -> None:
    assert len(cut("他说“" + "医养结合。" * 30 + "”完")) == 31


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_sentences_of_a_real_document(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = cut(text)
    assert "".join("".join(found).split()) == "".join(text.split())
    assert max(map(len, found)) < 400


def test_sentences_take_linear_time() -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        sentences(text, Span(0, len(text)))
        return time.perf_counter() - start

    seconds("（“《" * 1_000)  # warm
    assert seconds("（“《" * 40_000) < 40 * max(seconds("（“《" * 4_000), 0.001)


@given(st.text(max_size=30), st.lists(st.integers(0, 30), max_size=8).map(sorted))
def test_what_is_outside_is_every_character_in_no_span(text: str, bounds: list[int]) -> None:
    spans = [(a, b) for a, b in zip(bounds[::2], bounds[1::2], strict=False) if b <= len(text)]
    inside = {at for start, end in spans for at in range(start, end)}
    assert outside(text, spans) == "".join(c for at, c in enumerate(text) if at not in inside)
