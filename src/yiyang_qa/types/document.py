"""文件: documents."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from yiyang_qa.types.clause import Clause
from yiyang_qa.types.layout import Layout
from yiyang_qa.types.region import Region
from yiyang_qa.types.span import PartialDate, Span


@dataclass(frozen=True, slots=True)
class Oddity:
    """What the parser was not sure of; never a reason to drop a line."""

    code: str  # source_truncated | date_incomplete | term_open
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Repeal:
    """废止: another document that this one ends, as it names it; ``title`` is without its 《》.

    ``on`` is the first day without force; None is the day on which this document takes effect.
    """

    title: str | None
    doc_number: str | None
    on: PartialDate | None
    span: Span  # the name, where the text gives it


@dataclass(frozen=True, slots=True)
class Extension:
    """延期: another document whose term this one lengthens, as it names it; ``title`` is without its 《》.

    To the day ``until``; else by ``months``, counted from ``since`` or, where that is None, from the end
    of the term so far; without either for as long as nothing ends it (继续有效).
    """

    title: str | None
    doc_number: str | None
    until: PartialDate | None
    months: int | None
    since: PartialDate | None
    span: Span  # the sentence that says so, or the line that names it in a list


class Alteration(StrEnum):
    """What an amendment does to a clause."""

    REPLACED = "replaced"  # 第三条修改为：…
    CHANGED = "changed"  # some of it: 第三条第二款…, 第三条中的…, 第三条增加一款
    DELETED = "deleted"  # 删去第三条
    ADDED = "added"  # 增加一条，作为第三条之一
    RENUMBERED = "renumbered"  # 第十五条改为第十六条


@dataclass(frozen=True, slots=True)
class Amendment:
    """修改: a clause of another document that this one changes; the document as this one names it."""

    title: str | None
    doc_number: str | None
    address: str  # 第三条, 含“甲”的条款, 有关条款; of a new clause the number that it gets
    change: Alteration
    span: Span  # the item that says so, whole: the new text is in it


@dataclass(frozen=True, slots=True)
class Reprint:
    """重新公布: the whole of another document as this one amends it, printed below what amends it.

    ``title`` and ``doc_number`` are those by which this one names it, ``printed`` is the title above the text.
    """

    title: str
    doc_number: str | None
    printed: str
    span: Span  # from that title to the end of the text


#: What names a document to do something to it.
Naming = Repeal | Extension | Amendment | Reprint


@dataclass(frozen=True, slots=True)
class Revision:
    """修订、修正、修改 that the text has been through; ``on`` is its day, or its year in a title."""

    word: str
    on: PartialDate | None
    span: Span


@dataclass(frozen=True, slots=True)
class StatedForce:
    """有效性 as the page that carries the document states it: 有效, 失效, 废止; on which day, it does not say."""

    word: str
    in_force: bool
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
    repeals: tuple[Repeal, ...] = ()  # 废止的文件
    extensions: tuple[Extension, ...] = ()  # 延长有效期的文件
    amendments: tuple[Amendment, ...] = ()  # 修改的条款
    reprint: Reprint | None = None  # 重新公布的全文
    attached: tuple[str, ...] = ()  # 所附文本: what those are called that have articles of their own
    revisions: tuple[Revision, ...] = ()  # 修订沿革
    stated_force: StatedForce | None = None  # 有效性
    oddities: tuple[Oddity, ...] = ()
    layout: Layout | None = None  # of a file that has pages
    doubts: tuple[Doubt, ...] = ()  # none about what the sidecar settles
