"""延长有效期: which documents a text lengthens the term of, and until when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.reading import read_document
from yiyang_qa.types import Document


def read(text: str) -> Document:
    return read_document(SourceFile("d", Path("d.txt"), text, "0" * 64, "0" * 64, Sidecar()))


def notice(said: str, title: str = "云州市民政局关于延长《云州市养老补贴办法》有效期的通知") -> Document:
    return read(f"{title}\n云民发〔2023〕9号\n各区民政局：\n{said}\n云州市民政局\n2023年11月8日\n")


def told(document: Document) -> list[tuple[str | None, str | None, str | None, int | None, str | None]]:
    for extension in document.extensions:
        assert extension.span.of(document.text).strip() == extension.span.of(document.text)
    return [(e.title, e.doc_number, e.until, e.months, e.since) for e in document.extensions]


X, N = "云州市养老补贴办法", "云政发〔2018〕1号"


@pytest.mark.parametrize(
    ("said", "extension"),
    [
        (
            "《云州市养老补贴办法》（云政发〔2018〕1号）有效期延长至2027年12月31日。",
            (X, N, "2027-12-31", None, None),
        ),
        ("《云州市养老补贴办法》（云政发〔2018〕1号）的有效期延长两年。", (X, N, None, 24, None)),
        (
            "《云州市养老补贴办法》（云政发[2018]1号）继续有效，有效期至2027年底。",
            (X, N, "2027-12", None, None),
        ),
        ("《云州市养老补贴办法》期满后继续执行至2026年6月30日。", (X, None, "2026-06-30", None, None)),
        ("《云州市养老补贴办法》自2024年1月1日起继续施行，有效期五年。", (X, None, None, 60, "2024-01-01")),
        ("《云州市养老补贴办法》自本通知印发之日起延长有效期3年。", (X, None, None, 36, "2023-11-08")),
        (
            "决定继续执行《云州市养老补贴办法》（云政发〔2018〕1号）至2027年12月31日。",
            (X, N, "2027-12-31", None, None),
        ),
        ("延长《云州市养老补贴办法》有效期至2027年12月31日。", (X, None, "2027-12-31", None, None)),
        ("有效期由2023年12月31日延长至2025年12月31日。", (X, None, "2025-12-31", None, None)),
        (
            "根据《管理办法》规定，该文件需继续实施。现将其有效期延长至2025年12月31日。",
            (X, None, "2025-12-31", None, None),
        ),
        (
            "《云州市养老补贴办法》（云政发〔2018〕1号，以下简称《办法》）即将到期。经研究，《办法》有效期延长至2027年底。",
            (X, N, "2027-12", None, None),
        ),
        ("经评估，《办法》有效期延长至2027年底。", (X, None, "2027-12", None, None)),
        ("《云州市养老补贴办法》有效期届满后继续有效。", (X, None, None, None, None)),
        (
            "《云州市三年行动计划》继续执行，有效期至2025年。",
            ("云州市三年行动计划", None, "2025", None, None),
        ),
    ],
)
def test_one_sentence(said: str, extension: tuple[object, ...]) -> None:
    assert told(notice(said)) == [extension]


@pytest.mark.parametrize(
    "said",
    [
        "《云州市旧办法》第三条有效期延长至2027年12月31日。",
        "有效期延长至五年。",
        "需延长有效期的，应当提前三个月申请，可以延长两年。",
        "《云州市旧办法》到期后不再继续执行。",
    ],
)
def test_what_lengthens_nothing(said: str) -> None:
    assert not notice(said, "云州市民政局关于养老补贴有关事项的通知").extensions


def test_without_a_last_day_only_a_text_that_is_about_it_counts() -> None:
    said = "《云州市养老补贴办法》继续有效。"
    assert told(notice(said)) == [(X, None, None, None, None)]
    assert not notice(said, "云州市民政局关于公布文件清理结果的通知").extensions


@pytest.mark.parametrize("kind", ["解读", "的通知（征求意见稿）"])
def test_what_only_tells_of_it(kind: str) -> None:
    said = "《云州市养老补贴办法》有效期延长至2027年12月31日。"
    assert not notice(said, f"关于延长《云州市养老补贴办法》有效期{kind}").extensions


def test_a_list_and_terms_of_their_own() -> None:
    document = notice(
        "经研究，下列文件有效期延长两年：\n1.《云州市甲办法》（云政发〔2018〕1号）\n"
        "2.云州市人民政府关于印发乙规定的通知（云政发〔2018〕2号）有效期至2026年6月30日\n（三）《云州市丙细则》",
        "云州市民政局关于延长部分文件有效期的通知",
    )
    assert [each for each in told(document) if each[0]] == [
        ("云州市甲办法", "云政发〔2018〕1号", None, 24, None),
        ("云州市人民政府关于印发乙规定的通知", "云政发〔2018〕2号", "2026-06-30", 24, None),
        ("云州市丙细则", None, None, 24, None),
    ]


def test_several_in_one_sentence() -> None:
    said = "《云州市甲办法》（云政发〔2018〕1号）、《云州市乙规定》和《云州市丙细则》的有效期延长至2026年底。"
    found = told(notice(said, "云州市民政局关于延长部分文件有效期的通知"))
    assert [(title, until) for title, _, until, _, _ in found] == [
        ("云州市甲办法", "2026-12"),
        ("云州市乙规定", "2026-12"),
        ("云州市丙细则", "2026-12"),
    ]


def test_the_term_of_another_document_is_not_its_own() -> None:
    document = read(
        "云州市民政局通知\n一、《云州市养老补贴办法》继续有效，有效期至2025年12月31日。\n二、本通知自2023年12月1日起施行。\n三、《云州市甲规定》继续有效，有效期至2026年底。\n"
        "云州市民政局\n2023年11月8日\n"
    )
    assert (document.effective_on, document.valid_until) == ("2023-12-01", None)


_WORDS = [
    "《",
    "》",
    "云州市办法",
    "云政发〔2018〕1号",
    "（",
    "）",
    "、",
    "，",
    "。",
    "\n",
    "有效期",
    "延长",
    "继续",
    "执行",
    "有效",
    "至",
    "2027年12月31日",
    "两年",
    "自",
    "起",
    "下列",
    "：",
    "1.",
    "第三条",
]


@given(st.lists(st.sampled_from(_WORDS), max_size=40).map("".join))
def test_whatever_is_said_spans_lie_in_the_text(text: str) -> None:
    document = notice(text)
    for extension in document.extensions:
        assert extension.title or extension.doc_number
        assert document.text[extension.span.start : extension.span.end].strip()
