"""Frozen values ↔ JSON, by their type hints alone, without loss. The only door to msgspec.

Dataclasses become objects, tuples (named ones too) arrays, enums their values.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import msgspec

T = TypeVar("T")

#: A value as JSON in UTF-8 on one line.
encode = msgspec.json.Encoder().encode


def reader(kind: type[T]) -> Callable[[bytes], T]:
    """What turns the bytes of ``encode`` back into a value of type ``kind``.

    It raises ValueError, which says where, on anything that ``kind`` would not encode to.
    """
    decoder = msgspec.json.Decoder(kind)

    def read(data: bytes) -> T:
        try:
            return decoder.decode(data)
        except msgspec.DecodeError as error:
            raise ValueError(str(error)) from None

    return read
