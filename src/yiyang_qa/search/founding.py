"""谁办谁: a medical institution that runs a nursing home (医办养), or a nursing home a medical one (养办医).

Both have the same words, and likeness does not tell them apart.
"""

from __future__ import annotations

import re

from yiyang_qa.text import fold

_MEDICAL = r"(?:医院|医疗(?:卫生)?(?:机构|服务)|卫生(?:院|所|室|站|服务中心)|诊所|医务室|护理[站院]|门诊部)"
_CARE = r"(?:养老(?:服务|机构|院|中心|设施|部|公寓)|敬老院|福利院|托养机构|老年公寓|养护院)"
_RUNS = r"(?:设立|设置|举办|兴办|开办|开设|开展|创办|内设|增设|转型|[办开建设])"
_GAP = r"[^。,;:?!、与和及跟签]{0,8}?"
_MEDICAL_RUNS = re.compile(f"{_MEDICAL}{_GAP}{_RUNS}{_GAP}{_CARE}")
_CARE_RUNS = re.compile(f"{_CARE}{_GAP}{_RUNS}{_GAP}{_MEDICAL}")


def same_founding(question: str, text: str) -> int:
    """1 where ``text`` has the one that ``question`` asks of run the other, -1 where only the other way round, else 0."""
    asked, said = _ways(question), _ways(text)
    if sum(asked) != 1 or not any(said):
        return 0
    return 1 if said[asked.index(True)] else -1


def _ways(text: str) -> tuple[bool, bool]:
    folded = fold(text)
    return bool(_MEDICAL_RUNS.search(folded)), bool(_CARE_RUNS.search(folded))
