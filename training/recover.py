"""A served directory as a sentence-transformers directory: to go on training, or for other programs.

    python -m training.recover src/yiyang_qa/embed/model --to DIRECTORY

The weights are those of the 8-bit graph; exporting them again rounds them once more.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from training.checkpoint import Checkpoint, Shape
from training.start import write_sentence_transformers
from yiyang_qa.embed.onnx_encoder import MODEL, TOKENIZER, Manifest

_EMBEDDINGS = "embeddings."


def recover(served: Path) -> Checkpoint:
    """What ``training.export`` was given, as far as 8 bits kept it."""
    from sentencepiece import sentencepiece_model_pb2 as proto

    model = proto.ModelProto.FromString((served / TOKENIZER).read_bytes())
    pieces = tuple((piece.piece, piece.score) for piece in model.pieces)
    graph = onnx.load(str(served / MODEL)).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    return Checkpoint(_shape(graph, stored, Manifest.read(served)), pieces, dict(_tensors(stored)))


def _tensors(stored: Mapping[str, NDArray[Any]]) -> Iterator[tuple[str, NDArray[np.float32]]]:
    yield (
        f"{_EMBEDDINGS}word_embeddings.weight",
        stored["words"] * np.asarray(stored["word_scales"], np.float32),
    )
    positions = np.asarray(stored["positions"], np.float32)
    yield f"{_EMBEDDINGS}position_embeddings.weight", positions
    yield (
        f"{_EMBEDDINGS}token_type_embeddings.weight",
        np.zeros((2, positions.shape[1]), np.float32),
    )  # in positions
    for name, values in stored.items():
        scales = stored.get(f"{name.removesuffix('.weight')}.scale")
        if name.endswith(".weight") and scales is not None:
            first = name.replace(".key.", ".query.").replace(".value.", ".query.").removesuffix(".weight")
            weights = values.T * np.asarray(scales, np.float32)[:, None]
            yield name, np.ascontiguousarray(weights * stored[f"{first}.evening"])
        elif name.endswith((".weight", ".bias")):
            yield name, np.asarray(values, np.float32)


def _shape(graph: onnx.GraphProto, stored: Mapping[str, NDArray[Any]], said: Manifest) -> Shape:
    given = {a.name: a for node in graph.node for a in node.attribute}
    return Shape(
        hidden=said.dimension,
        layers=sum(name.endswith("intermediate.dense.weight") for name in stored),
        heads=given["num_heads"].i,
        feed_forward=len(stored["encoder.layer.0.intermediate.dense.bias"]),
        vocabulary=said.vocabulary,
        positions=len(stored["positions"]),
        types=2,
        epsilon=given["epsilon"].f,
    )


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("served", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    write_sentence_transformers(recover(given.served), given.to)


if __name__ == "__main__":
    main()
