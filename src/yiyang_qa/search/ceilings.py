"""上限: 最高能拿多少 is answered by a bound (单个机构不超过100万元), not by the rate beside it."""

from __future__ import annotations

import re

from yiyang_qa.text import fold

_MANY = r"(?:多少|几[百千万块元])"
_ASKED = re.compile(
    rf"(?:最高|最多|封顶|上限|顶格|顶多)[^,。;?!]{{0,10}}{_MANY}(?!个?(?:小时|天|次|月|年|人|名|家|张|岁))|"
    rf"(?:上限|封顶线?|限额)(?:[是为有]|标准)*{_MANY}"
)
#: How a text sets a bound to a sum.
CEILING = re.compile(r"最[高多]|不(?:得|应)?(?:超过|高于|超)|上限|封顶|限额|以内|为限|至多|元以下")


def ceiling_asked(question: str) -> bool:
    """Whether ``question`` asks how much it is at most."""
    return bool(_ASKED.search(fold(question)))
