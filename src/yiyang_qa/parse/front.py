"""眉首 on one line: title, number and addressee set off by spaces only, or by nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.terms import ADDRESSED, DAY, GENRE_NAMES, GENRES, ORGAN, REFERENCE
from yiyang_qa.types import Span

_MOST_WORDS = 6  # of one title
_LONGEST_MENU = 8  # 字
_CELLS = re.compile(r"[|\t]")  # of a table
#: Spelt out, for a search finds one of a set several times sooner than what ``\s`` stands for.
_SPACE = re.compile(f"[{''.join(filter(str.isspace, map(chr, range(0x3001))))}\u200b-\u200d\ufeff]")
_WORD = re.compile("[^\\s\u200b-\u200d\ufeff]+")
#: What only front matter has before or after a space.
_SIGN = re.compile(
    rf"(?:{GENRES}|[\])]\s*第?\d+\s*号|政府|办公[厅室]|委员会|局|{DAY})[\s\u200b-\u200d\ufeff]"
)
_TITLE = rf"(?!{DAY})[^。;:]{{4,120}}{GENRES}"
_ORGAN = re.compile(ORGAN)
_ELEMENT = re.compile(rf"{REFERENCE}|{_TITLE}|{ADDRESSED}|{ORGAN}|{DAY}|\(此件.{{2,12}}\)")
_STRONG = re.compile(rf"{REFERENCE}|{_TITLE}")
_GOES_ON = re.compile("的|》")
_NAMES_MATTER = re.compile("关于|印发|转发")  # what goes on after the name of a body
_TITLED = re.compile(rf"{_TITLE}\s*一、")
_RUN_TOGETHER = re.compile(
    rf"(?P<title>{_TITLE})?(?P<number>{REFERENCE})(?!\s)(?P<again>{_TITLE}(?=[各市县区省有]))?(?P<addressee>{ADDRESSED})?"
)

#: A title among sentences, after one or below a day, and what stands above it; not 现制定本方案, which is said of it.
_AMONG = re.compile(
    rf"(?:(?<=[。!?])\s*(?P<signed>(?:{ORGAN}\s+){{1,6}}{DAY}\s+)?|(?<=\d日)\s+)(?P<annex>附\s*件\s*\d{{0,2}}\s*:?\s+)?"
    rf"(?P<title>(?![现为根按特请各附])(?!\S*?(?:如下|制[定订]|本{GENRES}))[^。;:,!?\s]{{4,80}}{GENRES}(?:\([^()]{{1,20}}\))?)"
    r"(?:\s+|$|(?=一、|第一章|第一条\s))"
)
#: The last character of a title, and what parts it from what follows: most lines have none.
TITLE_ENDS = "".join(sorted({name[-1] for name in GENRE_NAMES})) + ")"
TITLE_PARTED = r"(?:\s|一、|第一章)"
ENDED = re.compile(f"[{TITLE_ENDS}]{TITLE_PARTED}")


def front_inside(folded: str, line: Span) -> list[int]:
    """Where to cut a ``line``, its margins taken off, that begins with front matter set off by spaces."""
    if not _SPACE.search(folded, *line) or _CELLS.search(folded, *line) or not _SIGN.search(folded, *line):
        return []
    words = [Span(*found.span()) for found in _WORD.finditer(folded, *line)]
    groups = list(_elements(folded, words))
    return [end for _, end in groups] if any(_STRONG.fullmatch(said) for said, _ in groups) else []


def _elements(folded: str, words: list[Span]) -> Iterator[tuple[str, int]]:
    """Each element with the place where the next one begins, from the first word on until none follows."""
    at = 0
    while at < len(words) - 1:
        last = _closed(folded, words, at)
        if last is None or last + 1 == len(words):
            return
        said = "".join(word.of(folded) for word in words[at : last + 1])
        yield said, words[last + 1].start
        at = last + 1


def _closed(folded: str, words: list[Span], first: int) -> int | None:
    """The last word of the element that begins with the word ``first``; a short word may be a menu's."""
    said = ""
    for last, word in enumerate(words[first : first + _MOST_WORDS], first):
        said += word.of(folded)
        after = words[last + 1].start if last + 1 < len(words) else len(folded)
        if said.count("《") != said.count("》") or _GOES_ON.match(folded, after):
            continue
        named = _NAMES_MATTER.match(folded, after)
        organ = _ORGAN.fullmatch(said)
        if _ELEMENT.fullmatch(said) and not (organ and named):
            return last
        if last == first and named and not organ and len(said) <= _LONGEST_MENU:
            return last
    return None


def run_together(folded: str, front: Span) -> Iterator[int]:
    """Where to cut the ``front`` of a text without spaces: 标题、文号、标题、主送机关."""
    if found := _RUN_TOGETHER.match(folded, *front):
        yield from (found.end(name) for name in found.groupdict() if found[name])


def titled(folded: str, line: Span) -> bool:
    """Whether ``line`` begins with a title right before 一、."""
    return folded.find("一、", *line) > 0 and _TITLED.match(folded, *line) is not None


def titles_inside(folded: str, span: Span) -> dict[int, frozenset[int]]:
    """Where what follows a title among the sentences of ``span`` begins, and where to cut around that title."""
    if not ENDED.search(folded, *span):
        return {}
    return {
        found.end(): frozenset({*map(found.start, ("signed", "annex", "title")), found.end("title")} - {-1})
        for found in _AMONG.finditer(folded, *span)
    }
