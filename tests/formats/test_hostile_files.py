"""Hostile files: bounded time and memory, an error in words, and the next file is read as if nothing had been."""

from __future__ import annotations

import io
import os
import random
import signal
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import made_files as made
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from yiyang_qa import formats
from yiyang_qa.corpus import read_corpus
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats.confined import ConfinedReader
from yiyang_qa.formats.limits import LARGEST_MEMBER, MOST_MEMBERS, Bounds

#: The whole law is ten thousand: MUTATIONS=10000 pytest tests/formats/test_hostile_files.py -k mutation
MUTATIONS = int(os.environ.get("MUTATIONS", "150"))
SLOWEST = 120.0  # seconds for one mutated file: what the clock allows where nothing is to be recognised

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def refusal(name: str, data: bytes) -> str:
    with pytest.raises(CorpusError) as caught:
        formats.read(name, data)
    return caught.value.message


def unpacking(data: bytes) -> str:
    with pytest.raises(CorpusError) as caught:
        formats.members("a.zip", data)
    return caught.value.message


# --- too large ---------------------------------------------------------------------


def test_two_gigabytes_are_refused_by_size(tmp_path: Path) -> None:
    with (tmp_path / "huge.pdf").open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(2 << 30)
    began = time.perf_counter()
    with pytest.raises(CorpusError, match=r"huge\.pdf 超过 100 MB。请"):
        read_corpus(tmp_path)
    assert time.perf_counter() - began < 1


def bomb(name: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package, package.open(name, "w") as member:
        for _ in range(LARGEST_MEMBER // (1 << 20) + 1):
            member.write(bytes(1 << 20))
    return out.getvalue()


def test_a_zip_bomb() -> None:
    data = bomb("a.txt")
    assert len(data) < 100_000
    assert "解开后超出限度" in unpacking(data)


def test_a_bomb_inside_a_document() -> None:
    assert "解开后超出限度" in refusal("a.docx", bomb("word/document.xml"))


def test_a_member_that_lies_about_its_size() -> None:
    data = bytearray(bomb("a.txt"))
    for at in (data.find(b"PK\x01\x02") + 24, 22):  # 未压缩大小 in the directory and before the member
        data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(CorpusError):
        formats.members("a.zip", bytes(data))


def test_too_many_members() -> None:
    assert f"超过 {MOST_MEMBERS} 个" in unpacking(
        made.zipped({f"{n}.txt": b"" for n in range(MOST_MEMBERS + 1)})
    )


def test_zips_inside_zips() -> None:
    inner = made.zipped({"a.txt": b"x"})
    twice = made.zipped({"in.zip": inner})
    assert formats.members("a.zip", twice) == (("a.txt", b"x"),)
    assert "套得太深" in unpacking(made.zipped({"in.zip": twice}))


def test_a_member_without_a_name_is_passed_over() -> None:
    out = io.BytesIO(made.zipped({"a.txt": b"x"}))
    with zipfile.ZipFile(out, "a") as package, package.open(zipfile.ZipInfo(""), "w") as member:
        member.write(b"y")
    assert formats.members("a.zip", out.getvalue()) == (("a.txt", b"x"),)


def test_a_member_leads_nowhere(tmp_path: Path) -> None:
    data = made.zipped(
        {"../../up.txt": b"1", "/etc/abs.txt": b"2", "..\\win.txt": b"3", "__MACOSX/._up.txt": b"4"}
    )
    folder = tmp_path / "in" / "corpus"
    folder.mkdir(parents=True)
    (folder / "包.zip").write_bytes(data)
    assert [(file.id, file.text) for file in read_corpus(folder)] == [("abs", "2"), ("up", "1"), ("win", "3")]
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == ["包.zip"]


# --- markup that does things -----------------------------------------------------------


ENTITIES = (
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY i SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [ENTITIES, OUTSIDE], ids=["expansion", "outside"])
def test_entities_are_refused(doctype: str) -> None:
    xml = f'{doctype}<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>'
    assert "请" in refusal("a.docx", made.zipped({"word/document.xml": xml.encode()}))
    assert "请" in refusal("a.ofd", made.zipped({"OFD.xml": f"{doctype}<d>&i;</d>".encode()}))


def test_scripts_are_no_text() -> None:
    page = made.web_page(made.POLICY).replace(
        b"</p>", b"<script>alert('x')</script><img src=x onerror=alert(1)></p>"
    )
    assert formats.read("a.html", page) == formats.read("a.html", made.web_page(made.POLICY))


# --- formats that are not read, and files that are broken ----------------------------------


def encrypted_pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", canPrint=0))
    canvas.drawString(72, 72, "hidden")
    canvas.save()
    return out.getvalue()


def pdf_without_pages() -> bytes:
    parts = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]
    out = b"%PDF-1.4\n"
    places = []
    for number, part in enumerate(parts, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        out
        + b"xref\n0 3\n0000000000 65535 f \n"
        + table
        + b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.doc", OLE, "旧版 Word 文件。请用 Word 或 WPS 打开，另存为 .docx"),
        ("a.wps", OLE, "WPS 文字文件。请用"),
        ("a.xls", OLE, "旧版表格"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "打开密码"),
        ("a.rtf", b"{\\rtf1 x}", "RTF"),
        ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related;\n\n", "MHT"),
        ("a.rar", b"Rar!\x1a\x07\x01\0", "压缩包"),
        ("a.xlsx", made.zipped({"xl/workbook.xml": b"<a/>"}), "表格文件"),
        ("a.docx", made.zipped({"a.txt": b"x"}), "是压缩包。请解压"),
        ("a.docx", made.word("一、正文")[:-200], "已损坏"),
        ("a.pdf", encrypted_pdf(), "打开密码"),
        ("a.pdf", pdf_without_pages(), "没有页面"),
        ("a.pdf", b"%PDF-1.7\n" + random.Random(1).randbytes(4000), "请"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + random.Random(2).randbytes(4000), "图片已损坏"),
        ("a.html", b"<html><body><script>x</script></body></html>", "没有文字"),
        ("a.docx", made.word("\u3000"), "没有文字"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_cannot_be_read_says_what_to_do(name: str, data: bytes, said: str) -> None:
    message = refusal(name, data)
    assert said in message
    assert "请" in message


# --- the process that reads -----------------------------------------------------------------


@pytest.fixture
def confined() -> Iterator[Callable[[Bounds], ConfinedReader]]:
    readers: list[ConfinedReader] = []

    def start(bounds: Bounds) -> ConfinedReader:
        readers.append(ConfinedReader(bounds))
        return readers[-1]

    yield start
    for reader in readers:
        reader.close()


LONG_PAGE = b"<html><body>" + b"<p>a<b>b</b></p>" * 2_000_000
SMALL_PAGE = "<html><body><p>一、正文，</p></body></html>".encode()


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Bounds(processor=0), "中止"),
        (Bounds(wall=4), "中止"),
        (Bounds(memory=400 << 20), "内存"),
    ],
    ids=["processor", "clock", "memory"],
)
def test_a_costly_file_is_given_up_and_the_next_one_read(
    confined: Callable[[Bounds], ConfinedReader], bounds: Bounds, said: str
) -> None:
    reader = confined(bounds)
    assert reader.read("a.html", SMALL_PAGE).text == "一、正文，"
    with pytest.raises(CorpusError, match=said):
        reader.read("a.html", LONG_PAGE)
    assert reader.read("a.html", SMALL_PAGE).text == "一、正文，"


def test_a_process_that_died_is_replaced(confined: Callable[[Bounds], ConfinedReader]) -> None:
    reader = confined(Bounds())
    reader.read("a.html", SMALL_PAGE)
    assert reader._process is not None
    reader._process.kill()
    with pytest.raises(CorpusError, match="中途退出"):
        reader.read("a.html", SMALL_PAGE)
    assert reader.read("a.html", SMALL_PAGE).text == "一、正文，"


def test_a_process_that_ended_idle_is_replaced_unnoticed(
    confined: Callable[[Bounds], ConfinedReader],
) -> None:
    reader = confined(Bounds())
    reader.read("a.html", SMALL_PAGE)
    assert reader._process is not None
    reader._process.send_signal(signal.SIGALRM)  # what ends it after a minute without files
    assert reader.read("a.html", SMALL_PAGE).text == "一、正文，"


def test_the_process_knows_no_secrets(
    confined: Callable[[Bounds], ConfinedReader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YIYANG_QA_API_KEY", "secret")
    reader = confined(Bounds())
    reader.read("a.html", SMALL_PAGE)
    assert reader._process is not None
    assert b"secret" not in Path(f"/proc/{reader._process.pid}/environ").read_bytes()


# --- ten thousand mutations -------------------------------------------------------------------


SHORT = "\n".join(made.POLICY.splitlines()[:9])
SEEDS: tuple[tuple[str, Callable[[], bytes]], ...] = (
    ("a.html", lambda: made.web_page(SHORT, table=True)),
    ("a.docx", lambda: made.word(SHORT, table=True)),
    (
        "a.docx",
        lambda: made.numbered_word(
            [(0, "总则"), (1, "目的")], [("chineseCounting", "%1、"), ("decimal", "%2.")]
        ),
    ),
    ("a.pdf", lambda: made.pdf(SHORT, table=True)),
    ("a.ofd", lambda: made.ofd(SHORT)),
    ("a.zip", lambda: made.zipped({"甲.txt": SHORT.encode(), "乙.html": made.web_page(SHORT)})),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, cut out, doubled or put in; of a zip, inside one of its members half of the time."""
    if data.startswith(b"PK") and chance.random() < 0.5:
        return _mutated_inside(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 8, 64))):
        at = chance.randrange(len(changed) or 1)
        length = min(chance.choice((1, 1, 2, 4, 32, 1024)), len(changed) - at)
        here = bytes(changed[at : at + length])
        changed[at : at + length] = chance.choice(
            (chance.randbytes(length), b"", here * 2, here + b"<", b"9" * length)
        )
    return bytes(changed)


def _mutated_inside(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    name = chance.choice(sorted(parts))
    return made.zipped({**parts, name: mutated(parts[name], chance)})


def test_mutations_of_real_files_are_text_or_an_error_in_words() -> None:
    chance = random.Random(20261121)
    seeds = [(name, make()) for name, make in SEEDS]
    read = 0
    for _ in range(MUTATIONS):
        name, data = chance.choice(seeds)
        began = time.perf_counter()
        changed = mutated(data, chance)
        message, text = _outcome(name, changed)
        assert text or "请" in message, message
        read += bool(text)
        assert time.perf_counter() - began < SLOWEST
    assert 0.1 * MUTATIONS < read < MUTATIONS  # both ends are met
    assert formats.read("a.html", SMALL_PAGE).text == "一、正文，"


def _outcome(name: str, data: bytes) -> tuple[str, str]:
    """The error and the text, one of them empty."""
    try:
        found = formats.members(name, data) if name.endswith(".zip") else [(name, data)]
        return "", "".join(formats.read(member, content).text for member, content in found)
    except CorpusError as error:
        return error.message, ""
