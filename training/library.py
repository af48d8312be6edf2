"""The documents that a fold holds out, as an index of their own."""

from __future__ import annotations

from pathlib import Path

from training.bank import in_fold
from yiyang_qa.building import build, open_index
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex


def held_out_index(documents: Path, directory: Path, encoder: OnnxEncoder, fold: str) -> OpenIndex:
    """The ``documents`` of fold ``K/N``, linked into the empty ``directory`` and indexed there by ``encoder``."""
    paths = {path.stem: path for path in documents.iterdir() if path.stem != "README"}
    for name in in_fold(paths, fold):
        (directory / paths[name].name).symlink_to(paths[name].resolve())
    build(directory, directory / "index", encoder)
    return open_index(directory / "index", encoder)
