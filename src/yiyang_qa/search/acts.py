"""Acts (办事的动作) asked about: 谁验收 is answered by what says 验收, not by who has charge of the place."""

from __future__ import annotations

import re

from yiyang_qa.text import fold

#: Acts that one body does to another's work; documents name one act by several words.
_ACTS = (
    "验收",
    "审批|审核|审定|批准|核准|许可|核定",
    "受理",
    "发放|支付|拨付|兑现",
    "评估|评定|认定|鉴定",
    "检查|督查|抽查|巡查|监督|监管",
    "备案",
    "公示|公布|公开",
    "培训",
)
_BODY = r"(?:谁|哪(?:个|家|些|几个|几家)?(?:部门|单位|机构|局|委)?)"
_ASKED = tuple(
    (
        re.compile(
            rf"{_BODY}(?:来|去|负责|组织|牵头|进行|给)*(?:{act})|(?:{act})[^,。?!;]{{0,4}}(?:归|由|找|是){_BODY}"
        ),
        re.compile(act),
    )
    for act in _ACTS
)


def act_asked(question: str) -> re.Pattern[str] | None:
    """How texts name the act of which ``question`` asks who does it; None where it asks of none."""
    folded = fold(question)
    return next((named for asked, named in _ASKED if asked.search(folded)), None)
