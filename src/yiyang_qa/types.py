"""The words of the product: frozen values that every layer passes on.

Standard library only. Offsets count Unicode code points in ``Document.text``; a
span is half-open. ``None`` always means "the document does not say".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import NamedTuple

#: ISO 8601 at the precision of the source: ``2021``, ``2021-09`` or ``2021-09-30``.
#: Comparing two of them as strings orders them in time.
PartialDate = str


class Span(NamedTuple):
    """Half-open range of code points in a document's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters of ``text`` that this span covers."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def shift(self, by: int) -> Span:
        """The same range in a text that begins ``by`` code points earlier."""
        return Span(self.start + by, self.end + by)


# --- 区划: regions ------------------------------------------------------------


class Level(StrEnum):
    """行政层级 of a region or of the document that speaks for it."""

    NATIONAL = "national"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"


_SHARED_DIGITS = {Level.NATIONAL: 0, Level.PROVINCE: 2, Level.CITY: 4, Level.COUNTY: 6}


@dataclass(frozen=True, slots=True)
class Region:
    """A node of the national tree of divisions; ``code`` is GB/T 2260.

    ``path`` runs from the province to the region itself: ``("贵州省", "铜仁市", "江口县")``.
    """

    name: str
    code: str
    level: Level
    path: tuple[str, ...]

    def contains(self, other: Region) -> bool:
        """Whether ``other`` is this region or lies inside it."""
        shared = _SHARED_DIGITS[self.level]
        return self.code[:shared] == other.code[:shared] and len(self.path) <= len(other.path)


NATION = Region("全国", "000000", Level.NATIONAL, ("全国",))


# --- 条款: clauses -----------------------------------------------------------


class Rank(IntEnum):
    """Who may contain whom: a clause lies in the nearest open smaller rank.

    The order of 结构层次序数 is that of GB/T 9704—2012, 7.3.3, below the levels of statutes.
    """

    INSTRUMENT = 0  # 标题、附件: a titled text, contains clauses
    MATTER = 1  # 眉首、版记: front and back matter, contains nothing
    VOLUME = 2  # 编
    CHAPTER = 3  # 章
    SECTION = 4  # 节
    ARTICLE = 5  # 条
    HEADING = 6  # 一、
    SUBHEADING = 7  # （一）
    ITEM = 8  # 1. and the 专栏 and 表 that interrupt a run of items
    SUBITEM = 9  # （1）
    CIRCLED = 10  # ①


class Kind(StrEnum):
    """What a line opens. Names follow the elements of GB/T 9704—2012, 7.3."""

    TITLE = "title"  # 标题
    ANNEX = "annex"  # 附件
    FURNITURE = "furniture"  # 网页杂项: navigation, counters, filing numbers
    FIELD = "field"  # 索引号、发布单位、成文日期 … as a site's table prints them
    NUMBER = "number"  # 发文字号
    ADDRESSEE = "addressee"  # 主送机关
    LEAD = "lead"  # 导语: the paragraphs before the first heading
    ENCLOSURES = "enclosures"  # 附件说明
    SIGNATURE = "signature"  # 发文机关署名
    DATE = "date"  # 成文日期
    EFFECT = "effect"  # 施行日期: 本办法自…起施行
    ADOPTION = "adoption"  # 题注: 某年某月某日某会议通过、批准、公布、修正
    VOLUME = "volume"  # 第一编
    CHAPTER = "chapter"  # 第一章
    SECTION = "section"  # 第一节
    ARTICLE = "article"  # 第一条
    HEADING = "heading"  # 一、
    SUBHEADING = "subheading"  # （一）
    ITEM = "item"  # 1.
    SUBITEM = "subitem"  # （1）
    CIRCLED = "circled"  # ①
    SIDEBAR = "sidebar"  # 专栏
    TABLE = "table"  # 表
    TEXT = "text"  # opens nothing; joins the clause before it


class UnitRole(StrEnum):
    """What a responsible unit has to do."""

    LEAD = "lead"  # 牵头单位
    RESPONSIBLE = "responsible"  # 责任单位
    SUPPORT = "support"  # 配合单位
    LOCAL = "local"  # 地方: 各区县人民政府、各乡镇（街道）


@dataclass(frozen=True, slots=True)
class Unit:
    """责任单位 of a clause, as the document writes it."""

    name: str
    role: UnitRole = UnitRole.RESPONSIBLE
    full_name: str | None = None  # 重庆市财政局 for 市财政局
    inherited_from: str | None = None  # clause_id of the note that binds this clause too


@dataclass(frozen=True, slots=True)
class Deadline:
    """期限: a date by which something is to be reached. ``span`` is inside the clause."""

    due: PartialDate
    span: Span


@dataclass(frozen=True, slots=True)
class Amount:
    """数额: a figure with its unit; ``value`` in ``unit``, 万 and 亿 multiplied out."""

    value: float
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """表行: one line of a table put back together: label and one value per column."""

    label: str
    cells: tuple[tuple[str, str], ...]  # (column heading, value as written)


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part, paragraph or table row of a clause, citable by itself.

    ``label`` is ``一是``, ``（1）``, ``（二）`` (项 of an article), or empty for a paragraph.
    """

    label: str
    span: Span
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """One opening line and what it owns; children excluded.

    ``span`` covers whole lines, so that all spans in order are the document. ``path``
    runs from the outermost heading to the clause itself, each as the text has it.
    """

    id: str
    kind: Kind
    rank: Rank
    label: str  # （四）, as written; empty when the line carries no number
    heading: str  # 加大资金投入,赋能配套提升
    path: tuple[str, ...]
    span: Span
    parent: int | None  # position of the containing clause in ``Document.clauses``
    body: Span  # the clause's own text without surrounding white space
    bare: bool  # a heading with no body of its own: context, never an answer
    parts: tuple[Part, ...] = ()
    units: tuple[Unit, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    amounts: tuple[Amount, ...] = ()


@dataclass(frozen=True, slots=True)
class Oddity:
    """What the parser was not sure of; never a reason to drop a line."""

    code: str  # source_truncated | date_incomplete | …
    message: str
    span: Span


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


# --- 问与答: questions and answers --------------------------------------------


class Intent(StrEnum):
    """What kind of answer a question asks for."""

    LOOKUP = "lookup"
    NUMBER = "number"
    UNITS = "units"
    DATE = "date"
    COMPARE = "compare"
    LIST = "list"
    ELIGIBILITY = "eligibility"


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
    include_expired: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it arrives, with the conversation it belongs to."""

    text: str
    history: tuple[Turn, ...] = ()
    filters: Filters = field(default_factory=Filters)
    top_k: int = 5
    as_of: date | None = None  # today when None


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


@dataclass(frozen=True, slots=True)
class Evidence:
    """A clause found: what is quoted and which sentences answer."""

    document: Document
    clause: Clause
    quote: Span
    highlights: tuple[Span, ...]
    score: float  # 0–1, calibrated

    @property
    def text(self) -> str:
        """The quote: the source's own characters."""
        return self.quote.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must know beside the answer; ``citation`` counts from 1."""

    code: str  # target_date_passed | plan_period_over | date_incomplete | source_truncated | reply_letter
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
    notices: tuple[Notice, ...] = ()
    follow_ups: tuple[str, ...] = ()
