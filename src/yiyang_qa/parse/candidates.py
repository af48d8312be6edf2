"""Every value that front and back matter give for a field, where ``identity`` takes one."""

from __future__ import annotations

from yiyang_qa.parse.dates import dates_of
from yiyang_qa.parse.doc_numbers import written
from yiyang_qa.parse.fields import Field
from yiyang_qa.parse.issuers import named_in_lead, signatories
from yiyang_qa.parse.matter import Matter
from yiyang_qa.types import Kind, PartialDate, Span


def signed(matter: Matter) -> tuple[str, ...]:
    """The bodies named in any 发文机关署名, each once."""
    found = [name for c in matter.of(Kind.SIGNATURE) for name in signatories(c.body.of(matter.text))]
    return tuple(dict.fromkeys(found))


def filed(matter: Matter) -> tuple[str, ...]:
    """The bodies that a site's table names as 发布单位."""
    told = (span.of(matter.text) for span in matter.told(Field.ISSUER))
    return tuple(dict.fromkeys((*told, *named_in_lead(matter))))


def numbers(matter: Matter) -> tuple[str, ...]:
    """Every 发文字号 of the front matter, folded, each once."""
    return tuple(dict.fromkeys(written(matter)))


def days(matter: Matter) -> tuple[tuple[PartialDate, Span], ...]:
    """The dates of 成文日期 and 发文机关署名, with their spans in the text."""
    return tuple(
        (day, span.shift(clause.body.start))
        for clause in matter.of(Kind.DATE, Kind.SIGNATURE)
        for day, span in dates_of(clause.body.of(matter.folded))
    )
