"""The steps on a network small enough to be taught in a second."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from test_onnx_graph import SHAPE, random_tensors  # noqa: E402
from training.average import average  # noqa: E402
from training.checkpoint import Checkpoint  # noqa: E402
from training.export import export  # noqa: E402
from training.lessons import Batch, Draw  # noqa: E402
from training.network import PASSAGE, QUERY, Network, state  # noqa: E402
from training.recover import recover  # noqa: E402
from training.start import write_sentence_transformers  # noqa: E402
from training.tokenizer import SPECIALS, read_pieces  # noqa: E402
from training.train import Recipe, train  # noqa: E402
from training.trim import trim  # noqa: E402

from yiyang_qa.embed.onnx_encoder import MODEL, OnnxEncoder  # noqa: E402

pytestmark = [pytest.mark.torch]

WORDS = "养老机构补贴多少钱护理老人申请条件医院床位天办法市县街道二百元每月第条一"
TEXTS = ["养老机构补贴多少钱", "护理老人申请条件", "医院床位", "每月二百元", "街道办", "第一条"]
RECIPE, DRAW = Recipe(rate=1e-3, warm_up=1), Draw(epochs=2, batch=3)


def pieces() -> tuple[tuple[str, float], ...]:
    ordered = [SPECIALS[role] for role in ("bos", "pad", "eos", "unk")]
    words = ["▁", ":", "query", "passage", *dict.fromkeys(WORDS), "养老机构", "привет", "Ж"]
    filler = [f"zq{n}" for n in range(SHAPE.vocabulary - len(ordered) - len(words) - 1)]
    return tuple((piece, -float(n)) for n, piece in enumerate([*ordered, *words, *filler, SPECIALS["mask"]]))


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("steps") / "start"
    write_sentence_transformers(Checkpoint(SHAPE, pieces(), random_tensors(SHAPE)), path)
    return path


class Drill:
    """The same three questions over and over: what ``Lessons`` offers to ``train``."""

    def batches(self, draw: Draw) -> list[Batch]:
        masked = np.zeros((draw.batch, draw.batch), bool)
        return [Batch(TEXTS[::2], TEXTS[1::2], masked)] * 3 * draw.epochs


def margin(network: Network) -> float:
    """How much nearer the questions of the drill are to their answers than to the others'."""
    scores = network.encode(TEXTS[::2], QUERY) @ network.encode(TEXTS[1::2], PASSAGE).T
    return float(scores.diagonal().mean() - scores.mean())


def test_training_brings_answers_nearer(start: Path, tmp_path: Path) -> None:
    train(start, tmp_path, Drill(), RECIPE, replace(DRAW, epochs=8))
    assert margin(Network(tmp_path / "epoch8")) > margin(Network(start)) + 0.05
    words = "embeddings.word_embeddings.weight"
    assert torch.equal(state(start)[words], state(tmp_path / "epoch8")[words])  # frozen


class Tempting(Drill):
    """The drill, and a fourth question that none of its passages answers."""

    def batches(self, draw: Draw) -> list[Batch]:
        masked = np.zeros((draw.batch + 1, draw.batch), bool)
        return [Batch([*TEXTS[::2], "天二百"], TEXTS[1::2], masked, unanswered=1)] * 3 * draw.epochs


def test_what_nothing_answers_is_pushed_away_from_all(start: Path, tmp_path: Path) -> None:
    def nearest(network: Network) -> tuple[float, float]:
        passages = network.encode(TEXTS[1::2], PASSAGE)
        unanswered, answered = network.encode(["天二百"], QUERY), network.encode(TEXTS[::2], QUERY)
        return float((unanswered @ passages.T).max()), float((answered @ passages.T).diagonal().min())

    train(start, tmp_path, Tempting(), RECIPE, replace(DRAW, epochs=8))
    near, right = nearest(Network(tmp_path / "epoch8"))
    assert near < right - 0.02
    assert near < nearest(Network(start))[0]


def test_a_run_that_was_stopped_ends_like_one_that_was_not(
    start: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.train._EVERY", 2)
    train(start, tmp_path / "straight", Drill(), RECIPE, DRAW)

    class Stopped(Exception):
        pass

    class Breaking(Drill):
        def batches(self, draw: Draw) -> list[Batch]:
            return Breaks(super().batches(draw))

    class Breaks(list[Batch]):
        def __getitem__(self, step: int) -> Batch:  # type: ignore[override]
            if step == 5:
                raise Stopped
            return super().__getitem__(step)

    with pytest.raises(Stopped):
        train(start, tmp_path / "stopped", Breaking(), RECIPE, DRAW)
    train(start, tmp_path / "stopped", Drill(), RECIPE, DRAW)
    one, other = state(tmp_path / "straight" / "epoch2"), state(tmp_path / "stopped" / "epoch2")
    assert all(torch.allclose(one[name], other[name], atol=1e-5) for name in one)


def test_the_mean_lies_between(start: Path, tmp_path: Path) -> None:
    train(start, tmp_path / "trained", Drill(), RECIPE, DRAW)
    average(start, [tmp_path / "trained" / "epoch1", tmp_path / "trained" / "epoch2"], 0.5, tmp_path / "mean")
    name = "encoder.layer.0.output.dense.weight"
    one, first, second = (state(tmp_path / p)[name] for p in ("mean", "trained/epoch1", "trained/epoch2"))
    assert torch.allclose(one, state(start)[name] / 2 + first / 4 + second / 4, atol=1e-6)


def test_trimming_keeps_vectors_of_chinese_text(start: Path, tmp_path: Path) -> None:
    kept = trim(start, tmp_path / "small", TEXTS, size=50)
    names = {piece for piece, _score in read_pieces(tmp_path / "small")}
    assert kept == len(names) == 50 < SHAPE.vocabulary
    assert {"养老机构", "query", "passage", *SPECIALS.values()} <= names
    assert not {"привет", "Ж"} & names
    before, after = Network(start).encode(TEXTS, PASSAGE), Network(tmp_path / "small").encode(TEXTS, PASSAGE)
    assert (before * after).sum(1).min() > 0.999


def test_eight_bits_and_back(start: Path, tmp_path: Path) -> None:
    export(start, tmp_path / "served")
    write_sentence_transformers(recover(tmp_path / "served"), tmp_path / "back")
    again = export(tmp_path / "back", tmp_path / "again")
    served, plain = OnnxEncoder(tmp_path / "served"), Network(start)
    assert (served.encode_passages(TEXTS) * plain.encode(TEXTS, PASSAGE)).sum(1).min() > 0.995
    back = OnnxEncoder(tmp_path / "again")
    assert (back.encode_passages(TEXTS) * served.encode_passages(TEXTS)).sum(1).min() > 0.995
    assert again.vocabulary == SHAPE.vocabulary
    assert (tmp_path / "served" / MODEL).stat().st_size == (tmp_path / "again" / MODEL).stat().st_size


def test_weights_with_more_rows_than_pieces_are_served(tmp_path: Path) -> None:
    """As those of multilingual-e5-small are: 250,037 rows, 250,002 pieces."""
    fewer = (*pieces()[:-4], pieces()[-1])
    write_sentence_transformers(Checkpoint(SHAPE, fewer, random_tensors(SHAPE)), tmp_path / "start")
    assert export(tmp_path / "start", tmp_path / "served").vocabulary == len(fewer)
    served, plain = OnnxEncoder(tmp_path / "served"), Network(tmp_path / "start")
    assert (served.encode_passages(TEXTS) * plain.encode(TEXTS, PASSAGE)).sum(1).min() > 0.995
