"""Word documents: the numbers that Word makes, tables, deletions, notes."""

from __future__ import annotations

import io
import zipfile

import made_files as made
import pytest
from docx import Document
from docx.oxml.ns import nsdecls

from yiyang_qa import formats
from yiyang_qa.formats.word.numerals import numeral
from yiyang_qa.parse.numerals import number


def lines_of(data: bytes) -> list[str]:
    return formats.read("a.docx", data).text.splitlines()


def body(inner: str, **parts: str) -> bytes:
    """A document of this XML inside ``w:body``, with further parts of the folder ``word``."""
    files = {"document": f"<w:document {nsdecls('w')}><w:body>{inner}</w:body></w:document>", **parts}
    return made.zipped({f"word/{name}.xml": part.encode() for name, part in files.items()})


LEVELS = [
    ("japaneseCounting", "%1、"),
    ("chineseCounting", "（%2）"),
    ("decimal", "%3．"),
    ("decimalEnclosedCircle", "%4"),
]


def test_numbers_that_word_makes_are_text() -> None:
    said = [(0, "总体要求"), (1, "指导思想"), (1, "目标"), (0, "任务"), (1, "床位"), (2, "新增"), (2, "改造"), (None, "正文"),
            (2, "提升"), (3, "细目"), (1, "人才"), (2, "培训")]  # fmt: skip
    assert lines_of(made.numbered_word(said, LEVELS)) == [
        "一、总体要求", "（一）指导思想", "（二）目标", "二、任务", "（一）床位", "1．新增", "2．改造", "正文",
        "3．提升", "①细目", "（二）人才", "1．培训",
    ]  # fmt: skip


def test_a_statute_numbered_by_word_has_its_outline() -> None:
    said = [
        (0, "总则"),
        (1, "为了规范，制定本办法。"),
        (1, "本办法适用于本市。"),
        (0, "附则"),
        (1, "本办法自公布之日起施行。"),
    ]
    levels = [("chineseCountingThousand", "第%1章　"), ("chineseCountingThousand", "第%2条　")]
    once = lines_of(made.numbered_word(said, levels))
    assert once[0] == "第一章　总则"
    assert (
        once[-1] == "第一条　本办法自公布之日起施行。"
    )  # a deeper level begins anew unless lvlRestart says no


@pytest.mark.parametrize(
    "form", ["chineseCounting", "chineseLegalSimplified", "japaneseCounting", "ideographDigital"]
)
def test_chinese_numbers_read_back(form: str) -> None:
    for value in [*range(1, 130), 200, 205, 210, 999, 1000, 1001, 1010, 2023]:
        assert number(numeral(form, value)) == value, value


@pytest.mark.parametrize(
    ("form", "value", "said"),
    [("upperRoman", 14, "XIV"), ("lowerRoman", 9, "ix"), ("upperLetter", 27, "AA"), ("lowerLetter", 3, "c"),
     ("decimalZero", 7, "07"), ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"), ("chineseCounting", 103, "一百零三"),
     ("ideographTraditional", 3, "丙"), ("decimalEnclosedCircle", 21, "21"), ("nonsense", 5, "5")],
)  # fmt: skip
def test_number_formats(form: str, value: int, said: str) -> None:
    assert numeral(form, value) == said


NUMBERS = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>"""
STYLES = """<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="paragraph" w:styleId="base"><w:name w:val="一级"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="自定"/><w:basedOn w:val="base"/></w:style>
<w:style w:type="paragraph" w:styleId="toc"><w:name w:val="toc 1"/></w:style></w:styles>"""


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def numbered(text: str, number_id: int, level: int = 0) -> str:
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')


def test_lists_go_on_restart_and_come_with_styles() -> None:
    inner = (
        numbered("甲", 1) + numbered("子", 1, 1) + paragraph("乙", '<w:pStyle w:val="own"/>') + numbered("重起", 2)
        + numbered("续", 2, 1) + paragraph("无号", '<w:pStyle w:val="own"/><w:numPr><w:numId w:val="0"/></w:numPr>')
        + paragraph("目录项 1", '<w:pStyle w:val="toc"/>')
    )  # fmt: skip
    found = lines_of(body(inner, numbering=NUMBERS, styles=STYLES))
    assert found == ["1. 甲", "1.1 子", "2. 乙", "1. 重起", "1.1 续", "无号"]


@pytest.mark.parametrize(
    ("inner", "lines"),
    [
        ("<w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins></w:p>", ["留增"]),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>前半</w:t></w:r></w:p><w:p><w:r><w:t>后半</w:t></w:r></w:p>", ["前半后半"]),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t><w:br/><w:t>行</w:t></w:r></w:p>", ["显", "行"]),
        ("<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>页</w:t></w:r></w:p>", ["页"]),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>控件</w:t></w:r></w:p></w:sdtContent></w:sdt>", ["控件"]),
        (
            "<w:p><w:r><w:t>正文</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:txbxContent></w:pict></w:r></w:p>",
            ["正文", "框内"],
        ),
        (
            "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val='restart'/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr>"
            "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["甲 | 1", "甲 | 2"],
        ),
        (
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>等级</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>每月</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            ["等级 | 每月 | 每月"],
        ),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>一段</w:t></w:r></w:p><w:p><w:r><w:t>两段</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", ["一段", "两段"]),
    ],
)  # fmt: skip
def test_what_word_shows(inner: str, lines: list[str]) -> None:
    assert lines_of(body(inner)) == lines


def test_footnotes_follow_the_text() -> None:
    notes = f'<w:footnotes {nsdecls("w")}><w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2"><w:p><w:r><w:t>指户籍人口。</w:t></w:r></w:p></w:footnote></w:footnotes>'
    inner = '<w:p><w:r><w:t>老年人</w:t><w:footnoteReference w:id="2"/><w:t>达</w:t></w:r></w:p>'
    assert lines_of(body(inner, footnotes=notes)) == ["老年人[注2]达", "[注2] 指户籍人口。"]


def test_a_macro_document_is_read_and_its_macros_are_not() -> None:
    document = Document()
    document.add_paragraph("一、正文")
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/vbaProject.bin", b"Sub AutoOpen()")
    assert lines_of(out.getvalue()) == ["一、正文"]


def test_headers_are_no_text() -> None:
    assert "内部资料" not in formats.read("a.docx", made.word(made.POLICY)).text


def test_a_table_of_contents_is_no_text() -> None:
    control = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('一、总则1')}</w:sdtContent></w:sdt>"
    )
    assert lines_of(body(control + paragraph("一、总则"))) == ["一、总则"]
