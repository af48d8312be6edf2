"""Text to token ids: the door to sentencepiece."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from yiyang_qa.embed.cleaning import clean


class Tokenizer:
    """A unigram model with its beginning and end tokens. Safe to share between threads.

    Raises:
        ValueError: the file has not ``vocabulary`` pieces; sentencepiece itself reads a file cut short.
    """

    def __init__(self, model: Path, vocabulary: int, max_tokens: int) -> None:
        self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(model))
        if (found := self._pieces.get_piece_size()) != vocabulary:
            raise ValueError(f"{model.name}: {found} pieces, not {vocabulary}")
        self._room = max_tokens - 2
        self._edges = self._pieces.bos_id(), self._pieces.eos_id()

    def encode(self, prompt: str, text: str) -> NDArray[np.int64]:
        """Ids of prompt and cleaned text between the edges, at most ``max_tokens`` of them."""
        first, last = self._edges
        pieces = self._pieces.encode(prompt + clean(text))[: self._room]
        return np.array([first, *pieces, last], np.int64)
