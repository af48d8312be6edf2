"""The table of a comparison as the page shows it: regions that are silent in the same words share a row."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from yiyang_qa.ui.conversation import WireAnswer


class Row(NamedTuple):
    """One row of the table."""

    regions: tuple[str, ...]
    summary: str
    citations: Sequence[int]
    found: bool


def rows(comparison: Mapping[str, Any]) -> list[Row]:
    """The rows of a comparison object in order; those without an answer by what is said of them."""
    found: list[Row] = []
    silent: dict[str, list[str]] = {}
    for row in comparison["rows"]:
        if row["found"]:
            found.append(Row((row["region"],), row["summary"], row["citations"], found=True))
        else:
            silent.setdefault(row["summary"], []).append(row["region"])
    return [*found, *(Row(tuple(regions), said, (), found=False) for said, regions in silent.items())]


def in_table(answer: WireAnswer, paragraph: str) -> bool:
    """Whether ``paragraph`` tells what a row of the table does: 甲市、乙市：文件未见相关规定."""
    if not answer["comparison"]:
        return False
    region = "|".join(re.escape(row["region"]) for row in answer["comparison"]["rows"])
    return re.match(rf"(?:{region})(?:、(?:{region}))*：", paragraph) is not None
