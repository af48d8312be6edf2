"""XLM-R's tokenizer, a unigram model, as sentencepiece and as the library of Hugging Face spell it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

#: The specials of an XLM-R vocabulary: never found in a text, whatever it says.
SPECIALS = {"bos": "<s>", "pad": "<pad>", "eos": "</s>", "unk": "<unk>", "mask": "<mask>"}

MAX_TOKENS = 512
QUERY_PROMPT, PASSAGE_PROMPT = "query: ", "passage: "


def read_pieces(directory: Path) -> list[tuple[str, float]]:
    """Pieces and scores of a directory's tokenizer, in the order of their ids."""
    vocabulary = json.loads((directory / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return [(piece, score) for piece, score in vocabulary]


def fast_tokenizer(pieces: Sequence[tuple[str, float]]) -> Any:
    """A unigram model with the normalisation and the edges of XLM-R; ids are positions."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    bos, eos, unk = SPECIALS["bos"], SPECIALS["eos"], SPECIALS["unk"]
    ids = {piece: id for id, (piece, _score) in enumerate(pieces)}
    tokenizer = Tokenizer(models.Unigram(list(pieces), unk_id=ids[unk], byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.Precompiled(normalisation()), normalizers.Replace(Regex(" {2,}"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Metaspace("▁", "always")]
    )
    tokenizer.decoder = decoders.Metaspace("▁", "always")
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{bos} $A {eos}",
        pair=f"{bos} $A {eos} {eos} $B {eos}",
        special_tokens=[(bos, ids[bos]), (eos, ids[eos])],
    )
    return PreTrainedTokenizerFast(
        tokenizer_object=tokenizer,
        model_max_length=MAX_TOKENS,
        model_input_names=["input_ids", "attention_mask"],
        cls_token=bos,
        sep_token=eos,
        **{f"{role}_token": piece for role, piece in SPECIALS.items()},
    )


def normalisation() -> bytes:
    """The compiled table of ``nmt_nfkc``: NFKC, and white space and control characters unified."""
    from sentencepiece import SentencePieceNormalizer
    from sentencepiece import sentencepiece_model_pb2 as proto

    normalizer = SentencePieceNormalizer(rule_name="nmt_nfkc")
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
