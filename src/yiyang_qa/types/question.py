"""问: questions, as they arrive and as they are understood."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from yiyang_qa.types.region import Region
from yiyang_qa.types.span import PartialDate


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    LOOKUP = "lookup"
    NUMBER = "number"
    UNITS = "units"
    DATE = "date"
    COMPARE = "compare"
    LIST = "list"
    ELIGIBILITY = "eligibility"


class Speaker(StrEnum):
    """Who spoke a turn of the conversation."""

    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True)
class Turn:
    """One earlier turn of a conversation."""

    speaker: Speaker
    content: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions joined by AND and applied before ranking; empty means no condition."""

    regions: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    issued_from: PartialDate | None = None
    issued_to: PartialDate | None = None
    include_expired: bool = False  # 不在有效期内的也算

    @property
    def narrow(self) -> bool:
        """Whether documents are left out that would be searched without."""
        return bool(self.regions or self.documents or self.units or self.issued_from or self.issued_to)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing told of the asker's own case (申请人的情况) as a value instead of in words.

    ``subject`` names a measure or a category (房屋租期, 失能等级); ``of`` is what is counted, or what is
    confirmed; ``unit`` is that of a number.
    """

    subject: str
    value: Decimal | str | bool
    of: str = ""
    unit: str = ""

    @property
    def said(self) -> str:
        """The value as people say it: 4年, 自有."""
        return f"{self.value:f}{self.unit}" if isinstance(self.value, Decimal) else str(self.value)

    @property
    def words(self) -> str:
        """The fact in words: 房屋租期4年; one that is true or not by its subject alone."""
        if isinstance(self.value, bool):
            return f"{'' if self.value else '没有'}{self.of or self.subject}"
        return f"{self.of or self.subject}{self.said}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it arrives, with the conversation it belongs to."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
    top_k: int = 5
    as_of: date | None = None  # today when None
    case: tuple[Fact, ...] = ()  # the asker's own case, beside what the words tell of it


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood: it stands alone and knows its regions.

    ``variants`` are the wordings to search with, the main one first.
    """

    text: str
    intent: Intent
    regions: tuple[Region, ...]
    as_of: date
    variants: tuple[str, ...]
    asked: str = ""  # the last turn alone; where it only names another region, what was asked before it
    case: tuple[Fact, ...] = ()
    registers: tuple[Region, ...] = ()  # 户籍地, told beside the regions asked about
