"""Text to token ids and back from a checkpoint's pieces to a tokenizer: the door to sentencepiece."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from yiyang_qa.embed.cleaning import clean

#: The specials of an XLM-R vocabulary: never found in a text, whatever it says.
SPECIALS = {"bos": "<s>", "pad": "<pad>", "eos": "</s>", "unk": "<unk>", "mask": "<mask>"}


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


def normalisation() -> bytes:
    """The compiled table of ``nmt_nfkc``: NFKC, and white space and control characters unified."""
    from sentencepiece import sentencepiece_model_pb2 as proto

    normalizer = sentencepiece.SentencePieceNormalizer(rule_name="nmt_nfkc")
    model = proto.ModelProto.FromString(normalizer.serialized_model_proto())
    table: bytes = model.normalizer_spec.precompiled_charsmap
    return table


def write_tokenizer(pieces: Sequence[tuple[str, float]], path: Path) -> None:
    """Write a unigram model whose ids are the positions of ``pieces``, which name the specials too."""
    from sentencepiece import sentencepiece_model_pb2 as proto

    model = proto.ModelProto()
    for piece, score in pieces:
        model.pieces.add(piece=piece, score=score, type=_kind(piece))
    model.trainer_spec.model_type = proto.TrainerSpec.UNIGRAM
    model.trainer_spec.vocab_size = len(pieces)
    ids = {piece: id for id, (piece, _score) in enumerate(pieces)}
    for role in ("bos", "pad", "eos", "unk"):
        setattr(model.trainer_spec, f"{role}_piece", SPECIALS[role])
        setattr(model.trainer_spec, f"{role}_id", ids[SPECIALS[role]])
    model.normalizer_spec.name = "nmt_nfkc"
    model.normalizer_spec.precompiled_charsmap = normalisation()
    path.write_bytes(model.SerializeToString())


def _kind(piece: str) -> str:
    if piece == SPECIALS["unk"]:
        return "UNKNOWN"
    return "CONTROL" if piece in SPECIALS.values() else "NORMAL"
