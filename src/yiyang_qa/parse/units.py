"""Responsible units (责任单位) that a clause names.

What is stated outright (a suffix in brackets, 责任单位：) stands for the clause; its sentences
are read only where nothing is stated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yiyang_qa.parse.brackets import blanked, groups
from yiyang_qa.parse.duties import LABEL, LABEL_ENDS, assigned, first_leads
from yiyang_qa.parse.lists import listed
from yiyang_qa.parse.names import carried, is_body
from yiyang_qa.parse.sentences import told
from yiyang_qa.types import Unit, UnitRole

__all__ = ["binding_note", "carried", "first_leads", "once", "responsible_units", "states_units"]

#: What a bracket must hold to be worth reading, and how long one may be.
_ASSIGNS = re.compile(
    r"负责|牵头|配合|落实|实施|承办|参与|协助|单位\s*[:：为]|部门\s*[:：为]|科室\s*[:：为]|处室\s*[:：为]|股室\s*[:：为]"
)
_LONGEST = 800
_SEPARATORS = re.compile("[、，,；;：:]")
_BROKEN = 2  # 字: so short a piece is the beginning of a name
_LINE = re.compile(r"[^。\n]+")
_BINDS = re.compile(
    r"以下[^。，,]{0,12}?(?:均需|均须|均由|均要|都由|均涉及|均为)(?P<names>[^。]{2,200}?)"
    r"(?:按职责分工)?(?:落实|负责|配合|参与|抓好)?[，,；;]\s*不再[^。，,]{0,6}列"
)


def responsible_units(text: str) -> tuple[Unit, ...]:
    """The units of a clause's own ``text``, as written, each name once, in the order of the text."""
    stated = once(_stated(text)) if _ASSIGNS.search(text) else ()
    return stated or once(told(text))


def states_units(text: str) -> bool:
    """Whether ``text`` states its units outright, for all that it says: a suffix in brackets, 责任单位：."""
    return bool(_ASSIGNS.search(text)) and next(_stated(text), None) is not None


def binding_note(text: str) -> tuple[Unit, ...]:
    """The units that ``text`` binds to every later clause: 以下均需各区人民政府落实，不再列出."""
    note = _BINDS.search(text) if "不再" in text else None
    return tuple(Unit(name, UnitRole.LOCAL) for name in listed(note["names"])) if note else ()


def _stated(text: str) -> Iterator[Unit]:
    bracketed = groups(text)
    held = [(group.start, _unwrapped(text[group.start + 1 : group.end - 1])) for group in bracketed]
    ends = LABEL_ENDS.search(text)
    labelled = _labelled(blanked(text, bracketed), ends.start()) if ends else ()
    open_air = [(line.start(), text[line.start() : line.end()]) for line in labelled]
    for _, said in sorted(held + open_air):
        if len(said) <= _LONGEST and _ASSIGNS.search(said):
            yield from assigned(said)


def _unwrapped(said: str) -> str:
    """A list that runs over lines on one: a name that the edge of a page broke is whole again, others stay apart."""
    whole, *lines = map(str.strip, said.split("\n"))
    for line in lines:
        last = _SEPARATORS.split(whole)[-1]
        whole += ("、" if len(last) > _BROKEN and is_body(last) and not last.endswith("社会") else "") + line
    return whole


def _labelled(plain: str, ends: int) -> Iterator[re.Match[str]]:
    """From each label outside brackets to the end of its sentence; none ends before the offset ``ends``."""
    end = 0
    for label in LABEL.finditer(plain, plain.rfind("。", 0, ends) + 1):
        if label.start() >= end and (line := _LINE.match(plain, label.start())):
            end = line.end()
            yield line


def once(found: Iterable[Unit]) -> tuple[Unit, ...]:
    """Each name once, where it stands first."""
    units: dict[str, Unit] = {}
    for unit in found:
        units.setdefault(unit.name, unit)
    return tuple(units.values())
