"""A build that takes over from the one before is, byte for byte, the build from scratch."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_index import files_of

from yiyang_qa.building import build, build_afresh, open_index
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.embed.encoder import Vectors
from yiyang_qa.errors import CorpusError
from yiyang_qa.index import (
    Contents,
    DenseIndex,
    Lender,
    PassageTable,
    Place,
    Recipe,
    Sketches,
    TextVectors,
    Whole,
    digests_of,
    encoded,
    invert,
    joined,
    open_build,
    writing,
)
from yiyang_qa.index.manifest import Manifest, write_manifest
from yiyang_qa.index.textvectors import BLOCK_ROWS
from yiyang_qa.search.ranking import Ranker
from yiyang_qa.types import Document

LINES = [
    "一、建设补贴。每张床位给予1万元建设补贴。",
    "二、家庭病床。每床每日补贴30元。（责任单位：市卫生健康委员会）",
    "三、长期护理保险。每月最高支付1550元。到2025年全面推开。",
    "四、监督管理。各部门按职责分工负责。",
    "某市民政局\n2022年5月11日",
]
NAMES = ["a", "b", "c", "养老"]
Edit = tuple[str, tuple[int, ...], bool]


class Recorder(HashedEncoder):
    """An encoder that keeps a list of the passages it was given."""

    def __init__(self) -> None:
        super().__init__(16)
        self.given: list[str] = []

    def encode_passages(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        self.given += texts
        return super().encode_passages(texts, progress)


def put(folder: Path, name: str, *lines: str) -> None:
    (folder / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three documents, and an index of them."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    put(folder, "a", *LINES[:2])
    put(folder, "b", *LINES[1:4])
    put(folder, "c", *LINES[2:])
    build(folder, tmp_path / "index", Recorder())
    return folder


EDITS = st.tuples(st.sampled_from(NAMES), st.lists(st.integers(0, 4), max_size=4).map(tuple), st.booleans())


@settings(max_examples=30)
@given(st.lists(st.lists(EDITS, min_size=1, max_size=3), min_size=1, max_size=4))
def test_whatever_was_added_changed_and_removed(rounds: list[list[Edit]]) -> None:
    with TemporaryDirectory() as name:
        corpus = Path(name) / "corpus"
        corpus.mkdir()
        put(corpus, "始终", *LINES)
        for edits in rounds:
            for document, lines, sidecar in edits:
                notes = corpus / f"{document}.toml"
                notes.unlink(missing_ok=True)
                (corpus / f"{document}.txt").unlink(missing_ok=True)
                if lines:
                    put(corpus, document, *(LINES[i] for i in lines))
                if lines and sidecar:
                    notes.write_text('region = "500000"', encoding="utf-8")
            built = build(corpus, Path(name) / "index", HashedEncoder(16))
        scratch = build(corpus, Path(name) / "scratch", HashedEncoder(16))
        assert files_of(built) == files_of(scratch)


def test_only_texts_not_seen_before_are_encoded(corpus: Path) -> None:
    encoder = Recorder()
    put(corpus, "d", LINES[0], "五、新的一条。只有这一条要编码。")
    build(corpus, corpus.parent / "index", encoder)
    assert len(encoder.given) == len(set(encoder.given))
    assert encoder.given
    assert all("五、" in text for text in encoder.given)
    (corpus / "a.txt").unlink()
    encoder.given.clear()
    build(corpus, corpus.parent / "index", encoder)
    assert encoder.given == []


def test_an_unchanged_document_is_not_read_again(corpus: Path) -> None:
    """Its lines come from the index, where a title was put that no file has."""
    index = corpus.parent / "index"
    opened = open_build(index)
    lender = Lender(opened)
    whole = joined([lender.part()], [Place(0, i) for i in range(3)])
    planted = encoded(replace(opened.documents[0], title="没有这个标题"))
    with writing(index) as write:
        write(
            Contents(
                recipe=opened.manifest.recipe,
                whole=whole._replace(documents=[planted, *whole.documents[1:]]),
                dimension=opened.dense.dimension,
                vectors=lambda digests: lender.vectors(lender.find(digests)),
                landmarks=opened.landmarks,
            ),
            opened,
        )
    put(corpus, "d", LINES[0])
    build(corpus, index, Recorder())
    assert [d.title == "没有这个标题" for d in open_build(index).documents] == [True, False, False, False]


def reseal(build: Path, manifest: Manifest) -> None:
    """Give the build in use another manifest."""
    renamed = f"20261121T084502-{write_manifest(build, manifest)}"
    build.rename(build.with_name(renamed))
    build.with_name("CURRENT").write_text(renamed, encoding="utf-8")


def test_other_rules_read_everything_and_encode_nothing(corpus: Path) -> None:
    index, encoder = corpus.parent / "index", Recorder()
    opened = open_build(index)
    older = replace(opened.manifest.recipe, rules_digest="older")
    reseal(opened.directory, replace(opened.manifest, recipe=older))
    put(corpus, "b", *LINES[:2])
    build(corpus, index, encoder)
    assert encoder.given == []
    open_index(index, encoder, corpus)


def test_an_index_without_sketches_is_taken_over_with_them(corpus: Path) -> None:
    index = corpus.parent / "index"
    opened = open_build(index)
    files = {name: seal for name, seal in opened.manifest.files.items() if "sketches" not in name}
    for name in opened.manifest.files.keys() - files:
        (opened.directory / name).unlink()
    reseal(opened.directory, replace(opened.manifest, files=files))
    put(corpus, "d", LINES[0])
    built = build(corpus, index, HashedEncoder(16))
    assert files_of(built) == files_of(build(corpus, corpus.parent / "scratch", HashedEncoder(16)))


def test_another_encoder_encodes_everything(corpus: Path) -> None:
    other = HashedEncoder(24)
    built = build(corpus, corpus.parent / "index", other)
    assert files_of(built) == files_of(build(corpus, corpus.parent / "scratch", other))


@pytest.mark.parametrize(
    "pattern", ["passages.npy", "lexical-rows.npy", "vectors-*.faiss", "documents.jsonl"]
)
def test_nothing_damaged_is_taken_over(corpus: Path, pattern: str) -> None:
    index = corpus.parent / "index"
    (path,) = open_build(index).directory.glob(pattern)
    data = bytearray(path.read_bytes())
    data[-40] ^= 1
    path.write_bytes(data)
    put(corpus, "d", LINES[4])
    built = build(corpus, index, HashedEncoder(16))
    assert files_of(built) == files_of(build(corpus, corpus.parent / "scratch", HashedEncoder(16)))


def test_made_afresh_everything_is_encoded(corpus: Path) -> None:
    encoder = Recorder()
    build_afresh(corpus, corpus.parent / "index", encoder)
    assert len(encoder.given) > 96


def test_opening_encodes_nothing(corpus: Path) -> None:
    encoder = Recorder()
    Ranker(open_index(corpus.parent / "index", encoder, corpus), encoder)
    assert encoder.given == []


def test_a_fault_in_one_file_keeps_the_index_in_use(corpus: Path) -> None:
    index = corpus.parent / "index"
    before = open_build(index).build
    (corpus / "d.txt").write_bytes(b"")
    with pytest.raises(CorpusError, match=r"d\.txt 是空文件"):
        build(corpus, index, HashedEncoder(16))
    assert open_build(index).build == before
    assert {path.name for path in index.iterdir()} == {before, "CURRENT", ".lock"}


def synthetic(texts: Sequence[str]) -> Contents:
    """One document without clauses and a row for each text, with a vector of its own."""
    digests = digests_of(texts)
    document = encoded(Document("d", "", "", "", None, ()))
    table = PassageTable.of(np.zeros((6, len(texts)), np.int32), digests)
    whole = Whole([document], table, invert([[text] for text in texts]), Sketches.of([""]))
    known = TextVectors.of(
        digests, DenseIndex.build(np.frombuffer(digests.tobytes(), np.uint8).reshape(-1, 16))
    )
    recipe = Recipe("e", "e", "r", {"d": "f"})
    return Contents(recipe, whole, 16, lambda wanted: known.vectors(known.find(wanted)), known)


def test_blocks_of_vectors_that_stay_the_same_are_shared(tmp_path: Path) -> None:
    texts = [str(i) for i in range(4 * BLOCK_ROWS)]
    more = [*texts[:20_000], "新", *texts[20_000:]]
    with writing(tmp_path) as write:
        first = write(synthetic(texts), None)
        second = write(synthetic(more), open_build(tmp_path))
    inodes = [{path.stat().st_ino for path in build.glob("vectors-*")} for build in (first, second)]
    assert len(inodes[0] & inodes[1]) == len(inodes[0]) - 1 > 2
    opened = open_build(tmp_path, thorough=True)
    wanted = synthetic(more).vectors(opened.table.digests)
    assert opened.dense.vectors(np.arange(len(more))).tolist() == wanted.tolist()
    shutil.rmtree(first)
    assert open_build(tmp_path, thorough=True).dense.vectors(np.arange(9)).tolist() == wanted[:9].tolist()
