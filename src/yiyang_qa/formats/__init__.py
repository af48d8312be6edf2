"""From the bytes of a file, whatever its format, to one text.

Plain text is decoded here; everything else is read in a confined process.
"""

from __future__ import annotations

import atexit

from yiyang_qa.formats.confined import ConfinedReader
from yiyang_qa.formats.decoding import decode
from yiyang_qa.formats.extract import Extract
from yiyang_qa.formats.kinds import ACCEPTED, ARCHIVE, LOOKED_INTO, Format, format_of
from yiyang_qa.formats.limits import LARGEST_FILE

__all__ = ["ACCEPTED", "ARCHIVE", "LARGEST_FILE", "LOOKED_INTO", "Extract", "decode", "members", "read"]

_READER = ConfinedReader()
atexit.register(_READER.close)


def read(name: str, data: bytes) -> Extract:
    """The text of the file ``data``; what it is, its bytes tell, ``name`` is a hint.

    Raises:
        CorpusError: damaged, encrypted, empty, too costly, or of a format that is not read;
            the message says what to do and does not name the file.
    """
    if format_of(name, data) is Format.PLAIN:
        return Extract(decode(data))
    return _READER.read(name, data)


def members(name: str, data: bytes) -> tuple[tuple[str, bytes], ...]:
    """The documents in the zip ``data``: file names without folders, and bytes.

    Raises:
        CorpusError: damaged, encrypted, too large, nested too deep or without documents.
    """
    return _READER.members(name, data)
