"""What is written is opened; what was altered or is out of date is refused with its mend."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from filelock import FileLock
from sample_index import DIMENSION, contents, made, vectors, write_build

from yiyang_qa.errors import IndexDamaged, IndexMismatch, IndexMissing, IndexUnusable, PolicyError
from yiyang_qa.index import (
    DocumentsById,
    DocumentStore,
    LexicalIndex,
    OpenIndex,
    Sketches,
    encoded,
    invert,
    is_current,
    open_build,
)
from yiyang_qa.index.manifest import DIGESTED_UP_TO, read_manifest, write_manifest
from yiyang_qa.index.table import COLUMNS
from yiyang_qa.text import bigrams

CORPUS = dict(contents().recipe.corpus)


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    write_build(tmp_path / "index", contents())
    return tmp_path / "index"


def builds(index_dir: Path) -> set[str]:
    return {path.name for path in index_dir.iterdir() if path.is_dir()}


# --- the way there and back --------------------------------------------------------


def test_what_is_written_is_opened(index_dir: Path) -> None:
    wanted = contents()
    opened = open_build(index_dir, encoder_digest="e1", rules_digest="rules", corpus=CORPUS)
    assert list(opened.documents) == made(1)
    for name in (*COLUMNS, "digests"):
        assert getattr(opened.table, name).tolist() == getattr(wanted.whole.table, name).tolist()
    rows = np.arange(len(opened.table))
    assert opened.dense.vectors(rows).tolist() == vectors(1).tolist()
    assert (
        opened.landmarks.vectors(opened.landmarks.find(wanted.whole.table.digests)).tolist()
        == vectors(1).tolist()
    )
    query = bigrams("每张床位补助多少")
    assert (
        opened.lexical.scores(query).tolist() == LexicalIndex.of(wanted.whole.inverted).scores(query).tolist()
    )
    sketches = opened.sketches()
    for name in ("digests", "sizes", "ends", "marks"):
        assert getattr(sketches, name).tolist() == getattr(wanted.whole.sketches, name).tolist()
    assert opened.manifest.recipe == wanted.recipe
    assert (opened.manifest.documents, opened.manifest.rows, opened.manifest.dimension) == (2, 8, DIMENSION)


def test_documents_by_position_and_by_id(index_dir: Path) -> None:
    documents = open_build(index_dir).documents
    first, second = made(1)
    assert (documents[0], documents[1], documents[-1]) == (first, second, second)
    assert list(documents[:1]) == [first]
    assert documents.position("乙") == 1
    assert documents.position("丙") is None
    with pytest.raises(IndexError):
        documents[2]


def test_the_catalogue_has_all_but_text_and_clauses(index_dir: Path) -> None:
    bare = tuple(replace(document, text="", clauses=(), layout=None) for document in made(1))
    assert open_build(index_dir).documents.catalogue == bare


def test_an_index_without_documents(tmp_path: Path) -> None:
    write_build(tmp_path, contents(names=()))
    opened = open_build(tmp_path, corpus={})
    assert (len(opened.documents), len(opened.table), len(opened.dense), len(opened.lexical)) == (0, 0, 0, 0)


def test_opening_writes_nothing(index_dir: Path) -> None:
    def state() -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in [index_dir, *index_dir.rglob("*")]}

    before = state()
    open_build(index_dir, thorough=True)
    assert is_current(index_dir, "e1", "rules", CORPUS)
    assert state() == before


def test_a_build_in_use_outlives_its_removal(index_dir: Path) -> None:
    opened = open_build(index_dir)
    for edition in (2, 3):
        write_build(index_dir, contents(edition))
    assert opened.build not in builds(index_dir)
    assert opened.documents[0] == made(1)[0]
    assert len(opened.documents.catalogue) == len(opened.documents)
    assert opened.dense.top(np.ones(DIMENSION, np.float32), 3).rows.shape == (3,)


# --- replacing -----------------------------------------------------------------------


def test_the_build_before_is_kept_and_older_ones_go(index_dir: Path) -> None:
    first = open_build(index_dir).build
    second = write_build(index_dir, contents(2)).name
    assert builds(index_dir) == {first, second}
    third = write_build(index_dir, contents(3)).name
    assert builds(index_dir) == {second, third}
    assert open_build(index_dir).build == third


def test_other_files_of_the_directory_stay(index_dir: Path) -> None:
    (index_dir / "README.md").write_text("说明", encoding="utf-8")
    (index_dir / "notes").mkdir()
    (index_dir / ".tmp-abc").mkdir()
    for edition in (2, 3):
        write_build(index_dir, contents(edition))
    assert (index_dir / "README.md").exists()
    assert (index_dir / "notes").exists()
    assert not (index_dir / ".tmp-abc").exists()


def test_a_damaged_index_is_mended_by_a_build(index_dir: Path) -> None:
    (index_dir / "CURRENT").write_bytes(b"\xff\xfe")
    write_build(index_dir, contents(2))
    assert open_build(index_dir).documents[0] == made(2)[0]


def test_a_second_writer_is_told_to_wait(index_dir: Path) -> None:
    before = open_build(index_dir).build
    with FileLock(index_dir / ".lock"), pytest.raises(IndexUnusable, match="另一个进程正在写"):
        write_build(index_dir, contents(2), patience=0)
    assert open_build(index_dir).build == before


def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(IndexUnusable, match="索引写不进"):
        write_build(tmp_path / "file", contents())


def test_parts_that_do_not_belong_together_are_refused() -> None:
    whole = contents().whole
    with pytest.raises(ValueError, match="rows"):
        replace(contents(), whole=whole._replace(inverted=invert([["养老"]])))
    with pytest.raises(ValueError, match="corpus"):
        replace(contents(), whole=whole._replace(documents=whole.documents[:1]))
    with pytest.raises(ValueError, match="sketches"):
        replace(contents(), whole=whole._replace(sketches=Sketches.of(["养老"])))


# --- what is refused --------------------------------------------------------------------


def refused(index_dir: Path, kind: type[PolicyError], **wanted: object) -> str:
    with pytest.raises(kind) as caught:
        open_build(index_dir, **wanted)  # type: ignore[arg-type]
    assert "yiyang-qa build" in caught.value.message
    return caught.value.message


def test_no_index(tmp_path: Path) -> None:
    refused(tmp_path / "none", IndexMissing)
    refused(tmp_path, IndexMissing)
    assert not is_current(tmp_path, "e1", "rules", CORPUS)


@pytest.mark.parametrize("pointer", [b"", b"../../etc", b"\xff\xfe", b"20261121T084502-000000000000\n"])
def test_a_pointer_to_no_build(index_dir: Path, pointer: bytes) -> None:
    (index_dir / "CURRENT").write_bytes(pointer)
    refused(index_dir, IndexDamaged)
    assert not is_current(index_dir, "e1", "rules", CORPUS)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def alter(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("damage", [cut, alter, Path.unlink], ids=["cut", "altered", "missing"])
def test_damage_to_any_file_is_found(index_dir: Path, tmp_path: Path, damage: Callable[[Path], None]) -> None:
    build = index_dir / open_build(index_dir).build
    names = [path.name for path in build.iterdir()]
    assert len(names) == 15
    for name in names:
        copy = shutil.copytree(index_dir, tmp_path / f"copy of {name}")
        damage(copy / build.name / name)
        message = refused(copy, IndexDamaged)
        assert name in message or name == "manifest.json"
        assert not is_current(copy, "e1", "rules", CORPUS)


def test_a_large_file_is_compared_by_size_and_damage_is_met_on_reading(tmp_path: Path) -> None:
    small = contents(names=("甲",))
    large = encoded(replace(made(1)[0], text="医" * (DIGESTED_UP_TO // 3)))
    write_build(tmp_path, replace(small, whole=small.whole._replace(documents=[large])))
    lines = tmp_path / open_build(tmp_path).build / "documents.jsonl"
    alter(lines)
    opened = open_build(tmp_path)
    with pytest.raises(IndexDamaged, match="yiyang-qa build"):
        opened.documents[0]
    assert "documents.jsonl" in refused(tmp_path, IndexDamaged, thorough=True)
    cut(lines)
    assert "documents.jsonl" in refused(tmp_path, IndexDamaged)


def test_a_catalogue_that_is_damaged_is_met_on_reading(index_dir: Path) -> None:
    directory = index_dir / open_build(index_dir).build
    (directory / "catalogue.jsonl").write_bytes(b'{"id":"d","title":1}\n')
    store = DocumentStore(directory)
    assert store.position("d") == 0
    with pytest.raises(IndexDamaged, match="yiyang-qa build"):
        _ = store.catalogue


def test_another_format(index_dir: Path) -> None:
    build = open_build(index_dir).build
    manifest = read_manifest(index_dir / build, build.rpartition("-")[2])
    digest = write_manifest(index_dir / build, replace(manifest, format=0))
    (index_dir / build).rename(index_dir / f"20261121T084502-{digest}")
    (index_dir / "CURRENT").write_text(f"20261121T084502-{digest}", encoding="utf-8")
    assert "格式" in refused(index_dir, IndexMismatch)


def test_another_encoder(index_dir: Path) -> None:
    assert "另一个编码器（小编码器）" in refused(index_dir, IndexMismatch, encoder_digest="e2")
    assert not is_current(index_dir, "e2", "rules", CORPUS)


def test_other_rules(index_dir: Path) -> None:
    assert "规则" in refused(index_dir, IndexMismatch, rules_digest="other")
    assert not is_current(index_dir, "e1", "other", CORPUS)


@pytest.mark.parametrize(
    ("corpus", "words"),
    [
        (CORPUS | {"丙": "3"}, "新增 丙）"),
        ({"甲": CORPUS["甲"]}, "减少 乙）"),
        (CORPUS | {"乙": "changed"}, "改动 乙）"),
        ({"丙": "3"}, "新增 丙；减少 乙、甲）"),
        (CORPUS | {f"文件{i}": "" for i in range(9)}, "等 9 份"),
    ],
)
def test_another_corpus(index_dir: Path, corpus: dict[str, str], words: str) -> None:
    assert words in refused(index_dir, IndexMismatch, corpus=corpus)
    assert not is_current(index_dir, "e1", "rules", corpus)


def test_what_is_not_asked_is_not_compared(index_dir: Path) -> None:
    assert isinstance(open_build(index_dir), OpenIndex)


def test_documents_are_found_by_id(tmp_path: Path) -> None:
    write_build(tmp_path, contents(3))
    by_id = DocumentsById(open_build(tmp_path).documents)
    assert list(by_id) == ["甲", "乙"]
    assert dict(by_id) == {document.id: document for document in made(3)}
    assert by_id.get("没有这份") is None
