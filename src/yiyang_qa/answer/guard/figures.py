"""Every figure of a text: amounts, ranks (二级), tenths (三成), fractions, and numbers that count nothing known."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.parse.numerals import ARABIC, CHINESE, number
from yiyang_qa.types import Span

Said = tuple[Decimal, str | None, Span]

_ANY = rf"{ARABIC}|{CHINESE}"
#: 一步, 一类 are mostly no figures: 进一步, 这一类; 一级 and 一星 are.
_RANK = re.compile(
    rf"(?P<n>{_ANY}) ?(?:(?P<grade>[级星档])|(?:个)?(?P<count>[类批期轮层步届种条份]|季度|方面|阶段|环节))"
)
_TENTHS = re.compile(r"(?P<n>[一二三四五六七八九])成(?![立为员功果长熟就份本效绩分型品人体年])")
_FRACTION = re.compile(rf"(?P<of>{_ANY})分之(?P<n>{_ANY})")
_LONE = re.compile(r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)? ?[十百千万亿]{0,2}")
_FRACTIONS_NAMED = {Decimal(100): "%", Decimal(1000): "‰"}


def figures(counted: str) -> Iterator[Said]:
    """Value, unit and span of each; ``counted`` is folded, what is no figure blanked out. None overlap."""
    taken = [False] * len(counted)
    for read in _READERS:
        for value, unit, span in read(counted):
            if not any(taken[slice(*span)]):
                taken[slice(*span)] = [True] * (span.end - span.start)
                yield value, unit, span


def value(said: str) -> Decimal | None:
    """The number that ``said`` writes, exact as ``parse.numerals`` gives it; longer ones digit by digit."""
    known = number(said)
    if known is not None:
        return _decimal(known)
    digits = said.replace(",", "").strip()
    return Decimal(digits) if re.fullmatch(r"[0-9]{1,400}(?:\.[0-9]{1,400})?", digits) else None


def _amounts(counted: str) -> Iterator[Said]:
    for amount in amounts(counted):
        yield _decimal(amount.value), amount.unit, amount.span


def _fractions(counted: str) -> Iterator[Said]:
    for match in _FRACTION.finditer(counted):
        whole, part = value(match["of"]), value(match["n"])
        if whole and part is not None:
            named = _FRACTIONS_NAMED.get(whole)
            yield (part if named else part / whole), named or "分之", Span(*match.span())


def _ranks(counted: str) -> Iterator[Said]:
    for match in _RANK.finditer(counted):
        rank = value(match["n"])
        if rank is not None and (match["grade"] or match["n"] != "一"):
            yield rank, match["grade"] or match["count"], Span(*match.span())


def _tenths(counted: str) -> Iterator[Said]:
    for match in _TENTHS.finditer(counted):
        if (tenths := value(match["n"])) is not None:
            yield tenths * 10, "%", Span(*match.span())


def _lone(counted: str) -> Iterator[Said]:
    for match in _LONE.finditer(counted):
        known = value(match[0])  # what cannot be read is equal only to itself
        yield Decimal(0) if known is None else known, match[0] if known is None else None, Span(*match.span())


_READERS: tuple[Callable[[str], Iterator[Said]], ...] = (_fractions, _amounts, _ranks, _tenths, _lone)


def _decimal(number: float) -> Decimal:
    """The decimal that the float was written as; 5 and 5.0 are one."""
    return Decimal(repr(number)).normalize()
