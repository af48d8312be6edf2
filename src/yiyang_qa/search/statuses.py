"""身份: 特困, 低保 or 公办, whom or what a question asks about, and what texts rule for those of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from yiyang_qa.eligibility.axes import BY_NAME
from yiyang_qa.text import fold

#: 公建民营: what the public has built and others run; its name, how texts name it, how people do.
_RUN_FOR_THE_PUBLIC = (
    "公建民营",
    re.compile("公建民营|公办民营|委托(?:运营|经营|管理)"),
    re.compile("公(?:建|办)民营|(?:公家|政府|国家)(?:出钱)?(?:盖|建|修)好?的?[^,。;]{0,6}(?:包|交|租)给"),
)
#: Of persons, and by whom an institution is run (公办: 政府投资并直接运营).
_STATUSES = (*BY_NAME["身份"].values, *BY_NAME["举办主体"].values, _RUN_FOR_THE_PUBLIC)


def of_the_status(question: str) -> Callable[[str], bool]:
    """Whether a text speaks of those of a status that ``question`` names; never where it names none."""
    folded = fold(question)
    said = [said for _, said, asked in _STATUSES if asked.search(folded) or said.search(folded)]

    def speaks(text: str) -> bool:
        told = fold(text) if said else ""
        return any(each.search(told) for each in said)

    return speaks
