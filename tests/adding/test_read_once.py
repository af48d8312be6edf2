"""No file is read twice, handed in or dropped into the folder, and only what lies in the folder is indexed."""

from __future__ import annotations

import io
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import cast

import pytest
from docx import Document as Word
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from small_library import BEDS, ENCODER, NURSING, Library

from yiyang_qa import formats
from yiyang_qa.adding import Librarian, Parcel, Verdict, uploaded
from yiyang_qa.building import build, build_afresh, open_index
from yiyang_qa.cli.documents import document_at
from yiyang_qa.corpus import read_corpus, survey
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.gathering import Files, read_before, recognised
from yiyang_qa.index import open_build
from yiyang_qa.parse.outline import outline_of
from yiyang_qa.reading import Reading
from yiyang_qa.shingles import shingles

PLAN = "宁波市养老方案\n一、每个街道建一家养老院。\n"
STEPS: dict[str, Callable[..., object]] = {"read": formats.read, "parse": outline_of, "shingle": shingles}


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """How often each of the steps is taken, by the interpreter's own account."""
    names = {cast(FunctionType, step).__code__: name for name, step in STEPS.items()}
    taken = Counter[str]()

    def hook(frame: FrameType, event: str, _: object) -> None:
        code: CodeType = frame.f_code
        if event == "call" and code in names:
            taken[names[code]] += 1

    sys.setprofile(hook)
    try:
        yield taken
    finally:
        sys.setprofile(None)


def word(text: str) -> bytes:
    document, data = Word(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def as_from_scratch(library: Library) -> bool:
    """Whether the index has, byte for byte, the files of one that is built from the folder alone."""
    build(library.corpus, scratch := library.index.with_name("scratch"), ENCODER)
    return open_build(library.index).manifest.files == open_build(scratch).manifest.files


def test_each_file_that_is_added(library: Library) -> None:
    files = [("beds.docx", word(BEDS)), ("beds.toml", b'kind = "x"'), ("plan.txt", PLAN.encode())]
    with counted() as taken:
        outcomes = library.librarian.add(uploaded(files), "张三")
    assert [outcome.verdict for outcome in outcomes] == [Verdict.ADDED] * 2
    assert taken == {"read": 2, "parse": 2, "shingle": 2}
    assert library.documents()["beds"] == outcomes[0].document
    assert as_from_scratch(library)


def test_a_file_of_which_a_field_is_confirmed_is_not_read_at_all(library: Library) -> None:
    library.librarian.add([Parcel("beds.docx", word(BEDS))], "张三")
    with counted() as taken:
        library.librarian.confirm("beds", {"kind": "规定"}, "张三")
    assert taken["read"] == 0
    assert library.documents()["beds"].kind == "规定"
    assert as_from_scratch(library)


def test_what_is_found_the_same_as_one_there_is_not_parsed_for_that(library: Library) -> None:
    with counted() as taken:
        (outcome,) = library.librarian.add([Parcel("again.txt", f"{NURSING}\n".encode())], "张三")
    assert outcome.verdict is Verdict.IDENTICAL
    assert taken["parse"] == 1


@pytest.mark.parametrize(
    ("bytes_now", "notes_now", "taken"),
    [(BEDS, "", True), (BEDS.replace("200元", "300元"), "", False), (BEDS, 'kind = "x"', False)],
    ids=["as read", "other bytes", "other sidecar"],
)
def test_a_reading_counts_for_the_bytes_that_it_was_made_of(
    library: Library, bytes_now: str, notes_now: str, taken: bool
) -> None:
    """It bears a title that no file has."""
    path = library.corpus / "beds.txt"
    path.write_text(BEDS, encoding="utf-8")
    source = next(each for each in read_corpus(library.corpus) if each.id == "beds")
    reading = Reading.of(source)
    planted = reading._replace(document=replace(reading.document, title="没有这个标题"))
    path.write_text(bytes_now, encoding="utf-8")
    Path(library.corpus / "beds.toml").write_text(notes_now, encoding="utf-8")
    build(library.corpus, library.index, ENCODER, handed_in=[planted])
    assert (library.documents()["beds"].title == "没有这个标题") == taken
    assert as_from_scratch(library) != taken


def test_a_reading_of_a_file_that_is_gone_is_left_aside(library: Library) -> None:
    sources = read_corpus(library.corpus)
    (library.corpus / "meals.txt").unlink()
    build(library.corpus, library.index, ENCODER, handed_in=[Reading.of(source) for source in sources])
    assert list(library.documents()) == ["nursing"]


# --- files dropped into the folder by hand ----------------------------------------------------


def printed(text: str) -> bytes:
    """A PDF of one page."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas = Canvas(out := io.BytesIO())
    canvas.setFont("STSong-Light", 12)
    for at, line in enumerate(text.splitlines()):
        canvas.drawString(72, 760 - 24 * at, line)
    canvas.save()
    return out.getvalue()


#: What is done while a file lies in the folder that no index has read, and how many more files that brings in.
CHANGES: dict[str, tuple[Callable[[Librarian], object], int]] = {
    "nothing added": (lambda librarian: librarian.add([], "张三"), 0),
    "another added": (lambda librarian: librarian.add([Parcel("plan.txt", PLAN.encode())], "张三"), 1),
    "the same added": (lambda librarian: librarian.add([Parcel("again.txt", BEDS.encode())], "张三"), 1),
    "another removed": (lambda librarian: librarian.remove(["meals"], "张三"), 0),
    "another confirmed": (lambda librarian: librarian.confirm("meals", {"kind": "方案"}, "张三"), 0),
    "itself confirmed": (lambda librarian: librarian.confirm("beds", {"kind": "规定"}, "张三"), 0),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_file_dropped_into_the_folder(library: Library, change: str) -> None:
    (library.corpus / "beds.docx").write_bytes(word(BEDS))
    make, more = CHANGES[change]
    with counted() as taken:
        make(library.librarian)
    assert taken["read"] == 1 + more
    assert "beds" in library.documents()
    assert as_from_scratch(library)


def test_a_corpus_without_an_index(library: Library) -> None:
    shutil.rmtree(library.index)
    with counted() as taken:
        library.librarian.add([Parcel("beds.docx", word(BEDS))], "张三")
    assert taken == {"read": 3, "parse": 3, "shingle": 3 + 2}  # those there are held against it as well
    assert as_from_scratch(library)


def test_files_asked_for_again(library: Library) -> None:
    """As they are where the build before, of which something was to be taken, turns out to be damaged."""
    files = Files(survey(library.corpus))
    with counted() as taken:
        first, both = [*files.readings(["meals"])], [*files.readings(["meals", "nursing"])]
    assert [reading.source.id for reading in both] == ["meals", "nursing"]
    assert first[0].document == both[0].document
    assert taken["read"] == 2


@pytest.mark.parametrize("by", ["build", "librarian"])
def test_pages_that_have_another_sidecar_or_name_now(library: Library, by: str) -> None:
    """What they say is known."""
    for name in ("beds.pdf", "plan.pdf"):
        (library.corpus / name).write_bytes(printed(BEDS if name == "beds.pdf" else PLAN))
    build(library.corpus, library.index, ENCODER)
    (library.corpus / "beds.toml").write_text('kind = "规定"', encoding="utf-8")
    (library.corpus / "plan.pdf").rename(library.corpus / "renamed.pdf")
    with counted() as taken:
        if by == "build":
            build(library.corpus, library.index, ENCODER)
        else:
            library.librarian.remove(["meals"], "张三")
    assert taken["read"] == 0
    assert library.documents()["beds"].kind == "规定"
    assert library.documents()["renamed"].layout
    assert as_from_scratch(library)


@pytest.mark.parametrize("indexed", [True, False])
def test_pages_that_are_handed_in_although_they_are_there(library: Library, indexed: bool) -> None:
    (library.corpus / "beds.pdf").write_bytes(data := printed(BEDS))
    if indexed:
        build(library.corpus, library.index, ENCODER)
    with counted() as taken:
        outcomes = library.librarian.add([Parcel("beds.pdf", data), Parcel("again.pdf", data)], "张三")
    assert [outcome.verdict for outcome in outcomes] == [Verdict.IDENTICAL] * 2
    assert outcomes[0].document == library.documents()["beds"]
    assert taken["read"] == (0 if indexed else 1)


def test_pages_that_are_handed_in_twice(library: Library) -> None:
    data = printed(BEDS)
    with counted() as taken:
        outcomes = library.librarian.add([Parcel("beds.pdf", data), Parcel("again.pdf", data)], "张三")
    assert [outcome.verdict for outcome in outcomes] == [Verdict.ADDED, Verdict.IDENTICAL]
    assert taken["read"] == 1


def test_pages_for_another_encoder(library: Library) -> None:
    (library.corpus / "beds.pdf").write_bytes(printed(BEDS))
    build(library.corpus, library.index, ENCODER)
    with counted() as taken:
        build(library.corpus, library.index, other := HashedEncoder(64))
    assert taken["read"] == 2  # the two that have no pages
    assert open_index(library.index, other, library.corpus).documents[0].layout


def test_pages_of_which_the_index_is_damaged(library: Library) -> None:
    (library.corpus / "beds.pdf").write_bytes(printed(BEDS))
    build(library.corpus, library.index, ENCODER)
    lines = open_build(library.index).directory / "documents.jsonl"
    opened = read_before(library.index)
    lines.write_bytes(lines.read_bytes().replace("养老".encode(), "老养".encode()))
    assert recognised(opened, survey(library.corpus), ["beds"]) == {}
    build(library.corpus, library.index, ENCODER)
    assert as_from_scratch(library)


def test_pages_are_read_again_when_all_is_to_be(library: Library) -> None:
    (library.corpus / "beds.pdf").write_bytes(printed(BEDS))
    build(library.corpus, library.index, ENCODER)
    with counted() as taken:
        build_afresh(library.corpus, library.index, ENCODER)
    assert taken["read"] == 3


def test_a_document_that_is_looked_at_by_its_id(library: Library) -> None:
    """The others are not read for it."""
    with counted() as taken:
        assert document_at("meals", library.corpus).id == "meals"
    assert taken == {"read": 1, "parse": 1}
