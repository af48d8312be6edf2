"""Brackets of every style, matched by depth: （） () 〔〕 [] 【】 <>."""

from __future__ import annotations

import re
from collections.abc import Iterable

from yiyang_qa.types import Span

#: Styles mix in practice (〔…]), save that < and > are brackets only of each other.
_ROUND, _ANGLE = ("(（[［{｛〔【〖﹙﹝", ")）]］}｝〕】〗﹚﹞"), ("<＜", ">＞")
_OPENS = {mark: style for style, (opens, _) in enumerate((_ROUND, _ANGLE)) for mark in opens}
_CLOSES = {mark: style for style, (_, closes) in enumerate((_ROUND, _ANGLE)) for mark in closes}
_BRACKET = re.compile(f"[{re.escape(''.join(_OPENS | _CLOSES))}]")
#: Stands for each character of a group where a pattern must not look inside.
MASK = "□"


def groups(text: str) -> tuple[Span, ...]:
    """The outermost bracketed groups of ``text``, brackets included, in order.

    A closer takes the nearest opener of its style and drops what stands open between them
    (``（…<街道）``); a round one closes < where no other is open. What never closes is no group.
    """
    found: list[Span] = []
    opened: list[tuple[int, int]] = []
    waiting = [0, 0]
    for bracket in _BRACKET.finditer(text):
        style = _OPENS.get(bracket[0])
        if style is not None:
            opened.append((style, bracket.start()))
            waiting[style] += 1
            continue
        start = _opener(_CLOSES[bracket[0]], opened, waiting)
        if start is not None:
            while found and found[-1].start > start:
                found.pop()
            found.append(Span(start, bracket.end()))
    return tuple(found)


def _opener(style: int, opened: list[tuple[int, int]], waiting: list[int]) -> int | None:
    own = waiting[style] > 0
    while opened and (own or style == 0):
        mark, start = opened.pop()
        waiting[mark] -= 1
        if mark == style or not own:
            return start
    return None


def masked(text: str) -> str:
    """``text`` with every bracketed group blanked out, character for character."""
    return blanked(text, groups(text)) if _BRACKET.search(text) else text


def blanked(text: str, spans: Iterable[Span]) -> str:
    """``text`` with its ``spans``, which stand in order and apart, blanked out."""
    pieces, at = [], 0
    for group in spans:
        pieces += [text[at : group.start], MASK * (group.end - group.start)]
        at = group.end
    return "".join([*pieces, text[at:]])
