"""What a judgement says: verdict, each condition, the amount with its working."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from yiyang_qa.eligibility.terms import Belongs, Condition, Rule, Stated, Strength
from yiyang_qa.text import one_line
from yiyang_qa.types import Evidence, Verdict

_BARE = 4  # characters


@dataclass(frozen=True, slots=True)
class Outcome:
    """One condition held against the case; ``met`` is None where the case does not say."""

    condition: Condition
    met: bool | None
    given: str | None  # the case's own words
    asks: str  # what to ask: 房屋租期
    citation: int

    @property
    def text(self) -> str:
        """The condition as the clause words it, its axis in front of a bare value: 失能等级：重度."""
        test, words = self.condition.test, one_line(self.condition.text)
        if isinstance(test, Stated) and test.excepts:
            return f"不属于除外的情形：{words}"
        bare = isinstance(test, Belongs) and len(words) < _BARE
        return f"{test.axis}：{words}" if bare and isinstance(test, Belongs) else words


@dataclass(frozen=True, slots=True)
class AmountDue:
    """``value`` in ``unit``; ``working`` shows how, ``words`` writes it as the source does (60万元)."""

    value: Decimal
    unit: str
    working: str
    words: str
    bound: str = ""  # 最高, 约 …: said before the amount
    most: Decimal | None = None  # of a range
    on_top: bool = False  # 增加: comes on top of what the case gets anyway


@dataclass(frozen=True, slots=True)
class Part:
    """One of several benefits, by what it is for (运营), with the citation that grants it."""

    purpose: str
    amount: AmountDue
    citation: int

    @property
    def name(self) -> str:
        """What it is called: 运营补贴."""
        return f"{self.purpose}补贴"


@dataclass(frozen=True, slots=True)
class Dues:
    """What rules come to: one ``amount``, or ``parts`` told side by side.

    ``barred``: the text forbids to add them up (不重复享受); ``mixed``: a total was asked for of what is paid
    once and what is paid by the month; ``lacking``: purposes asked for that were not worked out;
    ``alone``: a total was asked for, and one clause worked out.
    """

    amount: AmountDue | None
    parts: tuple[Part, ...] = ()
    barred: bool = False
    mixed: bool = False
    lacking: tuple[str, ...] = ()
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """What a text refuses in certain cases: 有下列情形之一的，停发高龄津贴; ``citation`` of these words."""

    words: str
    citation: int


@dataclass(frozen=True, slots=True)
class TopUp:
    """What comes on top of a benefit (重度失能的每月增加200元) and is not, or not surely, had; ``given`` speaks against it."""

    rule: Rule
    citation: int
    asks: str
    given: str | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """A case held against one rule and what comes on top of it."""

    verdict: Verdict
    rule: Rule
    citation: int
    outcomes: tuple[Outcome, ...]
    amount: AmountDue | None
    missing: tuple[str, ...]
    #: A sentence that only explores or encourages what the case asks for, with its citation.
    prospect: tuple[Rule, int] | None = None
    #: Where several benefits are due that are told side by side.
    apart: Dues | None = None
    #: What says the sum and its citation, if not the rule itself: 第四条 高龄津贴按照下列标准发放.
    sums: tuple[tuple[Rule, int], ...] = ()
    #: Cases in which the same benefit is refused: the one that holds, or those that the case leaves open.
    refusal: Refusal | None = None
    #: What a case left out has with all others, with its citation: 其他老年人享受前款第一项的优惠.
    rest: tuple[Rule, int] | None = None
    #: What would come on top, in other cases than this one.
    topups: tuple[TopUp, ...] = ()

    @property
    def standards(self) -> tuple[int, ...]:
        """The citations of what says the sum."""
        return tuple(dict.fromkeys(citation for _, citation in self.sums))

    @property
    def strength(self) -> Strength:
        """How firmly the rule speaks."""
        return self.rule.strength

    def also(self, fresh: Sequence[Outcome]) -> Judgement:
        """The same with ``fresh`` outcomes beside its own: open where one of them is still to be asked."""
        asked = [outcome.asks for outcome in fresh if outcome.met is None]
        return replace(
            self,
            verdict=Verdict.UNDETERMINED if asked else self.verdict,
            outcomes=(*self.outcomes, *fresh),
            missing=tuple(dict.fromkeys((*self.missing, *asked))),
        )

    @property
    def parts(self) -> tuple[Part, ...]:
        """The benefits told side by side; none where one amount, or none, is told."""
        return self.apart.parts if self.apart else ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A judgement and the sentences that say it, [n] pointing to ``evidence``."""

    judgement: Judgement
    text: str
    evidence: tuple[Evidence, ...]  # with what the judgement cites beside
