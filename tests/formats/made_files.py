"""The same policy in every format, made here."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageTemplate,
    Paragraph,
    SimpleDocTemplate,
    Table,
    TableStyle,
)

POLICY = (Path(__file__).parent / "policy.txt").read_text(encoding="utf-8")
TABLE = [
    ["序号", "重点任务", "责任单位", "完成时限"],
    ["1", "建设综合为老服务中心", "市民政局", "2025年12月底"],
    ["2", "增设老年医学科", "市卫生健康委", "2024年6月底"],
]
ROWS = [" | ".join(row) for row in TABLE]

_FONT = "STSong-Light"  # a font that every PDF reader has; nothing to embed


def web_page(text: str, *, fields: str = "", table: bool = False) -> bytes:
    """A page as a government site serves it: menus, publication table, text, share buttons, scripts."""
    title, *rest = text.splitlines()
    paragraphs = "\n".join(
        f'<p style="text-indent:2em"><span>{html.escape(line)}</span></p>' for line in rest
    )
    rows = (
        "".join(f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>" for row in TABLE)
        if table
        else ""
    )
    page = (Path(__file__).parent / "page.html").read_text(encoding="utf-8")
    for mark, value in {
        "{{title}}": html.escape(title),
        "{{fields}}": fields,
        "{{text}}": paragraphs + (f"<table>{rows}</table>" if table else ""),
    }.items():
        page = page.replace(mark, value)
    return page.encode()


def word(text: str, *, table: bool = False) -> bytes:
    """A docx with one paragraph a line, a header and a footer."""
    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "内部资料 注意保存"
    section.footer.paragraphs[0].text = "第 1 页"
    for line in text.splitlines():
        document.add_paragraph(line)
    if table:
        _word_table(document)
    return _saved(document)


def _word_table(document) -> None:  # type: ignore[no-untyped-def]
    made = document.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, said in zip(made.add_row().cells, row, strict=True):
            cell.text = said


def numbered_word(lines: Iterable[tuple[int | None, str]], levels: Iterable[tuple[str, str]]) -> bytes:
    """A docx whose numbers Word makes: (level or None, text) for each paragraph; (numFmt, lvlText) for each level."""
    document = Document()
    numbering = document.part.numbering_part.element
    declared = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{pattern}"/></w:lvl>'
        for at, (form, pattern) in enumerate(levels)
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{declared}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level, text in lines:
        paragraph = document.add_paragraph(text)
        if level is not None:
            paragraph._p.get_or_add_pPr().append(
                parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
            )
    return _saved(document)


def _saved(document) -> bytes:  # type: ignore[no-untyped-def]
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pdf(text: str, *, table: bool = False) -> bytes:
    """A PDF with a text layer, set as official documents are, with a running head and page numbers."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    body = ParagraphStyle("body", fontName=_FONT, fontSize=16, leading=28, wordWrap="CJK", firstLineIndent=32)
    title = ParagraphStyle("title", body, fontSize=22, leading=32, alignment=1, firstLineIndent=0)
    head, *rest = [html.escape(line) for line in text.splitlines()]
    flow: list[object] = [Paragraph(head, title), *(Paragraph(line, body) for line in rest if line)]
    if table:
        style = TableStyle([("FONT", (0, 0), (-1, -1), _FONT), ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))])
        flow.append(Table(TABLE, style=style))
    out = io.BytesIO()
    made = SimpleDocTemplate(out, pagesize=A4, topMargin=105, bottomMargin=99, leftMargin=79, rightMargin=74)
    made.build(flow, onFirstPage=_furniture, onLaterPages=_furniture)
    return out.getvalue()


def ruled_pdf(
    rows: Sequence[Sequence[str]], spans: Iterable[tuple[tuple[int, int], tuple[int, int]]]
) -> bytes:
    """A PDF that is a ruled table, with cells that span columns or rows."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    style = [("FONT", (0, 0), (-1, -1), _FONT), ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))]
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=A4).build(
        [Table([*map(list, rows)], style=TableStyle([*style, *(("SPAN", *span) for span in spans)]))]
    )
    return out.getvalue()


def columned_pdf(text: str) -> bytes:
    """A PDF in two columns under a title across the page, as gazettes are set."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    body = ParagraphStyle("body", fontName=_FONT, fontSize=14, leading=23, wordWrap="CJK", firstLineIndent=28)
    title = ParagraphStyle("title", body, fontSize=20, leading=30, alignment=1, firstLineIndent=0)
    head, *rest = [html.escape(line) for line in text.splitlines()]
    out = io.BytesIO()
    made = BaseDocTemplate(out, pagesize=A4)
    heading = Frame(50, 690, 495, 90, id="heading")
    short = [Frame(left, 90, 235, 590, id=str(left), leftPadding=0, rightPadding=0) for left in (50, 310)]
    tall = [Frame(left, 90, 235, 670, id=str(left), leftPadding=0, rightPadding=0) for left in (50, 310)]
    first = PageTemplate("first", [heading, *short], onPage=_furniture, autoNextPageTemplate="later")
    made.addPageTemplates([first, PageTemplate("later", tall, onPage=_furniture)])
    paragraphs = [Paragraph(line, body) for line in rest if line]
    made.build([Paragraph(head, title), FrameBreak(), *paragraphs])
    return out.getvalue()


def spaced_pdf(rows: Sequence[Sequence[str]], lefts: Sequence[float]) -> bytes:
    """A PDF of one page with ``rows`` of cells and no rules; the cells begin at ``lefts``, points."""
    pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont(_FONT, 12)
    for at, row in enumerate(rows):
        for left, cell in zip(lefts, row, strict=True):
            canvas.drawString(left, 760 - 22 * at, cell)
    canvas.save()
    return out.getvalue()


def _furniture(canvas, made) -> None:  # type: ignore[no-untyped-def]
    canvas.setFont(_FONT, 12)
    canvas.drawCentredString(297, 790, "某市人民政府公报")
    canvas.drawCentredString(297, 70, f"— {made.page} —")


def picture(lines: Sequence[str], kind: str = "PNG") -> bytes:
    """A scan at 150 dots an inch."""
    page = Image.new("RGB", (620, 60 * len(lines) + 160), "white")
    font = ImageFont.truetype(_noto(), 22)
    draw = ImageDraw.Draw(page)
    for at, line in enumerate(lines):
        draw.text((40, 80 + 60 * at), line, font=font, fill="black")
    out = io.BytesIO()
    page.save(out, kind, dpi=(150, 150))
    return out.getvalue()


def scanned_pdf(lines: Sequence[str]) -> bytes:
    """A PDF that is one picture."""
    out = io.BytesIO()
    Image.open(io.BytesIO(picture(lines))).save(out, "PDF", resolution=150)
    return out.getvalue()


def _noto() -> str:
    folders = [Path("/usr/share/fonts"), Path.home() / ".fonts"]
    return str(next(path for folder in folders for path in folder.rglob("NotoSansCJK-Regular.ttc")))


_OFD = 'xmlns:ofd="http://www.ofdspec.org/2016"'
_PER_LINE, _LINES = 28, 22  # characters of a line and lines of a page, as GB/T 9704 sets them
_SIZE, _STEP = 5.6, 10.2  # millimetres


def ofd(text: str) -> bytes:
    """An OFD with one text object a printed line, broken as a typesetter breaks them."""
    printed = [piece for line in text.splitlines() if line for piece in _broken(line)]
    pages = [printed[start : start + _LINES] for start in range(0, len(printed), _LINES)]
    names = [f"Pages/Page_{number}/Content.xml" for number in range(len(pages))]
    listed = "".join(f'<ofd:Page ID="{n + 1}" BaseLoc="{name}"/>' for n, name in enumerate(names))
    parts = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297"
        f"</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, (name, page) in enumerate(zip(names, pages, strict=True), 1):
        objects = "".join(_text_object(at, *line) for at, line in enumerate(page))
        foot = _text_object(_LINES + 0.5, 12, f"— {number} —")
        parts[f"Doc_0/{name}"] = (
            f"<ofd:Page {_OFD}><ofd:Content><ofd:Layer>{objects}{foot}</ofd:Layer></ofd:Content></ofd:Page>"
        )
    return zipped({name: part.encode() for name, part in parts.items()})


def scanned_ofd(
    pictures: Sequence[tuple[bytes, str]], boxes: Sequence[tuple[float, ...]], text: str = ""
) -> bytes:
    """An OFD of one page that shows ``pictures`` (data, suffix), each in its box (left, top, width, height), mm, and says ``text``."""
    media = "".join(
        f'<ofd:MultiMedia ID="{at}" Type="Image" Format="{suffix}"><ofd:MediaFile>{at}.{suffix}</ofd:MediaFile></ofd:MultiMedia>'
        for at, (_, suffix) in enumerate(pictures)
    )
    objects = "".join(
        f'<ofd:ImageObject ID="9" CTM="{box[2]} 0 0 {box[3]} 0 0" Boundary="{" ".join(map(str, box))}" ResourceID="{at}"/>'
        for at, box in enumerate(boxes)
    )
    said = _text_object(0, 0, text) if text else ""
    parts = {
        "OFD.xml": f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {_OFD}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 105 110"
        "</ofd:PhysicalBox></ofd:PageArea><ofd:DocumentRes>DocumentRes.xml</ofd:DocumentRes></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/DocumentRes.xml": f'<ofd:Res {_OFD} BaseLoc="Res"><ofd:MultiMedias>{media}</ofd:MultiMedias></ofd:Res>',
        "Doc_0/Pages/Page_0/Content.xml": f"<ofd:Page {_OFD}><ofd:Content><ofd:Layer>{objects}{said}</ofd:Layer></ofd:Content></ofd:Page>",
    }
    images = {f"Doc_0/Res/{at}.{suffix}": data for at, (data, suffix) in enumerate(pictures)}
    return zipped({name: part.encode() for name, part in parts.items()} | images)


def _broken(line: str) -> Iterable[tuple[float, str]]:
    """(indent in characters, piece) of the printed lines of one paragraph."""
    first = _PER_LINE - 2
    yield 2, line[:first]
    for start in range(first, len(line), _PER_LINE):
        yield 0, line[start : start + _PER_LINE]


def _text_object(at: float, indent: float, piece: str) -> str:
    left, top = 28 + indent * _SIZE, 37 + at * _STEP
    return (
        f'<ofd:TextObject ID="9" Boundary="{left} {top} 160 8" Size="{_SIZE}"><ofd:TextCode X="0" Y="{_SIZE}" '
        f'DeltaX="g {len(piece) - 1} {_SIZE}">{html.escape(piece)}</ofd:TextCode></ofd:TextObject>'
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    """A zip of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()
