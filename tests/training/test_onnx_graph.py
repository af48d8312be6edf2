"""The 8-bit graph beside the same network written out in numpy."""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from training.checkpoint import BLOCK, Shape, Tensors, dequantise, read_checkpoint
from training.graph import build_graph, quantise_rows
from training.start import original_weights

SHAPE = Shape(64, 2, 4, 128, 100, 32, 2, 1e-12)
Floats = NDArray[np.float32]


def random_tensors(shape: Shape) -> Tensors:
    draw = np.random.default_rng(7)
    inner, outer = shape.hidden, shape.feed_forward
    sizes = {
        "embeddings.word_embeddings.weight": (shape.vocabulary, inner),
        "embeddings.position_embeddings.weight": (shape.positions, inner),
        "embeddings.token_type_embeddings.weight": (shape.types, inner),
    }
    for layer in range(shape.layers):
        for part in (
            "attention.self.query",
            "attention.self.key",
            "attention.self.value",
            "attention.output.dense",
        ):
            sizes[f"encoder.layer.{layer}.{part}.weight"] = (inner, inner)
        sizes[f"encoder.layer.{layer}.intermediate.dense.weight"] = (outer, inner)
        sizes[f"encoder.layer.{layer}.output.dense.weight"] = (inner, outer)
    tensors = {name: draw.normal(0, 0.15, size).astype(np.float32) for name, size in sizes.items()}
    for name, (rows, _columns) in sizes.items():
        if name.startswith("encoder"):
            tensors[name.replace("weight", "bias")] = draw.normal(0, 0.1, rows).astype(np.float32)
    norms = ["embeddings.LayerNorm"]
    for layer in range(shape.layers):
        norms += [f"encoder.layer.{layer}.{part}.LayerNorm" for part in ("attention.output", "output")]
    for name in norms:
        tensors[f"{name}.weight"] = draw.normal(1, 0.1, inner).astype(np.float32)
        tensors[f"{name}.bias"] = draw.normal(0, 0.1, inner).astype(np.float32)
    return tensors


def ones(tensors: Tensors) -> Tensors:
    """Inputs that all reach equally far."""
    linears = (name for name in tensors if name.startswith("encoder") and tensors[name].ndim == 2)
    return {name.removesuffix(".weight"): np.ones(tensors[name].shape[1], np.float32) for name in linears}


def forward(shape: Shape, tensors: Tensors, ids: list[int]) -> Floats:
    """BERT (Devlin et al. 2019) for one text, mean-pooled to unit length."""
    from math import erf

    def linear(x: Floats, name: str) -> Floats:
        return np.asarray(x @ tensors[f"{name}.weight"].T + tensors[f"{name}.bias"])

    def normalise(x: Floats, name: str) -> Floats:
        centred = x - x.mean(1, keepdims=True)
        scaled = centred / np.sqrt(centred.var(1, keepdims=True) + shape.epsilon)
        return np.asarray(scaled * tensors[f"{name}.weight"] + tensors[f"{name}.bias"])

    words = tensors["embeddings.word_embeddings.weight"][ids]
    places = tensors["embeddings.position_embeddings.weight"][: len(ids)]
    x = normalise(
        words + places + tensors["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm"
    )
    size = shape.hidden // shape.heads
    for layer in range(shape.layers):
        at = f"encoder.layer.{layer}."
        query, key, value = (linear(x, f"{at}attention.self.{part}") for part in ("query", "key", "value"))
        mixed = np.empty_like(x)
        for head in range(shape.heads):
            columns = slice(head * size, (head + 1) * size)
            weights = np.exp(query[:, columns] @ key[:, columns].T / size**0.5)
            mixed[:, columns] = weights / weights.sum(1, keepdims=True) @ value[:, columns]
        x = normalise(x + linear(mixed, f"{at}attention.output.dense"), f"{at}attention.output.LayerNorm")
        inner = linear(x, f"{at}intermediate.dense")
        inner = inner * (1 + np.vectorize(erf)(inner / 2**0.5)) / 2
        x = normalise(x + linear(inner, f"{at}output.dense"), f"{at}output.LayerNorm")
    mean = x.mean(0)
    return np.asarray(mean / np.linalg.norm(mean))


@pytest.mark.parametrize("ids", [[0, 2], [0, 5, 9, 2], [0, *range(30, 60), 2]], ids=len)
def test_the_graph_computes_the_network(tmp_path: Path, ids: list[int]) -> None:
    tensors = random_tensors(SHAPE)
    onnx.save(build_graph(SHAPE, tensors, ones(tensors)), str(tmp_path / "model.onnx"))
    session = onnxruntime.InferenceSession(str(tmp_path / "model.onnx"), providers=["CPUExecutionProvider"])
    found = session.run(None, {"input_ids": np.array([ids, ids])})[0]
    assert found.shape == (2, SHAPE.hidden)
    assert (found @ forward(SHAPE, tensors, ids)).min() > 0.995


def test_quantised_rows_are_within_half_a_step() -> None:
    weights = np.random.default_rng(1).normal(size=(40, 24)).astype(np.float32)
    weights[3] = 0
    integers, scales = quantise_rows(weights, 63)
    assert abs(integers).max() == 63
    assert np.all(abs(integers * scales[:, None] - weights) <= scales[:, None] * 0.5001)


@given(st.lists(st.binary(min_size=18, max_size=18), min_size=1, max_size=4).map(b"".join))
def test_blocks_of_four_bits_are_read_by_hand(data: bytes) -> None:
    blocks = np.frombuffer(data, np.uint8).reshape(-1, 2 + BLOCK // 2)
    expected: list[np.float32] = []
    with np.errstate(invalid="ignore"):
        for block in blocks:
            scale = np.float32(np.frombuffer(block[:2].tobytes(), "<f2")[0])
            low, high = [int(byte) % 16 for byte in block[2:]], [int(byte) // 16 for byte in block[2:]]
            expected += [scale * np.float32(nibble - 8) for nibble in low + high]
        assert np.array_equal(dequantise(blocks), expected, equal_nan=True)


@pytest.mark.parametrize("size", [0, 3, 40, 5_000, 9_000_000])
def test_a_file_cut_short_is_refused(tmp_path: Path, size: int) -> None:
    with original_weights().open("rb") as file:
        (tmp_path / "cut.bin").write_bytes(file.read(size))
    with pytest.raises(ValueError, match=r"cut\.bin"):
        read_checkpoint(tmp_path / "cut.bin")
