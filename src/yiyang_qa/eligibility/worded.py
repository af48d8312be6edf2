"""Conditions that are only words to us, held against what a case says in these words, or confirms."""

from __future__ import annotations

import re

from yiyang_qa.eligibility.cards import card_told
from yiyang_qa.eligibility.case import Case
from yiyang_qa.eligibility.described import Said, told_of
from yiyang_qa.eligibility.terms import Condition, Stated
from yiyang_qa.text import fold, one_line

#: Whether it is met, and the case's own words that say so.
Standing = tuple[bool | None, str | None]
UNTOLD: Standing = (None, None)
_DENIES = r"(?<!是)(?<!有)(?<!属)(?:不是|不属于|不算|没有?|并?非|不)"
_LEAST_DENIED = 3  # 字
_NEW, _LEAST_COUNTED = re.compile("新[增建设]"), 2


def words_of(condition: Condition) -> str:
    """The words of a condition as they are asked for, and confirmed."""
    return one_line(condition.text.strip("，,、的 "))


def in_words(condition: Condition, test: Stated, case: Case) -> Standing:
    """What the case says of a condition that is only words."""
    denied = _denied(condition, test, case)
    return _told(condition, test, case) if denied == UNTOLD else denied


def confirmed(condition: Condition, case: Case) -> Standing:
    """What the asker says of a condition in its own words."""
    holds = dict(case.confirmed).get(words_of(condition))
    if holds is None:
        return UNTOLD
    excepts = isinstance(condition.test, Stated) and condition.test.excepts
    return holds is not excepts, "已确认" if holds else "确认不具备"


def _denied(condition: Condition, test: Stated, case: Case) -> Standing:
    """What the asker denies of a condition that is only words: 没有残疾人证 of 持有残疾人证, 不困难 of 困难家庭."""
    words = fold(words_of(condition))
    ends = (
        end
        for n in range(len(words), max(_LEAST_DENIED, len(words) // 2) - 1, -1)
        for end in (words[-n:], words[:n])
    )
    for end in ends:
        if found := re.search(rf"{_DENIES}{re.escape(end)}", case.text):
            return test.excepts, found[0]
    return UNTOLD


def _told(condition: Condition, test: Stated, case: Case) -> Standing:
    """What the asker says of a condition that is only words, in all of these words (经济困难), or that he holds it."""
    if test.excepts:
        return UNTOLD
    if (card := card_told(words_of(condition), case.text)) != UNTOLD:
        return card
    if new := _counted_as_new(words_of(condition), case):
        return True, new
    telling = told_of(words_of(condition), case.text, "", "")
    return (True, telling.words) if telling.said is Said.HOLDS else UNTOLD


def _counted_as_new(words: str, case: Case) -> str:
    """What the asker counts as new of what must be new: 新增了40个托位 of 新增普惠托位."""
    if not _NEW.match(fold(words)):
        return ""
    counts = (told for told in case.quantities if told.added and len(told.noun) >= _LEAST_COUNTED)
    return next((told.said for told in counts if words.endswith(told.noun[:_LEAST_COUNTED])), "")
