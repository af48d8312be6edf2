"""One policy, every format, one outline; and every line of a page where it is printed."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import made_files as made
import pytest
from PIL import ExifTags, Image, ImageOps

from yiyang_qa import formats
from yiyang_qa.errors import CorpusError
from yiyang_qa.formats import Extract
from yiyang_qa.parse.outline import outline

FOUNDING = Path(__file__).parents[2] / "corpus"
LINES = made.POLICY.splitlines()
FIRST_PAGE = [line[:24] for line in LINES[4:8]]

FORMATS: dict[str, Callable[[], bytes]] = {
    "policy.txt": made.POLICY.encode,
    "policy.html": lambda: made.web_page(made.POLICY),
    "policy.docx": lambda: made.word(made.POLICY),
    "policy.pdf": lambda: made.pdf(made.POLICY),
    "policy.ofd": lambda: made.ofd(made.POLICY),
}


def labelled(text: str) -> list[tuple[str, str]]:
    return [(clause.label, clause.heading) for clause in outline(text, "d") if clause.label]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_yields_the_outline_of_the_text(name: str) -> None:
    text = formats.read(name, FORMATS[name]()).text
    assert labelled(text) == labelled(made.POLICY)
    assert len(labelled(text)) == 14


@pytest.mark.parametrize("name", FORMATS)
def test_every_paragraph_is_one_line_as_it_was_written(name: str) -> None:
    lines = formats.read(name, FORMATS[name]()).text.splitlines()
    assert [line for line in LINES[1:] if line not in lines] == []


@pytest.mark.parametrize("name", ["policy.pdf", "policy.ofd"])
def test_heads_and_page_numbers_are_no_text(name: str) -> None:
    text = formats.read(name, FORMATS[name]()).text
    assert "公报" not in text
    assert "—" not in text


@pytest.mark.parametrize(
    ("name", "table"), [("a.html", made.web_page), ("a.docx", made.word), ("a.pdf", made.pdf)]
)
def test_a_table_keeps_its_rows(name: str, table: Callable[..., bytes]) -> None:
    assert formats.read(name, table(made.POLICY, table=True)).text.splitlines()[-3:] == made.ROWS


# --- pages -----------------------------------------------------------------------


def paged(name: str) -> Extract:
    extract = formats.read(name, FORMATS[name]())
    assert extract.layout is not None
    return extract


@pytest.mark.parametrize("name", ["policy.pdf", "policy.ofd"])
def test_pages_follow_one_another_and_are_the_text(name: str) -> None:
    extract = paged(name)
    pages = extract.layout.pages  # type: ignore[union-attr]
    assert len(pages) > 1
    assert [page.number for page in pages] == [*range(1, len(pages) + 1)]
    assert "".join(page.span.of(extract.text) for page in pages) == extract.text
    assert {(round(page.width), round(page.height)) for page in pages} == {(595, 842)}


@pytest.mark.parametrize("name", ["policy.pdf", "policy.ofd"])
def test_boxes_stand_on_their_pages_in_the_order_of_the_text(name: str) -> None:
    extract = paged(name)
    layout = extract.layout
    assert layout is not None
    assert all(a.span.end <= b.span.start for a, b in zip(layout.boxes, layout.boxes[1:], strict=False))
    for box in layout.boxes:
        page = layout.pages[box.page - 1]
        assert page.span.holds(box.span)
        assert 0 <= box.rect.left < box.rect.right <= page.width
        assert 0 <= box.rect.top < box.rect.bottom <= page.height
        assert box.span.of(extract.text).strip()


def test_a_box_is_where_the_line_is_printed() -> None:
    """What pdfplumber finds inside the rectangle is the span's own text."""
    import pdfplumber

    extract = paged("policy.pdf")
    assert extract.layout is not None
    with pdfplumber.open(io.BytesIO(made.pdf(made.POLICY))) as pdf:
        for box in extract.layout.boxes[::7]:
            left, top, right, bottom = box.rect
            there = (
                pdf.pages[box.page - 1].within_bbox((left - 1, top - 1, right + 1, bottom + 1)).extract_text()
            )
            assert there == box.span.of(extract.text)


# --- recognition -----------------------------------------------------------------


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "JPEG2000", "pdf"])
def test_a_scan_is_recognised(kind: str) -> None:
    data = made.scanned_pdf(FIRST_PAGE) if kind == "pdf" else made.picture(FIRST_PAGE, kind)
    extract = formats.read(f"scan.{kind}", data)
    found = extract.text.replace("(", "（").replace(")", "）").splitlines()
    assert found == FIRST_PAGE
    assert extract.layout is not None
    assert len(extract.layout.boxes) == len(FIRST_PAGE)


def test_a_photograph_lying_on_its_side_and_one_without_paper_are_read_as_they_are_seen() -> None:
    upright = Image.open(io.BytesIO(made.picture(FIRST_PAGE)))
    aside, cut_out = io.BytesIO(), io.BytesIO()
    turned = Image.Exif()
    turned[ExifTags.Base.Orientation] = 6  # to be turned a quarter clockwise
    upright.transpose(Image.Transpose.ROTATE_90).save(aside, "JPEG", exif=turned)
    clear = Image.new("RGBA", upright.size)
    clear.paste("black", mask=ImageOps.invert(upright.convert("L")))
    clear.save(cut_out, "PNG")
    for photograph in (aside, cut_out):
        found = formats.read("a.jpg", photograph.getvalue()).text
        assert found.replace("(", "（").replace(")", "）").splitlines() == FIRST_PAGE


def test_an_ofd_of_pictures_is_recognised_as_one_page() -> None:
    upper, lower = made.picture(FIRST_PAGE[:2]), made.picture(FIRST_PAGE[2:], "JPEG")
    boxes = ((0, 0, 105, 47), (0, 55, 105, 105 * (160 + 60 * len(FIRST_PAGE[2:])) / 620))
    extract = formats.read("scan.ofd", made.scanned_ofd([(upper, "png"), (lower, "jpg")], boxes))
    found = extract.text.replace("(", "（").replace(")", "）").splitlines()
    assert found == FIRST_PAGE
    assert extract.layout is not None
    page = extract.layout.pages[0]
    assert (round(page.width), round(page.height)) == (298, 312)
    tops = [box.rect.top for box in extract.layout.boxes]
    assert tops == sorted(tops)
    assert [top < 47 * 72 / 25.4 for top in tops] == [True] * 2 + [False] * (len(FIRST_PAGE) - 2)


def test_an_ofd_whose_picture_cannot_be_read_says_what_to_do() -> None:
    with pytest.raises(CorpusError, match=r"没有能识别的图片.*另存为 PDF"):
        formats.read("scan.ofd", made.scanned_ofd([(b"\x97JB2\r\n\x1a\n", "jb2")], [(0, 0, 105, 110)]))


def test_what_a_page_says_beside_a_picture_that_cannot_be_read_is_kept() -> None:
    seal = [(b"\x97JB2\r\n\x1a\n", "jb2"), (made.picture(FIRST_PAGE[:1]), "png")]
    boxes = [(0, 0, 105, 110), (0, 50, 105, 37)]
    extract = formats.read("a.ofd", made.scanned_ofd(seal, boxes, text="云州市民政局"))
    assert extract.text.splitlines() == ["云州市民政局", FIRST_PAGE[0]]


# --- what a file is, its bytes tell --------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("policy.txt", FORMATS["policy.pdf"]),
        ("policy.doc", FORMATS["policy.html"]),
        ("policy.doc", FORMATS["policy.docx"]),
    ],
    ids=["txt that is pdf", "doc that is html", "doc that is docx"],
)
def test_a_wrong_suffix_does_not_matter(name: str, data: Callable[[], bytes]) -> None:
    assert labelled(formats.read(name, data()).text) == labelled(made.POLICY)


# --- real documents ---------------------------------------------------------------------


def squeezed(text: str) -> str:
    """Without blank lines and indents, with single spaces: what no format but txt keeps."""
    return "\n".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


@pytest.mark.parametrize("make", [made.web_page, made.word, made.pdf, made.ofd])
@pytest.mark.parametrize("path", sorted(FOUNDING.glob("*.txt")), ids=lambda path: path.stem)
def test_founding_documents_have_one_outline_in_every_format(
    path: Path, make: Callable[[str], bytes]
) -> None:
    text = squeezed(path.read_text(encoding="utf-8"))
    assert labelled(formats.read("document", make(text)).text) == labelled(text)


def test_characters_that_a_typesetter_took_for_radicals_are_read_as_characters() -> None:
    """Chromium writes ⼈⺠ for 人民 into a PDF."""
    text = formats.read("a.ofd", made.ofd("⼈⺠政府⼀、⽼年⼈部⻔")).text
    assert text.strip() == "人民政府一、老年人部门"
