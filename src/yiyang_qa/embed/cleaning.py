"""What every text goes through before a tokenizer sees it."""

from __future__ import annotations

#: Sixteen characters, the longest piece of a vocabulary, for each of 512 tokens.
MAX_CHARACTERS = 8192


def clean(text: str) -> str:
    """At most ``MAX_CHARACTERS`` of the text, without the code points that break tokenizers.

    Lone surrogates become U+FFFD, as Unicode 3.9 recommends; pairs of them become the character they
    stand for; NUL becomes a space. The text is cut first, so the work is bounded.
    """
    units = text[:MAX_CHARACTERS].replace("\0", " ").encode("utf-16-le", "surrogatepass")
    return units.decode("utf-16-le", "replace")
