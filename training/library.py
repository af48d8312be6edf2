"""The documents that a fold holds out, as an index of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from training.bank import in_fold
from yiyang_qa.building import build, open_index
from yiyang_qa.embed.onnx_encoder import OnnxEncoder
from yiyang_qa.index import OpenIndex


def held_out_index(documents: Path, directory: Path, encoder: OnnxEncoder, fold: str) -> OpenIndex:
    """The ``documents`` of fold ``K/N``, linked into the empty ``directory`` and indexed there by ``encoder``."""
    paths = {path.stem: path for path in _files(documents)}
    _link((paths[name] for name in in_fold(paths, fold)), directory)
    build(directory, directory / "index", encoder)
    return open_index(directory / "index", encoder)


def link_all(folders: Iterable[Path], directory: Path) -> None:
    """Every document of ``folders`` under its own name in ``directory``."""
    _link((path for folder in folders for path in _files(folder)), directory)


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.iterdir() if path.is_file() and path.stem != "README")


def _link(paths: Iterable[Path], directory: Path) -> None:
    for path in paths:
        (directory / path.name).symlink_to(path.resolve())
