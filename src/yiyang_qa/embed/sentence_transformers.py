"""Any sentence-transformers model, by name or path: the door to that library and to torch.

An extra: ``pip install "yiyang-qa[sentence-transformers]"``. The packaged encoder does without it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np

from yiyang_qa.embed.cleaning import clean
from yiyang_qa.embed.encoder import Progress, Vectors
from yiyang_qa.errors import EncoderError

INSTALL = 'pip install torch==2.13.0 "sentence-transformers>=6"'

_CHUNK = 256  # passages sorted by length together, and counted together


class SentenceTransformersEncoder:
    """A model with its own prompts for queries and documents, unless others are given.

    Raises:
        EncoderError: the library is not installed, or the model is not to be had.
    """

    taught = False

    def __init__(
        self, model: str, query_prompt: str | None = None, passage_prompt: str | None = None
    ) -> None:
        self._model = _load(model)
        self._prompts = query_prompt, passage_prompt
        self._turn = Lock()  # tokenizers of the library may be borrowed by one thread only
        self.name = model
        self.digest = _digest(self._model, self._prompts)
        self.dimension: int = self._model.get_embedding_dimension()

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        return self._encode(self._model.encode_query, texts, self._prompts[0])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """See :class:`yiyang_qa.embed.encoder.Encoder`."""
        vectors = np.empty((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _CHUNK):
            chunk = texts[start : start + _CHUNK]
            encoded = self._encode(self._model.encode_document, chunk, self._prompts[1])
            vectors[start : start + _CHUNK] = encoded
            if progress is not None:
                progress(len(chunk))
        return vectors

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str | None) -> Vectors:
        if not texts:
            return np.empty((0, self.dimension), np.float32)
        cleaned = [clean(text) for text in texts]
        with self._turn:
            rows = encode(cleaned, prompt=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(rows, np.float32)


def _load(model: str) -> Any:
    try:
        import torch
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(f"编码器“{model}”需要 sentence-transformers。请运行：{INSTALL}") from error
    path = Path(model).expanduser()
    if not path.is_dir() and model.startswith(("/", ".", "~")):
        raise EncoderError(f"编码器目录 {model} 不存在。请检查 YIYANG_ENCODER。")
    try:
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(0)  # weights that the files leave out are drawn at random: the same each time
            return SentenceTransformer(str(path) if path.is_dir() else model)
    except Exception as error:  # hub, file and configuration errors have no common base
        message = (
            f"无法载入编码器“{model}”（{error}）。请检查名称，或把 YIYANG_ENCODER 设为已下载的模型目录。"
        )
        raise EncoderError(message) from error


def _digest(model: Any, prompts: tuple[str | None, str | None]) -> str:
    """SHA-256 of the modules' configuration, the prompts and the weights, in the order of their names."""
    import torch

    digest = hashlib.sha256(repr((str(model), model.prompts, prompts)).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.detach().cpu().contiguous().reshape(-1).view(torch.uint8).numpy().data)
    return digest.hexdigest()
