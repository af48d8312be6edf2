"""存疑: which fields of a document somebody should confirm, and why.

A field is in doubt when nothing was read, when it was pieced together or worked out, or when
the text gives more than one value. What the sidecar says is settled.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from yiyang_qa.corpus import Sidecar
from yiyang_qa.parse.candidates import days, filed, numbers, signed
from yiyang_qa.parse.dates import dates_of
from yiyang_qa.parse.identity import Identity
from yiyang_qa.parse.matter import Matter
from yiyang_qa.regions import mentions, region_of_issuer, regions_of_issuers
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Document, Doubt, Kind, PartialDate, Region, Span, over


class Found(NamedTuple):
    """Why a field is in doubt, and where in the text."""

    reason: str
    span: Span | None = None


class Look(NamedTuple):
    """What there is to look at: the document, its front and back matter, what its text says of itself."""

    document: Document
    matter: Matter
    said: Identity

    def place(self, words: str) -> Span | None:
        """Where ``words`` stand in the text first."""
        at = self.matter.folded.find(fold(words)) if words else -1
        return None if at < 0 else Span(at, at + len(words))


def doubts(document: Document, matter: Matter, given: Sidecar, said: Identity) -> Iterator[Doubt]:
    """Every doubt about ``document``, at most one a field, in the order of ``_CHECKS``."""
    look = Look(document, matter, said)
    for field, check in _CHECKS.items():
        if getattr(given, field) is None and field not in given.absent:
            found = next(check(look), None)
            if found is not None:
                yield Doubt(field, _value(getattr(document, field)), *found)


def _value(value: Region | tuple[str, ...] | str | None) -> str | None:
    """A field's value as people write it."""
    if isinstance(value, Region):
        return value.name
    return "、".join(value) or None if isinstance(value, tuple) else value


def _title(look: Look) -> Iterator[Found]:
    title = look.said.title
    if title is None:
        yield Found("没有认出标题，用了文件名")
    elif not any(_closed(title) in _closed(said) for said in look.matter.said(Kind.TITLE, Kind.ANNEX)):
        yield Found("标题是从连成一行的文字里拼出来的", look.place(title[:8]))


def _closed(text: str) -> str:
    """``text`` folded and without white space: a title may be wrapped."""
    return "".join(fold(text).split())


def _region(look: Look) -> Iterator[Found]:
    document = look.document
    if document.region is None:
        yield Found("没有认出地区，按地区提问时不会用到它")
        return
    by_issuer, named = region_of_issuer(document.issuers), _named(document.title)
    titled = named - {NATION}
    placed = {*regions_of_issuers(document.issuers)} - {NATION}
    if any(not a.touches(b) for a in placed for b in placed):
        yield Found(f"发文机关分属{_listed(placed)}，取了{document.region.name}", _signature(look))
    elif by_issuer is None and document.region not in named:
        yield Found("发文机关和标题都没有写明地区，取了正文提到最多的一个", look.place(document.region.name))
    elif len(titled) > 1 and not by_issuer:
        yield Found(f"标题提到{_listed(titled)}，取了{document.region.name}", look.place(document.title))
    elif titled and by_issuer and not any(map(by_issuer.touches, titled)):
        yield Found(f"标题写的是{_listed(titled)}，发文机关属于{by_issuer.name}", _signature(look))


def _named(text: str) -> set[Region]:
    return {mention.region for mention in mentions(text) if mention.region}


def _listed(regions: set[Region]) -> str:
    return "、".join(sorted("".join(region.path) for region in regions))


def _signature(look: Look) -> Span | None:
    return next((clause.body for clause in look.matter.of(Kind.SIGNATURE)), None)


def _issuers(look: Look) -> Iterator[Found]:
    issuers, named = look.document.issuers, (*signed(look.matter), *filed(look.matter))
    others = [name for name in named if not any(_same(name, each) for each in issuers)]
    if not issuers:
        yield Found("没有认出发文机关")
    elif others:
        yield Found(f"另一处写的是{'、'.join(others)}", look.place(others[0]))
    elif not named and not any(issuers[0] in place for place in (look.document.title, *_adoptions(look))):
        yield Found("没有署名，取自正文开头", look.place(issuers[0]))


def _adoptions(look: Look) -> Iterator[str]:
    return (clause.body.of(look.document.text) for clause in look.matter.of(Kind.ADOPTION))


def _same(one: str, other: str) -> bool:
    """Whether two names may be one body's: 市民政局 and 镇江市民政局."""
    one, other = fold(one), fold(other)
    return one.endswith(other) or other.endswith(one)


def _doc_number(look: Look) -> Iterator[Found]:
    number = look.document.doc_number
    if number is None:
        if not any(_adoptions(look)):  # a statute is known by its adoption
            yield Found("没有认出发文字号")
    elif others := [other for other in numbers(look.matter) if other != fold(number)]:
        yield Found(f"另一处写的是{'、'.join(others)}", look.place(others[0]))


def _issued_on(look: Look) -> Iterator[Found]:
    issued, published = look.document.issued_on, look.document.published_on
    if issued is None:
        yield Found("没有认出成文日期" if published else "没有认出成文日期或发布日期")
        return
    places = days(look.matter)
    span = next((span for day, span in places if day == issued), None)
    if others := sorted({day for day, _ in places} - {issued, issued[:7], published}):
        yield Found(f"另一处写的是{'、'.join(others)}", next(s for d, s in places if d == others[0]))
    elif len(issued) < len("2021-09-30"):
        yield Found("原文日期不全，只能确定到" + ("月" if len(issued) == len("2021-09") else "年"), span)
    elif published and published < issued:
        yield Found("发布日期早于成文日期", span)


def _effective_on(look: Look) -> Iterator[Found]:
    effective, issued = look.document.effective_on, look.document.issued_on
    if effective and len(effective) < len("2021-09-30"):
        yield Found("原文施行日期不全", _dated(look, effective))
    elif effective and issued and over(effective, issued) and not any(_adoptions(look)):
        yield Found("施行日期早于成文日期", _dated(look, effective))


def _valid_until(look: Look) -> Iterator[Found]:
    until, effective = look.document.valid_until, look.document.effective_on
    if effective and until and over(until, effective):
        yield Found("有效期至早于施行日期", _dated(look, until))
    elif until and all(day != until for day, _ in dates_of(look.matter.folded)):
        yield Found("由施行日期和有效期推算", look.place("有效期"))


def _dated(look: Look, when: PartialDate) -> Span | None:
    """Where the text says this date last."""
    return next((span for day, span in reversed(dates_of(look.matter.folded)) if day == when), None)


def _kind(look: Look) -> Iterator[Found]:
    if look.document.kind is None:
        yield Found("没有认出文种")


_CHECKS: dict[str, Callable[[Look], Iterator[Found]]] = {
    "title": _title,
    "region": _region,
    "issuers": _issuers,
    "doc_number": _doc_number,
    "issued_on": _issued_on,
    "effective_on": _effective_on,
    "valid_until": _valid_until,
    "kind": _kind,
}
