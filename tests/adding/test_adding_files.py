"""Files come in and go out: what becomes of each is said, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from small_library import BEDS, ENCODER, MEALS, NURSING, Library

from yiyang_qa.adding import Librarian, Parcel, Verdict, changes, parcels, uploaded
from yiyang_qa.building import fits, open_index
from yiyang_qa.errors import CorpusBusy, CorpusError, IndexUnusable, LastDocument, NotFound
from yiyang_qa.formats import LARGEST_FILE


def added(library: Library, *files: Parcel, force: bool = False) -> list[tuple[str, str]]:
    outcomes = library.librarian.add(files, "张三", force=force)
    return [(outcome.name, outcome.verdict.value) for outcome in outcomes]


def parcel(name: str, text: str) -> Parcel:
    return Parcel(name, text.encode())


def test_a_file_is_copied_byte_for_byte_indexed_reported_and_logged(library: Library, beds: Path) -> None:
    (outcome,) = library.librarian.add(parcels(beds), "张三")
    assert (outcome.name, outcome.verdict, outcome.twin) == ("beds.txt", Verdict.ADDED, None)
    assert outcome.document
    assert outcome.document.title == "镇江市家庭养老床位管理办法"
    assert (library.corpus / "beds.txt").read_bytes() == beds.read_bytes()
    assert list(library.documents()) == ["beds", "meals", "nursing"]
    (line,) = changes(library.corpus)
    assert (line["who"], line["action"], line["document_id"]) == ("张三", "add", "beds")
    assert line["sha256"] == outcome.document.sha256


def test_a_folder_goes_in_whole_with_its_sidecars_and_sub_folders(library: Library, tmp_path: Path) -> None:
    handed = tmp_path / "handed"
    (handed / "2024").mkdir(parents=True)
    (handed / "2024" / "beds.txt").write_text(BEDS, encoding="utf-8")
    (handed / "2024" / "beds.toml").write_text('kind = "试行办法"', encoding="utf-8")
    (handed / "scan.exe").write_bytes(b"MZ")
    (handed / "empty.txt").write_bytes(b"")
    (handed / "README.md").write_text("说明", encoding="utf-8")
    (handed / ".DS_Store").write_bytes(b"\0")
    outcomes = {o.name: o for o in library.librarian.add(parcels(handed), "张三")}
    assert {name: o.verdict for name, o in outcomes.items()} == {
        "beds.txt": Verdict.ADDED,
        "empty.txt": Verdict.UNREADABLE,
        "scan.exe": Verdict.UNSUPPORTED,
    }
    assert "空文件" in outcomes["empty.txt"].message
    assert "格式不支持" in outcomes["scan.exe"].message
    assert library.documents()["beds"].kind == "试行办法"
    assert library.files() == ["beds.toml", "beds.txt", "meals.txt", "nursing.txt"]


@pytest.mark.parametrize(
    "data",
    [
        MEALS.encode(),
        MEALS.encode("gb18030"),
        MEALS.replace("\n", "\r\n\r\n").encode(),
        MEALS.replace("5万元", "５万元").replace("，", " ，").encode(),
    ],
    ids=["bytes", "encoding", "line ends", "width"],
)
def test_the_same_document_is_known_by_its_bytes_or_its_text(library: Library, data: bytes) -> None:
    (outcome,) = library.librarian.add([Parcel("again.txt", data)], "张三", force=True)
    assert outcome.verdict is Verdict.IDENTICAL
    assert outcome.twin
    assert outcome.twin.document.id == "meals"
    assert library.files() == ["meals.txt", "nursing.txt"]


def test_one_that_is_nearly_the_same_is_shown_beside_it_and_added_only_when_forced(library: Library) -> None:
    edition = parcel("meals-2023.txt", MEALS.replace("补贴5万元", "补贴8万元"))
    (held,) = library.librarian.add([edition], "张三")
    assert held.verdict is Verdict.NEAR_IDENTICAL
    assert held.twin
    assert 0.75 <= held.twin.likeness < 1
    (difference,) = held.twin.differences
    assert difference.old
    assert difference.new
    assert "补贴5万元" in difference.old.text
    assert "补贴8万元" in difference.new.text
    assert difference.new.path[-1].startswith("（一）")
    assert library.files() == ["meals.txt", "nursing.txt"]
    (forced,) = library.librarian.add([edition], "张三", force=True)
    assert forced.verdict is Verdict.ADDED
    assert "另一个版本" in forced.message
    assert set(library.documents()) == {"meals", "meals-2023", "nursing"}


def test_a_part_of_a_document_is_held_too(library: Library) -> None:
    half = parcel("half.txt", MEALS[: len(MEALS) * 2 // 3])
    (outcome,) = library.librarian.add([half], "张三")
    assert outcome.verdict is Verdict.NEAR_IDENTICAL
    assert "包含在长的一份里" in outcome.message


def test_two_alike_in_one_go_are_held_against_each_other(library: Library) -> None:
    files = (parcel("a.txt", BEDS), parcel("b.txt", BEDS), parcel("c.txt", BEDS.replace("200元", "300元")))
    assert added(library, *files) == [
        ("a.txt", "added"),
        ("b.txt", "identical"),
        ("c.txt", "near_identical"),
    ]


@pytest.mark.parametrize("name", ["meals.txt", "MEALS.md", "Meals.txt"])
def test_a_name_that_another_document_has_is_refused_with_a_free_one(library: Library, name: str) -> None:
    (outcome,) = library.librarian.add([parcel(name, BEDS)], "张三", force=True)
    assert outcome.verdict is Verdict.NAME_TAKEN
    assert f"-2{Path(name).suffix}）后再添加" in outcome.message
    assert (library.corpus / "meals.txt").read_text(encoding="utf-8") == MEALS


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("../../etc/beds.txt", None),  # only the last part counts
        ("C:\\files\\beds.txt", None),
        (".beds.txt", "以点开头"),
        ("", "以点开头"),
        ("be\x00ds.txt", "控制字符"),
        ("床" * 80 + ".txt", "太长"),
        ("readme.txt", "readme"),
        ("beds.toml", "旁注不能单独添加"),
    ],
)
def test_names_of_uploads(library: Library, name: str, said: str | None) -> None:
    (outcome,) = library.librarian.add(uploaded([(name, BEDS.encode())]), "张三")
    if said is None:
        assert (outcome.name, outcome.verdict) == ("beds.txt", Verdict.ADDED)
    else:
        assert outcome.verdict is Verdict.UNREADABLE
        assert said in outcome.message
        assert library.files() == ["meals.txt", "nursing.txt"]


def test_a_faulty_sidecar_is_named(library: Library) -> None:
    for notes, said in ((b"titel = 1", "titel 没有这个字段"), ('region = "火星"'.encode(), "火星")):
        (outcome,) = library.librarian.add([Parcel("beds.txt", BEDS.encode(), notes)], "张三")
        assert outcome.verdict is Verdict.UNREADABLE
        assert said in outcome.message


def test_a_file_that_is_too_large_or_not_there(library: Library, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    for path, said in ((large, "超过 100 MB"), (tmp_path / "none.txt", "找不到")):
        (outcome,) = library.librarian.add(parcels(path), "张三")
        assert outcome.verdict is Verdict.UNREADABLE
        assert said in outcome.message


def test_the_first_document_of_an_empty_corpus(tmp_path: Path, beds: Path) -> None:
    corpus, index = tmp_path / "new", tmp_path / "new-index"
    librarian = Librarian(corpus, index, ENCODER)
    assert librarian.add([Parcel("bad.txt", b"")], "张三")[0].verdict is Verdict.UNREADABLE
    assert librarian.add(parcels(beds), "张三")[0].verdict is Verdict.ADDED
    assert [document.id for document in open_index(index, ENCODER, corpus).documents] == ["beds"]


def test_a_document_there_that_cannot_be_read_stops_everything(library: Library, beds: Path) -> None:
    (library.corpus / "broken.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"broken\.txt"):
        library.librarian.add(parcels(beds), "张三")
    assert not (library.corpus / "beds.txt").exists()


def test_an_index_that_cannot_be_written_loses_nothing_and_the_next_start_builds_it(
    library: Library, beds: Path, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("", encoding="utf-8")
    with pytest.raises(IndexUnusable, match="文件夹已经改好，但索引没有建成"):
        Librarian(library.corpus, in_the_way, ENCODER).add(parcels(beds), "张三")
    assert (library.corpus / "beds.txt").is_file()
    assert not fits(library.corpus, library.index, ENCODER)
    library.librarian.add([], "张三")
    assert "beds" in library.documents()


def test_removed_documents_are_kept_with_their_sidecars(library: Library) -> None:
    (library.corpus / "meals.toml").write_text('kind = "方案"', encoding="utf-8")
    kept = library.librarian.remove(["meals"], "李四")
    assert [path.name for path in kept] == ["meals.txt", "meals.toml"]
    assert kept[0].read_text(encoding="utf-8") == MEALS
    assert kept[0].parent.parent == library.corpus / ".removed"
    assert list(library.documents()) == ["nursing"]
    assert changes(library.corpus)[-1]["who"] == "李四"


def test_removal_is_all_or_nothing_and_never_of_the_last(library: Library) -> None:
    with pytest.raises(NotFound, match="none"):
        library.librarian.remove(["meals", "none"], "李四")
    with pytest.raises(LastDocument):
        library.librarian.remove(["meals", "nursing"], "李四")
    assert library.files() == ["meals.txt", "nursing.txt"]
    assert changes(library.corpus) == []


def test_a_removed_document_may_come_back(library: Library) -> None:
    library.librarian.remove(["nursing"], "李四")
    assert added(library, parcel("nursing.txt", NURSING)) == [("nursing.txt", "added")]


def test_writers_take_turns(library: Library, beds: Path) -> None:
    from yiyang_qa.adding.journal import writing

    with writing(library.corpus), pytest.raises(CorpusBusy), writing(library.corpus, patience=0):
        pass
    assert library.librarian.add(parcels(beds), "张三")[0].verdict is Verdict.ADDED


def test_what_was_handed_in_is_not_left_lying_about(library: Library, beds: Path) -> None:
    library.librarian.add([*parcels(beds), Parcel("bad.txt", b"")], "张三")
    hidden = {name for name in os.listdir(library.corpus) if name.startswith(".")}
    assert hidden <= {".lock", ".changes.jsonl"}
