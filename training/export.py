"""(e) A sentence-transformers directory as the directory that the package serves, in 8 bits.

python -m training.export TRAINED --to src/yiyang_qa/embed/model --name NAME
"""

from __future__ import annotations

import argparse
import hashlib
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx

from training.calibration import peaks
from training.checkpoint import Shape
from training.graph import build_graph
from training.network import state
from training.tokenizer import MAX_TOKENS, PASSAGE_PROMPT, QUERY_PROMPT, read_pieces, write_tokenizer
from yiyang_qa.embed.onnx_encoder import MODEL, TOKENIZER, Manifest

NAME = "yiyang-e5-small"


def export(trained: Path, directory: Path, name: str = NAME, taught: bool = False) -> Manifest:
    """Write graph, tokenizer and manifest of ``trained`` into ``directory``."""
    directory.mkdir(parents=True, exist_ok=True)
    shape, pieces = read_shape(trained), read_pieces(trained)
    tensors = {key: value.numpy().astype(np.float32) for key, value in state(trained).items()}
    onnx.save(build_graph(shape, tensors, peaks(trained)), str(directory / MODEL))
    write_tokenizer(pieces, directory / TOKENIZER)
    said = Manifest(name, "", shape.hidden, len(pieces), MAX_TOKENS, QUERY_PROMPT, PASSAGE_PROMPT)
    manifest = replace(said, digest=digest_of(directory, said), taught=taught)
    manifest.write(directory)
    return manifest


def digest_of(directory: Path, said: Manifest) -> str:
    """SHA-256 of what decides a vector: prompts and length, graph and tokenizer."""
    digest = hashlib.sha256(f"{said.query_prompt}\0{said.passage_prompt}\0{said.max_tokens}".encode())
    for part in (MODEL, TOKENIZER):
        digest.update((directory / part).read_bytes())
    return digest.hexdigest()


def read_shape(directory: Path) -> Shape:
    """The dimensions that a directory's ``config.json`` gives."""
    said = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    return Shape(
        hidden=said["hidden_size"],
        layers=said["num_hidden_layers"],
        heads=said["num_attention_heads"],
        feed_forward=said["intermediate_size"],
        vocabulary=said["vocab_size"],
        positions=said["max_position_embeddings"],
        types=said["type_vocab_size"],
        epsilon=said["layer_norm_eps"],
    )


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("trained", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--name", default=NAME)
    parser.add_argument("--taught", action="store_true", help="it has learnt near misses")
    given = parser.parse_args()
    manifest = export(given.trained, given.to, given.name, given.taught)
    size = sum(file.stat().st_size for file in given.to.iterdir())
    print(f"{manifest.name} {manifest.digest[:16]} {size / 1e6:.1f} MB in {given.to}")


if __name__ == "__main__":
    main()
