"""The claims of a text, and the ground that it gives to those of another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from yiyang_qa.answer.guard.claims import Address, Claim, Day, Figure, Number, Place, Quotation
from yiyang_qa.answer.guard.figures import figures, value
from yiyang_qa.answer.guard.ground import Ground
from yiyang_qa.answer.guard.scope import MARKER
from yiyang_qa.parse.dates import MONTH_DAY, dates, said
from yiyang_qa.parse.numerals import CHINESE
from yiyang_qa.regions import gazetteer, mentions
from yiyang_qa.text import fold, one_line
from yiyang_qa.types import NATION, Region, Span

LONG_QUOTE = 8  # characters from which words in quotation marks must be the source's own
_QUOTES = re.compile(r"“([^“”]+)”|「([^「」]+)」|『([^『』]+)』|《([^《》]+)》|\"([^\"“”\n]+)\"")
_NUMBER = re.compile(r"[一-龥]{1,15} ?[(\[] ?(?:19|20)[0-9]{2} ?[)\]] ?第? ?[0-9]{1,5} ?号")
_NUMBER_FORM = str.maketrans("[]", "()", " 第")
_ADDRESS = re.compile(rf"第 ?([0-9]{{1,4}}|{CHINESE}) ?([条章节编款项])")
_MONTH_DAY = re.compile(MONTH_DAY)
#: List numbers count nothing: 1. （3） ①; nor does that of 1.90周岁以上, for no age has hundredths.
_LABEL = re.compile(
    r"(?m:^[ \t>*#-]{0,8})[0-9０-９]{1,2}[、.．)）](?![0-9０-９])|"
    r"(?:(?m:^)[ \t>*#-]{0,8}|(?<=[：:；;。›])[ \t]{0,4})[0-9]{1,2}[.．]"
    r"(?=(?:[0-9]{1,3} ?[—–~～至到-] ?[0-9]{1,3}|[0-9]{2,3}) ?周?岁)|[（(][12１２]?[0-9０-９][)）]|[①-⒛㉑-㉟]"
)
_HOTLINE = re.compile(r"(?<![0-9])12345(?=政务|便民|市民|热线|服务|[，。；、）)]|(?m:$))")


@lru_cache(maxsize=1024)
def claims(text: str) -> tuple[Claim, ...]:
    """Every claim of ``text`` in order. Markers [n], list numbers and the number of the hotline are none."""
    counted = _plain(_blank(text, chain(*(p.finditer(text) for p in (MARKER, _LABEL, _HOTLINE)))))
    numbers = [
        Number(Span(*m.span()), text[slice(*m.span())], m[0].translate(_NUMBER_FORM))
        for m in _NUMBER.finditer(counted)
    ]
    rest = _blank(counted, (n.span for n in numbers))
    addresses = [
        Address(Span(*m.span()), text[slice(*m.span())], number, m[2])
        for m in _ADDRESS.finditer(rest)
        if (number := value(m[1])) is not None
    ]
    rest = _blank(rest, (a.span for a in addresses))
    days = [Day(span, span.of(text), day) for day, span in _days(rest)]
    rest = _blank(rest, (d.span for d in days))
    counts = [Figure(span, span.of(text), number, unit) for number, unit, span in figures(rest)]
    found: Iterator[Claim] = chain(
        numbers, addresses, days, counts, _places(text, numbers), _quotations(text)
    )
    return tuple(sorted(found, key=lambda claim: claim.span))


@lru_cache(maxsize=1024)
def ground(text: str) -> Ground:
    """What ``text`` says, for other claims to stand on."""
    found = claims(text)
    named = {region for claim in found if isinstance(claim, Place) for region in claim.regions}
    return Ground(
        text=one_line(_plain(text)),
        figures=frozenset((c.value, c.unit) for c in found if isinstance(c, Figure)),
        days=frozenset(c.day for c in found if isinstance(c, Day)),
        numbers=frozenset(c.number for c in found if isinstance(c, Number)),
        addresses=frozenset((c.ordinal, c.level) for c in found if isinstance(c, Address)),
        regions=frozenset(superior for region in named for superior in _upwards(region)),
    )


def _plain(text: str) -> str:
    """Folded, with the digits of every script as 0–9; as long as ``text``."""
    return "".join(c if c.isascii() or not c.isdecimal() else str(unicodedata.decimal(c)) for c in fold(text))


def _blank(text: str, taken: Iterator[re.Match[str]] | Iterator[Span]) -> str:
    """``text`` with the ``taken`` ranges as spaces."""
    kept = list(text)
    for each in taken:
        start, end = each.span() if isinstance(each, re.Match) else each
        kept[start:end] = " " * (end - start)
    return "".join(kept)


def _days(counted: str) -> Iterator[tuple[str, Span]]:
    found = dates(counted)
    yield from found
    rest = _blank(counted, (span for _, span in found))
    for match in _MONTH_DAY.finditer(rest):
        if (day := said(match, 2000)) is not None:  # a leap year: 2月29日 is a day
            yield f"--{day[5:]}", Span(*match.span())


def _places(text: str, numbers: Sequence[Number]) -> Iterator[Place]:
    for mention in mentions(text):
        inside_number = any(number.span.holds(mention.span) for number in numbers)
        regions = tuple(region for region in mention.regions if region != NATION)
        if regions and not inside_number:
            yield Place(mention.span, mention.span.of(text), regions)


def _quotations(text: str) -> Iterator[Quotation]:
    for match in _QUOTES.finditer(text):
        words = next(group for group in match.groups() if group)
        if sum(not c.isspace() for c in words) >= LONG_QUOTE:
            yield Quotation(Span(*match.span()), words)


def _upwards(region: Region) -> Iterator[Region]:
    here: Region | None = region
    while here is not None and here != NATION:
        yield here
        here = gazetteer().parent(here)
