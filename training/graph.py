"""A BERT encoder as an ONNX graph in 8 bits, mean-pooled to unit length: the door to onnx.

One run takes rows of equal length, so there is no padding and no mask. Linear layers quantise their
input while running (``DynamicQuantizeMatMul``); their weights use 90 levels of 127: on processors
without VNNI the sum of two products overflows, if both weights and inputs are near their limits, which
90 leaves to inputs above five sevenths of theirs. A few channels reach
much farther than the rest and would use up the levels of a whole text: they are scaled down before
rounding and their weights up (Xiao et al. 2023, "SmoothQuant").
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from training.checkpoint import Shape, Tensors

_MICROSOFT = "com.microsoft"
_OPSETS = {"": 21, _MICROSOFT: 1}
_IR_VERSION = 10  # onnxruntime 1.20 reads it
_WEIGHT_LEVELS = 90
_EMBEDDING_LEVELS = 127
_LEAST = 1e-5  # reach of a channel that is never used
_SMOOTHING = 0.7  # exponent of the inputs' reach; the rest of 1 is that of the weights
_CHUNK = 1 << 14  # rows quantised at a time, to keep the peak of memory low


def build_graph(shape: Shape, tensors: Tensors, peaks: Tensors) -> onnx.ModelProto:
    """The model of ``shape`` with ``tensors`` by their Hugging Face names.

    ``peaks`` is how far each input channel of a linear layer reaches, by the layer's name.
    Input ``input_ids``: int64 (rows, tokens). Output ``embedding``: float32 (rows, hidden).
    """
    graph = _Graph(shape, tensors, peaks, _empty_model(shape))
    state = _embeddings(graph)
    for layer in range(shape.layers):
        state = _layer(graph, state, f"encoder.layer.{layer}.")
    mean = graph.node("ReduceMean", state, graph.constant("token_axis", [1]), keepdims=0)
    graph.node("LpNormalization", mean, out="embedding", axis=-1, p=2)
    return graph.model


def quantise_rows(weights: NDArray[np.float32], levels: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Integers in ±``levels`` and a scale for each row: ``weights ≈ integers × scales[:, None]``."""
    scales = np.maximum(weights.max(axis=1), -weights.min(axis=1)) / np.float32(levels)
    scales[scales == 0] = 1
    integers = np.empty(weights.shape, np.int8)
    for start in range(0, len(weights), _CHUNK):
        rows = slice(start, start + _CHUNK)
        integers[rows] = np.rint(weights[rows] / scales[rows, None])
    return integers, scales


@dataclass(slots=True)
class _Graph:
    shape: Shape
    tensors: Tensors
    peaks: Tensors
    model: onnx.ModelProto  # written in place: the libraries' ways to assemble one copy all weights twice

    def node(self, kind: str, *inputs: str, out: str = "", **attributes: Any) -> str:
        nodes = self.model.graph.node
        name = out or f"{kind}_{len(nodes)}"
        nodes.append(helper.make_node(kind, inputs, [name], name, **attributes))
        return name

    def constant(self, name: str, values: Any) -> str:
        self.model.graph.initializer.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def weight(self, name: str) -> str:
        return self.constant(name, self.tensors[name])

    def linears(self, state: str, *names: str) -> list[str]:
        """Linear layers over one input, which is evened out for all of them."""
        reach = np.max([np.abs(self.tensors[f"{name}.weight"]).max(axis=0) for name in names], axis=0)
        spread = np.maximum(self.peaks[names[0]], _LEAST) ** _SMOOTHING / np.maximum(reach, _LEAST) ** (
            1 - _SMOOTHING
        )
        spread = (spread / spread.mean()).astype(np.float32)
        even = self.node("Mul", state, self.constant(f"{names[0]}.evening", 1 / spread))
        return [self._linear(even, name, spread) for name in names]

    def _linear(self, state: str, name: str, spread: NDArray[np.float32]) -> str:
        integers, scales = quantise_rows(self.tensors[f"{name}.weight"] * spread, _WEIGHT_LEVELS)
        weight = self.constant(f"{name}.weight", integers.T)
        scale, no_zero_point = self.constant(f"{name}.scale", scales), ""
        bias = self.weight(f"{name}.bias")
        return self.node(
            "DynamicQuantizeMatMul", state, weight, scale, no_zero_point, bias, domain=_MICROSOFT
        )

    def normalise(self, state: str, name: str) -> str:
        weight, bias = self.weight(f"{name}.weight"), self.weight(f"{name}.bias")
        return self.node("LayerNormalization", state, weight, bias, axis=-1, epsilon=self.shape.epsilon)


def _empty_model(shape: Shape) -> onnx.ModelProto:
    ids = helper.make_tensor_value_info("input_ids", TensorProto.INT64, ["rows", "tokens"])
    out = helper.make_tensor_value_info("embedding", TensorProto.FLOAT, ["rows", shape.hidden])
    opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
    graph = helper.make_graph([], "encoder", [ids], [out])
    return helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION)


def _embeddings(graph: _Graph) -> str:
    integers, scales = quantise_rows(graph.tensors["embeddings.word_embeddings.weight"], _EMBEDDING_LEVELS)
    rows = graph.node("Gather", graph.constant("words", integers), "input_ids")
    row_scales = graph.node("Gather", graph.constant("word_scales", scales[:, None]), "input_ids")
    words = graph.node("Mul", graph.node("Cast", rows, to=TensorProto.FLOAT), row_scales)

    first_type = graph.tensors["embeddings.token_type_embeddings.weight"][0]
    places = graph.constant("positions", graph.tensors["embeddings.position_embeddings.weight"] + first_type)
    zero, one = graph.constant("zero", [0]), graph.constant("one", [1])
    length = graph.node("Gather", graph.node("Shape", "input_ids"), one)
    places = graph.node("Slice", places, zero, length, zero)
    return graph.normalise(graph.node("Add", words, places), "embeddings.LayerNorm")


def _layer(graph: _Graph, state: str, name: str) -> str:
    parts = (f"{name}attention.self.{part}" for part in ("query", "key", "value"))
    query, key, value = graph.linears(state, *parts)
    heads = graph.shape.heads
    attended = graph.node("MultiHeadAttention", query, key, value, domain=_MICROSOFT, num_heads=heads)
    (attended,) = graph.linears(attended, f"{name}attention.output.dense")
    state = graph.normalise(graph.node("Add", state, attended), f"{name}attention.output.LayerNorm")
    (inner,) = graph.linears(state, f"{name}intermediate.dense")
    (outer,) = graph.linears(graph.node("Gelu", inner, domain=_MICROSOFT), f"{name}output.dense")
    return graph.normalise(graph.node("Add", state, outer), f"{name}output.LayerNorm")
