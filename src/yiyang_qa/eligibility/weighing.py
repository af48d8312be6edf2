"""How far a rule is the one that a case falls under: what it touches, and what speaks against it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from yiyang_qa.eligibility.amounts import counted
from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.matching import met_option, partly_met, standing
from yiyang_qa.eligibility.open_conditions import asked
from yiyang_qa.eligibility.purposes import purposes_told
from yiyang_qa.eligibility.remainders import names, names_asked
from yiyang_qa.eligibility.terms import (
    Basis,
    Belongs,
    Condition,
    Either,
    Measured,
    Named,
    Option,
    Rule,
    Spent,
    Stated,
    Strength,
    Unblemished,
)
from yiyang_qa.eligibility.verdict import Outcome
from yiyang_qa.text import bigrams
from yiyang_qa.types import Region


@dataclass(frozen=True, slots=True)
class Cited:
    """A rule with where it stands: its citation (from 1), its document and that one's region, whether it is highlighted."""

    rule: Rule
    citation: int
    region: Region | None = None
    lit: bool = False
    document: str = ""
    under: str = ""  # the headings and the words that lead to it
    heading: tuple[str, int] | None = None  # the document and the heading whose items it is one of
    named: bool = False  # the title of its document is that of the benefit asked for


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule held against a case, with what the two have in common."""

    cited: Cited
    outcomes: tuple[Outcome, ...]
    counts: int  # figures whose count or base the case tells
    named: int  # of these, figures that name what they count
    partly: int  # lists of which the case meets no item, but part of one
    shared: int  # bigrams that question and rule share
    weight: float
    by_name: bool | None = None  # whether it is of the benefit asked for by name; None where no name tells

    @property
    def fails(self) -> bool:
        """Whether a condition is not met."""
        return any(outcome.met is False for outcome in self.outcomes)

    @property
    def told(self) -> tuple[Outcome, ...]:
        """The conditions of which the case tells how it stands."""
        return tuple(outcome for outcome in self.outcomes if outcome.met is not None)


#: Bigrams that make a rule the question's business when one condition alone is touched. None need be
#: for a bound or a figure in a highlighted sentence of the first citation.
_ENOUGH_SHARED, _FEWER_SHARED = 3, 0
_MOST_SHARED = 12  # more add no weight
MET = 2.0  # what a condition that is met weighs
#: 可以向街道提出申请: how something is had, of which another rule says who has it.
_APPLIES = re.compile(
    r"提出[^，。；]{0,8}申请|(?:提交|递交)[^，。；]{0,10}(?:材料|申请)|向[^，。；]{2,24}申[请报领]"
)
#: 符合条件的可同时申领两项补贴: who has them is said elsewhere.
_POINTS = re.compile(r"[既又]符合|符合[一-龥]{0,8}条件[^。；]{0,40}(?:同时|叠加|择高|就高|重复|选择)")
ASKS_SUM, _NO_SUM = re.compile("多少|几块|几百|几千|怎么补|补几"), 1.3
_SPOKEN = 0.6  # of the bigrams of a condition: the asker speaks of it


def candidate(case: Case, cited: Cited) -> Candidate | None:
    """``cited`` held against ``case``; None where it is about another kind of body or another alternative."""
    rule = cited.rule
    if case.kinds and rule.kinds and not case.kinds & rule.kinds:
        return None
    if _of_another_purpose(rule, case) or (_POINTS.search(rule.text) and not rule.benefits):
        return None
    outcomes = tuple(_outcomes(case, cited))
    if any(o.met is False and _sorts(o) and not o.condition.demanded for o in outcomes):
        return None
    counts = counted(rule, case)
    named = sum(bool(benefit.noun) and benefit.basis is Basis.COUNT for benefit, _ in counts)
    words = f"{rule.about} {rule.text}"
    shared = len(set(bigrams(case.text)) & set(bigrams(words)))
    asked_by_name, named_here = names_asked(case.text), names(f"{cited.under} {words}")
    by_name = bool(asked_by_name & named_here) if asked_by_name and named_here else None
    weight = (
        sum({outcome.asks: _weight(outcome, case) for outcome in outcomes}.values())
        + 1.5 * len(counts)
        + 2 * named
        + 0.1 * min(shared, _MOST_SHARED)
        + 0.6 * bool(_runs(case.text) & _runs(rule.about))
        + {True: 1.5, False: -1.5, None: 0.0}[by_name]
        + 0.5 * cited.lit
        - 0.35 * (cited.citation - 1)
        - (rule.strength is Strength.TENTATIVE)
        - (_NO_SUM if ASKS_SUM.search(case.text) else 0.3) * (not rule.benefits)
        - 0.5 * any(benefit.extra for benefit in rule.benefits)
        - 1.5 * bool(_APPLIES.search(rule.text) and not rule.benefits)
    )
    left = [o.condition for o in outcomes if o.met is None and isinstance(o.condition.test, Either)]
    partly = sum(partly_met(condition, case, cited.region) for condition in left)
    return Candidate(cited, outcomes, len(counts), named, partly, shared, weight, by_name)


def _of_another_purpose(rule: Rule, case: Case) -> bool:
    """Whether ``rule`` only grants benefits of another name than the question asks for: 运营补贴 beside 建设补贴."""
    asked, own = purposes_told(case.text), {benefit.purpose for benefit in rule.benefits}
    return bool(asked and own) and "" not in own and not asked & own


def touches(held: Candidate) -> bool:
    """Whether the case has to do with the rule at all."""
    if held.cited.rule.strength is Strength.DENIED:
        return bool(held.outcomes) and all(outcome.met for outcome in held.outcomes)
    if held.told and all(_merely_another(outcome) for outcome in held.told):
        return False
    if any(isinstance(outcome.condition.test, Unblemished) for outcome in held.told):
        return True
    engaged = held.counts + 0.5 * held.partly + sum(_engages(outcome) for outcome in held.told)
    named = held.cited.named and bool(held.cited.rule.benefits) and not held.fails
    first = held.cited.citation == 1 and bool(held.cited.rule.benefits) and bool(held.told)
    if first and engaged and all(outcome.met for outcome in held.outcomes):
        return True
    return engaged > 1 or (engaged == 1 and (named or held.shared >= _enough(held)))


def _engages(outcome: Outcome) -> float:
    """How far a condition that the case tells of makes the rule its business."""
    if _premised(outcome):
        return 0.0
    return 0.5 if _sorts(outcome) else 1.0


def _enough(held: Candidate) -> int:
    figures = held.cited.rule.benefits or any(isinstance(o.condition.test, Measured) for o in held.told)
    return _FEWER_SHARED if held.cited.citation == 1 and held.cited.lit and figures else _ENOUGH_SHARED


def _outcomes(case: Case, cited: Cited) -> list[Outcome]:
    """Each condition with how it is met.

    A quantity told once cannot answer for two demands on one measure, and 可以 demands nothing.
    """
    rule = cited.rule
    lows = [
        c.test.measure
        for c in rule.conditions
        if isinstance(c.test, Measured) and c.test.bounds.low is not None
    ]
    found = []
    for condition in rule.conditions:
        met, given = standing(condition, case, cited.region)
        twice = isinstance(condition.test, Measured) and lows.count(condition.test.measure) > 1
        if (
            twice
            and _is_age(condition)
            and any(
                _is_age(c) and standing(c, case, cited.region)[0]
                for c in rule.conditions
                if c is not condition
            )
        ):
            continue  # 0至6周岁的…,7至14周岁的…: who is of one age need not be of the other
        twice = twice and not _is_age(condition)
        if twice or (condition.demanded and met is False and rule.strength is Strength.PERMITTED):
            met = None
        if met is not None or not condition.demanded:
            question = asked(condition, case, cited.region)
            shown = _by_which(condition, case, cited.region)
            found.append(Outcome(shown, met, given, question, cited.citation))
    return found


def _is_age(condition: Condition) -> bool:
    return isinstance(condition.test, Measured) and condition.test.measure == "年龄"


def _by_which(condition: Condition, case: Case, region: Region | None) -> Condition:
    """``condition``, where any of several will do the one that the case meets."""
    test = condition.test
    option = met_option(test, case, region) if isinstance(test, Either) else None
    return (
        replace(condition, test=Either((option,)), text=option.text, span=option.span)
        if option
        else condition
    )


def _weight(outcome: Outcome, case: Case) -> float:
    """A condition met or named speaks for the rule; a category that is not the case's speaks against it."""
    test = outcome.condition.test
    if outcome.met is None and _is_another(outcome, case):
        return -1.5
    if outcome.met is None:
        own = isinstance(test, Stated) and not outcome.condition.one_of
        named = own and _named(outcome.condition.text, case)
        return 1.0 if named else -0.2  # a rule that leaves nothing open is nearer
    if isinstance(test, Unblemished):
        return 3.0
    if _premised(outcome) or (outcome.met and isinstance(test, Spent)):
        return 0.0
    if outcome.met:
        return MET * (max(1, *map(_asked_by, test.options)) if isinstance(test, Either) else 1)
    return 1.0 if isinstance(test, Measured) or outcome.condition.demanded else -2.0


def _is_another(outcome: Outcome, case: Case) -> bool:
    """Whether the case names itself by another value of the category: 低保 where 特困 is asked, though one may be both."""
    test = outcome.condition.test
    if not isinstance(test, Belongs):
        return False
    told = {trait.value for trait in case.traits if trait.axis == test.axis and not trait.denied}
    return bool(told) and not told & test.allowed


def _asked_by(option: Option) -> int:
    """How much an option asks."""
    return len(option.conditions)


def _runs(text: str) -> set[str]:
    """Every four characters in a row: texts that share some name the same thing (社区食堂)."""
    return {text[i : i + 4] for i in range(len(text) - 3)}


def _named(words: str, case: Case) -> bool:
    """Whether the asker speaks of what the ``words`` of a condition do: 认知障碍专区 of 开设认知障碍专区."""
    pairs = set(bigrams(words))
    return bool(pairs) and len(pairs & set(bigrams(case.text))) >= _SPOKEN * len(pairs)


def _merely_another(outcome: Outcome) -> bool:
    """Whether the case only has another category, which makes the rule one about others: 营利 beside 非营利."""
    test = outcome.condition.test
    if outcome.met is not False or not isinstance(test, Belongs) or outcome.condition.demanded:
        return False
    return test.axis != "户籍" and not BY_NAME[test.axis].ordered


def _premised(outcome: Outcome) -> bool:
    """Whether the condition is met as by whoever asks: 参保."""
    test = outcome.condition.test
    return outcome.met is True and isinstance(test, Belongs) and BY_NAME[test.axis].premised


def _sorts(outcome: Outcome) -> bool:
    test = outcome.condition.test
    return isinstance(test, Named) or (isinstance(test, Belongs) and BY_NAME[test.axis].sorting)
