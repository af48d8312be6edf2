"""The encoder that comes with the product: multilingual-e5-small, taught and trimmed (see model/README.md)."""

from __future__ import annotations

from pathlib import Path

#: What :class:`yiyang_qa.embed.onnx_encoder.OnnxEncoder` serves; written by ``training.export``.
PACKAGED_DIRECTORY = Path(__file__).with_name("model")
