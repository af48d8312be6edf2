"""条款: clauses, and what is said inside one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from yiyang_qa.types.span import PartialDate, Span


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
    QUESTION = 7  # 问： of a Q&A page; its answer may hold numbers of its own
    SUBHEADING = 8  # （一）
    ITEM = 9  # 1. and the 专栏 and 表 that interrupt a run of items
    SUBITEM = 10  # （1） and the rows of a task table
    CIRCLED = 11  # ①


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
    ROW = "row"  # 任务分工表的一行: a task with its units and its deadline
    QUESTION = "question"  # 问：, with its 答：
    TEXT = "text"  # opens nothing; joins the clause before it


class UnitRole(StrEnum):
    """What a responsible unit has to do."""

    LEAD = "lead"  # 牵头单位
    RESPONSIBLE = "responsible"  # 责任单位
    SUPPORT = "support"  # 配合单位
    LOCAL = "local"  # 地方: 各区县人民政府、各乡镇（街道）


#: What a unit of each role is called, in the order they are told.
ROLES: Mapping[str, str] = {
    UnitRole.LEAD: "牵头单位",
    UnitRole.RESPONSIBLE: "责任单位",
    UnitRole.SUPPORT: "配合单位",
    UnitRole.LOCAL: "地方落实",
}


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

    def saying(
        self, units: tuple[Unit, ...], deadlines: tuple[Deadline, ...], amounts: tuple[Amount, ...]
    ) -> Clause:
        """This clause with what it says; ``dataclasses.replace`` takes twice as long."""
        place = (self.id, self.kind, self.rank, self.label, self.heading, self.path, self.span, self.parent)
        return Clause(*place, self.body, self.bare, self.parts, units, deadlines, amounts)


def ancestors(clauses: Sequence[Clause], clause: Clause) -> Iterator[int]:
    """Positions of those of ``clauses`` that contain ``clause``, one of them, nearest first."""
    above = clause.parent
    while above is not None:
        yield above
        above = clauses[above].parent
