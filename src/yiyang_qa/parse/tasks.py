"""分工表: the units and deadlines that the columns of a task table assign."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.columns import DUE, UNIT
from yiyang_qa.parse.dates import dates
from yiyang_qa.parse.duties import assigned
from yiyang_qa.parse.units import once
from yiyang_qa.types import Deadline, Part, Unit

_HAN = re.compile("[一-龥]")
_LEADS, _SUPPORTS = re.compile("牵头|主办|主责"), re.compile("配合|协办|参与|协助")


def units_of(part: Part) -> tuple[Unit, ...]:
    """The units in the columns 牵头单位, 配合单位, 责任单位 … of a row, each name once."""
    if part.row is None:
        return ()
    return once(
        unit for column, said in part.row.cells if UNIT.fullmatch(column) for unit in _named(column, said)
    )


def _named(column: str, said: str) -> tuple[Unit, ...]:
    if not _HAN.search(said):
        return ()  # a dash: none
    role = "牵头单位" if _LEADS.search(column) else "配合单位" if _SUPPORTS.search(column) else "责任单位"
    return assigned(f"{role}：{said}")


def given_deadlines(part: Part, body: str) -> Iterator[Deadline]:
    """The last day named in a column 完成时限 of a row; spans are offsets into ``body``, the row's text."""
    for column, said in part.row.cells if part.row else ():
        named = dates(said) if DUE.fullmatch(column) else ()
        at = body.rfind(said) if named else -1
        if at >= 0:
            when, span = named[-1]
            yield Deadline(when, span.shift(at))
