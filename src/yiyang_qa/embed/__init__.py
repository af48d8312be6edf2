"""文本向量: sentences in, unit vectors out.

encoder                 the interface and the choice: one setting, one function
onnx_encoder            serves a directory of ONNX graph, tokenizer and manifest
packaged                where the directory is that comes with the product
sentence_transformers   any other model, by name or path
hashed                  character bigrams: needs no weights
"""

from __future__ import annotations

from yiyang_qa.embed.encoder import Encoder, load_encoder
from yiyang_qa.embed.hashed import HashedEncoder

__all__ = ["Encoder", "HashedEncoder", "load_encoder"]
