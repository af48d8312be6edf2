"""A build that was killed: the next one encodes only the rest, and is, byte for byte, the one from scratch."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_index import DIMENSION, files_of, piece

from yiyang_qa.building import build, build_afresh
from yiyang_qa.embed import HashedEncoder
from yiyang_qa.embed.encoder import Progress, Vectors
from yiyang_qa.errors import IndexMissing, IndexUnusable
from yiyang_qa.index import PIECE_ROWS, Pieces, TextVectors, open_build
from yiyang_qa.thesaurus import matters_at_large

KILLED = pytest.mark.skipif(os.name == "nt", reason="需要 fork 与 SIGKILL")
ARTICLES = 1400
Ask = Callable[[str], int]


class Counter(HashedEncoder):
    """An encoder that counts the texts it was given, those with which questions are compared left out."""

    def __init__(self, dimension: int = DIMENSION) -> None:
        super().__init__(dimension)
        self.given = -len(matters_at_large())

    def encode_passages(self, texts: list[str], progress: Progress | None = None) -> Vectors:  # type: ignore[override]
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        self.given += len(texts)
        return super().encode_passages(texts, progress)


@pytest.fixture(scope="module")
def text() -> str:
    articles = (f"第{i}条 编号{i}的机构每年给予{i}元。\n" for i in range(1, ARTICLES + 1))
    return "某市养老服务办法\n" + "".join(articles)


@pytest.fixture
def corpus(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory, text: str) -> tuple[dict[str, bytes], int]:
    """The files of a build that nothing disturbed, and how many texts it encoded."""
    folder, encoder = tmp_path_factory.mktemp("scratch"), Counter()
    (folder / "corpus").mkdir()
    (folder / "corpus" / "a.txt").write_text(text, encoding="utf-8")
    files = files_of(build(folder / "corpus", folder / "index", encoder))
    assert encoder.given > 2 * PIECE_ROWS
    return files, encoder.given


def left_over(index: Path) -> list[Path]:
    return list(index.glob(".encoded-*"))


# --- builds -----------------------------------------------------------------------


@KILLED
def test_killed_while_it_encodes(corpus: Path, ask: Ask, scratch: tuple[dict[str, bytes], int]) -> None:
    index, (wanted, total), done = corpus.parent / "index", scratch, 0
    told: list[tuple[int, int]] = []
    for call in (1, 2, 2):  # at once, after one piece, and after one more
        assert ask(f"wait {ask(f'build {call}')}") == -signal.SIGKILL
        done += call - 1
        with pytest.raises(IndexMissing):
            open_build(index)
    encoder = Counter()
    built = build(corpus, index, encoder, lambda *each: told.append(each))
    assert encoder.given == total - done * PIECE_ROWS
    assert told[0] == (min(total, (done + 1) * PIECE_ROWS), total)
    assert told[-1] == (total, total)
    assert files_of(built) == wanted
    assert left_over(index) == []


@KILLED
def test_killed_when_all_is_encoded(corpus: Path, ask: Ask, scratch: tuple[dict[str, bytes], int]) -> None:
    index, (wanted, total), encoder = corpus.parent / "index", scratch, Counter()
    last = -(-total // PIECE_ROWS) + 1
    assert ask(f"wait {ask(f'build {last}')}") == -signal.SIGKILL
    assert files_of(build(corpus, index, encoder)) == wanted
    assert encoder.given == 0
    assert left_over(index) == []


@KILLED
def test_what_another_encoder_left_is_not_taken_up_and_goes(corpus: Path, ask: Ask) -> None:
    index, encoder = corpus.parent / "index", Counter(24)
    assert ask(f"wait {ask('build 2')}") == -signal.SIGKILL
    assert len(left_over(index)) == 1
    built = build(corpus, index, encoder)
    assert files_of(built) == files_of(build(corpus, corpus.parent / "scratch", Counter(24)))
    assert left_over(index) == []


@KILLED
def test_made_afresh_it_takes_up_nothing(
    corpus: Path, ask: Ask, scratch: tuple[dict[str, bytes], int]
) -> None:
    index, (wanted, total), encoder = corpus.parent / "index", scratch, Counter()
    assert ask(f"wait {ask('build 2')}") == -signal.SIGKILL
    assert files_of(build_afresh(corpus, index, encoder)) == wanted
    assert encoder.given == total


@KILLED
def test_two_first_builds_at_once_take_turns(
    corpus: Path, ask: Ask, scratch: tuple[dict[str, bytes], int]
) -> None:
    index, (wanted, _) = corpus.parent / "index", scratch
    assert ask(f"wait {ask('build 3')}") == -signal.SIGKILL
    builders = [ask("build 0"), ask("build 0")]
    assert [ask(f"wait {builder}") for builder in builders] == [0, 0]
    assert files_of(index / open_build(index, thorough=True).build) == wanted
    assert left_over(index) == []


def test_what_may_not_be_kept_is_said_at_once(corpus: Path) -> None:
    index, encoder = corpus.parent / "index", Counter()
    index.mkdir()
    pieces = Pieces(index, encoder.digest, DIMENSION)
    pieces.add(*piece(0))
    (path,) = left_over(index)
    path.unlink()
    path.mkdir()
    with pytest.raises(IndexUnusable, match="索引写不进"):
        build(corpus, index, encoder)
    assert encoder.given <= 0  # said before anything is encoded


# --- pieces -----------------------------------------------------------------------


def kept(found: TextVectors) -> list[int]:
    """The numbers of the pieces that were found, each whole and as it was."""
    numbers = []
    for number in range(4):
        digests, vectors = piece(number)
        rows = found.find(digests)
        if (rows >= 0).any():
            assert np.array_equal(found.vectors(rows), vectors)
            numbers.append(number)
    assert len(found.digests) == len(numbers) * PIECE_ROWS
    return numbers


@pytest.fixture(scope="module")
def three() -> Iterator[bytes]:
    """Three pieces as they lie on the disk."""
    with TemporaryDirectory() as name:
        for number in range(3):
            Pieces(Path(name), "e", DIMENSION).add(*piece(number))
        (path,) = left_over(Path(name))
        yield path.read_bytes()


@KILLED
def test_killed_at_any_line_of_keeping(tmp_path: Path, ask: Ask) -> None:
    seen = set()
    for place in count(1):
        ended = ask(f"wait {ask(f'keep {place}')}")
        found = kept(Pieces(tmp_path, "e", DIMENSION).taken_up())
        assert found == list(range(len(found)))
        seen.add(len(found))
        for path in left_over(tmp_path):
            path.unlink()
        if ended == 0:
            break
        assert ended == -signal.SIGKILL
    assert seen == {0, 1, 2, 3}


SIZE = Pieces(Path(), "e", DIMENSION).size
PLACES = st.integers(0, 3 * SIZE - 1)


@settings(max_examples=40)
@given(PLACES | st.just(3 * SIZE), PLACES, st.integers(0, 255))
def test_a_damaged_piece_is_dropped_and_the_others_are_not(
    three: bytes, end: int, at: int, flip: int
) -> None:
    spoiled = bytearray(three)
    spoiled[at] ^= flip
    whole = [n for n in range(3) if (n + 1) * SIZE <= end and not (flip and at // SIZE == n)]
    with TemporaryDirectory() as name:
        pieces = Pieces(Path(name), "e", DIMENSION)
        pieces.add(*piece(0))
        (path,) = left_over(Path(name))
        path.write_bytes(spoiled[:end])
        assert kept(pieces.taken_up()) == whole
        pieces.add(*piece(3))  # behind what is left
        assert kept(pieces.taken_up()) == [*whole, 3]


def test_pieces_of_another_encoder_are_passed_over_even_under_its_name(tmp_path: Path, three: bytes) -> None:
    other = Pieces(tmp_path, "f", DIMENSION)
    other.add(*piece(3))
    (path,) = left_over(tmp_path)
    path.write_bytes(path.read_bytes() + three)
    assert kept(other.taken_up()) == [3]


def test_a_last_piece_is_shorter(tmp_path: Path) -> None:
    pieces = Pieces(tmp_path, "e", DIMENSION)
    digests, vectors = piece(0, 7)
    pieces.add(digests, vectors)
    found = pieces.taken_up()
    assert len(found.digests) == 7
    assert found.vectors(found.find(digests)).tolist() == vectors.tolist()
