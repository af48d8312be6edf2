"""Documents come from the index where it has them, from their files where it has not, and are the same."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document as Word
from small_library import BEDS, NURSING, Library

from yiyang_qa.adding import Verdict, uploaded
from yiyang_qa.adding.held import held
from yiyang_qa.corpus import read_corpus
from yiyang_qa.errors import PackedDocument


def word(text: str) -> bytes:
    document, data = Word(), io.BytesIO()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(data)
    return data.getvalue()


def packed(**files: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"文件/{name}.docx", content)
    return data.getvalue()


def test_they_are_those_that_their_files_say(library: Library) -> None:
    (library.corpus / "beds.docx").write_bytes(word(BEDS))  # not in the index yet
    (library.corpus / "nursing.toml").write_text('kind = "细则"\n', encoding="utf-8")  # no longer as indexed
    assert tuple(held(library.corpus, library.index).values()) == read_corpus(library.corpus)


def test_without_an_index_they_are_read(library: Library) -> None:
    assert tuple(held(library.corpus, library.index / "none").values()) == read_corpus(library.corpus)


def test_a_zip_is_added_file_by_file(library: Library) -> None:
    data = packed(beds=word(BEDS), again=word(NURSING))
    added, again = library.librarian.add(uploaded([("包.zip", data)]), "张三")
    assert (added.name, added.verdict) == ("beds.docx", Verdict.ADDED)
    assert (again.name, again.verdict) == ("again.docx", Verdict.IDENTICAL)
    assert library.files() == ["beds.docx", "meals.txt", "nursing.txt"]


def test_what_lies_in_a_zip_is_confirmed_but_not_taken_out_alone(library: Library) -> None:
    (library.corpus / "包.zip").write_bytes(packed(beds=word(BEDS)))
    with pytest.raises(PackedDocument, match=r"包\.zip"):
        library.librarian.remove(["beds"], "张三")
    library.librarian.confirm("beds", {"kind": "规定"}, "张三")
    assert library.documents()["beds"].kind == "规定"
    assert (library.corpus / "beds.toml").is_file()
