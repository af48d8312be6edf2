"""What a clause demands and grants, as typed values; spans are those of the document.

A *rule* is one alternative of a policy sentence: conditions (申领条件), what they lead to
(待遇), and how firmly the sentence speaks (规范力度).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum, StrEnum

from yiyang_qa.types import Span


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of a quantity; an end that is None is open for ever.

    ``above`` and ``below`` leave out the ends themselves: 超过 50 is above, 不满 65 is below.
    """

    low: Decimal | None = None
    high: Decimal | None = None
    above: bool = False
    below: bool = False

    @property
    def exact(self) -> Decimal | None:
        """The one value that the range holds, when it is one."""
        return self.low if self.low == self.high and not (self.above or self.below) else None

    def holds(self, told: Interval) -> bool | None:
        """Whether whatever ``told`` may be lies inside; None where some of it does and some does not."""
        if told.lies_below(self) or self.lies_below(told):
            return False
        return True if self._reaches_down(told) and self._reaches_up(told) else None

    def lies_below(self, other: Interval) -> bool:
        """Whether all of this range is smaller than all of ``other``."""
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.below or other.above))

    def _reaches_down(self, told: Interval) -> bool:
        if self.low is None or told.low is None:
            return self.low is None
        return told.low > self.low or (told.low == self.low and (told.above or not self.above))

    def _reaches_up(self, told: Interval) -> bool:
        if self.high is None or told.high is None:
            return self.high is None
        return told.high < self.high or (told.high == self.high and (told.below or not self.below))


# --- 条件: conditions -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Measured:
    """新增床位 50张以上: a quantity within bounds, in the base unit of its measure."""

    measure: str
    bounds: Interval
    added: bool = False  # only what is new counts: 新增


@dataclass(frozen=True, slots=True)
class Counted(Measured):
    """护理员不少于 5名, 注册资金 50万元以上: what no table measures, by its noun (``measure``) and ``unit``."""

    unit: str = ""


@dataclass(frozen=True, slots=True)
class Spent(Measured):
    """起付标准2500元: the costs borne are within bounds, whatever they are called."""


@dataclass(frozen=True, slots=True)
class Belongs:
    """自有产权, 三星级及以上: one of the values ``allowed`` on an axis."""

    axis: str
    allowed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Named:
    """县级 beside 乡镇级 and 村级: a grade that no axis knows, by its ``names``; a case may be of the ``others``."""

    names: frozenset[str]
    others: frozenset[str]
    among: str  # all of them in order: 县级、乡镇级、村级


@dataclass(frozen=True, slots=True)
class Unblemished:
    """近三年内无…责令整改…情况: none of these events within ``years`` (ever, when None)."""

    events: frozenset[str]
    years: int | None
    subjects: frozenset[str] = frozenset()  # 医保, 消防 …
    grave: bool = False  # 重大, 严重: lesser events do not count


@dataclass(frozen=True, slots=True)
class Stated:
    """Any other condition: no case can be held against it by rule, so it is asked.

    ``excepts``: …的除外 — it must not hold.
    """

    excepts: bool = False


@dataclass(frozen=True, slots=True)
class Either:
    """具有本市户籍或者持有居住证, 下列情形之一: any of ``options`` will do."""

    options: tuple[Option, ...]


Test = Measured | Belongs | Named | Unblemished | Stated | Either


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition, its words and its place.

    ``one_of``: joined to others by 或, any will do. ``demanded``: named where the sentence says what
    to do (应当以有偿方式用地), not whom it is about.
    """

    test: Test
    text: str
    span: Span
    one_of: bool = False
    demanded: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """One of several by which a condition is met: all ``conditions`` must hold. ``span`` and ``text`` are its words."""

    conditions: tuple[Condition, ...]
    span: Span
    text: str
    group: str = ""  # the name of those who meet it: 第一类资助对象


# --- 待遇: what follows ------------------------------------------------------------


class Strength(StrEnum):
    """规范力度: how firmly a sentence speaks."""

    GRANTED = "granted"  # 给予、享受、纳入
    PERMITTED = "permitted"  # 可、可以
    REQUIRED = "required"  # 应当、须、按…标准配建
    TENTATIVE = "tentative"  # 探索、鼓励、支持、逐步: no entitlement
    DENIED = "denied"  # 不得、不予


class Basis(IntEnum):
    """What a figure is multiplied with."""

    ONCE = 0  # 给予 15万元
    COUNT = 1  # 每张 1万元, 20万元/个, 每百户 20平方米
    RATE = 2  # 每人每月 400元: per time or person, left as it is
    SHARE = 3  # 缴费的 50%


@dataclass(frozen=True, slots=True)
class Benefit:
    """One figure of a rule. ``value`` is in ``unit`` (万 multiplied out); ``most`` ends a range."""

    span: Span
    value: Decimal
    unit: str
    basis: Basis = Basis.ONCE
    most: Decimal | None = None
    per: str = ""  # 张, 户, 个; 人每月 of a rate
    lot: Decimal = Decimal(1)  # 100 of 每百户
    noun: str = ""  # what is counted, or what a share is taken of
    bound: str = ""  # 最高, 约, 不超过, 不低于 as written
    cap: Decimal | None = None  # 最高额度不超过 20万元, of a share
    cap_per: str = ""  # 张 of 最高不超过4000元/张
    floor: Decimal | None = None  # 起付标准: what is below it is borne alone
    extra: bool = False  # 再增加: comes on top of another rule
    turn: int | None = None  # its place in a list that 分别 deals out
    in_wan: bool = False  # written in 万元
    purpose: str = ""  # 建设 of 建设补贴


@dataclass(frozen=True, slots=True)
class Rule:
    """One alternative of a sentence: all ``conditions`` lead to ``benefits`` (none: the words alone)."""

    span: Span
    text: str
    conditions: tuple[Condition, ...]
    benefits: tuple[Benefit, ...]
    strength: Strength
    kinds: frozenset[str] = frozenset()  # 养老机构, 居住区 …: who or what the sentence is about
    about: str = ""  # how the sentence began that it goes on: 社区食堂年服务…
    orphan: bool = (
        False  # an item (二)… whose opening words, with their conditions, are not in the text given
    )
    rest: bool = False  # of those whom the rules before it leave out: 其他老年人
    exclusive: bool = False  # its text has 不重复享受: benefits are not to be added up
