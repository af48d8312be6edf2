"""效力: how a document stands on a day, and how another one ends it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yiyang_qa.types.document import Document
from yiyang_qa.types.span import PartialDate


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
class Standing:
    """How a document stands on a day.

    ``since`` is the first day without force, of an expired one the last day with it, of one not
    yet in force its first; None in force, and where the page that carries it gives no day.
    """

    document: Document
    force: Force
    since: PartialDate | None = None
    by: Document | None = None  # the one that superseded or repealed it
