"""列举: the items of a list that words with a colon announce: …下列…:(一)…;(二)…."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.types import Span

_LABEL = re.compile(
    r"\s*(?:\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、)](?!\d)|[一二三四五六七八九十]{1,2}是|[①-⑳])\s*"
)
_SENTENCE = re.compile(r"[^。\n]+")
_ITEM = re.compile(r"[^;。\n]+")
_UNLABELLED = re.compile(r"[^;、。\n]+")


def items_after(folded: str, at: int) -> Iterator[Span]:
    """The items that follow a lead: as long as they are labelled, else those of its one sentence."""
    if _LABEL.match(folded, at) is None:
        sentence = _SENTENCE.match(folded, at)
        end = sentence.end() if sentence else at
        yield from (_trimmed(folded, Span(*m.span())) for m in _UNLABELLED.finditer(folded, at, end))
        return
    style = ""
    while label := _LABEL.match(folded, at):
        style = style or _style(label[0])
        item = _ITEM.match(folded, label.end())
        if item is None or _style(label[0]) != style:
            return
        yield _trimmed(folded, Span(*item.span()))
        at = item.end() + (folded[item.end() : item.end() + 1] in ";。")


def _style(label: str) -> str:
    return re.sub(r"[一二三四五六七八九十\d①-⑳\s]+", "n", label.strip())


def _trimmed(folded: str, span: Span) -> Span:
    words = span.of(folded)
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip(" :,、")))
