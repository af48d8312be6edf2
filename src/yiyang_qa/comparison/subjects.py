"""What a figure in a sentence measures: the words around it, up to the stops."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.brackets import masked
from yiyang_qa.text import fold
from yiyang_qa.types import Amount, Span

AGE = "周岁"
_STOP = re.compile(r"[,;:。!?\n]|--+")
#: What may stand between a figure and the next member of a list: 65%以上、三级….
_LISTED = re.compile(r"(?:及?以[上下内])?、")
_AFTER = re.compile(r"^(?:及?以[上下内外]|左右)?的?")
#: Words around a figure that are no part of what it measures: times and limits.
_FILLER = re.compile(
    r"(?:到|至|截至|截止|于|从)?(?:20\d\d[-~至])?(?:20\d\d年|\"?十[三四五六]五\"?)(?:年?[底末]|期间|以来)?(?:之?前)?|"
    r"[\d.]+月(?:[\d.]+日)?(?:[底末])?(?:之?前)?|"
    r"(?:原则上|均?要|应当?)?不(?:得)?[低少高超][于过]|至少|最[高低多少]|达到|占到|保持在|维持在|(?:逐步)?提[高升][到至]|控制在|力争|"
    r"^(?:其中|并|使|将|把|对|实现)|(?:达|为|至)$|[\s\"'()]"
)
_EDGE = re.compile(r"^[,;:。、-]+|[,;:。、-]+$")
#: A stretch that begins so has its subject before it; one that says by what, its verb after it.
_LEANS = re.compile(
    r"\s*(?:按|以|给予|予以|发[放给]|其|可以|应当?|每|一次性|最[高低多少]|不[低少高超]|至少|不得)"
)
_BY = re.compile(r"\s*(?:按|以)")


def subjects(sentence: str) -> Iterator[tuple[Amount, Span, str]]:
    """Each amount of ``sentence``, the stretch between two stops that holds it, and what it measures there."""
    folded = fold(sentence)
    found = _counted(folded, sentence)
    for words in _stretches(folded, found):
        inside = [amount for amount in found if words.start <= amount.span.start < words.end]
        for amount, following in zip_longest(inside, inside[1:]):
            head = folded[words.start : inside[0].span.start]
            tail = folded[amount.span.end : following.span.start if following else words.end]
            yield amount, words, _clean(head) + _clean(_AFTER.sub("", tail, count=1))


def _counted(folded: str, sentence: str) -> tuple[Amount, ...]:
    """The amounts that measure; not what they are counted by (每百户), nor ages, unless nothing else is told."""
    found = [a for a in amounts(sentence) if not folded[: a.span.start].endswith("每")]
    return tuple(a for a in found if a.unit != AGE) or tuple(found)


def _stretches(folded: str, found: Sequence[Amount]) -> Iterator[Span]:
    """What stands between two stops and holds figures, with what it leans on: 新建居住区,|按每百户20平方米,|配建….

    Stops inside brackets do not count.
    """
    stops = [stop.end() for stop in _STOP.finditer(masked(folded))]
    stops += [listed.end() for amount in found if (listed := _LISTED.match(folded, amount.span.end))]
    edges = sorted({0, *stops, len(folded)})
    bare = [not any(a <= amount.span.start < b for amount in found) for a, b in pairwise(edges)]
    for at, (start, end) in enumerate(pairwise(edges)):
        if not bare[at]:
            back = at > 0 and bare[at - 1] and _LEANS.match(folded, start, end)
            on = at + 1 < len(bare) and bare[at + 1] and _BY.match(folded, start, end)
            yield Span(edges[at - 1] if back else start, edges[at + 2] if on else end)


def _clean(words: str) -> str:
    return _EDGE.sub("", _FILLER.sub("", words).strip())
