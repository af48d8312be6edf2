"""效力: how a document stands on a day, and how another one ends it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from yiyang_qa.types.document import Alteration, Document
from yiyang_qa.types.span import PartialDate, Span, begun


class Force(StrEnum):
    """效力状态 of a document on a day."""

    IN_FORCE = "in_force"
    NOT_YET = "not_yet"  # 尚未施行
    EXPIRED = "expired"  # 有效期届满
    SUPERSEDED = "superseded"  # 已有新版本
    REPEALED = "repealed"  # 被废止


@dataclass(frozen=True, slots=True)
class Ending:
    """How another document ends one: superseded or repealed, and the first day without force."""

    force: Force
    on: PartialDate
    by: Document  # as the catalogue has it


@dataclass(frozen=True, slots=True)
class Extended:
    """延期: how another document lengthens one's term, from its own first day ``on``; None: without a last day."""

    until: PartialDate | None
    on: PartialDate
    by: Document  # as the catalogue has it
    span: Span  # of its text: the sentence that says so


@dataclass(frozen=True, slots=True)
class Amended:
    """修改: what another document does to the clause at ``address``, and from which day."""

    address: str  # 第三条
    change: Alteration
    on: PartialDate
    by: Document  # as the catalogue has it
    span: Span  # of its text: the item that says so

    def begun(self, day: date) -> bool:
        """Whether it is in effect on ``day``."""
        return begun(self.on, day.isoformat())


@dataclass(frozen=True, slots=True)
class Course:
    """沿革: what the other documents of a library do to one, on whatever day, the earliest first."""

    endings: tuple[Ending, ...] = ()
    extensions: tuple[Extended, ...] = ()
    amendments: tuple[Amended, ...] = ()
    #: Of a text that only amends others, all of them in the library: those, and what is done to them.
    amends: tuple[tuple[Document, Course], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands on a day.

    ``since`` is the first day without force, of an expired one the last day with it, of one not
    yet in force its first; None in force, and where the page that carries it gives no day.
    """

    document: Document
    force: Force
    since: PartialDate | None = None
    by: Document | None = None  # the one that superseded or repealed it
    extended: Extended | None = None  # what lengthened its term last, by that day
    through: Standing | None = None  # of a text that only amends others: one of those that are all over
