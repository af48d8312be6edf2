"""Which version is the earlier: the day on which a text, as it stands, took effect."""

from __future__ import annotations

import re

from yiyang_qa.types import Document, PartialDate

_YEAR = re.compile(r"[〔\[(（](?P<year>(?:19|20)\d\d)[〕\])）]")


def first_day(document: Document) -> PartialDate | None:
    """The first day of this version, at the precision of the source; None where nothing is dated.

    施行日期, else 成文日期, else 发布日期, else the year of the 发文字号. A text that was amended
    later was not in force as it stands before its last amendment.
    """
    number = _YEAR.search(document.doc_number or "")
    told = document.effective_on or document.issued_on or document.published_on
    start = told or (number["year"] if number else None)
    amended = [revision.on for revision in document.revisions if revision.on]
    return max(filter(None, (start, *amended)), default=None)


def earlier(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether ``one`` is surely before ``other``: 2021 and 2021-09 are not told apart."""
    if one is None or other is None:
        return False
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
