"""Text without a byte order mark: what encoding it is in, its characters tell; nothing is guessed at."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from yiyang_qa import formats
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import decode
from yiyang_qa.formats.usual import strangeness

SIMPLIFIED = "第一条 为了规范养老服务，制定本办法。\n每床每月补贴200元（含税），自2023年5月1日起施行。\n"
TRADITIONAL = "第一條 為了規範養老服務，訂定本辦法。\n每床每月補助3,000元（含稅），自2023年5月1日起施行。\n"
FOUNDING = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("times", [1, 200], ids=["short", "long"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "gb18030", "gbk"])
def test_simplified_text_without_a_mark(encoding: str, times: int) -> None:
    assert decode((SIMPLIFIED * times).encode(encoding)) == SIMPLIFIED * times


@pytest.mark.parametrize("times", [1, 200], ids=["short", "long"])
@pytest.mark.parametrize("encoding", ["big5", "cp950", "big5hkscs", "utf-16-le", "utf-16-be", "gb18030"])
def test_traditional_text_without_a_mark(encoding: str, times: int) -> None:
    assert decode((TRADITIONAL * times).encode(encoding)) == TRADITIONAL * times


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text", ["2023年度养老服务补贴发放", "Notice 2023-05\n", "各区县民政局、财政局、卫生健康委"]
)
def test_a_line_in_utf16(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    "text", ["濮阳", "鳏寡孤独", "┌──┐\n│床位│", "㎡、℃、①、㈠", "为", "禤某某，女，畲族"]
)
def test_rare_characters_and_drawn_tables_stay_what_gb18030_says(text: str) -> None:
    assert decode((text + "的养老服务").encode("gb18030")) == text + "的养老服务"


def test_characters_without_width_are_no_sign_of_another_encoding() -> None:
    text = "国办发〔2020〕5号" + "\u200d" * 12
    assert decode(text.encode("gb18030")) == text
    assert decode(text.encode("utf-16-le")) == text


@pytest.mark.parametrize("path", sorted(FOUNDING.glob("*.txt")), ids=lambda path: path.stem)
def test_the_founding_documents_in_utf16_read_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert decode(text.encode("utf-16-le")) == text
    assert decode(text.encode("utf-16-be")) == text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "big5", "gb18030"])
def test_a_page_is_a_page_in_any_encoding(encoding: str) -> None:
    page = "<html><head><title>老人助餐辦法</title></head><body><p>第一條 為了老人，訂定本辦法。</p></body></html>"
    assert formats.read("page.html", page.encode(encoding)).text.splitlines() == [
        "老人助餐辦法",
        "第一條 為了老人，訂定本辦法。",
    ]


@pytest.mark.parametrize(
    "data",
    [
        codecs.BOM_UTF16_LE + b"\x00",
        b"\x00\x01\x02\xff" * 50,
        bytes(range(128, 256)) * 8,
    ],
)
def test_what_no_encoding_makes_chinese_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(CorpusError, match="请另存为 UTF-8 编码的文本再放入"):
        decode(data)


def test_turned_round_bytes_look_strange() -> None:
    turned = SIMPLIFIED.encode("utf-16-le").decode("utf-16-be", errors="ignore")
    assert strangeness(turned) > 0.5
    assert strangeness(SIMPLIFIED) < 0.1
    assert strangeness("") == 0
