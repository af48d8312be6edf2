"""存疑之处: what a source lacks by its own account."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yiyang_qa.parse.matter import Matter
from yiyang_qa.parse.rules import NUMBERED
from yiyang_qa.types import Kind, Oddity

_BLANK_DAY = re.compile(r"\d\s*月\s*日")
_ODD = frozenset({Kind.TITLE, Kind.ENCLOSURES, Kind.EFFECT, Kind.DATE})  # what may be so


def oddities(matter: Matter) -> Iterator[Oddity]:
    """Cut-off ends, attachments that are listed but missing, days left blank."""
    numbered = [i for i, clause in enumerate(matter.clauses) if clause.kind in NUMBERED]
    for i, clause in enumerate(matter.clauses):
        if clause.kind not in _ODD:
            continue
        body = clause.body
        if clause.kind is Kind.TITLE and numbered and i > numbered[-1]:
            if not any(c.parent == i and c.kind is Kind.LEAD for c in matter.clauses):
                yield Oddity("source_truncated", "来源网页在此处中断，标题之后没有正文", body)
        elif clause.kind is Kind.ENCLOSURES and not any(matter.of(Kind.ANNEX)):
            yield Oddity("source_truncated", "所列附件未随正文收录", body)
        elif clause.kind in {Kind.EFFECT, Kind.DATE} and _BLANK_DAY.search(body.of(matter.folded)):
            yield Oddity("date_incomplete", "原文日期缺“日”，只能确定到月", body)
