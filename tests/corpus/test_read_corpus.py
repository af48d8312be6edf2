"""Reading folders: encodings to the letter, and every fault named with its mend."""

from __future__ import annotations

import codecs
import io
import random
import zipfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from yiyang_qa.corpus import Sidecar, SourceFile, read_corpus, survey, unread
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.decoding import decode

FOUNDING = Path(__file__).parents[2] / "corpus"
TEXT = "关于推进医养结合的通知\r\n\r\n一、总体目标\n到2025年，占比达到72%。"


def write(folder: Path, **files: str | bytes) -> Path:
    """Files whose names end in ``_txt`` or ``_toml`` for ``.txt`` and ``.toml``."""
    for name, content in files.items():
        path = folder / ".".join(name.rsplit("_", 1))
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def only(folder: Path) -> SourceFile:
    (file,) = read_corpus(folder)
    return file


def fault(folder: Path) -> str:
    with pytest.raises(CorpusError) as caught:
        read_corpus(folder)
    return caught.value.message


# --- what can be read ----------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("gb18030"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "gb18030"],
)
def test_text_is_what_the_bytes_encode(tmp_path: Path, data: bytes) -> None:
    file = only(write(tmp_path, plan_txt=data))
    assert file.text == TEXT
    assert file.id == "plan"
    assert file.sha256 == sha256(data).hexdigest()


@given(st.text(st.characters(categories=["L", "N", "P", "Z"])))
def test_decoding_undoes_encoding(text: str) -> None:
    assume(text.strip() and not text.startswith("\ufeff"))
    assert decode(text.encode()) == text
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")) == text


@pytest.mark.parametrize("path", sorted(FOUNDING.glob("*.txt")), ids=lambda path: path.stem)
def test_the_founding_documents_in_gb18030_read_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert decode(text.encode("gb18030")) == text


def test_utf8_cut_in_the_middle_of_a_character_is_not_taken_for_gb18030(tmp_path: Path) -> None:
    message = fault(write(tmp_path, cut_txt=(TEXT * 9).encode()[:-1]))
    assert "cut.txt 是 UTF-8 文本，但从第" in message


@given(st.binary())
def test_decoding_gives_text_or_a_corpus_error(data: bytes) -> None:
    with suppress(CorpusError):
        assert decode(data).strip()


def test_the_founding_documents_byte_for_byte() -> None:
    for file in read_corpus(FOUNDING):
        assert file.text.encode() == file.path.read_bytes()


def test_documents_come_in_the_order_of_their_ids(tmp_path: Path) -> None:
    write(tmp_path, b_md=TEXT, a_txt=TEXT, c_TXT=TEXT, README_md="说明", _hidden=b"\0", note_xlsx=b"\0")
    (tmp_path / ".draft.txt").write_bytes(b"\0")
    (tmp_path / "folder.txt").mkdir()
    assert [file.id for file in read_corpus(tmp_path)] == ["a", "b", "c"]
    assert [path.name for path in unread(tmp_path)] == ["note.xlsx"]


def test_an_id_keeps_its_dots(tmp_path: Path) -> None:
    file = only(write(tmp_path, **{"v1.2_txt": TEXT, "v1.2_toml": 'title = "方案"'}))
    assert (file.id, file.sidecar.title) == ("v1.2", "方案")


# --- what cannot ---------------------------------------------------------------


def test_a_missing_folder(tmp_path: Path) -> None:
    assert "找不到文件夹" in fault(tmp_path / "none")


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    assert "打不开文件夹" in fault(write(tmp_path, a_txt=TEXT) / "a.txt")


def test_an_empty_folder(tmp_path: Path) -> None:
    assert "没有文件可读。请放入 .txt、.md" in fault(tmp_path)


def test_a_folder_of_other_formats_names_them(tmp_path: Path) -> None:
    assert "plan.xlsx" in fault(write(tmp_path, plan_xlsx=b"PK"))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "空文件"),
        (codecs.BOM_UTF8, "空文件"),
        ("\n\u3000 \r\n".encode(), "空文件"),
        ("通知\0全文".encode(), "不是文本文件"),
        (b"8BPS" + random.Random(1).randbytes(2_000), "不是文本文件"),
        (b"\x01\x02\x03\x04" * 9 + b"text", "不是文本文件"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41\x00", "不是文本文件"),  # a lone surrogate
        (codecs.BOM_UTF8 + b"\xff\xfe\xfd", "不是文本文件"),
    ],
)
def test_a_file_without_text(tmp_path: Path, data: bytes, word: str) -> None:
    message = fault(write(tmp_path, bad_txt=data))
    assert f"bad.txt {'是' if word == '空文件' else ''}{word}" in message
    assert "请" in message


def test_every_fault_is_named_at_once(tmp_path: Path) -> None:
    write(
        tmp_path, a_txt=b"", a_toml="titel = 1", b_txt=b"\0\1", c_txt=TEXT, c_md=TEXT, d_txt=TEXT, e_toml=""
    )
    lines = fault(tmp_path).splitlines()[1:]
    assert [line.split(" ")[0] for line in lines] == ["c.md、c.txt", "e.toml", "a.txt", "a.toml", "b.txt"]


# --- sidecars --------------------------------------------------------------------

WHOLE = """
title = "镇江市实施方案"
source = "https://example.gov.cn/a/1.html"
region = "镇江市"
doc_number = "镇卫〔2023〕4号"
issuers = ["市卫生健康委员会", "市民政局"]
issued_on = 2023-10-18
published_on = "2023-10"
effective_on = "2023"
valid_until = "2028-12-31"
kind = "实施方案"
"""


def test_a_sidecar_says_what_the_text_cannot(tmp_path: Path) -> None:
    sidecar = only(write(tmp_path, a_txt=TEXT, a_toml=codecs.BOM_UTF8 + WHOLE.encode())).sidecar
    assert sidecar.title == "镇江市实施方案"
    assert sidecar.source == "https://example.gov.cn/a/1.html"
    assert sidecar.issuers == ("市卫生健康委员会", "市民政局")
    assert (sidecar.issued_on, sidecar.published_on, sidecar.effective_on) == (
        "2023-10-18",
        "2023-10",
        "2023",
    )
    assert sidecar.absent == ()
    assert None not in [getattr(sidecar, name) for name in sidecar.__slots__]


def test_without_a_sidecar_nothing_is_said(tmp_path: Path) -> None:
    assert only(write(tmp_path, a_txt=TEXT)).sidecar == Sidecar()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('titel = "x"', "titel 没有这个字段"),
        ("title = 3", "title 应为一行非空文字"),
        ('title = " "', "title 应为"),
        ('title = """a\nb"""', "title 应为一行"),
        ('source = "javascript:alert(1)"', "source 应为以 http"),
        ('issuers = "市民政局"', "issuers 应为机关名称的列表"),
        ("issuers = [1]", "issuers 应为机关名称的列表"),
        ('issued_on = "2023-13"', "issued_on 应为日期"),
        ('issued_on = "2023年"', "issued_on 应为日期"),
        ("issued_on = 2023-10-18T00:00:00", "issued_on 应为日期"),
        ("issued_on = 2023", "issued_on 应为日期"),
        ('absent = ["title"]', "absent 应为字段名的列表"),
        ("absent = 3", "absent 应为字段名的列表"),
        ("absent = [{}]", "absent 应为字段名的列表"),
        ('kind = "通知"\nabsent = ["kind"]', "absent 与 kind 矛盾"),
        ("[title]", "title 应为"),
        ("title = ", "不是合法的 TOML"),
    ],
)
def test_a_sidecar_with_a_fault_names_the_key(tmp_path: Path, line: str, named: str) -> None:
    assert f"a.toml {named}" in fault(write(tmp_path, a_txt=TEXT, a_toml=line))


def test_every_faulty_key_is_named(tmp_path: Path) -> None:
    message = fault(write(tmp_path, a_txt=TEXT, a_toml="title = 1\nkind = 2"))
    assert "title" in message
    assert "kind" in message


def test_a_fingerprint_changes_with_file_and_sidecar(tmp_path: Path) -> None:
    prints = []
    for files in (
        {"a_txt": TEXT},
        {"a_toml": 'kind = "通知"'},
        {"a_toml": 'kind = "规划"'},
        {"a_txt": TEXT + "。"},
    ):
        prints.append(only(write(tmp_path, **files)).fingerprint)
    assert len(set(prints)) == 4
    (tmp_path / "a.toml").unlink()
    assert only(write(tmp_path, a_txt=TEXT)).fingerprint == prints[0]


# --- other formats, and archives of them ------------------------------------------


def packed(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(".".join(name.rsplit("_", 1)), content)
    return out.getvalue()


def test_an_archive_stands_for_its_documents(tmp_path: Path) -> None:
    page = f"<html><body><p>{TEXT}</p></body></html>".encode()
    write(tmp_path, 包_zip=packed(b_txt=TEXT.encode(), d_html=page, x_xlsx=b"", README_md=b"x"), c_txt=TEXT)
    write(tmp_path, b_toml='kind = "通知"')
    files = read_corpus(tmp_path)
    assert [file.id for file in files] == ["b", "c", "d"]
    assert files[0].path == tmp_path / "包.zip" / "b.txt"
    assert files[0].sidecar.kind == "通知"
    assert files[0].sha256 == sha256(TEXT.encode()).hexdigest()
    assert files[2].text.startswith("关于推进医养结合的通知")


def test_names_written_on_chinese_windows(tmp_path: Path) -> None:
    data = packed(ab_txt=TEXT.encode()).replace(b"ab.txt", "方".encode("gbk") + b".txt")
    assert only(write(tmp_path, a_zip=data)).id == "方"


def test_faults_in_an_archive_are_named_with_it(tmp_path: Path) -> None:
    write(tmp_path, a_zip=packed(b_txt=b"", c_txt=TEXT.encode()), c_txt=TEXT, d_zip=b"PK\x03\x04damaged")
    lines = fault(tmp_path).splitlines()[1:]
    assert [line.split(" ")[0] for line in lines] == ["a.zip/c.txt、c.txt", "d.zip", "a.zip/b.txt"]


# --- a survey --------------------------------------------------------------------


def test_a_survey_decodes_nothing_and_knows_every_fingerprint(tmp_path: Path) -> None:
    write(tmp_path, a_txt=TEXT, a_toml='kind = "通知"', b_txt=TEXT)
    wanted = {file.id: file.fingerprint for file in read_corpus(tmp_path)}
    assert survey(tmp_path).fingerprints == wanted
    write(tmp_path, c_txt=b"\0\1")
    seen = survey(tmp_path)
    assert {name: seen.fingerprints[name] for name in wanted} == wanted
    assert [file.id for file in seen.read({"b"})] == ["b"]
    with pytest.raises(CorpusError, match=r"c\.txt 不是文本文件"):
        seen.read({"b", "c"})


def test_a_survey_with_faults_reads_nothing(tmp_path: Path) -> None:
    seen = survey(write(tmp_path, a_txt=TEXT, a_md=TEXT, b_toml=""))
    with pytest.raises(CorpusError, match="编号相同"):
        seen.read(())
