"""识别结果: what files with pages say, kept one by one as they are read, so that a kill costs one file.

A scan takes seconds a page. Each is written whole, a checksum before it, and gets its name after that, made of the
SHA-256 of the file and of the rules that read it; putting a build in use removes them all, for it holds their texts.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from secrets import token_hex

from yiyang_qa.formats import Extract
from yiyang_qa.index.codec import encode, reader
from yiyang_qa.index.store import HALF, RECOGNISED

_RULES = 16  # hexadecimal digits that tell rules apart
_CHECK = 16  # bytes of BLAKE2b
_read = reader(Extract)


class Recognised(dict[str, Extract]):
    """SHA-256 → what a file says, as it was ``known`` or left on the disk; what is put in is left there too.

    What cannot be written is recognised again, and so is what cannot be read.
    """

    def __init__(self, index_dir: Path, rules_digest: str, known: Mapping[str, Extract]) -> None:
        super().__init__(known)
        self._directory, self._prefix = index_dir, f"{RECOGNISED}{rules_digest[:_RULES]}-"

    def __missing__(self, digest: str) -> Extract:
        try:
            kept = self._path(digest).read_bytes()
        except OSError:
            raise KeyError(digest) from None
        check, said = kept[:_CHECK], kept[_CHECK:]
        if check != _check(said):
            raise KeyError(digest)
        return _read(said)

    def __setitem__(self, digest: str, extract: Extract) -> None:
        super().__setitem__(digest, extract)
        half = self._directory / f"{HALF}{token_hex(6)}"
        with suppress(OSError):
            self._directory.mkdir(parents=True, exist_ok=True)
            half.write_bytes(_check(said := encode(extract)) + said)
            os.replace(half, self._path(digest))

    def _path(self, digest: str) -> Path:
        return self._directory / f"{self._prefix}{digest}"


def _check(said: bytes) -> bytes:
    return blake2b(said, digest_size=_CHECK).digest()
