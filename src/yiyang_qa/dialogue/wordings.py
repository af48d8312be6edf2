"""Other wordings of a question to search with beside it: its matter alone, without sums told, with the case."""

from __future__ import annotations

import re
from collections.abc import Sequence

from yiyang_qa.dialogue.intent import asks_who
from yiyang_qa.eligibility.facts import HOMES
from yiyang_qa.parse.amounts import amounts
from yiyang_qa.text import fold, outside
from yiyang_qa.types import Fact, Intent

#: 的责任单位是谁, 归哪个局管, 由谁牵头 at the end of a question.
_WHO = re.compile(
    r"的?(?:这[事项件块]|工作|任务)?的?(?:责任|牵头|主管|配合)?(?:单位|部门|[科处股]室)?(?:都|分别|具体)?[是有由归]*"
    r"(?:谁|哪[些一几]?[个家]?(?:单位|部门|机关|局|委|厅|[科处股]室?)?)来?(?:负责|牵头|主?管|办|落实|配合)?[的呢?]*$"
)
#: Whom a case is told of, and how old: 我妈, 我家老人今年85岁.
_PERSON = re.compile(
    r"(?:(?:[我俺咱]们?|[他她])家?里?(?:有个?|的)?(?:老?[爸妈爹娘爷奶]{1,2}|父母?亲?|母亲|公公|婆婆|外[公婆]|姥[姥爷]|老[人伴头太]太?|亲戚|邻居)|"
    r"(?<![一-龥])(?:老[爸妈伴]|[爸妈爷奶]{2}))(?:今年|现在|已经?|快|都)*(?:\d{1,3}岁?(?:多|了)*)?[,的]*"
)
_LEAST = 4  # 字
_STOP = re.compile("[,。;!?、:]")
_STORY, _LAST = 5, 2  # stretches between stops


def beside_it(wording: str, intent: Intent, case: Sequence[Fact]) -> tuple[str, ...]:
    """Wordings beside ``wording``, the fullest of a question that asks with ``intent``."""
    return (
        *_of_the_matter(wording, intent),
        *_without_sums(wording, intent),
        *_without_persons(wording),
        *_asked_at_last(wording),
        *_with_case(wording, case),
    )


def _of_the_matter(wording: str, intent: Intent) -> tuple[str, ...]:
    """``wording`` without the words that ask who is responsible: no clause is near to those."""
    asked = intent is Intent.UNITS or (intent is Intent.COMPARE and asks_who(wording))
    matter = _WHO.sub("", fold(wording)) if asked else ""
    return (matter,) if _LEAST <= len(matter) < len(wording) else ()


def _without_sums(wording: str, intent: Intent) -> tuple[str, ...]:
    """``wording`` without the sums told in it where a number is asked for: 骗保5万元罚多少 is not what has 5万元."""
    told = (
        [amount.span for amount in amounts(wording) if amount.unit == "元"] if intent is Intent.NUMBER else []
    )
    return (outside(wording, told),) if told else ()


def _without_persons(wording: str) -> tuple[str, ...]:
    """``wording`` without whom it is told of: 我爸85岁，重度失能，长护险能领吗 is about 重度失能，长护险能领吗."""
    matter, told = _PERSON.subn("", fold(wording))
    matter = matter.strip(",的在 ")
    return (matter,) if told and len(matter) >= _LEAST else ()


def _asked_at_last(wording: str) -> tuple[str, ...]:
    """The end of a long story with what it asks: 在市区首次买房，能拿多少 of who he is, since when, and on what terms."""
    told = [stretch for stretch in _STOP.split(fold(wording)) if stretch.strip()]
    return ("，".join(told[-_LAST:]),) if len(told) >= _STORY else ()


def _with_case(wording: str, case: Sequence[Fact]) -> tuple[str, ...]:
    """``wording`` with what is told of the case, the places left out that it only lives in."""
    said = "，".join(fact.words for fact in case if fact.subject not in HOMES)
    return (f"{wording} {said}",) if said else ()
