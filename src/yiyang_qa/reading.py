"""A file of the corpus becomes a document: outline, identity, region, facts, in this order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

from yiyang_qa.corpus import Sidecar, SourceFile
from yiyang_qa.corpus.sidecar import MAY_LACK
from yiyang_qa.doubts import doubts
from yiyang_qa.errors import CorpusError
from yiyang_qa.parse.attached import with_articles
from yiyang_qa.parse.facts import with_facts
from yiyang_qa.parse.identity import Identity, identity
from yiyang_qa.parse.issuers import bodies_of_page
from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.outline import outline_of
from yiyang_qa.parse.reprints import under_reprint
from yiyang_qa.parse.titles import kind_of_title
from yiyang_qa.regions import (
    gazetteer,
    mentions,
    narrowed,
    region_addressed,
    region_of_issuer,
    region_of_number,
    region_spoken_of,
)
from yiyang_qa.shingles import Sketch, sketch
from yiyang_qa.text import fold
from yiyang_qa.types import NATION, Document, Kind, Region, over


class Reading(NamedTuple):
    """A file that has been read, with all that an index wants of it: nobody need read it again."""

    source: SourceFile
    document: Document
    sketch: Sketch

    @classmethod
    def of(cls, source: SourceFile) -> Reading:
        """The reading of ``source``."""
        return cls(source, read_document(source), sketch(source.text))


def read_document(source: SourceFile) -> Document:
    """The document in ``source``; what its sidecar says goes before what its text says."""
    folded = fold(source.text)
    clauses = outline_of(source.text, folded, source.id)
    matter = Matter(source.text, folded, clauses)
    said, given = identity(matter), source.sidecar
    region, title = _region(source, said, matter), given.title or said.title or source.id
    document = Document(
        id=source.id,
        text=source.text,
        sha256=source.sha256,
        title=title,
        region=region,
        clauses=with_facts(source.text, folded, under_reprint(clauses, said.reprint), region),
        period=said.period,
        source=given.source,
        oddities=said.oddities,
        layout=source.layout,
        repeals=said.repeals,
        extensions=said.extensions,
        amendments=said.amendments,
        reprint=said.reprint,
        attached=with_articles(clauses, title),
        revisions=said.revisions,
        stated_force=said.stated_force,
        **_settled(given, said),
    )
    _in_order(document, given)
    return replace(document, doubts=tuple(doubts(document, matter, given, said)))


def _settled(given: Sidecar, said: Identity) -> dict[str, Any]:
    """The fields that a document may lack: as given, else as read, unless it is given that there is none."""
    found = {name: getattr(given, name) or getattr(said, name) for name in MAY_LACK}
    found["kind"] = found["kind"] or kind_of_title(given.title or "")
    return {name: value for name, value in found.items() if name not in given.absent}


def _in_order(document: Document, given: Sidecar) -> None:
    """A day given by hand ends nothing before it has begun."""
    effective, until = document.effective_on, document.valid_until
    name = "valid_until" if given.valid_until else "effective_on"
    if getattr(given, name) and effective and over(until, effective):
        raise CorpusError(
            f"{document.id}.toml 的 {name}：有效期至（{until}）早于施行日期（{effective}），请核对这两个日期"
        )


def _region(source: SourceFile, said: Identity, matter: Matter) -> Region | None:
    """Where the document holds: as given, else by its issuers, its title, its number, or what it speaks of most."""
    if given := source.sidecar.region:
        return _given_region(source.id, given)
    if issued := region_of_issuer(source.sidecar.issuers or said.issuers):
        return issued
    titled = _named_in(source.sidecar.title or said.title or "")
    numbered = region_of_number(source.sidecar.doc_number or said.doc_number)
    if titled and not (numbered and _apart(titled, numbered)):
        return titled
    addressed = region_addressed("".join(matter.said(Kind.ADDRESSEE)))
    return numbered or addressed or _spoken_of(_without_page(source.text, matter), matter)


def _spoken_of(text: str, matter: Matter) -> Region | None:
    return narrowed(region_spoken_of(text), text, tuple(bodies_of_page(matter)))


def _without_page(text: str, matter: Matter) -> str:
    """``text`` without what the site prints around it: its menus and its host are not of the text."""
    return "\n".join(c.span.of(text) for c in matter.clauses if c.kind is not Kind.FURNITURE)


def _apart(one: Region, other: Region) -> bool:
    """Whether neither lies in the other: a title may name whom others should learn from."""
    return NATION not in (one, other) and not one.touches(other)


def _given_region(document_id: str, given: str) -> Region:
    known = gazetteer()
    found = [region] if (region := known.by_code(given)) else list(known.named(given))
    if len(found) != 1:
        raise CorpusError(
            f"{document_id}.toml 的 region “{given}” "
            + ("不是已知的行政区划" if not found else "有同名的行政区划")
            + '，请写六位区划代码，例如 region = "500000"'
        )
    return found[0]


def _named_in(title: str) -> Region | None:
    """The one region that a title names; of several, the innermost of the first chain."""
    found = [mention.regions[0] for mention in mentions(title) if len(mention.regions) == 1]
    return found[0] if found else None
