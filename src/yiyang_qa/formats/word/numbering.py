"""自动编号: the numbers that Word makes itself, counted as it counts (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yiyang_qa.formats.markup import Element, attribute, child, local
from yiyang_qa.formats.word.numerals import numeral
from yiyang_qa.formats.word.styles import Styles

_LEVELS = 9
_PLACEHOLDER = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    pattern: str  # lvlText: “第%1章”
    start: int
    restart: int  # a number at a level below this begins this one anew; 0: never
    legal: bool  # isLgl: all numbers of the label decimal
    suffix: str


class Numbering:
    """The lists of ``numbering.xml``; ``label`` is to be asked in the order of the text."""

    def __init__(self, part: Element | None, styles: Styles) -> None:
        declared = list(part) if part is not None else []
        self._abstract = {attribute(e, "abstractNumId"): e for e in declared if local(e) == "abstractNum"}
        self._lists = {attribute(e, "numId"): e for e in declared if local(e) == "num"}
        self._styles = styles
        self._levels: dict[str, dict[int, _Level]] = {}
        self._counts: dict[str | None, dict[int, int]] = {}  # abstract list → level → count
        self._begun: set[str] = set()

    def label(self, properties: Element | None, style: str) -> str:
        """The number that Word prints before a paragraph of these properties; often empty."""
        found = self._place(properties, style)
        if found is None:
            return ""
        number_id, level = found
        levels = self._levels_of(number_id)
        if level not in levels or levels[level].form == "bullet":
            return ""
        counts = self._counted(number_id, level, levels)
        return _written(level, levels, counts)

    def _place(self, properties: Element | None, style: str) -> tuple[str, int] | None:
        """The list and the level of a paragraph, its own before its style's."""
        own, inherited = child(properties, "numPr"), self._styles.numbering(style)
        given = inherited[0] if inherited else None
        number_id = _value(own, "numId") or _value(given, "numId")
        if not number_id or number_id == "0" or number_id not in self._lists:
            return None
        level = _value(own, "ilvl")
        if level is None:
            level = _value(given, "ilvl") or self._level_of_style(
                number_id, inherited[1] if inherited else style
            )
        return number_id, min(_whole(level, 0), _LEVELS - 1)

    def _level_of_style(self, number_id: str, style: str) -> str:
        for level in self._abstract_of(number_id) or ():
            if local(level) == "lvl" and _value(level, "pStyle") == style:
                return attribute(level, "ilvl") or "0"
        return "0"

    def _abstract_id(self, number_id: str) -> str | None:
        return _value(self._lists.get(number_id), "abstractNumId")

    def _abstract_of(self, number_id: str) -> Element | None:
        """The list's definition, through the style that it may be linked to."""
        found = self._abstract.get(self._abstract_id(number_id))
        link = _value(found, "numStyleLink")
        through = self._styles.numbering(link) if link else None
        linked = _value(through[0], "numId") if through else None
        if linked and linked != number_id:
            return self._abstract.get(self._abstract_id(linked))
        return found

    def _levels_of(self, number_id: str) -> dict[int, _Level]:
        if number_id not in self._levels:
            levels = {}
            for declared in (self._abstract_of(number_id), *self._overrides(number_id)):
                for level in declared if declared is not None else ():
                    if local(level) == "lvl":
                        at = _whole(attribute(level, "ilvl"), 0)
                        levels[at] = _level(level, at)
            self._levels[number_id] = levels
        return self._levels[number_id]

    def _overrides(self, number_id: str) -> list[Element]:
        return [e for e in self._lists[number_id] if local(e) == "lvlOverride"]

    def _counted(self, number_id: str, level: int, levels: dict[int, _Level]) -> dict[int, int]:
        """Counts after one more paragraph at ``level``; deeper levels begin anew."""
        counts = self._counts.setdefault(self._abstract_id(number_id), {})
        if number_id not in self._begun:
            self._begun.add(number_id)
            for override in self._overrides(number_id):
                if (start := _value(override, "startOverride")) is not None:
                    counts[_whole(attribute(override, "ilvl"), 0)] = _whole(start, 1) - 1
        counts[level] = counts[level] + 1 if level in counts else levels[level].start
        for above in range(level):
            counts.setdefault(above, levels[above].start if above in levels else 1)
        for below in [at for at in counts if at > level]:
            if level < (levels[below].restart if below in levels else below):
                del counts[below]
        return counts


def _level(element: Element, at: int) -> _Level:
    return _Level(
        form=_value(element, "numFmt") or "decimal",
        pattern=_value(element, "lvlText") or "",
        start=_whole(_value(element, "start"), 1),
        restart=_whole(_value(element, "lvlRestart"), at),
        legal=child(element, "isLgl") is not None,
        suffix=_value(element, "suff") or "tab",
    )


def _written(level: int, levels: dict[int, _Level], counts: dict[int, int]) -> str:
    here = levels[level]

    def number(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        form = "decimal" if here.legal or at not in levels else levels[at].form
        return numeral(form, counts.get(at, 1)) if form != "none" else ""

    label = _PLACEHOLDER.sub(number, here.pattern)
    spaced = (
        here.suffix != "nothing"
        and label
        and (label.isascii() or not label.endswith(("、", "．", "。", "）")))
    )
    return f"{label} " if spaced else label


def _value(element: Element | None, name: str) -> str | None:
    """``w:val`` of the child called ``name``."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else None


def _whole(said: str | None, otherwise: int) -> int:
    return int(said) if said and said.isascii() and said.isdigit() and len(said) < 6 else otherwise
