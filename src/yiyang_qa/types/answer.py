"""答: answers and their evidence."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from yiyang_qa.types.clause import Clause
from yiyang_qa.types.document import Document
from yiyang_qa.types.eligibility import Eligibility
from yiyang_qa.types.force import Amended, Course
from yiyang_qa.types.question import Query
from yiyang_qa.types.span import Span


class Status(StrEnum):
    """How an answer ended."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NO_EVIDENCE = "no_evidence"
    OUT_OF_SCOPE = "out_of_scope"


class Reason(StrEnum):
    """Why an answer is not a full one."""

    NO_DOCUMENT_FOR_REGION = "no_document_for_region"
    NO_RELEVANT_CLAUSE = "no_relevant_clause"
    EXPIRED_ONLY = "expired_only"
    AMBIGUOUS_REGION = "ambiguous_region"
    OFF_TOPIC = "off_topic"
    UNSAFE_REQUEST = "unsafe_request"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause found: what is quoted and which sentences answer."""

    document: Document
    clause: Clause
    quote: Span
    highlights: tuple[Span, ...]
    score: float  # 0–1, calibrated
    course: Course = field(default_factory=Course)  # what other documents do to its own, on whatever day
    amendments: tuple[Amended, ...] = ()  # what amends this clause, on the day asked about
    nearness: float = 0.0  # as ranked among the candidates of its question

    @property
    def text(self) -> str:
        """The quote: the source's own characters."""
        return self.quote.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know beside the answer; ``citation`` counts from 1."""

    # nearest_only | target_date_passed | plan_period_over | date_incomplete | source_truncated | reply_letter |
    # expired | superseded | repealed | newer_version_pending | term_extended | clause_amended |
    # registered_elsewhere | provision_absent | term_open | place_unsaid | year_unsaid
    code: str
    message: str
    citation: int | None = None


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """One region of a comparison; ``citations`` count from 1."""

    region: str
    found: bool
    summary: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """横向比较: one row per region."""

    topic: str
    rows: tuple[ComparisonRow, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says; ``text`` refers to ``evidence`` as [1], [2] …"""

    query: Query
    status: Status
    text: str
    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    comparison: Comparison | None = None
    eligibility: Eligibility | None = None
    notices: tuple[Notice, ...] = ()
    follow_ups: tuple[str, ...] = ()
