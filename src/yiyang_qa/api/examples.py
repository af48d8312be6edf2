"""Example questions for the page, made from the regions that the catalogue covers."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import cycle

from yiyang_qa.types import Document

#: What people ask of such documents whatever the region, one shape after another.
_SHAPES = (
    "{}对医养结合机构有哪些补助？",
    "{}由哪些部门负责推进医养结合？",
    "{}对家庭病床和上门服务有什么规定？",
    "{}医养结合工作的目标是什么？",
)
_COMPARISON = "{}和{}在养老机构内设医疗机构方面的规定有什么不同？"
_MOST = 4


def examples(documents: Iterable[Document]) -> tuple[str, ...]:
    """At most five questions: one each for the first regions, and one that compares two of them."""
    regions = list(dict.fromkeys(d.region.name for d in documents if d.region))
    asked = [shape.format(region) for shape, region in zip(cycle(_SHAPES), regions[:_MOST], strict=False)]
    return (*asked, _COMPARISON.format(*regions[:2])) if len(regions) > 1 else tuple(asked)
