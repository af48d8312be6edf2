"""文件: documents."""

from __future__ import annotations

from dataclasses import dataclass

from yiyang_qa.types.clause import Clause
from yiyang_qa.types.region import Region
from yiyang_qa.types.span import PartialDate, Span


@dataclass(frozen=True, slots=True)
class Oddity:
    """What the parser was not sure of; never a reason to drop a line."""

    code: str  # source_truncated | date_incomplete | …
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """存疑: a field that somebody should look at; ``span`` is the place in the text, where there is one."""

    field: str  # of ``Document``
    value: str | None  # as read; None where nothing was
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A policy document as read, with what its text says of itself."""

    id: str  # the file name without extension
    text: str
    sha256: str  # of the file's bytes
    title: str
    region: Region | None
    clauses: tuple[Clause, ...]
    doc_number: str | None = None  # 发文字号, its own
    issuers: tuple[str, ...] = ()  # 发文机关
    issued_on: PartialDate | None = None  # 成文日期
    published_on: PartialDate | None = None  # 发布日期
    effective_on: PartialDate | None = None  # 施行日期
    valid_until: PartialDate | None = None  # 有效期至
    period: tuple[int, int] | None = None  # 规划期, years inclusive
    kind: str | None = None  # 文种: 实施方案, 规划, 通知, 答复函 …
    source: str | None = None  # where it was published, when known
    oddities: tuple[Oddity, ...] = ()
    doubts: tuple[Doubt, ...] = ()  # none about what the sidecar settles
