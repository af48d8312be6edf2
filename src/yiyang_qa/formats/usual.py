"""How Chinese a text looks: what tells one encoding of the same bytes from another."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

#: Zones of the national tables as ranges of lead bytes: all of GB/T 2312, the 5,401 characters in common use of Big5.
_ZONES = (("gb2312", range(0xB0, 0xF8)), ("big5", range(0xA4, 0xC7)))
_TRAILS = range(0x40, 0xFF)
_SIGNS = frozenset("PSNZ")  # punctuation, symbols, figures, spaces


def strangeness(text: str) -> float:
    """Share of characters among those beyond ASCII that no Chinese text is expected to hold; 0 to 1."""
    counts = Counter(char for char in text if char > "\x7f")
    strange = sum(times for char, times in counts.items() if not _is_usual(char))
    return strange / counts.total() if counts else 0.0


def _is_usual(char: str) -> bool:
    category = unicodedata.category(char)
    if category == "Cf":  # what sites leave between characters, without width
        return True
    if category[0] in _SIGNS:
        return ord(char) % 256 > 0 or char == "\u3000"  # U+3200 is a 2 whose bytes were turned round
    return char in _common()


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(_in_zones())


def _in_zones() -> Iterator[str]:
    for encoding, leads in _ZONES:
        for lead in leads:
            for trail in _TRAILS:
                yield from bytes((lead, trail)).decode(encoding, errors="ignore")
