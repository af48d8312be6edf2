"""The packaged weights as a standard sentence-transformers directory, in float32.

For training, for other programs, and to check the 8-bit graph against the original arithmetic.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from yiyang_qa.embed.checkpoint import Checkpoint, Shape, read_checkpoint
from yiyang_qa.embed.packaged import MAX_TOKENS, PASSAGE_PROMPT, QUERY_PROMPT, packaged_weights
from yiyang_qa.embed.tokenizer import SPECIALS, normalisation


def export_sentence_transformers(directory: Path) -> None:
    """Write the packaged encoder to ``directory``; ``SentenceTransformer(directory)`` loads it.

    Raises:
        EncoderError: the weights are absent or altered.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    checkpoint = read_checkpoint(packaged_weights())
    _bert(checkpoint).save_pretrained(directory)
    _tokenizer(checkpoint).save_pretrained(directory)
    modules = [Transformer(str(directory)), Pooling(checkpoint.shape.hidden, "mean"), Normalize()]
    prompts = {"query": QUERY_PROMPT, "document": PASSAGE_PROMPT}
    model = SentenceTransformer(modules=modules, prompts=prompts, device="cpu")
    model.max_seq_length = MAX_TOKENS
    model.save_pretrained(str(directory))


def _bert(checkpoint: Checkpoint) -> Any:
    import torch
    from transformers import BertModel

    with torch.device("meta"):  # no random weights to be overwritten
        model = BertModel(_configuration(checkpoint.shape))
    weights = {name: torch.from_numpy(values.copy()) for name, values in checkpoint.tensors.items()}
    for name, unused in model.pooler.named_parameters():  # E5 takes the mean, and the file has no pooler
        weights[f"pooler.{name}"] = torch.zeros(unused.shape)
    model.load_state_dict(weights, assign=True)
    return model


def _configuration(shape: Shape) -> Any:
    from transformers import BertConfig

    return BertConfig(
        vocab_size=shape.vocabulary,
        hidden_size=shape.hidden,
        num_hidden_layers=shape.layers,
        num_attention_heads=shape.heads,
        intermediate_size=shape.feed_forward,
        max_position_embeddings=shape.positions,
        type_vocab_size=shape.types,
        layer_norm_eps=shape.epsilon,
        pad_token_id=1,
    )


def _tokenizer(checkpoint: Checkpoint) -> Any:
    """XLM-R's tokenizer: sentencepiece's unigram model as the library of Hugging Face spells it."""
    from tokenizers import Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors
    from transformers import PreTrainedTokenizerFast

    bos, eos, unk = SPECIALS["bos"], SPECIALS["eos"], SPECIALS["unk"]
    ids = {piece: id for id, (piece, _score) in enumerate(checkpoint.pieces)}
    tokenizer = Tokenizer(models.Unigram(list(checkpoint.pieces), unk_id=ids[unk], byte_fallback=False))
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
