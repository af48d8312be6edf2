"""身份: 特困, 低保 or 公办, whom or what a question asks about, and what texts rule for those of it."""

from __future__ import annotations

from collections.abc import Callable

from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.text import fold

#: Of persons, and by whom an institution is run (公办: 政府投资并直接运营).
_STATUSES = (*BY_NAME["身份"].values, *BY_NAME["举办主体"].values)


def of_the_status(question: str) -> Callable[[str], bool]:
    """Whether a text speaks of those of a status that ``question`` names; never where it names none."""
    folded = fold(question)
    said = [said for _, said, asked in _STATUSES if asked.search(folded) or said.search(folded)]

    def speaks(text: str) -> bool:
        told = fold(text) if said else ""
        return any(each.search(told) for each in said)

    return speaks
