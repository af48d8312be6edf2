"""The encoder as the rest of the product sees it, and which one a setting names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from yiyang_qa.config import PACKAGED_ENCODER, Settings

Vectors = NDArray[np.float32]

#: Told how many passages have just been encoded; the calls add up to all of them.
Progress = Callable[[int], None]


class Encoder(Protocol):
    """Turns text into unit vectors whose dot product is the cosine similarity.

    Any text will do: what no tokenizer reads is cleaned, what is too long is cut. Both methods may
    be called from several threads at once.
    """

    @property
    def name(self) -> str:
        """What people call the model."""
        ...

    @property
    def digest(self) -> str:
        """SHA-256 of weights and prompts: vectors of one digest may be compared."""
        ...

    @property
    def dimension(self) -> int:
        """Length of every vector."""
        ...

    @property
    def taught(self) -> bool:
        """Whether it has learnt near misses: its cosine is low by itself where a passage only almost answers."""
        ...

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Questions as float32 rows of length 1, shape ``(len(texts), dimension)``."""
        ...

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """Passages as float32 rows of length 1, shape ``(len(texts), dimension)``."""
        ...


def load_encoder(settings: Settings) -> Encoder:
    """The encoder that ``settings.encoder`` names: the packaged one, or a sentence-transformers model.

    Raises:
        EncoderError: weights or the library they need are absent or unreadable.
    """
    if settings.encoder == PACKAGED_ENCODER:
        from yiyang_qa.embed.onnx_encoder import OnnxEncoder
        from yiyang_qa.embed.packaged import PACKAGED_DIRECTORY

        return OnnxEncoder(PACKAGED_DIRECTORY)
    from yiyang_qa.embed.sentence_transformers import SentenceTransformersEncoder

    return SentenceTransformersEncoder(settings.encoder, settings.query_prompt, settings.passage_prompt)
