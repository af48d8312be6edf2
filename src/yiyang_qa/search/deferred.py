"""另行制定: a sentence that leaves the figure to another text goes with the one that grants it.

公立医院应当减收普通门诊诊查费。具体减收标准由市卫生健康行政主管部门另行制定。 Asked 减多少, the first alone hides that
the document does not say, and a refusal hides that something is granted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from yiyang_qa.text import fold
from yiyang_qa.types import Span

_DEFERS = re.compile(
    r"\s*具体[一-龥]{0,8}(?:标准|比例|数额|金额|额度|幅度|办法)[^。;]{0,30}(?:制定|确定|规定|公布)"
)


def deferring(told: Sequence[Span], quote: Sequence[Span], text: str) -> list[Span]:
    """The sentences of a ``quote`` that leave a figure to another text, each right after one ``told``."""
    return [after for span, after in pairwise(quote) if span in told and _DEFERS.match(fold(after.of(text)))]
