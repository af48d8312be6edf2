"""修改为：“第五条 ……”: provisions that a text quotes in order to put them into another one.

Each paragraph of a quoted provision may open the quotation anew; one mark closes it. The marks are
read in the text as it stands: folded, “ and ” are one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from yiyang_qa.parse.brackets import MASK
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.parse.scan import Line
from yiyang_qa.parse.terms import CN
from yiyang_qa.types import Kind, Rank, Span

_OPENS, _CLOSES = "“„〝「『＂", "”〞〟」』"
_MARK = re.compile(f'["{_OPENS}{_CLOSES}]')
#: Where a provision may begin in folded text, and what leads to it: 修改为：“, 作为第二款：“.
_BEGINS = re.compile(r":\s*(?=\")")
_INTRODUCED = re.compile(r"(?:改|作|增加|增设|修正|调整|变更|表述|规定)[^。;:\n\"]{0,40}$")
_INTO = r"(?:(?:修改|修正|修订|更改|表述|改)为|作为第[^。;:\n]{1,40}|,即):"
#: Another instruction behind new words that nothing encloses.
_INSTRUCTS = (
    rf"(?:将|在|对|原)?(?:第{CN}+条[^。;:\n]{{0,40}}(?:[修更]?改为|增加|删[去除])|删[去除]第|增加{CN}条)"
)
#: 修改为：按月发放: words without quotation marks, up to the next instruction.
_NEW_WORDS = re.compile(rf"{_INTO}\s*(?=[^\s{MASK}])(?P<new>.*?)(?=[;\n]\s*{_INSTRUCTS}|\Z)", re.DOTALL)
#: 将第十条修改为： at the end of a line: the new provision is on the next ones.
_ANNOUNCES = re.compile(
    rf"第{CN}+条[^。;:]{{0,40}}(?:修改|修正|修订|更改|表述|改)为:$|增加[^。;:]{{1,30}}作为第[^。;:]{{1,60}}:$"
)
_ANNOUNCING = ("为:", "作为第")  # one of these is in all that _ANNOUNCES matches
_CLOSING = frozenset({Kind.EFFECT, Kind.SIGNATURE, Kind.DATE})
_REACH = 44  # 字 before it that are looked at


def quotations(text: str, span: Span) -> Iterator[Span]:
    """What stands in quotation marks inside ``span``, marks included; one that is never closed runs to its end."""
    opened: int | None = None
    for mark in _MARK.finditer(text, *span):
        if opened is None:
            if mark[0] not in _CLOSES:
                opened = mark.start()
        elif mark[0] in _CLOSES or (mark[0] == '"' and not _opens_line(text, mark.start())):
            yield Span(opened, mark.end())
            opened = None
    if opened is not None:
        yield Span(opened, span.end)


def unquoted(text: str, folded: str, span: Span) -> str:
    """The ``folded`` characters of ``span``, those that ``text`` has in quotation marks blanked out, and new words without."""
    pieces, at = [], span.start
    for quotation in quotations(text, span):
        pieces += [folded[at : quotation.start], MASK * (quotation.end - quotation.start)]
        at = quotation.end
    words = "".join([*pieces, folded[at : span.end]])
    return _NEW_WORDS.sub(lambda found: _blanked(found[0], found.start("new") - found.start()), words)


def _blanked(words: str, start: int) -> str:
    """``words`` blanked out from position ``start`` on; lines stay lines."""
    return words[:start] + re.sub(".", MASK, words[start:])


def as_quoted(lines: Iterable[Line], text: str, folded: str) -> list[Line]:
    """``lines`` with those inside a quoted provision taken for text: they open nothing of this document."""
    settled, ends = list(lines), [*_provisions(text, folded)]
    at = 0
    for i, line in enumerate(settled if ends else ()):
        while at < len(ends) and ends[at].end <= line.body.start:
            at += 1
        if at < len(ends) and ends[at].start <= line.body.start:
            settled[i] = line.renamed(Kind.TEXT)
    return _as_announced(settled) if any(word in folded for word in _ANNOUNCING) else settled


def _as_announced(lines: list[Line]) -> list[Line]:
    """``lines`` with those of provisions without quotation marks taken for text, up to the next item or the end."""
    item: Line | None = None
    for i, line in enumerate(lines):
        if item is not None and not _ends(line, item):
            lines[i] = line.renamed(Kind.TEXT)
            continue
        announces = line.kind in NUMBERED and line.words.endswith(":") and _ANNOUNCES.search(line.words)
        below = lines[i + 1].words[:1] if i + 1 < len(lines) else ""
        item = line if announces and not _MARK.match(below) else None
    return lines


def _ends(line: Line, item: Line) -> bool:
    """Whether ``line`` is the next ``item``, opens what is above it, or closes the text."""
    if line.kind in _CLOSING:
        return True
    if line.kind is item.kind:
        return line.ordinal == (item.ordinal or 0) + 1
    return line.kind in NUMBERED and Rank.ARTICLE < line.rank < item.rank


def _provisions(text: str, folded: str) -> Iterator[Span]:
    """Quoted provisions in order; one that lacks its closing mark ends where the next is introduced, or its line."""
    introduced = [
        found.end()
        for found in _BEGINS.finditer(folded)
        if _INTRODUCED.search(folded, max(found.start() - _REACH, 0), found.start())
    ]
    for start, following in zip_longest(introduced, introduced[1:], fillvalue=len(text)):
        last = following == len(text)
        limit = following if last else text.rfind("\n", start, following) + 1 or following
        found = next(quotations(text, Span(start, limit)), Span(start, start))
        if last and text[found.end - 1] not in _CLOSES + '"':
            yield Span(start, text.find("\n", start) + 1 or len(text))
        else:
            yield found


def _opens_line(text: str, at: int) -> bool:
    return not text[text.rfind("\n", 0, at) + 1 : at].strip()
