"""检索结果: ranked clauses, no answer."""

from __future__ import annotations

from pydantic import BaseModel

from yiyang_qa.types import Evidence
from yiyang_qa.wire.citation import CitationBody, citation_bodies


class SearchBody(BaseModel):
    """Citations, best first."""

    citations: list[CitationBody]


def search_body(evidence: tuple[Evidence, ...]) -> SearchBody:
    """Evidence as citations numbered from 1."""
    return SearchBody(citations=citation_bodies(evidence))
