"""The documents that a fold holds out, as an index of their own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from training.bank import in_fold
from yiyang_qa.building import build, open_index
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex


def held_out_index(documents: Path, directory: Path, encoder: OnnxEncoder, fold: str) -> OpenIndex:
    """The ``documents`` of fold ``K/N``, linked into the empty ``directory`` and indexed there by ``encoder``."""
    paths = {path.stem: path for path in documents.iterdir() if path.stem != "README"}
    link((paths[name] for name in in_fold(paths, fold)), directory)
    build(directory, directory / "index", encoder)
    return open_index(directory / "index", encoder)


def link(paths: Iterable[Path], directory: Path) -> None:
    """Each of the files ``paths`` under its own name in ``directory``."""
    for path in paths:
        (directory / path.name).symlink_to(path.resolve())
