"""(d) The vocabulary that Chinese official text and its askers need, without the rest.

    python -m training.trim START --to DIRECTORY

A unigram model cuts a text by the scores of the pieces that match it. With every piece kept that is
written in the characters of Chinese text, such a text is cut as before and its vector is the same.
"""

from __future__ import annotations

import argparse
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch

from training import sources
from training.network import save_like, state
from training.tokenizer import PASSAGE_PROMPT, QUERY_PROMPT, SPECIALS, fast_tokenizer, read_pieces

SIZE = 27_000
_WORDS = "embeddings.word_embeddings.weight"

_HAN = re.compile("[〇々\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
#: Categories of Unicode that Chinese text shares with others: punctuation, symbols, spaces, ① and Ⅳ.
_MARKS = frozenset({"Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Sc", "Sk", "Sm", "So", "Zs", "Nl", "No"})


def kept_pieces(pieces: Sequence[tuple[str, float]], used: Counter[str], size: int = SIZE) -> list[int]:
    """Positions of the pieces to keep, in order: specials, Chinese, single characters, then ASCII words.

    Of these the ones that the texts use most, then the likeliest in general, which is what a score says.
    """
    chosen = {i for i, (piece, _) in enumerate(pieces) if piece in SPECIALS.values() or _chinese(piece)}
    words = [i for i, (piece, _) in enumerate(pieces) if i not in chosen and piece.lstrip("▁").isascii()]
    words.sort(key=lambda i: (-used[pieces[i][0]], -pieces[i][1]))
    return sorted(chosen | set(words[: max(0, size - len(chosen))]))


def _chinese(piece: str) -> bool:
    """Whether Chinese text may hold the piece: Han, numbers, marks, and letters only beside Han or alone."""
    letters = [c for c in piece if unicodedata.category(c)[0] == "L" and not _HAN.match(c)]
    if letters and (
        not "".join(letters).isascii() or not (len(piece.lstrip("▁")) == 1 or _HAN.search(piece))
    ):
        return False
    return all(
        c.isascii() or unicodedata.category(c) in _MARKS or c in letters or _HAN.match(c) for c in piece
    )


def trim(start: Path, directory: Path, texts: Iterable[str], size: int = SIZE) -> int:
    """Write ``start`` with the kept pieces to ``directory``; returns how many there are."""
    pieces = read_pieces(start)
    tokenizer = fast_tokenizer(pieces)
    used = Counter(piece for text in texts for piece in tokenizer.tokenize(text))
    used.update({piece: sum(used.values()) for piece in tokenizer.tokenize(QUERY_PROMPT + PASSAGE_PROMPT)})
    kept = kept_pieces(pieces, used, size)
    weights = state(start)
    weights[_WORDS] = weights[_WORDS][torch.tensor(kept)]
    save_like(start, weights, directory)
    fast_tokenizer([pieces[i] for i in kept]).save_pretrained(directory)
    _set_size(directory / "config.json", len(kept))
    return len(kept)


def _set_size(configuration: Path, size: int) -> None:
    text = configuration.read_text(encoding="utf-8")
    configuration.write_text(re.sub(r'("vocab_size": )\d+', rf"\g<1>{size}", text), encoding="utf-8")


def main() -> None:
    """Command line of this step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("start", type=Path)
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--size", type=int, default=SIZE)
    sources.add_arguments(parser)
    given = parser.parse_args()
    print(trim(given.start, given.to, sources.all_texts(given), given.size), "pieces in", given.to)


if __name__ == "__main__":
    main()
