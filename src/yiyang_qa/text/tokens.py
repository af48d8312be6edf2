"""词元: the tokens of a text, for BM25 and for the thesaurus."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from yiyang_qa.text.folding import fold

if TYPE_CHECKING:
    import jieba

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
