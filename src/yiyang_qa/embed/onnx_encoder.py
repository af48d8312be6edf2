"""Serves an encoder from a directory, on one thread a text: the door to onnxruntime.

The directory holds ``encoder.json`` (a :class:`Manifest`), ``model.onnx`` (``input_ids`` of shape
``(rows, tokens)`` to ``embedding`` of shape ``(rows, dimension)``, length 1) and ``tokenizer.model``.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from yiyang_qa.embed.encoder import Progress, Vectors
from yiyang_qa.embed.tokenizer import Tokenizer
from yiyang_qa.errors import EncoderError

MANIFEST, MODEL, TOKENIZER = "encoder.json", "model.onnx", "tokenizer.model"

_WORKERS = min(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a directory's graph and tokenizer do not say of themselves."""

    name: str
    digest: str
    dimension: int
    vocabulary: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str
    taught: bool = False  # see :class:`yiyang_qa.embed.encoder.Encoder`

    def write(self, directory: Path) -> None:
        """Put the manifest into ``directory``."""
        text = json.dumps(asdict(self), ensure_ascii=False, indent=2)
        (directory / MANIFEST).write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, directory: Path) -> Self:
        """The manifest of ``directory``."""
        return cls(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))


class OnnxEncoder:
    """An encoder whose vector of a text depends on that text alone.

    Each text is one run of the graph: activations are quantised by run, so neighbours in a batch would
    move the vector, and on a processor a batch is no faster. Passages are shared out to a few threads.

    Raises:
        EncoderError: the directory cannot be read.
    """

    def __init__(self, directory: Path) -> None:
        try:
            self._manifest = Manifest.read(directory)
            self._tokenizer = Tokenizer(
                directory / TOKENIZER, self._manifest.vocabulary, self._manifest.max_tokens
            )
            self._session = _session(directory / MODEL)
        except Exception as error:  # the libraries' own errors have no common base
            message = f"编码器目录 {directory} 不完整或已损坏（{error}）。请重新安装 yiyang-qa。"
            raise EncoderError(message) from error
        self.name = self._manifest.name
        self.digest = self._manifest.digest
        self.dimension = self._manifest.dimension
        self.taught = self._manifest.taught

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        return self._stack([self._vector(self._manifest.query_prompt, text) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        rows = []
        with ThreadPoolExecutor(_WORKERS) as pool:
            for row in pool.map(lambda text: self._vector(self._manifest.passage_prompt, text), texts):
                rows.append(row)
                if progress is not None:
                    progress(1)
        return self._stack(rows)

    def _vector(self, prompt: str, text: str) -> NDArray[np.float32]:
        tokens = self._tokenizer.encode(prompt, text)
        rows: Vectors = self._session.run(["embedding"], {"input_ids": tokens[np.newaxis]})[0]
        vector: NDArray[np.float32] = rows[0]
        return vector

    def _stack(self, rows: list[NDArray[np.float32]]) -> Vectors:
        return np.array(rows, np.float32).reshape(len(rows), self.dimension)


def _session(model: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
