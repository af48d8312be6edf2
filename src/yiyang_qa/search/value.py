"""What a kind of value (值) is made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yiyang_qa.parse.amounts import amounts
from yiyang_qa.text import fold


@dataclass(frozen=True, slots=True)
class Value:
    """A kind of value: how a question asks for it and how a text gives it."""

    name: str
    asked: re.Pattern[str]
    units: frozenset[str]  # of amounts that are such a value
    words: re.Pattern[str]  # what gives it without a figure, or heads a column of figures
    lists: re.Pattern[str]  # what announces all of it: 提交以下材料:
    outright: bool = False  # whether its words say it as plainly as a figure does: 每季度, 三家
    plainly: re.Pattern[str] = re.compile("(?!)")  # words that do, where the others need not: 由财政承担

    def given_in(self, text: str) -> bool:
        """Whether ``text`` holds a value of this kind."""
        return bool(self.words.search(fold(text))) or self.figured_in(text)

    def figured_in(self, text: str) -> bool:
        """Whether ``text`` gives a value of this kind as a figure with its unit."""
        return any(amount.unit in self.units for amount in amounts(fold(text)))

    def plain_in(self, text: str) -> bool:
        """Whether ``text`` gives a value of this kind as a figure, or in words as plain as one."""
        if self.outright:
            return self.given_in(text)
        return self.figured_in(text) or bool(self.plainly.search(fold(text)))


def given_in(text: str, values: Iterable[Value]) -> bool:
    """Whether ``text`` holds a value of any of the kinds."""
    return any(value.given_in(text) for value in values)


def kind(name: str, asked: str, words: str = "(?!)", units: Iterable[str] = (), lists: str = "(?!)") -> Value:
    """A kind of value by its patterns; amounts in ``units`` give it, and columns of figures that one heads."""
    column = "|".join(map(re.escape, units)) or "(?!)"  # 床位数(张), 标准(元/月): the cells below are bare
    given = re.compile(rf"{words}|\((?:单位:)?(?:{column})(?:/[^()\n]{{1,6}})?\)")
    return Value(name, re.compile(asked), frozenset(units), given, re.compile(lists))


def plainly(value: Value, words: str) -> Value:
    """``value``, which ``words`` say as plainly as a figure does."""
    return replace(value, plainly=re.compile(words))


def outright(value: Value) -> Value:
    """``value``, whose words say it as plainly as a figure does: 每季度, 三家."""
    return replace(value, outright=True)
