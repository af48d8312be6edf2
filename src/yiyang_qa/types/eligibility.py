"""资格: how a case told by the asker stands to the conditions of a clause."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Verdict(StrEnum):
    """How a case stands to a rule."""

    ELIGIBLE = "eligible"
    NOT_ELIGIBLE = "not_eligible"
    UNDETERMINED = "undetermined"


@dataclass(frozen=True, slots=True)
class Entitlement:
    """可得数额: ``value`` in ``unit``, and the working that led to it (60张 × 1万元/张)."""

    value: Decimal
    unit: str
    working: str
    bound: str = ""  # 最高, 约, 不少于: what the clause puts before the figure
    most: Decimal | None = None  # the other end of a range
    name: str = ""  # 建设补贴, where several benefits stand side by side


@dataclass(frozen=True, slots=True)
class Requirement:
    """申领条件 of a clause held against what was told; ``met`` is None where nothing was told."""

    text: str
    met: bool | None
    given: str | None  # the asker's own words
    citation: int  # counts from 1


@dataclass(frozen=True, slots=True)
class Eligibility:
    """A verdict, what it rests on, and what is still to be asked."""

    verdict: Verdict
    requirements: tuple[Requirement, ...]
    amount: Entitlement | None = None
    missing: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()  # why what is said is no entitlement: 最高, 约, 探索, 鼓励
    apart: tuple[Entitlement, ...] = ()  # several benefits that are not added up
