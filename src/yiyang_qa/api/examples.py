"""Example questions for the page: asked of the regions that the catalogue covers, and answered there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations

from yiyang_qa.types import Document

#: What people ask of such documents whatever the region, one shape after another.
_SHAPES = (
    "{}对医养结合机构有哪些补助？",
    "{}由哪些部门负责推进医养结合？",
    "{}对家庭病床和上门服务有什么规定？",
    "{}医养结合工作的目标是什么？",
    "{}对老年人有哪些补贴？",
    "{}的补贴由哪些部门负责？",
    "{}对申请条件有什么规定？",
)
_COMPARISONS = ("{}和{}在养老机构内设医疗机构方面的规定有什么不同？", "{}和{}的补贴标准有什么不同？")
_MOST = 4


def examples(documents: Iterable[Document], answered: Callable[[str], bool]) -> tuple[str, ...]:
    """At most five questions that are ``answered``: one each for the first regions, and one that compares two."""
    regions = list(dict.fromkeys(d.region.name for d in documents if d.region))[:_MOST]
    turned = (_SHAPES[i % len(_SHAPES) :] + _SHAPES[: i % len(_SHAPES)] for i in range(len(regions)))
    candidates = [[s.format(region) for s in shapes] for shapes, region in zip(turned, regions, strict=True)]
    candidates.append([c.format(*pair) for pair in list(combinations(regions, 2))[:2] for c in _COMPARISONS])
    found = (next(filter(answered, questions), None) for questions in candidates)
    return tuple(filter(None, found))
