"""条件清单: lists all of whose items must be met, as one rule, though each item be a clause of its own: 应当同时符合下列条件:1.…2.…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from yiyang_qa.eligibility.conditions import conditions
from yiyang_qa.eligibility.enumerated import items_after
from yiyang_qa.eligibility.kinds import kinds_in_clause
from yiyang_qa.eligibility.options import placed
from yiyang_qa.eligibility.terms import Condition, Rule, Stated, Strength
from yiyang_qa.text import fold, outside
from yiyang_qa.types import Span

_LEAD = re.compile(
    r"(?:(?<=[。;\n])|^)(?P<lead>[^。;:\n]{2,60}(?:符合|具备|满足)(?:下列|以下|如下)(?:全部|基本|几个)?(?:条件|要求)[^。;:\n]{0,10}):"
)
_NOT_ALL = re.compile("之一|任一|任何一")
_TEXTS = 64  # whose lists are remembered: each clause found asks for those of its whole document
#: What may stand beside them and demands nothing more.
_IDLE = re.compile(r"具有|持有|年满|经评估|达到|失能|老年人|人员|对象|[为的、,及和 ]")
_UNREAD = 8  # 字 of an item that its typed conditions leave over


@lru_cache(_TEXTS)
def required(text: str) -> tuple[Rule, ...]:
    """The lists of conditions of ``text``, each as a rule that stands where its lead does."""
    return tuple(_lists(text, fold(text)))


def _lists(text: str, folded: str) -> Iterator[Rule]:
    for lead in _LEAD.finditer(folded):
        items = tuple(items_after(folded, lead.end()))
        if len(items) > 1 and not _NOT_ALL.search(lead[0]):
            span = Span(*lead.span("lead"))
            needed = tuple(condition for item in items for condition in conditions_of(folded, text, item))
            kinds = kinds_in_clause(lead["lead"])
            yield Rule(span, span.of(text), needed, (), Strength.GRANTED, kinds)


def conditions_of(folded: str, text: str, item: Span) -> Iterator[Condition]:
    """The typed conditions of an item, and the item as it stands where they leave much of it unread."""
    words = item.of(folded)
    found = [c for c in conditions(words, Span(0, len(words))) if not isinstance(c.test, Stated)]
    read = sum(c.span.end - c.span.start for c in found)
    unread = len(_IDLE.sub("", outside(words, [c.span for c in found]))) if read else len(words)
    for condition in found:
        yield placed(condition, text, item.start)
    if not found or unread > _UNREAD:
        yield Condition(Stated(), item.of(text), item)
